//! What was begun in one browser and is not ended: signing in after the password, or a new password
//! for a forgotten one.

use baton_core::ids::PersonId;
use baton_core::time::Instant;

use crate::access::hashed;
use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    BEGIN = "insert into beginnings (id, kind, person, tries, expires_at)
        values ($1, $2, $3, 0, $4)";
    ONE = "select id, person, tries, expires_at from beginnings where id = $1 and kind = $2";
    TRY = "update beginnings set tries = tries + 1
        where id = $1 and tries < $2 and expires_at > $3";
    END = "delete from beginnings where id = $1";
    END_ALL = "delete from beginnings where person = $1";
    SWEEP = "delete from beginnings where expires_at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beginning {
    /// SHA-256 of what the browser holds; names it, and opens nothing.
    pub id: String,
    /// `None`: nobody has that address, which is not told.
    pub person: Option<PersonId>,
    pub tries: u32,
    pub expires_at: Instant,
}

fn read(row: &Row<'_>) -> Result<Beginning> {
    Ok(Beginning {
        id: row.get(0)?,
        person: row.get(1)?,
        tries: row.get(2)?,
        expires_at: row.get(3)?,
    })
}

/// `key` is what the browser holds.
pub async fn begin(
    tx: &Tx<'_>,
    key: &str,
    kind: &str,
    person: Option<PersonId>,
    expires_at: Instant,
) -> Result<()> {
    tx.exec(BEGIN, params![&hashed(key), kind, person, expires_at]).await?;
    Ok(())
}

/// By its id, over or not: the caller judges its moments.
pub async fn one(link: &Link<'_>, id: &str, kind: &str) -> Result<Option<Beginning>> {
    link.one(ONE, params![id, kind], read).await
}

/// Counts one try; `false`: it is over, or there were `most` already.
pub async fn try_once(tx: &Tx<'_>, id: &str, most: u32, now: Instant) -> Result<bool> {
    Ok(tx.exec(TRY, params![id, most, now]).await? == 1)
}

/// `false`: somebody else was faster.
pub async fn end(tx: &Tx<'_>, id: &str) -> Result<bool> {
    Ok(tx.exec(END, params![id]).await? == 1)
}

/// Ends whatever a person has begun, in every browser.
pub async fn end_all(tx: &Tx<'_>, person: PersonId) -> Result<u64> {
    tx.exec(END_ALL, params![person]).await
}

pub async fn sweep(tx: &Tx<'_>, expired: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![expired]).await
}
