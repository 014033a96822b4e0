-- Files that somebody has handed over for a text that is not sent yet. The bytes lie by their hash; a
-- row is for one person, and goes after a day.
create table uploads (
    id {text} not null primary key,
    person {text} not null,
    file {text} not null,
    name {text} not null,
    media_type {text} not null,
    size {int} not null,
    at {int} not null
){keyed};
create index uploads_by_time on uploads (at);
create index uploads_by_file on uploads (file);
