//! Requests as boards show them.

use baton_core::calendar::Calendars;
use baton_core::case::clocks::next_due;
use baton_core::case::kinds::{Mode, Mover, ServiceClass, StageName};
use baton_core::case::request::state::Request;
use baton_core::ids::{CaseId, DepartmentId, PersonId, RequestId, ServiceId};
use baton_core::log::Version;
use baton_core::time::Instant;

use super::page::NEVER;
use super::{Cursor, Page};
use crate::db::{Link, Param, Result, Row, Sql, Tx, params};

macro_rules! select {
    ($rest:expr) => {
        concat!(
            "select r.id, r.case_id, r.ordinal, r.version, r.state, r.mode, r.service_class,
                r.service, r.from_department, r.to_department, r.sender, r.assignee, r.mover,
                n.content, o.content, r.needed_by, r.due_at, r.waits_since, r.sent_at,
                r.acknowledged_at, r.read_back_at, r.confirmed_at, r.delivered_at, r.verified_at,
                r.ended_at, r.rounds, r.hops, r.level, r.disputed, c.number
            from requests r join cases c on c.id = r.case_id
            left join words n on n.id = r.need_text left join words o on o.id = r.outcome_text ",
            $rest
        )
    };
}

pub(super) use select;

crate::db::statements! {
    PUT = "insert into requests (id, case_id, ordinal, version, state, mode, service_class,
            service, from_department, to_department, sender, assignee, mover, need_text,
            outcome_text, needed_by, due_at, waits_since, sent_at, acknowledged_at, read_back_at,
            confirmed_at, delivered_at, verified_at, ended_at, rounds, hops, level, disputed)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)
        on conflict (id) do update set version = excluded.version, state = excluded.state,
            mode = excluded.mode, service_class = excluded.service_class,
            service = excluded.service, from_department = excluded.from_department,
            to_department = excluded.to_department, sender = excluded.sender,
            assignee = excluded.assignee, mover = excluded.mover, need_text = excluded.need_text,
            outcome_text = excluded.outcome_text, needed_by = excluded.needed_by,
            due_at = excluded.due_at, waits_since = excluded.waits_since,
            sent_at = excluded.sent_at, acknowledged_at = excluded.acknowledged_at,
            read_back_at = excluded.read_back_at, confirmed_at = excluded.confirmed_at,
            delivered_at = excluded.delivered_at, verified_at = excluded.verified_at,
            ended_at = excluded.ended_at, rounds = excluded.rounds, hops = excluded.hops,
            level = excluded.level, disputed = excluded.disputed
        where excluded.version >= requests.version";
    /// What changes while a request stays at its place in every list: no index knows these columns,
    /// so none is written.
    TOUCH = "update requests set version = $1, state = $2, mode = $3, service_class = $4, service = $5, sender = $6,
            assignee = $7, mover = $8, need_text = $9, outcome_text = $10, needed_by = $11,
            waits_since = $12, sent_at = $13, acknowledged_at = $14, read_back_at = $15,
            confirmed_at = $16, delivered_at = $17, verified_at = $18, rounds = $19,
            hops = $20, level = $21, disputed = $22
        where id = $23 and version <= $1";
    /// The same when it falls due at another moment: two indexes know it.
    DELAY = "update requests set version = $1, state = $2, mode = $3, service_class = $4, service = $5, sender = $6,
            assignee = $7, mover = $8, need_text = $9, outcome_text = $10, needed_by = $11,
            waits_since = $12, sent_at = $13, acknowledged_at = $14, read_back_at = $15,
            confirmed_at = $16, delivered_at = $17, verified_at = $18, rounds = $19,
            hops = $20, level = $21, disputed = $22, due_at = $23
        where id = $24 and version <= $1";
    STORED = "select id, case_id, ordinal, version, state, mode, service_class, service,
            from_department, to_department, sender, assignee, mover, need_text, outcome_text,
            needed_by, due_at, waits_since, sent_at, acknowledged_at, read_back_at, confirmed_at,
            delivered_at, verified_at, ended_at, rounds, hops, level, disputed
        from requests where case_id = $1 order by ordinal";
    ONE = select!("where r.id = $1");
    BY_NUMBER = "select r.id, r.case_id from requests r join cases c on c.id = r.case_id
        where c.number = $1 and r.ordinal = $2";
    CASE_OF = "select case_id from requests where id = $1";
    OF_CASE = select!("where r.case_id = $1 order by r.ordinal");
    DUE_TO = select!("where r.to_department = $1 and r.ended_at is null and r.sent_at is not null
        and (coalesce(r.due_at, 253402300799999), r.id) > ($2, $3)
        and ($4 = '' or r.state = $4) and ($5 = '' or r.mover = $5) and ($6 = '' or r.assignee = $6)
        order by coalesce(r.due_at, 253402300799999), r.id limit $7");
    DUE_FROM = select!("where r.from_department = $1 and r.ended_at is null
        and (coalesce(r.due_at, 253402300799999), r.id) > ($2, $3)
        and ($4 = '' or r.state = $4) and ($5 = '' or r.mover = $5) and ($6 = '' or r.sender = $6)
        order by coalesce(r.due_at, 253402300799999), r.id limit $7");
    NEWEST_TO = select!("where r.to_department = $1 and r.id < $2 and r.sent_at is not null
        and ($3 = '' or r.state = $3) and ($4 = '' or r.mover = $4) and ($5 = '' or r.assignee = $5)
        order by r.id desc limit $6");
    NEWEST_FROM = select!("where r.from_department = $1 and r.id < $2
        and ($3 = '' or r.state = $3) and ($4 = '' or r.mover = $4) and ($5 = '' or r.sender = $5)
        order by r.id desc limit $6");
    COUNT_TO = "select mover, count(*) from requests
        where to_department = $1 and ended_at is null and sent_at is not null
        group by mover order by mover";
    COUNT_FROM = "select mover, count(*) from requests
        where from_department = $1 and ended_at is null and sent_at is not null
        group by mover order by mover";
    HOW_MANY = "select count(*) from requests";
    READ_BACK = "select count(*) from (select 1 from requests where read_back_at is not null limit 1) as one";
    CLEAR = "delete from requests";
}

/// A request as a board shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RequestRow {
    pub id: RequestId,
    pub case: CaseId,
    pub ordinal: u32,
    pub version: Version,
    pub state: StageName,
    pub mode: Mode,
    pub service_class: ServiceClass,
    pub service: Option<ServiceId>,
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub sender: PersonId,
    pub assignee: Option<PersonId>,
    /// Whose move it is.
    pub mover: Mover,
    /// `None` once it was erased.
    pub need: Option<String>,
    /// What is wanted at the end.
    pub outcome_wanted: Option<String>,
    pub needed_by: Option<Instant>,
    /// When whoever has to move is due.
    pub due_at: Option<Instant>,
    /// Since when they have had to.
    pub waits_since: Option<Instant>,
    pub sent_at: Option<Instant>,
    pub acknowledged_at: Option<Instant>,
    pub read_back_at: Option<Instant>,
    pub confirmed_at: Option<Instant>,
    pub delivered_at: Option<Instant>,
    pub verified_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub rounds: u32,
    pub hops: u32,
    pub level: u8,
    pub disputed: bool,
    /// Number of its case.
    pub case_number: u64,
}

impl RequestRow {
    pub fn reference(&self) -> String {
        format!("C-{}/{}", self.case_number, self.ordinal)
    }
}

pub(super) fn read(row: &Row<'_>) -> Result<RequestRow> {
    Ok(RequestRow {
        id: row.get(0)?,
        case: row.get(1)?,
        ordinal: row.get(2)?,
        version: row.get(3)?,
        state: row.get(4)?,
        mode: row.get(5)?,
        service_class: row.get(6)?,
        service: row.get(7)?,
        from: row.get(8)?,
        to: row.get(9)?,
        sender: row.get(10)?,
        assignee: row.get(11)?,
        mover: row.get(12)?,
        need: row.get(13)?,
        outcome_wanted: row.get(14)?,
        needed_by: row.get(15)?,
        due_at: row.get(16)?,
        waits_since: row.get(17)?,
        sent_at: row.get(18)?,
        acknowledged_at: row.get(19)?,
        read_back_at: row.get(20)?,
        confirmed_at: row.get(21)?,
        delivered_at: row.get(22)?,
        verified_at: row.get(23)?,
        ended_at: row.get(24)?,
        rounds: row.get(25)?,
        hops: row.get(26)?,
        level: row.get(27)?,
        disputed: row.get(28)?,
        case_number: row.get(29)?,
    })
}

pub(crate) fn values<'a>(
    case: CaseId,
    request: &'a Request,
    calendars: &Calendars,
) -> [Param<'a>; 29] {
    let ask = &request.ask;
    [
        request.id.into(),
        case.into(),
        request.ordinal.into(),
        request.version.into(),
        request.stage.name().name().into(),
        ask.mode.name().into(),
        ask.service_class.name().into(),
        ask.service.into(),
        request.from.into(),
        ask.to.into(),
        request.sender.into(),
        request.assignee.into(),
        request.mover().name().into(),
        ask.need.id.into(),
        ask.outcome_wanted.map(|word| word.id).into(),
        ask.needed_by.into(),
        next_due(request, calendars).into(),
        request.running().map(|run| run.started).into(),
        request.sent_at.into(),
        request.acknowledged_at.into(),
        request.read_back_at.into(),
        request.confirmed_at.into(),
        request.delivery.as_ref().map(|delivery| delivery.at).into(),
        request.verified_at.into(),
        request.ended_at.into(),
        request.rounds.into(),
        request.hops.into(),
        request.level().into(),
        request.dispute.is_some().into(),
    ]
}

/// Columns of [`values`] that [`TOUCH`] writes, in its order.
const TOUCHED: [usize; 22] =
    [3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 25, 26, 27, 28];

/// Writes the row of a request; `old` is the request as its row has it, when there is one.
pub(super) async fn put(
    tx: &Tx<'_>,
    case: CaseId,
    old: Option<&Request>,
    request: &Request,
    calendars: &Calendars,
) -> Result<()> {
    let values = values(case, request, calendars);
    let stays = |old: &&Request| {
        (old.from, old.ask.to, old.ended_at) == (request.from, request.ask.to, request.ended_at)
    };
    if let Some(old) = old.filter(stays) {
        let due = next_due(request, calendars);
        let same = next_due(old, calendars) == due;
        let mut touched: Vec<Param<'_>> =
            TOUCHED.iter().filter_map(|column| values.get(*column).copied()).collect();
        touched.extend((!same).then_some(Param::from(due)));
        touched.push(request.id.into());
        if tx.exec(if same { TOUCH } else { DELAY }, &touched).await? == 1 {
            return Ok(());
        }
    }
    tx.exec(PUT, &values).await?;
    Ok(())
}

/// Which requests of a department.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Those that it was sent; drafts of others do not exist for it.
    ToUs,
    /// Those that it sends.
    FromUs,
}

/// What a list of requests shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filter {
    pub side: Side,
    pub departments: Vec<DepartmentId>,
    pub state: Option<StageName>,
    pub mover: Option<Mover>,
    /// The assignee of what came to us, the sender of what came from us.
    pub person: Option<PersonId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Those that have not ended, by what is due first.
    Due,
    /// All, the newest first.
    Newest,
}

/// A page of requests: after the cursor, at most `limit`.
pub async fn list(
    link: &Link<'_>,
    filter: &Filter,
    order: Order,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<RequestRow>> {
    let state = filter.state.map_or("", StageName::name);
    let mover = filter.mover.map_or("", Mover::name);
    let person = filter.person.map(|person| person.to_string()).unwrap_or_default();
    let mut lists = Vec::with_capacity(filter.departments.len());
    for department in &filter.departments {
        let mut values: Vec<Param<'_>> = vec![(*department).into()];
        match (order, after) {
            (Order::Due, None) => values.extend([Param::Int(i64::MIN), Param::Text("")]),
            (Order::Due, Some(at)) => values.extend([Param::Int(at.key), Param::Text(&at.id)]),
            // Beyond every id.
            (Order::Newest, None) => values.push(Param::Text("~")),
            (Order::Newest, Some(at)) => values.push(Param::Text(&at.id)),
        }
        values.extend(params![state, mover, &person, limit + 1]);
        lists.push(link.rows(statement(filter.side, order), &values, read).await?);
    }
    Ok(Page::merge(lists, limit, order == Order::Newest, |row| place(row, order)))
}

fn statement(side: Side, order: Order) -> Sql {
    match (side, order) {
        (Side::ToUs, Order::Due) => DUE_TO,
        (Side::FromUs, Order::Due) => DUE_FROM,
        (Side::ToUs, Order::Newest) => NEWEST_TO,
        (Side::FromUs, Order::Newest) => NEWEST_FROM,
    }
}

pub(super) fn place(row: &RequestRow, order: Order) -> Cursor {
    let key = match order {
        Order::Due => row.due_at.map_or(NEVER, Instant::millis),
        Order::Newest => 0,
    };
    Cursor { key, id: row.id.to_string() }
}

pub async fn get(link: &Link<'_>, id: RequestId) -> Result<Option<RequestRow>> {
    link.one(ONE, params![id], read).await
}

/// The case that a request belongs to.
pub async fn case_of(link: &Link<'_>, id: RequestId) -> Result<Option<CaseId>> {
    link.one(CASE_OF, params![id], |row| row.get(0)).await
}

/// Whether any request was ever read back.
pub async fn any_read_back(link: &Link<'_>) -> Result<bool> {
    Ok(link.only(READ_BACK, params![], |row| row.get::<u64>(0)).await? > 0)
}

/// The request with the numbers in `C-1042/2`, and its case.
pub async fn by_number(
    link: &Link<'_>,
    case_number: u64,
    ordinal: u32,
) -> Result<Option<(RequestId, CaseId)>> {
    link.one(BY_NUMBER, params![case_number, ordinal], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// The requests of a case, in order.
pub async fn of_case(link: &Link<'_>, case: CaseId) -> Result<Vec<RequestRow>> {
    link.rows(OF_CASE, params![case], read).await
}

/// How many sent requests of a department have not ended, by whose move it is.
pub async fn count(
    link: &Link<'_>,
    side: Side,
    department: DepartmentId,
) -> Result<Vec<(Mover, u64)>> {
    let sql = match side {
        Side::ToUs => COUNT_TO,
        Side::FromUs => COUNT_FROM,
    };
    link.rows(sql, params![department], |row| Ok((row.get(0)?, row.get(1)?))).await
}
