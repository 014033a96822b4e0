-- What a person wants out of their own lists until a moment: a request, or with an empty text the
-- case itself.
create table snoozes (
    person {text} not null,
    case_id {text} not null,
    request {text} not null,
    version {int} not null,
    since_at {int} not null,
    until_at {int} not null,
    primary key (person, case_id, request)
){keyed};
