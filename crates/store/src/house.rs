//! What the organisation has chosen for itself: names and values, a handful of rows.

use crate::db::{Link, Result, Tx, params, statements};

statements! {
    ALL = "select name, value from house order by name";
    SET = "insert into house (name, value) values ($1, $2)
        on conflict (name) do update set value = excluded.value";
    DROP = "delete from house where name = $1 and value = $2";
}

/// Every choice that was made.
pub async fn all(link: &Link<'_>) -> Result<Vec<(String, String)>> {
    link.rows(ALL, params![], |row| Ok((row.get(0)?, row.get(1)?))).await
}

pub async fn set(tx: &Tx<'_>, name: &str, value: &str) -> Result<()> {
    tx.exec(SET, params![name, value]).await?;
    Ok(())
}

/// Takes a choice back if it is still this one; `false`: somebody else was faster.
pub async fn drop(tx: &Tx<'_>, name: &str, value: &str) -> Result<bool> {
    Ok(tx.exec(DROP, params![name, value]).await? == 1)
}
