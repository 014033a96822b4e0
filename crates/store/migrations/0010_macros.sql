-- Texts with blanks and what follows them, under a name. Without a department a macro is its
-- owner's alone. `steps` is what it does, as JSON that only the program reads.
create table macros (
    id {text} not null primary key,
    owner {text} not null,
    department {text},
    name {text} not null,
    body {text} not null,
    steps {text} not null,
    version {int} not null,
    updated_at {int} not null
){strict};
create index macros_of_owner on macros (owner);
create index macros_of_department on macros (department);
