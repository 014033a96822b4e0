//! Notices: somebody is told that it is their move. References only, no customer data.

use baton_core::ids::{CaseId, JobId, PersonId, RequestId};
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    ADD = "insert into notices (id, person, case_id, request, kind, at) values ($1, $2, $3, $4, $5, $6)
        on conflict (id) do nothing";
    OF_PERSON = "select id, person, case_id, request, kind, at, read_at from notices
        where person = $1 and id < $2 order by id desc limit $3";
    UNREAD = "select count(*) from notices where person = $1 and read_at is null";
    READ_ONE = "update notices set read_at = $1 where id = $2 and person = $3 and read_at is null";
    READ_ALL = "update notices set read_at = $1 where person = $2 and read_at is null";
    SWEEP = "delete from notices where at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewNotice {
    /// Later ids are newer.
    pub id: JobId,
    pub person: PersonId,
    pub case: CaseId,
    pub request: Option<RequestId>,
    /// What it is about, as the effect names it.
    pub about: String,
    pub at: Instant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    pub id: JobId,
    pub person: PersonId,
    pub case: CaseId,
    pub request: Option<RequestId>,
    pub about: String,
    pub at: Instant,
    pub read_at: Option<Instant>,
}

fn read(row: &Row<'_>) -> Result<Notice> {
    Ok(Notice {
        id: row.get(0)?,
        person: row.get(1)?,
        case: row.get(2)?,
        request: row.get(3)?,
        about: row.get(4)?,
        at: row.get(5)?,
        read_at: row.get(6)?,
    })
}

pub async fn add(tx: &Tx<'_>, notice: &NewNotice) -> Result<()> {
    let values =
        params![notice.id, notice.person, notice.case, notice.request, &notice.about, notice.at,];
    tx.exec(ADD, values).await?;
    Ok(())
}

/// The notices of a person, newest first, older than `after`.
pub async fn of_person(
    link: &Link<'_>,
    person: PersonId,
    after: Option<JobId>,
    limit: u32,
) -> Result<Vec<Notice>> {
    let after = after.map_or_else(|| "~".to_owned(), |id| id.to_string());
    link.rows(OF_PERSON, params![person, &after, limit], read).await
}

pub async fn unread(link: &Link<'_>, person: PersonId) -> Result<u64> {
    link.only(UNREAD, params![person], |row| row.get(0)).await
}

pub async fn mark_read(tx: &Tx<'_>, person: PersonId, id: JobId, at: Instant) -> Result<bool> {
    Ok(tx.exec(READ_ONE, params![at, id, person]).await? == 1)
}

pub async fn mark_all_read(tx: &Tx<'_>, person: PersonId, at: Instant) -> Result<u64> {
    tx.exec(READ_ALL, params![at, person]).await
}

/// Lets go of notices from before the moment.
pub async fn sweep(tx: &Tx<'_>, before: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![before]).await
}
