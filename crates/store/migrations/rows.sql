-- The rest of the schema: rows that pages read, derived from the log and made again from it at will. A
-- column that ends in _text holds the id of a word.
create table cases (
    id {text} not null primary key,
    number {int} not null unique,
    version {int} not null,
    state {text} not null,
    department {text} not null,
    owner {text} not null,
    customer {text},
    channel {text} not null,
    priority {text} not null,
    subject_text {text} not null,
    received_at {int} not null,
    recorded_at {int} not null,
    told_at {int},
    due_at {int},
    updated_at {int} not null,
    closed_at {int},
    open_requests {int} not null
, merged_into {int}, clock_due_at {int}, follows {text}){strict};
create index cases_due_of_department on cases (department, coalesce(due_at, 253402300799999), id)
    where closed_at is null;
create index cases_due_of_owner on cases (owner, coalesce(due_at, 253402300799999), id)
    where closed_at is null;
create index cases_of_department on cases (department, number);
create index cases_of_owner on cases (owner, number);
create index cases_of_customer on cases (customer, number);
create index cases_that_follow on cases (follows, number) where follows is not null;

create table requests (
    id {text} not null primary key,
    case_id {text} not null,
    ordinal {int} not null,
    version {int} not null,
    state {text} not null,
    mode {text} not null,
    service_class {text} not null,
    service {text},
    from_department {text} not null,
    to_department {text} not null,
    sender {text} not null,
    assignee {text},
    mover {text} not null,
    need_text {text} not null,
    outcome_text {text},
    needed_by {int},
    due_at {int},
    waits_since {int},
    sent_at {int},
    acknowledged_at {int},
    read_back_at {int},
    confirmed_at {int},
    delivered_at {int},
    verified_at {int},
    ended_at {int},
    rounds {int} not null,
    hops {int} not null,
    level {int} not null,
    disputed {int} not null,
    unique (case_id, ordinal)
){strict};
create index requests_due_to on requests (to_department, coalesce(due_at, 253402300799999), id)
    where ended_at is null;
create index requests_due_from on requests (from_department, coalesce(due_at, 253402300799999), id)
    where ended_at is null;
create index requests_to on requests (to_department, id);
create index requests_from on requests (from_department, id);

-- Clocks of requests, running and stopped, and those that run on a case itself, which have no
-- request. `side` is who must move: `from`, the department that asks or has the case, or `to`, the
-- one that was asked when it started. `warn_at` is when three quarters of the time have passed;
-- `used_ms` is working time, of what has stopped.
create table clocks (
    id {text} not null primary key,
    case_id {text} not null,
    request {text},
    version {int} not null,
    kind {text} not null,
    service_class {text},
    from_department {text} not null,
    to_department {text},
    side {text} not null,
    person {text},
    agreement {text},
    started_at {int} not null,
    stopped_at {int},
    due_at {int},
    warn_at {int},
    still {text},
    left_out {text},
    used_ms {int},
    excused {int} not null
){strict};
create index clocks_running on clocks (due_at, id) where stopped_at is null;
create index clocks_of_pair on clocks (from_department, to_department, due_at);
create index clocks_of_case on clocks (case_id, id);

-- Who is asked to decide about a request and has not yet: at a level that was added, or on a dispute.
create table deciders (
    id {text} not null primary key,
    case_id {text} not null,
    request {text} not null,
    person {text} not null,
    wanted {text} not null,
    level {int},
    due_at {int} not null,
    version {int} not null
){keyed};
create index deciders_by_person on deciders (person, due_at, id);
create index deciders_of_case on deciders (case_id, id);

create table customers (
    id {text} not null primary key,
    version {int} not null,
    name_text {text},
    created_at {int} not null,
    erased_at {int}
){strict};

-- Addresses as they are compared: lower case, digits only. Erased with their customer.
create table customer_addresses (
    customer {text} not null,
    kind {text} not null,
    address {text} not null,
    primary key (customer, kind, address)
){keyed};
create index customers_by_address on customer_addresses (kind, address);
