//! Drafts: what somebody has typed into a form and not sent. For their eyes alone; kept outside the
//! log, and gone with whoever it is about.

use baton_core::ids::PersonId;
use baton_core::time::Instant;
use baton_core::vault::Subject;

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    PUT = "insert into drafts (person, place, subject, fields, updated_at)
        values ($1, $2, $3, $4, $5)
        on conflict (person, place) do update set subject = excluded.subject,
            fields = excluded.fields, updated_at = excluded.updated_at";
    ONE = "select place, fields, updated_at from drafts where person = $1 and place = $2";
    OF_PERSON = "select place, fields, updated_at from drafts where person = $1
        order by updated_at desc, place limit $2";
    DISCARD = "delete from drafts where person = $1 and place = $2";
    FORGET = "delete from drafts where subject = $1 and subject <> 'nobody'";
    FORGET_WRITER = "delete from drafts where person = $1";
    SWEEP = "delete from drafts where updated_at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewDraft {
    pub person: PersonId,
    /// The form that it was typed into.
    pub place: String,
    /// Whom the words are about: the draft goes when they are erased.
    pub subject: Subject,
    /// The fields as text.
    pub fields: String,
    pub at: Instant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    pub place: String,
    pub fields: String,
    pub updated_at: Instant,
}

fn read(row: &Row<'_>) -> Result<Draft> {
    Ok(Draft { place: row.get(0)?, fields: row.get(1)?, updated_at: row.get(2)? })
}

/// Keeps a draft in place of the one before it.
pub async fn put(tx: &Tx<'_>, draft: &NewDraft) -> Result<()> {
    let NewDraft { person, place, subject, fields, at } = draft;
    tx.exec(PUT, params![*person, place, *subject, fields, *at]).await?;
    Ok(())
}

pub async fn get(link: &Link<'_>, person: PersonId, place: &str) -> Result<Option<Draft>> {
    link.one(ONE, params![person, place], read).await
}

/// The drafts of a person, the newest first.
pub async fn of_person(link: &Link<'_>, person: PersonId, limit: u32) -> Result<Vec<Draft>> {
    link.rows(OF_PERSON, params![person, limit], read).await
}

/// Lets a draft go; `false` when there is none.
pub async fn discard(tx: &Tx<'_>, person: PersonId, place: &str) -> Result<bool> {
    Ok(tx.exec(DISCARD, params![person, place]).await? == 1)
}

/// Lets go of every draft about somebody, and of those that they wrote.
pub(crate) async fn forget(tx: &Tx<'_>, subject: Subject) -> Result<()> {
    tx.exec(FORGET, params![subject]).await?;
    if let Subject::Person(person) = subject {
        tx.exec(FORGET_WRITER, params![person]).await?;
    }
    Ok(())
}

/// Lets go of drafts that were last touched before the moment.
pub async fn sweep(tx: &Tx<'_>, before: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![before]).await
}
