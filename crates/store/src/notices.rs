//! Notices: somebody is told that it is their move. References only, no customer data.

mod wishes;

use baton_core::ids::{CaseId, JobId, PersonId, RequestId};
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Tx, params, statements};

#[cfg(test)]
pub(crate) use wishes::STATEMENTS as WISH_STATEMENTS;
pub use wishes::{Everybody, changes, count_change, set_choice, set_hours, wishes};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, person, case_id, request, kind, at, read_at, mail_at from notices ",
            $rest
        )
    };
}

statements! {
    ADD = "insert into notices (id, person, event, case_id, request, kind, at, read_at, mail_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    OF_PERSON = select!("where person = $1 and id < $2 order by id desc limit $3");
    UNREAD = "select count(*) from notices where person = $1 and read_at is null";
    READ_ONE = "update notices set read_at = $1 where id = $2 and person = $3 and read_at is null";
    READ_CASE = "update notices set read_at = $1 where person = $2 and case_id = $3 and read_at is null";
    READ_ALL = "update notices set read_at = $1 where person = $2 and read_at is null";
    TO_MAIL = select!(
        "where person = $1 and mail_at <= $2 and mailed_at is null
        and (read_at is null or read_at <= at) order by id limit $3"
    );
    MAILED = "update notices set mailed_at = $1
        where person = $2 and mail_at <= $3 and mailed_at is null";
    WAITS = "select count(*) from notices where person = $1 and mail_at = $2 and mailed_at is null";
    SWEEP = "delete from notices where at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewNotice {
    /// Later ids are newer.
    pub id: JobId,
    pub person: PersonId,
    /// What happened, so that nobody is told of it twice.
    pub event: String,
    pub case: CaseId,
    pub request: Option<RequestId>,
    /// What it is about, as the effect names it.
    pub about: String,
    pub at: Instant,
    /// Whether it stands on the page as something new.
    pub shown: bool,
    /// When it goes into a letter with others; `None`: it does not.
    pub mail_at: Option<Instant>,
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
    pub mail_at: Option<Instant>,
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
        mail_at: row.get(7)?,
    })
}

/// Writes a notice; `false` when this person has one of this event already.
pub async fn add(tx: &Tx<'_>, notice: &NewNotice) -> Result<bool> {
    let read_at = if notice.shown { None } else { Some(notice.at) };
    let values = params![
        notice.id,
        notice.person,
        &notice.event,
        notice.case,
        notice.request,
        &notice.about,
        notice.at,
        read_at,
        notice.mail_at,
    ];
    Ok(tx.exec(ADD, values).await? == 1)
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

/// Marks what a person was told about a case.
pub async fn mark_case_read(
    tx: &Tx<'_>,
    person: PersonId,
    case: CaseId,
    at: Instant,
) -> Result<u64> {
    tx.exec(READ_CASE, params![at, person, case]).await
}

pub async fn mark_all_read(tx: &Tx<'_>, person: PersonId, at: Instant) -> Result<u64> {
    tx.exec(READ_ALL, params![at, person]).await
}

/// What goes into a letter to a person now, oldest first: not what they have read meanwhile.
pub async fn to_mail(
    link: &Link<'_>,
    person: PersonId,
    now: Instant,
    limit: u32,
) -> Result<Vec<Notice>> {
    link.rows(TO_MAIL, params![person, now, limit], read).await
}

/// Notes that everything that was due by `until` has left.
pub async fn mailed(tx: &Tx<'_>, person: PersonId, until: Instant, at: Instant) -> Result<u64> {
    tx.exec(MAILED, params![at, person, until]).await
}

/// Whether a letter to a person at that moment has something in it.
pub async fn waits(link: &Link<'_>, person: PersonId, mail_at: Instant) -> Result<bool> {
    Ok(link.only(WAITS, params![person, mail_at], |row| row.get::<u64>(0)).await? > 0)
}

/// Lets go of notices from before the moment.
pub async fn sweep(tx: &Tx<'_>, before: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![before]).await
}
