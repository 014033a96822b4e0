-- What somebody has typed and not sent, form by form. Erased with whoever it is about.
create table drafts (
    person {text} not null,
    place {text} not null,
    subject {text} not null,
    fields {text} not null,
    updated_at {int} not null,
    primary key (person, place)
){strict};
create index drafts_of_subject on drafts (subject) where subject <> 'nobody';
