//! Boards of clocks that run.

use baton_core::agreement::{PauseReason, Side};
use baton_core::case::kinds::AnyClock;
use baton_core::ids::{CaseId, DepartmentId, PersonId, RequestId};
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Sql, params};
use crate::rows::{Cursor, Page};

macro_rules! board {
    ($what:literal, $cond:literal, $end:literal) => {
        concat!(
            "select ",
            $what,
            " from clocks k left join requests r on r.id = k.request
            join cases c on c.id = k.case_id
            left join words n on n.id = coalesce(r.need_text, c.subject_text)
            where k.stopped_at is null and ",
            $cond,
            " and ($2 like '%,' || k.from_department || ',%'
                or $2 like '%,' || k.to_department || ',%')
            and ($3 = '' or $3 = case k.side when 'from' then k.from_department
                else k.to_department end)
            and ($4 = '' or k.kind = $4)
            and ($5 = '' or k.person = $5)",
            $end
        )
    };
}

macro_rules! page {
    ($cond:literal) => {
        board!(
            "k.id, k.request, k.kind, k.from_department, k.to_department, k.side, k.person,
            k.started_at, k.due_at, k.warn_at, k.still, r.ordinal, c.number, n.content, k.case_id",
            $cond,
            " and (k.due_at, k.id) > ($6, $7) order by k.due_at, k.id limit $8"
        )
    };
}

macro_rules! count {
    ($cond:literal) => {
        concat!("select count(*) from (", board!("1", $cond, " limit $6"), ") as one")
    };
}

crate::db::statements! {
    AT_RISK = page!("k.due_at >= $1 and k.warn_at <= $1");
    BREACHED = page!("k.due_at < $1");
    COUNT_AT_RISK = count!("k.due_at >= $1 and k.warn_at <= $1");
    COUNT_BREACHED = count!("k.due_at < $1");
}

/// What a clock is about. Of a case only its own department reads the clocks, and it is the one
/// that must move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    Case(CaseId),
    Request {
        id: RequestId,
        ordinal: u32,
        /// The department that is asked.
        to: DepartmentId,
    },
}

/// A running clock as a board shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClockRow {
    pub id: String,
    pub about: About,
    pub kind: AnyClock,
    /// The department that asks, or that has the case.
    pub from: DepartmentId,
    /// Who must move; the other one waits.
    pub side: Side,
    pub person: Option<PersonId>,
    pub started_at: Instant,
    pub due_at: Instant,
    pub warn_at: Option<Instant>,
    /// Why it stands still, if it does.
    pub still: Option<PauseReason>,
    pub case_number: u64,
    /// What is needed, or the subject of the case; `None` once it was erased.
    pub what: Option<String>,
}

impl ClockRow {
    pub fn reference(&self) -> String {
        match self.about {
            About::Case(_) => format!("C-{}", self.case_number),
            About::Request { ordinal, .. } => format!("C-{}/{ordinal}", self.case_number),
        }
    }

    /// Who must move.
    pub fn mover(&self) -> DepartmentId {
        match (self.about, self.side) {
            (About::Request { to, .. }, Side::To) => to,
            _ => self.from,
        }
    }

    /// The department that waits for them; `None` when it is the customer.
    pub fn waiter(&self) -> Option<DepartmentId> {
        match (self.about, self.side) {
            (About::Case(_), _) => None,
            (About::Request { .. }, Side::To) => Some(self.from),
            (About::Request { to, .. }, Side::From) => Some(to),
        }
    }
}

fn read(row: &Row<'_>) -> Result<ClockRow> {
    let about = match row.get::<Option<RequestId>>(1)? {
        Some(id) => About::Request { id, ordinal: row.get(11)?, to: row.get(4)? },
        None => About::Case(row.get(14)?),
    };
    Ok(ClockRow {
        id: row.get(0)?,
        about,
        kind: row.get(2)?,
        from: row.get(3)?,
        side: row.get(5)?,
        person: row.get(6)?,
        started_at: row.get(7)?,
        due_at: row.get(8)?,
        warn_at: row.get(9)?,
        still: row.get(10)?,
        case_number: row.get(12)?,
        what: row.get(13)?,
    })
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Three quarters of the time have passed, and it is not due yet.
    AtRisk,
    /// It was due.
    Breached,
}

/// Which running clocks a board shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filter {
    pub state: State,
    /// Those of whoever looks: one of them must move, or waits.
    pub departments: Vec<DepartmentId>,
    /// Only where this one must move.
    pub mover: Option<DepartmentId>,
    pub kind: Option<AnyClock>,
    /// Only what this person has.
    pub person: Option<PersonId>,
}

impl Filter {
    fn texts(&self) -> [String; 3] {
        let departments: Vec<String> = self.departments.iter().map(ToString::to_string).collect();
        let mover = self.mover.map(|mover| mover.to_string()).unwrap_or_default();
        let person = self.person.map(|person| person.to_string()).unwrap_or_default();
        [format!(",{},", departments.join(",")), mover, person]
    }
}

/// A page of a board, what is due first first: after the cursor, at most `limit`.
pub async fn list(
    link: &Link<'_>,
    filter: &Filter,
    now: Instant,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<ClockRow>> {
    let sql = match filter.state {
        State::AtRisk => AT_RISK,
        State::Breached => BREACHED,
    };
    let ([departments, mover, person], kind) =
        (filter.texts(), filter.kind.map_or("", AnyClock::name));
    let (key, id) = after.map_or((i64::MIN, ""), |at| (at.key, at.id.as_str()));
    let values = params![now, &departments, &mover, kind, &person, key, id, limit + 1];
    let rows = link.rows(sql, values, read).await?;
    let place = |row: &ClockRow| Cursor { key: row.due_at.millis(), id: row.id.clone() };
    Ok(Page::merge(vec![rows], limit, false, place))
}

/// How many there are, up to `most`.
pub async fn count(link: &Link<'_>, filter: &Filter, now: Instant, most: u32) -> Result<u64> {
    let sql: Sql = match filter.state {
        State::AtRisk => COUNT_AT_RISK,
        State::Breached => COUNT_BREACHED,
    };
    let ([departments, mover, person], kind) =
        (filter.texts(), filter.kind.map_or("", AnyClock::name));
    link.only(sql, params![now, &departments, &mover, kind, &person, most], |row| row.get(0)).await
}
