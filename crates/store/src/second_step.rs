//! The code beside the password: its sealed secret, and what opens in its place.

use baton_core::ids::PersonId;
use baton_core::time::Instant;

use crate::access::hashed;
use crate::db::{Link, Result, Tx, params, statements};

statements! {
    ADD = "insert into second_steps (person, secret, since, last_step) values ($1, $2, $3, $4)
        on conflict (person) do nothing";
    ONE = "select secret, since, last_step from second_steps where person = $1";
    ALL = "select person, since, (select count(*) from recovery_codes
            where recovery_codes.person = second_steps.person)
        from second_steps order by person";
    TAKE = "update second_steps set last_step = $1 where person = $2 and last_step < $1";
    DROP = "delete from second_steps where person = $1";
    ADD_CODE = "insert into recovery_codes (person, code) values ($1, $2)";
    USE_CODE = "delete from recovery_codes where person = $1 and code = $2";
    CODES = "select count(*) from recovery_codes where person = $1";
    DROP_CODES = "delete from recovery_codes where person = $1";
}

/// What is kept of a person's second step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Sealed by the desk; whoever reads the database cannot make codes of it.
    pub secret: String,
    pub since: Instant,
    /// The newest step whose code was taken.
    pub last_step: u64,
}

/// Whose second step is on, since when, and how many recovery codes they have left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub person: PersonId,
    pub since: Instant,
    pub left: u64,
}

/// `false`: it was on already, and stays as it was.
pub async fn add(tx: &Tx<'_>, person: PersonId, kept: &Kept) -> Result<bool> {
    let values = params![person, &kept.secret, kept.since, kept.last_step];
    Ok(tx.exec(ADD, values).await? == 1)
}

pub async fn of(link: &Link<'_>, person: PersonId) -> Result<Option<Kept>> {
    link.one(ONE, params![person], |row| {
        Ok(Kept { secret: row.get(0)?, since: row.get(1)?, last_step: row.get(2)? })
    })
    .await
}

/// Everybody who has one.
pub async fn all(link: &Link<'_>) -> Result<Vec<Line>> {
    link.rows(ALL, params![], |row| {
        Ok(Line { person: row.get(0)?, since: row.get(1)?, left: row.get(2)? })
    })
    .await
}

/// Takes the code of a step; `false`: that one or a newer one was taken before.
pub async fn take(tx: &Tx<'_>, person: PersonId, step: u64) -> Result<bool> {
    Ok(tx.exec(TAKE, params![step, person]).await? == 1)
}

/// Lets go of it, and of the recovery codes; `false`: there was none.
pub async fn drop(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    tx.exec(DROP_CODES, params![person]).await?;
    Ok(tx.exec(DROP, params![person]).await? == 1)
}

/// New recovery codes; earlier ones open nothing any more.
pub async fn set_recovery_codes(tx: &Tx<'_>, person: PersonId, codes: &[String]) -> Result<()> {
    tx.exec(DROP_CODES, params![person]).await?;
    for code in codes {
        tx.exec(ADD_CODE, params![person, &hashed(code)]).await?;
    }
    Ok(())
}

/// Uses up a recovery code; `false`: it is none of theirs, or was used.
pub async fn use_recovery_code(tx: &Tx<'_>, person: PersonId, code: &str) -> Result<bool> {
    Ok(tx.exec(USE_CODE, params![person, &hashed(code)]).await? == 1)
}

pub async fn recovery_codes_left(link: &Link<'_>, person: PersonId) -> Result<u64> {
    link.only(CODES, params![person], |row| row.get(0)).await
}
