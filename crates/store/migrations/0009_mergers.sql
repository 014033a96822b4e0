-- The number of the case in which a merged one goes on.
alter table cases add column merged_into {int};
