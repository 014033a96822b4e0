-- The whole schema, with rows.sql, as a new database has it: the sum of the migrations, by test.
-- One text for SQLite and PostgreSQL. {int} is a 64-bit number, {text} is
-- compared byte by byte, {strict} and {keyed} make SQLite check types and keep small tables in
-- the order of their key; a line that begins with the name of a database and a bar is for that
-- one alone. Moments are UTC milliseconds, truths are 0 and 1.

create table settings (
    name {text} not null primary key,
    value {int} not null
){keyed};

-- The log. hash covers every other column, and prev is the hash before it in its stream.
create table events (
    seq {int} not null primary key,
    stream {text} not null,
    version {int} not null,
    at {int} not null,
    actor {text} not null,
    kind {text} not null,
    v {int} not null,
    data {text} not null,
    words {text} not null,
    prev {text} not null,
    hash {text} not null,
    unique (stream, version)
){strict};

create table streams (
    id {text} not null primary key,
    kind {text} not null,
    version {int} not null,
    first_seq {int} not null,
    seq {int} not null,
    head {text} not null
){keyed};
create index streams_by_kind on streams (kind, id);

-- The vault: every free text, name and address. content and salt go when the subject is erased.
create table words (
    id {text} not null primary key,
    stream {text} not null,
    version {int} not null,
    subject {text} not null,
    class {int} not null,
    retention {text} not null,
    salt {text},
    content {text},
    erased_at {int},
    erased_by {text}
){strict};
create index words_of_stream on words (stream, version);
create index words_of_subject on words (subject) where subject <> 'nobody';

create table checkpoints (
    n {int} not null primary key,
    at {int} not null,
    seq {int} not null,
    streams {int} not null,
    root {text} not null,
    prev {text} not null,
    hash {text} not null,
    key {text} not null,
    signature {text} not null
){strict};

create table jobs (
    id {text} not null primary key,
    kind {text} not null,
    key {text} not null,
    run_at {int} not null,
    attempts {int} not null,
    lease_until {int} not null,
    payload {text} not null,
    last_error {text} not null,
    dead_at {int},
    owner {text} not null
){strict};
create index jobs_waiting on jobs (run_at) where dead_at is null;
create index jobs_dead on jobs (dead_at) where dead_at is not null;
create index jobs_by_key on jobs (key) where key <> '';

-- What can be found, one row for each department that may find it.
create table docs (
    n {serial},
    kind {text} not null,
    thing {text} not null,
    scope {text} not null,
    subject {text} not null,
postgres|    terms tsvector not null,
    unique (kind, thing, scope)
){strict};
create index docs_of_subject on docs (subject) where subject <> 'nobody';
sqlite|create virtual table docs_terms using fts5 (scope, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
postgres|create index docs_terms on docs using gin (terms);

-- Attachments and raw mail, by the SHA-256 of their bytes.
create table files (
    hash {text} not null primary key,
    size {int} not null,
    media_type {text} not null,
    added_at {int} not null,
    erased_at {int}
){keyed};

-- Whose data a file holds: it goes when the last of them is erased.
create table file_subjects (
    file {text} not null,
    subject {text} not null,
    primary key (file, subject)
){keyed};
create index files_of_subject on file_subjects (subject);

create table credentials (
    person {text} not null,
    kind {text} not null,
    secret {text} not null,
    changed_at {int} not null,
    primary key (person, kind)
){keyed};

-- Keys of both are SHA-256 of what the browser or the program holds.
create table sessions (
    id {text} not null primary key,
    person {text} not null,
    label {text} not null,
    created_at {int} not null,
    seen_at {int} not null,
    expires_at {int} not null
){keyed};
create index sessions_of_person on sessions (person);

create table tokens (
    id {text} not null primary key,
    person {text} not null,
    label {text} not null,
    created_at {int} not null,
    used_at {int},
    expires_at {int},
    revoked_at {int}
){keyed};
create index tokens_of_person on tokens (person);

-- What a write with an Idempotency-Key gave, so that the same one gives it again.
create table receipts (
    person {text} not null,
    key {text} not null,
    body {text} not null,
    stream {text} not null,
    version {int} not null,
    result {text} not null,
    at {int} not null,
    primary key (person, key)
){keyed};
create index receipts_by_age on receipts (at);

-- Every mail that came, and what became of it.
create table post (
    id {text} not null primary key,
    file {text} not null,
    message_id {text} not null,
    received_at {int} not null,
    state {text} not null,
    reason {text} not null,
    case_id {text},
    message {text},
    settled_at {int}
){strict};
create index post_by_message_id on post (message_id) where message_id <> '';
create index post_by_file on post (file);
create index post_by_state on post (state, id);

create table message_ids (
    message_id {text} not null primary key,
    case_id {text} not null,
    message {text} not null
){keyed};
create index message_ids_of_case on message_ids (case_id);

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

-- The numbers of cases, drawn one by one: the first case is C-1001.
create table numbers (
    number {serial},
    case_id {text} not null unique
){strict};
sqlite|insert into sqlite_sequence (name, seq) values ('numbers', 1000);
postgres|alter table numbers alter column number restart with 1001;

-- How somebody likes their own pages. An empty zone is the one in the directory.
create table preferences (
    person {text} not null primary key,
    zone {text} not null,
    theme {text} not null,
    density {text} not null,
    single_keys {int} not null,
    signature {text} not null
){keyed};

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
