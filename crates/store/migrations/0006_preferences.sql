-- How somebody likes their own pages. An empty zone is the one in the directory.
create table preferences (
    person {text} not null primary key,
    zone {text} not null,
    theme {text} not null,
    density {text} not null,
    single_keys {int} not null,
    signature {text} not null
){keyed};
