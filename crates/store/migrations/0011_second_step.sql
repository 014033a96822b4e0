-- A code beside the password. `secret` is sealed with a key that is not in the database; a step is
-- half a minute (RFC 6238), and no step is taken twice.
create table second_steps (
    person {text} not null primary key,
    secret {text} not null,
    since {int} not null,
    last_step {int} not null
){keyed};

-- SHA-256 of what opens in place of a code; each goes when it is used.
create table recovery_codes (
    person {text} not null,
    code {text} not null,
    primary key (person, code)
){keyed};

-- What was begun in one browser and is not ended: the code after a password, or a new password for
-- a forgotten one. The key is SHA-256 of what the browser holds; without a person it leads nowhere.
create table beginnings (
    id {text} not null primary key,
    kind {text} not null,
    person {text},
    tries {int} not null,
    expires_at {int} not null
){keyed};
create index beginnings_of_person on beginnings (person);
