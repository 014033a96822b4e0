//! Cases as lists show them.

use baton_core::calendar::Calendars;
use baton_core::case::clocks::next_due;
use baton_core::case::kinds::{Channel, Priority, StageName, Standing};
use baton_core::case::request::state::Request;
use baton_core::case::service_clocks;
use baton_core::case::state::Case;
use baton_core::ids::{CaseId, CustomerId, DepartmentId, PersonId};
use baton_core::log::Version;
use baton_core::time::Instant;
use futures_util::future::{try_join_all, try_join3};

use super::page::NEVER;
use super::{Cursor, Page, clock, decider, request};
use crate::db::{Link, Param, Result, Row, Sql, Tx, params};

macro_rules! select {
    ($rest:expr) => {
        concat!(
            "select c.id, c.number, c.version, c.state, c.department, c.owner, c.customer,
                c.channel, c.priority, w.content, c.received_at, c.recorded_at, c.told_at,
                c.due_at, c.updated_at, c.closed_at, c.open_requests, c.merged_into,
                c.clock_due_at
            from cases c left join words w on w.id = c.subject_text ",
            $rest
        )
    };
}

pub(super) use select;

crate::db::statements! {
    NUMBER = "insert into numbers (case_id) values ($1)
        on conflict (case_id) do update set case_id = excluded.case_id returning number";
    PUT = "insert into cases (id, number, version, state, department, owner, customer, channel,
            priority, subject_text, received_at, recorded_at, told_at, due_at, updated_at,
            closed_at, open_requests, merged_into, clock_due_at, follows)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20)
        on conflict (id) do update set version = excluded.version, state = excluded.state,
            department = excluded.department, owner = excluded.owner,
            priority = excluded.priority, received_at = excluded.received_at,
            told_at = excluded.told_at, due_at = excluded.due_at,
            updated_at = excluded.updated_at, closed_at = excluded.closed_at,
            open_requests = excluded.open_requests, merged_into = excluded.merged_into,
            clock_due_at = excluded.clock_due_at
        where excluded.version >= cases.version";
    /// What changes most often. No index knows these columns, so none is written.
    TOUCH = "update cases set version = $1, state = $2, priority = $3, told_at = $4,
            updated_at = $5, open_requests = $6
        where id = $7 and version <= $1";
    STORED = "select id, number, version, state, department, owner, customer, channel, priority,
            subject_text, received_at, recorded_at, told_at, due_at, updated_at, closed_at,
            open_requests, merged_into, clock_due_at, follows from cases where id = $1";
    ID_OF_NUMBER = "select id from cases where number = $1";
    ONE = select!("where c.id = $1");
    DUE_OF_DEPARTMENT = select!("where c.department = $1 and c.closed_at is null
        and (coalesce(c.due_at, 253402300799999), c.id) > ($2, $3)
        and ($4 = '' or c.state = $4)
        order by coalesce(c.due_at, 253402300799999), c.id limit $5");
    DUE_OF_OWNER = select!("where c.owner = $1 and c.closed_at is null
        and (coalesce(c.due_at, 253402300799999), c.id) > ($2, $3)
        and ($4 = '' or c.state = $4)
        order by coalesce(c.due_at, 253402300799999), c.id limit $5");
    NEWEST_OF_DEPARTMENT = select!("where c.department = $1 and c.number < $2
        and ($3 = '' or c.state = $3) order by c.number desc limit $4");
    NEWEST_OF_OWNER = select!("where c.owner = $1 and c.number < $2
        and ($3 = '' or c.state = $3) order by c.number desc limit $4");
    NEWEST_OF_CUSTOMER = select!("where c.customer = $1 and c.number < $2
        and ($3 = '' or c.state = $3) order by c.number desc limit $4");
    COUNT = "select state, count(*) from cases where department = $1 and closed_at is null
        group by state order by state";
    OPEN = "select id from cases where closed_at is null and id > $1 order by id limit $2";
    FOLLOWER = "select id from cases where follows = $1 order by number desc limit 1";
    HOW_MANY = "select count(*) from cases";
    CLEAR = "delete from cases";
}

/// A case as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseRow {
    pub id: CaseId,
    pub number: u64,
    pub version: Version,
    pub state: Standing,
    pub department: DepartmentId,
    pub owner: PersonId,
    pub customer: Option<CustomerId>,
    pub channel: Channel,
    pub priority: Priority,
    /// `None` once it was erased.
    pub subject: Option<String>,
    pub received_at: Instant,
    pub recorded_at: Instant,
    pub told_at: Option<Instant>,
    /// The next moment at which something of it is due: a clock of its own, or of a request.
    pub due_at: Option<Instant>,
    pub updated_at: Instant,
    pub closed_at: Option<Instant>,
    pub open_requests: u32,
    /// The number of the case in which it goes on, when it was merged.
    pub merged_into: Option<u64>,
    /// When the next of the case's own clocks is due: what its customer was promised.
    pub clock_due_at: Option<Instant>,
}

impl CaseRow {
    pub fn reference(&self) -> String {
        format!("C-{}", self.number)
    }
}

pub(super) fn read(row: &Row<'_>) -> Result<CaseRow> {
    Ok(CaseRow {
        id: row.get(0)?,
        number: row.get(1)?,
        version: row.get(2)?,
        state: row.get(3)?,
        department: row.get(4)?,
        owner: row.get(5)?,
        customer: row.get(6)?,
        channel: row.get(7)?,
        priority: row.get(8)?,
        subject: row.get(9)?,
        received_at: row.get(10)?,
        recorded_at: row.get(11)?,
        told_at: row.get(12)?,
        due_at: row.get(13)?,
        updated_at: row.get(14)?,
        closed_at: row.get(15)?,
        open_requests: row.get(16)?,
        merged_into: row.get(17)?,
        clock_due_at: row.get(18)?,
    })
}

/// Draws the number of a case, from 1001 on; the same one when it is asked again. A number whose
/// transaction was undone may stay unused.
pub async fn next_number(tx: &Tx<'_>, case: CaseId) -> Result<u64> {
    let number = tx.one(NUMBER, params![case], |row| row.get(0)).await?;
    number.ok_or_else(|| crate::Error::Damaged("no number was drawn".to_owned()))
}

/// Writes the rows of a case and of those of its requests that differ from `before`.
pub async fn put(
    tx: &Tx<'_>,
    before: Option<&Case>,
    case: &Case,
    calendars: &Calendars,
) -> Result<()> {
    let old = |request: &Request| before.and_then(|case| case.request(request.id));
    let changed = case.requests.iter().filter(|request| old(request) != Some(*request));
    let requests = changed.map(async |request| {
        let old = old(request);
        request::put(tx, case.id, old, request, calendars).await?;
        decider::put(tx, before, case.id, request, calendars).await?;
        clock::put(tx, case.id, old, request, calendars).await
    });
    let own = clock::put_own(tx, before, case, calendars);
    try_join3(put_case(tx, before, case, calendars), own, try_join_all(requests)).await?;
    Ok(())
}

async fn put_case(
    tx: &Tx<'_>,
    before: Option<&Case>,
    case: &Case,
    calendars: &Calendars,
) -> Result<()> {
    let values = values(case, calendars);
    if before.is_some_and(|before| stays_in_lists(before, case, calendars)) {
        let [id, _, version, state, .., open_requests, _, _, _] = &values;
        let [priority, told_at, updated_at] = [&values[8], &values[12], &values[14]];
        let touched = [*version, *state, *priority, *told_at, *updated_at, *open_requests, *id];
        if tx.exec(TOUCH, &touched).await? == 1 {
            return Ok(());
        }
    }
    tx.exec(PUT, &values).await?;
    Ok(())
}

/// Whether it keeps its place in every list.
fn stays_in_lists(before: &Case, case: &Case, calendars: &Calendars) -> bool {
    before.department == case.department
        && before.owner == case.owner
        && over(before) == over(case)
        && before.first_received() == case.first_received()
        && due(before, calendars) == due(case, calendars)
        && clock_due(before, calendars) == clock_due(case, calendars)
}

/// When it was closed, or merged into another one.
fn over(case: &Case) -> Option<Instant> {
    let merged = case.merger.as_ref().map(|merger| merger.at);
    merged.or(case.closure.as_ref().map(|closure| closure.at))
}

pub(crate) fn values<'a>(case: &'a Case, calendars: &Calendars) -> [Param<'a>; 20] {
    let open = case.requests.iter().filter(|request| counts(request)).count();
    [
        case.id.into(),
        case.number.into(),
        case.version.into(),
        case.standing().name().into(),
        case.department.into(),
        case.owner.into(),
        case.customer.into(),
        case.channel.name().into(),
        case.priority.name().into(),
        case.subject.id.into(),
        case.first_received().into(),
        case.recorded_at.into(),
        case.told().map(|message| message.at).into(),
        due(case, calendars).into(),
        case.updated_at.into(),
        over(case).into(),
        u64::try_from(open).unwrap_or(u64::MAX).into(),
        case.merger.as_ref().map(|merger| merger.number).into(),
        clock_due(case, calendars).into(),
        case.follows.map(|earlier| earlier.case).into(),
    ]
}

fn counts(request: &Request) -> bool {
    !request.ended() && request.stage.name() != StageName::Draft
}

fn due(case: &Case, calendars: &Calendars) -> Option<Instant> {
    if case.is_over() {
        return None;
    }
    let requests = case.requests.iter().filter_map(|request| next_due(request, calendars));
    clock_due(case, calendars).into_iter().chain(requests).min()
}

fn clock_due(case: &Case, calendars: &Calendars) -> Option<Instant> {
    service_clocks::next_due(case, service_clocks::calendar_of(case, calendars))
}

/// The cases that are not over, by id, after the given one.
pub async fn open(link: &Link<'_>, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>> {
    let after = after.map(|case| case.to_string()).unwrap_or_default();
    link.rows(OPEN, params![&after, limit], |row| row.get(0)).await
}

/// The newest case that takes up the matter of a closed one again.
pub async fn follower(link: &Link<'_>, id: CaseId) -> Result<Option<CaseId>> {
    link.one(FOLLOWER, params![id], |row| row.get(0)).await
}

/// Whose cases a list shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Whose {
    Departments(Vec<DepartmentId>),
    Owner(PersonId),
    /// All that a customer has brought, under each of their records; newest first in either order.
    Customer(Vec<CustomerId>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Those that are not closed, by what is due first.
    Due,
    /// All, the newest first.
    Newest,
}

/// A page of cases: after the cursor, at most `limit`.
pub async fn list(
    link: &Link<'_>,
    whose: &Whose,
    state: Option<Standing>,
    order: Order,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<CaseRow>> {
    let state = state.map_or("", Standing::name);
    let mut lists = Vec::new();
    let mut add = async |due: Sql, newest: Sql, id: Param<'_>, order: Order| -> Result<()> {
        let list = match order {
            Order::Due => {
                let (key, last) =
                    after.map_or((i64::MIN, ""), |cursor| (cursor.key, cursor.id.as_str()));
                let values = [id, key.into(), last.into(), state.into(), (limit + 1).into()];
                link.rows(due, &values, read).await?
            }
            Order::Newest => {
                let key = after.map_or(i64::MAX, |cursor| cursor.key);
                let values = [id, key.into(), state.into(), (limit + 1).into()];
                link.rows(newest, &values, read).await?
            }
        };
        lists.push(list);
        Ok(())
    };
    let order = match whose {
        Whose::Departments(departments) => {
            for id in departments {
                add(DUE_OF_DEPARTMENT, NEWEST_OF_DEPARTMENT, (*id).into(), order).await?;
            }
            order
        }
        Whose::Owner(person) => {
            add(DUE_OF_OWNER, NEWEST_OF_OWNER, (*person).into(), order).await?;
            order
        }
        Whose::Customer(records) => {
            let newest = NEWEST_OF_CUSTOMER;
            for id in records {
                add(newest, newest, (*id).into(), Order::Newest).await?;
            }
            Order::Newest
        }
    };
    Ok(Page::merge(lists, limit, order == Order::Newest, |row| place(row, order)))
}

pub(super) fn place(row: &CaseRow, order: Order) -> Cursor {
    let key = match order {
        Order::Due => row.due_at.map_or(NEVER, Instant::millis),
        Order::Newest => i64::try_from(row.number).unwrap_or(i64::MAX),
    };
    Cursor { key, id: row.id.to_string() }
}

pub async fn get(link: &Link<'_>, id: CaseId) -> Result<Option<CaseRow>> {
    link.one(ONE, params![id], read).await
}

/// The case with the number in `C-1042`.
pub async fn by_number(link: &Link<'_>, number: u64) -> Result<Option<CaseId>> {
    link.one(ID_OF_NUMBER, params![number], |row| row.get(0)).await
}

/// How many cases of a department stand where, the closed ones left out.
pub async fn count(link: &Link<'_>, department: DepartmentId) -> Result<Vec<(Standing, u64)>> {
    link.rows(COUNT, params![department], |row| Ok((row.get(0)?, row.get(1)?))).await
}
