//! Lists of cases that somebody keeps under a name, for themselves or for their department.

use baton_core::ids::{DepartmentId, PersonId};
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Tx, params, statements};

macro_rules! select {
    ($rest:literal) => {
        concat!("select id, owner, department, name, whose, state, query from views ", $rest)
    };
}

statements! {
    ADD = "insert into views (id, owner, department, name, whose, state, query, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_OWNER = select!("where owner = $1 order by name, id limit 100");
    OF_DEPARTMENT = select!("where department = $1 order by name, id limit 100");
    SHARED = select!("where department is not null order by id");
    HAND_OVER = "update views set owner = $1 where id = $2";
    ONE = select!("where id = $1");
    REMOVE = "delete from views where id = $1";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// Drawn at random; names it and grants nothing.
    pub id: String,
    pub owner: PersonId,
    /// Whose people see it, too.
    pub department: Option<DepartmentId>,
    pub name: String,
    /// `mine` or `department`.
    pub whose: String,
    /// A state of a case; empty: those that are open.
    pub state: String,
    /// What it is narrowed by, as typed.
    pub query: String,
}

fn read(row: &Row<'_>) -> Result<View> {
    Ok(View {
        id: row.get(0)?,
        owner: row.get(1)?,
        department: row.get(2)?,
        name: row.get(3)?,
        whose: row.get(4)?,
        state: row.get(5)?,
        query: row.get(6)?,
    })
}

pub async fn add(tx: &Tx<'_>, view: &View, at: Instant) -> Result<()> {
    let values = params![
        view.id.as_str(),
        view.owner,
        view.department,
        view.name.as_str(),
        view.whose.as_str(),
        view.state.as_str(),
        view.query.as_str(),
        at,
    ];
    tx.exec(ADD, values).await?;
    Ok(())
}

/// A person's own, then those of their departments; each once.
pub async fn seen_by(
    link: &Link<'_>,
    person: PersonId,
    departments: &[DepartmentId],
) -> Result<Vec<View>> {
    let mut views = link.rows(OF_OWNER, params![person], read).await?;
    for department in departments {
        let shared = link.rows(OF_DEPARTMENT, params![*department], read).await?;
        views.extend(shared.into_iter().filter(|view| view.owner != person));
    }
    Ok(views)
}

/// Every view that a department shares.
pub async fn shared(link: &Link<'_>) -> Result<Vec<View>> {
    link.rows(SHARED, &[], read).await
}

/// Gives a view to somebody else.
pub async fn hand_over(tx: &Tx<'_>, id: &str, to: PersonId) -> Result<()> {
    tx.exec(HAND_OVER, params![to, id]).await?;
    Ok(())
}

pub async fn get(link: &Link<'_>, id: &str) -> Result<Option<View>> {
    link.one(ONE, params![id], read).await
}

/// False: there was none.
pub async fn remove(tx: &Tx<'_>, id: &str) -> Result<bool> {
    Ok(tx.exec(REMOVE, params![id]).await? == 1)
}
