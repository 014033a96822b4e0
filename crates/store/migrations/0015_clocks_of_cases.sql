-- A clock may run on a case itself: it has no request, and nobody but its own department is asked.
create table clocks_before as select * from clocks;
drop table clocks;
create table clocks (
    id {text} not null primary key,
    case_id {text} not null,
    request {text},
    version {int} not null,
    kind {text} not null,
    service_class {text},
    from_department {text} not null,
    to_department {text},
    side {text} not null,
    person {text},
    agreement {text},
    started_at {int} not null,
    stopped_at {int},
    due_at {int},
    warn_at {int},
    still {text},
    left_out {text},
    used_ms {int},
    excused {int} not null
){strict};
create index clocks_running on clocks (due_at, id) where stopped_at is null;
create index clocks_of_pair on clocks (from_department, to_department, due_at);
create index clocks_of_case on clocks (case_id, id);
insert into clocks select * from clocks_before;
drop table clocks_before;
