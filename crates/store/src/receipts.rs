//! Receipts: the same write sent twice under one key is done once (`Idempotency-Key`).

use baton_core::ids::{PersonId, StreamId};
use baton_core::log::Version;
use baton_core::time::Instant;

use crate::db::{Link, Result, Tx, params, statements};

statements! {
    PUT = "insert into receipts (person, key, body, stream, version, result, at)
        values ($1, $2, $3, $4, $5, '', $6)";
    FIND = "select body, stream, version, at from receipts where person = $1 and key = $2";
    SWEEP = "delete from receipts where at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewReceipt {
    pub person: PersonId,
    pub key: String,
    /// SHA-256 of address and body, in hexadecimal.
    pub body_hash: String,
    /// What was made.
    pub stream: StreamId,
    pub version: Version,
    pub at: Instant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    pub body_hash: String,
    pub stream: StreamId,
    pub version: Version,
    pub at: Instant,
}

/// In the transaction of what it is about. Of two at the same moment the second task runs again,
/// and then finds the first.
pub async fn put(tx: &Tx<'_>, receipt: &NewReceipt) -> Result<()> {
    let values = params![
        receipt.person,
        &receipt.key,
        &receipt.body_hash,
        receipt.stream,
        receipt.version,
        receipt.at,
    ];
    tx.exec(PUT, values).await?;
    Ok(())
}

pub async fn find(link: &Link<'_>, person: PersonId, key: &str) -> Result<Option<Receipt>> {
    link.one(FIND, params![person, key], |row| {
        Ok(Receipt {
            body_hash: row.get(0)?,
            stream: row.get(1)?,
            version: row.get(2)?,
            at: row.get(3)?,
        })
    })
    .await
}

/// Lets go of receipts from before the moment; answers how many.
pub async fn sweep(tx: &Tx<'_>, before: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![before]).await
}
