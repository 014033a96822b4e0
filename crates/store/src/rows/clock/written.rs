//! The rows of clocks: written with their case, and made again from it.

use baton_core::agreement::{LeftOut, PauseReason, ServiceClass, Side};
use baton_core::calendar::Calendars;
use baton_core::case::kinds::{AnyClock, CaseClock};
use baton_core::case::request::state::Request;
use baton_core::case::request::trace::{Mark, marks};
use baton_core::case::service_clocks::{Watched, watched};
use baton_core::case::state::Case;
use baton_core::ids::{AgreementId, CaseId, DepartmentId, PersonId, RequestId};
use baton_core::log::Version;
use baton_core::time::{Instant, Span};

use crate::db::{Param, Result, Tx, params};

crate::db::statements! {
    PUT = "insert into clocks (id, case_id, request, version, kind, service_class, from_department,
            to_department, side, person, agreement, started_at, stopped_at, due_at, warn_at, still,
            left_out, used_ms, excused)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19)
        on conflict (id) do update set version = excluded.version,
            service_class = excluded.service_class, from_department = excluded.from_department,
            to_department = excluded.to_department, side = excluded.side,
            person = excluded.person, agreement = excluded.agreement,
            started_at = excluded.started_at, stopped_at = excluded.stopped_at,
            due_at = excluded.due_at, warn_at = excluded.warn_at, still = excluded.still,
            left_out = excluded.left_out, used_ms = excluded.used_ms, excused = excluded.excused
        where excluded.version >= clocks.version";
    STORED = "select id, case_id, request, kind, service_class, from_department, to_department,
            side, person, agreement, started_at, stopped_at, due_at, warn_at, still, left_out,
            used_ms, excused
        from clocks where case_id = $1 order by id";
    DROP = "delete from clocks where id = $1 and version <= $2";
    DROP_OF_CASE = "delete from clocks where case_id = $1 and request is null and version <= $2";
    CLEAR = "delete from clocks";
}

/// A clock as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Written {
    id: String,
    case: CaseId,
    /// `None`: it is the case's own.
    request: Option<RequestId>,
    kind: AnyClock,
    class: Option<ServiceClass>,
    from: DepartmentId,
    to: Option<DepartmentId>,
    side: Side,
    person: Option<PersonId>,
    agreement: Option<AgreementId>,
    started: Instant,
    stopped: Option<Instant>,
    due: Option<Instant>,
    warn: Option<Instant>,
    still: Option<PauseReason>,
    left_out: Option<LeftOut>,
    used: Option<Span>,
    excused: bool,
}

impl Written {
    fn of_request(case: CaseId, request: &Request, mark: Mark) -> Self {
        Self {
            // A request has far fewer than a thousand; the figures keep them in order.
            id: format!("{}{:03}", request.id, mark.n),
            case,
            request: Some(request.id),
            kind: AnyClock::Request(mark.kind),
            class: Some(request.ask.service_class),
            from: mark.from,
            to: Some(mark.to),
            side: mark.side,
            person: mark.person,
            agreement: mark.agreement,
            started: mark.started,
            stopped: mark.stopped,
            due: mark.due,
            warn: mark.warn,
            still: mark.still,
            left_out: mark.left_out,
            used: mark.used,
            excused: mark.excused,
        }
    }

    fn of_case(case: &Case, watched: Watched) -> Self {
        let place = CaseClock::ALL.iter().position(|kind| *kind == watched.kind);
        Self {
            // One of each kind runs at most, and one for each promise.
            id: match watched.promise {
                Some(promise) => format!("{promise}000"),
                None => format!("{}{:03}", case.id, place.unwrap_or_default()),
            },
            case: case.id,
            request: None,
            kind: AnyClock::Case(watched.kind),
            class: None,
            from: case.department,
            to: None,
            side: Side::From,
            person: Some(case.owner),
            agreement: None,
            started: watched.started,
            stopped: None,
            due: Some(watched.due),
            warn: watched.warn,
            still: watched.still,
            left_out: None,
            used: None,
            excused: false,
        }
    }

    /// All but the version, which says nothing about what it holds.
    pub(crate) fn values(&self) -> [Param<'_>; 18] {
        [
            (&self.id).into(),
            self.case.into(),
            self.request.into(),
            self.kind.name().into(),
            self.class.map(ServiceClass::name).into(),
            self.from.into(),
            self.to.into(),
            self.side.name().into(),
            self.person.into(),
            self.agreement.into(),
            self.started.into(),
            self.stopped.into(),
            self.due.into(),
            self.warn.into(),
            self.still.map(PauseReason::name).into(),
            self.left_out.map(LeftOut::name).into(),
            self.used.map(Span::as_millis).into(),
            self.excused.into(),
        ]
    }

    async fn put(&self, tx: &Tx<'_>, version: Version) -> Result<()> {
        let [id, case, request, rest @ ..] = self.values();
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = rest;
        let version = version.into();
        let values = [id, case, request, version, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o];
        tx.exec(PUT, &values).await?;
        Ok(())
    }
}

/// The rows of a request's clocks, running and stopped, in order.
fn of_request(case: CaseId, request: &Request, calendars: &Calendars) -> Vec<Written> {
    let marks = marks(request, calendars).into_iter();
    marks.map(|mark| Written::of_request(case, request, mark)).collect()
}

/// The rows of the clocks that run on the case itself.
fn own(case: &Case, calendars: &Calendars) -> Vec<Written> {
    let watched = watched(case, calendars).into_iter();
    watched.map(|one| Written::of_case(case, one)).collect()
}

/// All rows of a case as the table has them, in the order of their ids.
pub(crate) fn of_case(case: &Case, calendars: &Calendars) -> Vec<Written> {
    let mut all = own(case, calendars);
    let requests = case.requests.iter();
    all.extend(requests.flat_map(|request| of_request(case.id, request, calendars)));
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// Writes those of a request that differ from what `old` makes of them.
pub(in crate::rows) async fn put(
    tx: &Tx<'_>,
    case: CaseId,
    old: Option<&Request>,
    request: &Request,
    calendars: &Calendars,
) -> Result<()> {
    let before = old.map(|old| of_request(case, old, calendars)).unwrap_or_default();
    let now = of_request(case, request, calendars);
    for row in now.iter().filter(|row| !before.contains(row)) {
        row.put(tx, request.version).await?;
    }
    Ok(())
}

/// Writes those that run on the case itself, and takes away those that do so no more.
pub(in crate::rows) async fn put_own(
    tx: &Tx<'_>,
    before: Option<&Case>,
    case: &Case,
    calendars: &Calendars,
) -> Result<()> {
    let now = own(case, calendars);
    let known = match before {
        Some(before) => own(before, calendars),
        None => {
            tx.exec(DROP_OF_CASE, params![case.id, case.version]).await?;
            Vec::new()
        }
    };
    for gone in known.iter().filter(|old| !now.iter().any(|row| row.id == old.id)) {
        tx.exec(DROP, params![&gone.id, case.version]).await?;
    }
    for row in now.iter().filter(|row| !known.contains(row)) {
        row.put(tx, case.version).await?;
    }
    Ok(())
}
