-- Notices say which event they are of, so that nobody is told twice, and when they go by mail.
drop table notices;
create table notices (
    id {text} not null primary key,
    person {text} not null,
    event {text} not null,
    case_id {text} not null,
    request {text},
    kind {text} not null,
    at {int} not null,
    read_at {int},
    mail_at {int},
    mailed_at {int},
    unique (person, event)
){strict};
create index notices_of_person on notices (person, id);
create index notices_unread on notices (person) where read_at is null;
create index notices_to_mail on notices (person, mail_at) where mail_at is not null and mailed_at is null;

-- How a person wants to be told, one row for each group of notices that is not as usual.
create table notice_choices (
    person {text} not null,
    topic {text} not null,
    shown {int} not null,
    mail {text} not null,
    primary key (person, topic)
){keyed};

-- When mail may reach them: minutes of their own day, days as bits from Monday.
create table notice_hours (
    person {text} not null primary key,
    work_from {int},
    work_to {int},
    work_days {int} not null,
    quiet_from {int},
    quiet_to {int},
    digest_at {int} not null
){keyed};

-- What an organisation has chosen for itself.
create table house (
    name {text} not null primary key,
    value {text} not null
){keyed};

-- Jobs and letters that somebody let go of, and why.
create table dismissals (
    thing {text} not null primary key,
    kind {text} not null,
    about {text} not null,
    reason {text} not null,
    person {text} not null,
    at {int} not null
){keyed};
create index dismissals_by_age on dismissals (at);
