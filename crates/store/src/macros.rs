//! Macros: texts with blanks, and what follows them, of somebody alone or of a department.

use baton_core::ids::{DepartmentId, PersonId};
use baton_core::macros::Macro;
use baton_core::time::Instant;

use crate::db::{Error, Link, Result, Row, Tx, params, statements};

macro_rules! select {
    ($rest:literal) => {
        concat!("select id, owner, department, name, body, steps, version from macros ", $rest)
    };
}

statements! {
    ADD = "insert into macros (id, owner, department, name, body, steps, version, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    REVISE = "update macros set department = $1, name = $2, body = $3, steps = $4,
            version = $5, updated_at = $6
        where id = $7 and version = $8";
    OF_OWNER = select!("where owner = $1 and department is null order by name, id limit 100");
    OF_DEPARTMENT = select!("where department = $1 order by name, id limit 100");
    ONE = select!("where id = $1");
    REMOVE = "delete from macros where id = $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Drawn at random; names it and grants nothing.
    pub id: String,
    /// Who made it.
    pub owner: PersonId,
    /// Whose people use it; `None`: its owner alone does.
    pub department: Option<DepartmentId>,
    pub of: Macro,
    /// Counted from 1, one more each time it is changed.
    pub version: u32,
}

fn read(row: &Row<'_>) -> Result<Kept> {
    let steps = serde_json::from_str(row.text(5)?);
    let steps = steps.map_err(|error| Error::Damaged(format!("the acts of a macro: {error}")))?;
    Ok(Kept {
        id: row.get(0)?,
        owner: row.get(1)?,
        department: row.get(2)?,
        of: Macro { name: row.get(3)?, text: row.get(4)?, steps },
        version: row.get(6)?,
    })
}

fn steps(kept: &Kept) -> Result<String> {
    serde_json::to_string(&kept.of.steps).map_err(|error| Error::Damaged(error.to_string()))
}

pub async fn add(tx: &Tx<'_>, kept: &Kept, at: Instant) -> Result<()> {
    let steps = steps(kept)?;
    let values = params![
        kept.id.as_str(),
        kept.owner,
        kept.department,
        kept.of.name.as_str(),
        kept.of.text.as_str(),
        steps.as_str(),
        kept.version,
        at,
    ];
    tx.exec(ADD, values).await?;
    Ok(())
}

/// Puts it in place of the version before it; false: somebody was faster.
pub async fn revise(tx: &Tx<'_>, kept: &Kept, at: Instant) -> Result<bool> {
    let (steps, before) = (steps(kept)?, kept.version.saturating_sub(1));
    let values = params![
        kept.department,
        kept.of.name.as_str(),
        kept.of.text.as_str(),
        steps.as_str(),
        kept.version,
        at,
        kept.id.as_str(),
        before,
    ];
    Ok(tx.exec(REVISE, values).await? == 1)
}

/// A person's own, then those of their departments; each once.
pub async fn seen_by(
    link: &Link<'_>,
    person: PersonId,
    departments: &[DepartmentId],
) -> Result<Vec<Kept>> {
    let mut macros = link.rows(OF_OWNER, params![person], read).await?;
    for department in departments {
        macros.extend(link.rows(OF_DEPARTMENT, params![*department], read).await?);
    }
    Ok(macros)
}

pub async fn get(link: &Link<'_>, id: &str) -> Result<Option<Kept>> {
    link.one(ONE, params![id], read).await
}

/// False: there was none.
pub async fn remove(tx: &Tx<'_>, id: &str) -> Result<bool> {
    Ok(tx.exec(REMOVE, params![id]).await? == 1)
}
