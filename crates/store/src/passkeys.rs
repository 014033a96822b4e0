//! Passkeys: the public halves of keys that people's own devices hold.

use baton_core::ids::PersonId;
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    ADD = "insert into passkeys (id, person, name, credential, since, used_at)
        values ($1, $2, $3, $4, $5, null) on conflict (id) do nothing";
    ONE = "select id, person, name, credential, since, used_at from passkeys where id = $1";
    OF = "select id, person, name, credential, since, used_at from passkeys
        where person = $1 order by since, id";
    COUNT = "select count(*) from passkeys where person = $1";
    COUNTS = "select person, count(*) from passkeys group by person order by person";
    RENAME = "update passkeys set name = $1 where id = $2 and person = $3";
    USED = "update passkeys set credential = $1, used_at = $2 where id = $3";
    DROP = "delete from passkeys where id = $1 and person = $2";
    DROP_ALL = "delete from passkeys where person = $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passkey {
    /// SHA-256 of what the device calls it, in hexadecimal; names it, and opens nothing.
    pub id: String,
    pub person: PersonId,
    /// What its person calls it; may be empty.
    pub name: String,
    /// The public half, as the desk writes it.
    pub credential: String,
    pub since: Instant,
    pub used_at: Option<Instant>,
}

fn read(row: &Row<'_>) -> Result<Passkey> {
    Ok(Passkey {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        credential: row.get(3)?,
        since: row.get(4)?,
        used_at: row.get(5)?,
    })
}

/// `false`: it is there already, perhaps as somebody else's, and stays as it was.
pub async fn add(tx: &Tx<'_>, new: &Passkey) -> Result<bool> {
    let values = params![&new.id, new.person, &new.name, &new.credential, new.since];
    Ok(tx.exec(ADD, values).await? == 1)
}

pub async fn one(link: &Link<'_>, id: &str) -> Result<Option<Passkey>> {
    link.one(ONE, params![id], read).await
}

/// Those of a person, the first one first.
pub async fn of(link: &Link<'_>, person: PersonId) -> Result<Vec<Passkey>> {
    link.rows(OF, params![person], read).await
}

pub async fn count(link: &Link<'_>, person: PersonId) -> Result<u64> {
    link.only(COUNT, params![person], |row| row.get(0)).await
}

/// How many everybody has who has one.
pub async fn counts(link: &Link<'_>) -> Result<Vec<(PersonId, u64)>> {
    link.rows(COUNTS, params![], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// `false`: they have none of that id.
pub async fn rename(tx: &Tx<'_>, person: PersonId, id: &str, name: &str) -> Result<bool> {
    Ok(tx.exec(RENAME, params![name, id, person]).await? == 1)
}

/// Notes that it was used, with its counter as it is now.
pub async fn used(tx: &Tx<'_>, id: &str, credential: &str, at: Instant) -> Result<bool> {
    Ok(tx.exec(USED, params![credential, at, id]).await? == 1)
}

/// `false`: they have none of that id.
pub async fn drop(tx: &Tx<'_>, person: PersonId, id: &str) -> Result<bool> {
    Ok(tx.exec(DROP, params![id, person]).await? == 1)
}

/// Lets go of all that somebody has; gives how many those were.
pub async fn drop_all(tx: &Tx<'_>, person: PersonId) -> Result<u64> {
    tx.exec(DROP_ALL, params![person]).await
}
