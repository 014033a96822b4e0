//! Files that somebody has handed over for a text that is not sent yet: for them alone, for a day.
//! The bytes lie with all others ([`crate::files`]).

use baton_core::ids::PersonId;
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Tx, params, statements};
use crate::files;

statements! {
    ADD = "insert into uploads (id, person, file, name, media_type, size, at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    ONE = "select id, file, name, media_type, size from uploads where id = $1 and person = $2";
    TAKEN_SINCE = "select cast(coalesce(sum(size), 0) as bigint) from uploads
        where person = $1 and at > $2";
    SWEEP = "delete from uploads where at < $1 returning file";
}

/// A file that waits for the text it goes with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Upload {
    /// Random; 64 hexadecimal digits.
    pub id: String,
    /// SHA-256 of the bytes.
    pub file: String,
    /// As its owner calls it; data, never a path.
    pub name: String,
    pub media_type: String,
    pub size: u64,
}

fn read(row: &Row<'_>) -> Result<Upload> {
    Ok(Upload {
        id: row.get(0)?,
        file: row.get(1)?,
        name: row.get(2)?,
        media_type: row.get(3)?,
        size: row.get(4)?,
    })
}

/// Enters a file whose bytes are kept already.
pub async fn add(tx: &Tx<'_>, person: PersonId, new: &Upload, at: Instant) -> Result<()> {
    let Upload { id, file, name, media_type, size } = new;
    files::record(tx, file, *size, media_type, at).await?;
    tx.exec(ADD, params![id, person, file, name, media_type, *size, at]).await?;
    Ok(())
}

/// The file of this id, for whoever handed it over.
pub async fn get(link: &Link<'_>, person: PersonId, id: &str) -> Result<Option<Upload>> {
    link.one(ONE, params![id, person], read).await
}

/// How many bytes somebody has handed over since.
pub async fn taken_since(link: &Link<'_>, person: PersonId, since: Instant) -> Result<u64> {
    let sum = link.one(TAKEN_SINCE, params![person, since], |row| row.get::<u64>(0)).await?;
    Ok(sum.unwrap_or(0))
}

/// Lets go of what was handed over before, and marks the bytes that nothing else holds as erased:
/// they are deleted once this is committed.
pub async fn sweep(tx: &Tx<'_>, before: Instant, now: Instant) -> Result<()> {
    for file in tx.rows(SWEEP, params![before], |row| row.get::<String>(0)).await? {
        files::erase_unless_held(tx, &file, now).await?;
    }
    Ok(())
}
