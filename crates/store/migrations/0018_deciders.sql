-- Who is asked to decide about a request and has not yet: at a level that was added, or on a dispute.
create table deciders (
    id {text} not null primary key,
    case_id {text} not null,
    request {text} not null,
    person {text} not null,
    wanted {text} not null,
    level {int},
    due_at {int} not null,
    version {int} not null
){keyed};
create index deciders_by_person on deciders (person, due_at, id);
create index deciders_of_case on deciders (case_id, id);
