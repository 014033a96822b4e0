-- Lists of cases that somebody keeps under a name: what they are narrowed by, never what is in
-- them. Without a department it is its owner's alone.
create table views (
    id {text} not null primary key,
    owner {text} not null,
    department {text},
    name {text} not null,
    whose {text} not null,
    state {text} not null,
    query {text} not null,
    created_at {int} not null
){strict};
create index views_of_owner on views (owner);
create index views_of_department on views (department);
