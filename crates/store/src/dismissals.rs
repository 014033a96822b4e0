//! Jobs and letters that somebody let go of: which, why, who and when.

use baton_core::ids::PersonId;
use baton_core::time::Instant;

use crate::db::{Link, Result, Tx, params, statements};

statements! {
    ADD = "insert into dismissals (thing, kind, about, reason, person, at)
        values ($1, $2, $3, $4, $5, $6) on conflict (thing) do nothing";
    LATEST = "select thing, kind, about, reason, person, at from dismissals
        where kind = $1 order by at desc, thing limit $2";
    SWEEP = "delete from dismissals where at < $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dismissal {
    /// Id of the job or the letter.
    pub thing: String,
    /// `job` or `letter`.
    pub kind: String,
    /// What it was: the kind of the job, the reason of the quarantine.
    pub about: String,
    /// In the words of whoever let it go.
    pub reason: String,
    pub person: PersonId,
    pub at: Instant,
}

pub async fn add(tx: &Tx<'_>, dismissal: &Dismissal) -> Result<()> {
    let Dismissal { thing, kind, about, reason, person, at } = dismissal;
    tx.exec(ADD, params![thing, kind, about, reason, *person, *at]).await?;
    Ok(())
}

/// The newest of a kind.
pub async fn latest(link: &Link<'_>, kind: &str, limit: u32) -> Result<Vec<Dismissal>> {
    link.rows(LATEST, params![kind, limit], |row| {
        Ok(Dismissal {
            thing: row.get(0)?,
            kind: row.get(1)?,
            about: row.get(2)?,
            reason: row.get(3)?,
            person: row.get(4)?,
            at: row.get(5)?,
        })
    })
    .await
}

/// Lets go of what is older than the moment.
pub async fn sweep(tx: &Tx<'_>, before: Instant) -> Result<u64> {
    tx.exec(SWEEP, params![before]).await
}
