-- The closed case whose matter this one takes up again.
alter table cases add column follows {text};
create index cases_that_follow on cases (follows, number) where follows is not null;
