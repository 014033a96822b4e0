//! Who is asked to decide about a request: written with it, and made again from it.

use baton_core::calendar::Calendars;
use baton_core::case::Case;
use baton_core::case::request::deciders::{Decider, Wanted, deciders};
use baton_core::case::request::state::Request;
use baton_core::ids::{CaseId, DepartmentId, PersonId, RequestId};
use baton_core::time::Instant;

use super::{Cursor, Page};
use crate::db::{Link, Param, Result, Row, Tx, params};

crate::db::statements! {
    PUT = "insert into deciders (id, case_id, request, person, wanted, level, due_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set level = excluded.level, due_at = excluded.due_at,
            version = excluded.version
        where excluded.version >= deciders.version";
    DROP = "delete from deciders where request = $1 and version <= $2";
    STORED = "select id, case_id, request, person, wanted, level, due_at
        from deciders where case_id = $1 order by id";
    LIST = "select d.id, d.case_id, d.request, d.wanted, d.level, d.due_at, r.ordinal,
            r.from_department, r.to_department, c.number, n.content
        from deciders d join requests r on r.id = d.request join cases c on c.id = d.case_id
        left join words n on n.id = r.need_text
        where d.person = $1 and (d.due_at, d.id) > ($2, $3)
        order by d.due_at, d.id limit $4";
    CLEAR = "delete from deciders";
}

/// Something that a person is asked to decide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeciderRow {
    pub id: String,
    pub case: CaseId,
    pub request: RequestId,
    pub wanted: Wanted,
    /// Of the level; none of a ruling.
    pub level: Option<u8>,
    pub due_at: Instant,
    pub ordinal: u32,
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub case_number: u64,
    /// What is needed; `None` once it was erased.
    pub need: Option<String>,
}

impl DeciderRow {
    pub fn reference(&self) -> String {
        format!("C-{}/{}", self.case_number, self.ordinal)
    }
}

fn read(row: &Row<'_>) -> Result<DeciderRow> {
    Ok(DeciderRow {
        id: row.get(0)?,
        case: row.get(1)?,
        request: row.get(2)?,
        wanted: row.get(3)?,
        level: row.get(4)?,
        due_at: row.get(5)?,
        ordinal: row.get(6)?,
        from: row.get(7)?,
        to: row.get(8)?,
        case_number: row.get(9)?,
        need: row.get(10)?,
    })
}

/// A row as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Written {
    id: String,
    case: CaseId,
    request: RequestId,
    of: Decider,
}

impl Written {
    /// All but the version, which says nothing about what it holds.
    pub(crate) fn values(&self) -> [Param<'_>; 7] {
        [
            (&self.id).into(),
            self.case.into(),
            self.request.into(),
            self.of.person.into(),
            self.of.wanted.name().into(),
            self.of.level.map(i64::from).into(),
            self.of.due.into(),
        ]
    }
}

fn of_request(case: CaseId, request: &Request, calendars: &Calendars) -> Vec<Written> {
    let row = |of: Decider| {
        let id = format!("{}{}{}", request.id, of.person, of.wanted);
        Written { id, case, request: request.id, of }
    };
    deciders(request, calendars).into_iter().map(row).collect()
}

/// All rows of a case as the table has them, in the order of their ids.
pub(crate) fn of_case(case: &Case, calendars: &Calendars) -> Vec<Written> {
    let requests = case.requests.iter();
    let mut all: Vec<Written> =
        requests.flat_map(|request| of_request(case.id, request, calendars)).collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// Writes those of a request anew where they differ from what the case before makes of them; all of
/// them where that is not known.
pub(super) async fn put(
    tx: &Tx<'_>,
    before: Option<&Case>,
    case: CaseId,
    request: &Request,
    calendars: &Calendars,
) -> Result<()> {
    let now = of_request(case, request, calendars);
    let old = before.and_then(|before| before.request(request.id));
    let old = old.map(|old| of_request(case, old, calendars)).unwrap_or_default();
    if before.is_some() && old == now {
        return Ok(());
    }
    tx.exec(DROP, params![request.id, request.version]).await?;
    for row in &now {
        let [id, case, of, person, wanted, level, due] = row.values();
        let version = request.version.into();
        tx.exec(PUT, &[id, case, of, person, wanted, level, due, version]).await?;
    }
    Ok(())
}

/// A page of what a person is asked to decide, what is due first first.
pub async fn list(
    link: &Link<'_>,
    person: PersonId,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<DeciderRow>> {
    let (key, id) = after.map_or((i64::MIN, ""), |at| (at.key, at.id.as_str()));
    let rows = link.rows(LIST, params![person, key, id, limit + 1], read).await?;
    let place = |row: &DeciderRow| Cursor { key: row.due_at.millis(), id: row.id.clone() };
    Ok(Page::merge(vec![rows], limit, false, place))
}
