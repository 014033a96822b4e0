//! A board on which ten thousand clocks are at risk.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "the database is prepared by the bare driver, before the server has it"
)]

use std::collections::BTreeSet;
use std::path::Path;

use crate::Fault;
use crate::data::Data;
use crate::raw_sqlite::connect;

pub const AT_RISK: usize = 10_000;

/// What is at risk is due soon: so many milliseconds from now.
const SOON: i64 = 1_800_000;

/// Puts so many running clocks of one department at risk; gives the people who see them all.
pub fn prepare(database: &Path, data: &Data) -> Result<BTreeSet<String>, Fault> {
    let connection = connect(database)?;
    let first = data.made.waiting.first().ok_or("nobody waits")?;
    let department: String = connection.query_row(
        "select from_department from clocks where request = ?1 limit 1",
        [&first.request],
        |row| row.get(0),
    )?;
    connection.execute(
        "update clocks set warn_at = 1, due_at = unixepoch() * 1000 + ?1 where id in (select id from clocks
            where from_department = ?2 and request is not null and stopped_at is null limit ?3)",
        (SOON, &department, i64::try_from(AT_RISK)?),
    )?;
    let mut statement = connection
        .prepare("select request from clocks where from_department = ?1 and warn_at = 1")?;
    let rows = statement.query_map([&department], |row| row.get::<_, String>(0))?;
    let asked: BTreeSet<String> = rows.collect::<Result<_, _>>()?;
    let waiting = data.made.waiting.iter().filter(|one| asked.contains(&one.request));
    Ok(waiting.map(|one| one.owner.clone()).collect())
}
