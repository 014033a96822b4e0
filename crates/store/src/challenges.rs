//! What was asked of a device, or of another system that knows people, and is not answered yet. Each
//! is answered once, by the browser in which it was asked.

use baton_core::ids::PersonId;
use baton_core::time::Instant;

use crate::access::hashed;
use crate::db::{Result, Tx, params, statements};

statements! {
    ASK = "insert into challenges (id, kind, person, state, expires_at)
        values ($1, $2, $3, $4, $5)";
    TAKE = "delete from challenges where id = $1 returning kind, person, state, expires_at";
    SWEEP = "delete from challenges where expires_at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Challenge {
    pub kind: String,
    /// Who was asked; `None` where that comes to light with the answer.
    pub person: Option<PersonId>,
    /// What the answer is held against.
    pub state: String,
    pub expires_at: Instant,
}

/// `key` is what the browser holds.
pub async fn ask(tx: &Tx<'_>, key: &str, new: &Challenge) -> Result<()> {
    let Challenge { kind, person, state, expires_at } = new;
    tx.exec(ASK, params![&hashed(key), kind, *person, state, *expires_at]).await?;
    Ok(())
}

/// Takes it, so that no second answer finds it; over or not, the caller judges its moment.
pub async fn take(tx: &Tx<'_>, key: &str) -> Result<Option<Challenge>> {
    tx.one(TAKE, params![&hashed(key)], |row| {
        Ok(Challenge {
            kind: row.get(0)?,
            person: row.get(1)?,
            state: row.get(2)?,
            expires_at: row.get(3)?,
        })
    })
    .await
}

pub async fn sweep(tx: &Tx<'_>, expired: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![expired]).await
}
