-- Passkeys: `id` is SHA-256 of what the device calls it, `credential` its public half with its counter
-- as JSON. Nothing of it opens anything.
create table passkeys (
    id {text} not null primary key,
    person {text} not null,
    name {text} not null,
    credential {text} not null,
    since {int} not null,
    used_at {int}
){keyed};
create index passkeys_of_person on passkeys (person);

-- What somebody's device, or another system that knows them, was asked and has not answered yet.
-- The key is SHA-256 of what the browser holds; `state` is what the answer is held against.
create table challenges (
    id {text} not null primary key,
    kind {text} not null,
    person {text},
    state {text} not null,
    expires_at {int} not null
){keyed};
