//! Snoozes: what a person wants out of their own lists until a moment. The thing itself, its clocks
//! and everybody else's lists know nothing of it.

use baton_core::ids::{CaseId, PersonId, RequestId};
use baton_core::log::Version;
use baton_core::time::Instant;

use crate::db::{Link, Param, Result, Row, Tx, params, statements};

statements! {
    PUT = "insert into snoozes (person, case_id, request, version, since_at, until_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (person, case_id, request) do update set version = excluded.version,
            since_at = excluded.since_at, until_at = excluded.until_at";
    OF_PERSON = "select case_id, request, version, since_at, until_at from snoozes
        where person = $1 and until_at > $2 order by until_at, case_id, request limit $3";
    END = "delete from snoozes where person = $1 and case_id = $2 and request = $3";
    SWEEP = "delete from snoozes where until_at < $1";
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Snooze {
    pub case: CaseId,
    /// The request that sleeps; `None`: the case itself.
    pub request: Option<RequestId>,
    /// The version of the case when it was put to sleep: what happens later may wake it.
    pub version: Version,
    pub since: Instant,
    pub until: Instant,
}

/// The case itself has the empty text, as a key cannot be null.
fn key(request: Option<RequestId>) -> Param<'static> {
    request.map_or(Param::Text(""), Param::from)
}

fn read(row: &Row<'_>) -> Result<Snooze> {
    let request = if row.text(1)?.is_empty() { None } else { Some(row.get(1)?) };
    Ok(Snooze {
        case: row.get(0)?,
        request,
        version: row.get(2)?,
        since: row.get(3)?,
        until: row.get(4)?,
    })
}

/// Puts something to sleep, or to sleep for another time.
pub async fn put(tx: &Tx<'_>, person: PersonId, snooze: &Snooze) -> Result<()> {
    let Snooze { case, request, version, since, until } = *snooze;
    let values =
        [person.into(), case.into(), key(request), version.into(), since.into(), until.into()];
    tx.exec(PUT, &values).await?;
    Ok(())
}

/// What a person put to sleep beyond `now`, what wakes first on top.
pub async fn of_person(
    link: &Link<'_>,
    person: PersonId,
    now: Instant,
    limit: u32,
) -> Result<Vec<Snooze>> {
    link.rows(OF_PERSON, params![person, now, limit], read).await
}

/// Wakes it; `false` when it was not asleep.
pub async fn end(
    tx: &Tx<'_>,
    person: PersonId,
    case: CaseId,
    request: Option<RequestId>,
) -> Result<bool> {
    let values = [person.into(), case.into(), key(request)];
    Ok(tx.exec(END, &values).await? == 1)
}

/// Lets go of those that ended before the moment.
pub async fn sweep(tx: &Tx<'_>, before: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![before]).await
}
