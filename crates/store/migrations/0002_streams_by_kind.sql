-- The directory is looked at for news twice a second: a few streams among all those of cases.
create index streams_by_kind on streams (kind, id);
