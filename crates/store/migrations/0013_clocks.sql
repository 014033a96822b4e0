-- Clocks of requests, running and stopped. `side` is who must move: `from`, the department that
-- asks, or `to`, the one that was asked when it started. `warn_at` is when three quarters of the
-- time have passed; `used_ms` is working time, of what has stopped.
create table clocks (
    id {text} not null primary key,
    case_id {text} not null,
    request {text} not null,
    version {int} not null,
    kind {text} not null,
    service_class {text} not null,
    from_department {text} not null,
    to_department {text} not null,
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
