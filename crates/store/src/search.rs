//! Full-text search, one of the few places where the two databases are asked in their own words.
//!
//! Texts are cut into words here, so that both find the same. Who may find something is part of
//! the index, not of what is done with the answer: a document is written once for each scope that
//! may find it, with the words that this scope may see.

mod terms;

use std::collections::HashSet;

use baton_core::ids::{DepartmentId, PersonId};
use baton_core::vault::Subject;

use crate::db::{Link, Param, Result, Short, Sql, Tx, params};

pub use terms::Query;

/// Who may find a document.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    Department(DepartmentId),
    Person(PersonId),
    /// Departments that take cases from customers: the customers.
    CustomerFacing,
    /// Everybody of the organisation: the directory.
    Everybody,
}

impl Scope {
    /// Letters and digits only; no two scopes share one.
    fn term(self) -> String {
        match self {
            Self::Department(id) => format!("sd{id}"),
            Self::Person(id) => format!("sp{id}"),
            Self::CustomerFacing => "sc".to_owned(),
            Self::Everybody => "se".to_owned(),
        }
    }
}

/// A thing as one scope may find it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doc<'a> {
    /// Lower-case letters: `case`, `request`, `customer`, `department`.
    pub kind: &'a str,
    /// Id of the thing.
    pub thing: &'a str,
    pub scope: Scope,
    /// Whose words it holds: it goes when they are erased.
    pub subject: Subject,
    pub body: &'a str,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Place in the index; a later one was written later.
    pub n: i64,
    pub kind: String,
    pub thing: String,
}

crate::db::statements! {
    TAKE_OUT = "delete from docs where kind = $1 and thing = $2 and scope = $3 returning n";
    TAKE_OUT_ALL = "delete from docs where kind = $1 and thing = $2 returning n";
    TAKE_OUT_SUBJECT =
        "delete from docs where subject = $1 and subject <> 'nobody' returning n";
    DROP_TERMS = "delete from docs_terms where rowid = $1", postgres "select cast($1 as bigint)";
    PUT_IN = "insert into docs (kind, thing, scope, subject) values ($1, $2, $3, $4)
            on conflict (kind, thing, scope) do nothing returning n",
        postgres "insert into docs (kind, thing, scope, subject, terms)
            values ($1, $2, $3, $4, cast(cast($5 as text) as tsvector))
            on conflict (kind, thing, scope) do nothing returning n";
    ADD_TERMS = "insert into docs_terms (rowid, scope, body) values ($1, $2, $3)",
        postgres "select cast($1 as bigint), cast($2 as text), cast($3 as text)";
    FIND = "select docs.n, docs.kind, docs.thing from docs_terms
            join docs on docs.n = docs_terms.rowid
            where docs_terms match $1 and docs_terms.rowid < $2
            order by docs_terms.rowid desc limit $3",
        postgres "select n, kind, thing from docs
            where terms @@ cast(cast($1 as text) as tsquery) and n < $2 order by n desc limit $3";
    MERGE_TERMS = "insert into docs_terms (docs_terms) values ('optimize')", postgres "select 0";
    DROP_ALL_TERMS = "delete from docs_terms", postgres "select 0";
    DROP_ALL = "delete from docs";
}

/// Writes or rewrites a document. It moves to the front, as searching goes by newest first.
pub async fn put(tx: &Tx<'_>, doc: &Doc<'_>) -> Result<()> {
    let scope = doc.scope.term();
    take_out(tx, TAKE_OUT, params![doc.kind, doc.thing, &scope]).await?;
    put_in(tx, doc, &scope).await?;
    Ok(())
}

/// Like [`put`], for what is hardly ever there before: a message that was just written.
pub async fn add(tx: &Tx<'_>, doc: &Doc<'_>) -> Result<()> {
    if put_in(tx, doc, &doc.scope.term()).await? { Ok(()) } else { put(tx, doc).await }
}

/// False: there is one already.
async fn put_in(tx: &Tx<'_>, doc: &Doc<'_>, scope: &str) -> Result<bool> {
    let words = terms::words(doc.body);
    let subject = Short::of(doc.subject);
    let plain = [doc.kind, doc.thing, scope, subject.as_str()].map(Param::from);
    if tx.is_postgres() {
        let vector = terms::vector(doc.kind, scope, &words);
        let mut values = plain.to_vec();
        values.push((&vector).into());
        return Ok(tx.one(PUT_IN, &values, |_| Ok(())).await?.is_some());
    }
    let Some(n) = tx.one(PUT_IN, &plain, |row| row.get::<i64>(0)).await? else {
        return Ok(false);
    };
    let (whose, body) = (format!("{scope} k{}", doc.kind), words.join(" "));
    tx.exec(ADD_TERMS, params![n, &whose, &body]).await?;
    Ok(true)
}

/// Writes the index anew without what was taken out of it: until then words that nobody can find
/// any more still stand in the file.
pub async fn wipe(tx: &Tx<'_>) -> Result<()> {
    tx.exec(MERGE_TERMS, params![]).await?;
    Ok(())
}

/// Takes a thing out, for all scopes.
pub async fn remove(tx: &Tx<'_>, kind: &str, thing: &str) -> Result<()> {
    take_out(tx, TAKE_OUT_ALL, params![kind, thing]).await
}

/// Takes out whatever holds words of a subject.
pub(crate) async fn forget(tx: &Tx<'_>, subject: &str) -> Result<()> {
    take_out(tx, TAKE_OUT_SUBJECT, params![subject]).await
}

/// Empties the index, before it is made again.
pub async fn clear(tx: &Tx<'_>) -> Result<()> {
    if !tx.is_postgres() {
        tx.exec(DROP_ALL_TERMS, params![]).await?;
    }
    tx.exec(DROP_ALL, params![]).await?;
    Ok(())
}

async fn take_out(tx: &Tx<'_>, sql: Sql, values: &[Param<'_>]) -> Result<()> {
    let gone = tx.rows(sql, values, |row| row.get::<i64>(0)).await?;
    if !tx.is_postgres() {
        tx.many(DROP_TERMS, gone.iter().map(|n| [Param::Int(*n)])).await?;
    }
    Ok(())
}

/// What these scopes may find, newest first, `after` a place in the index for the next page. A
/// thing that two scopes share comes once, so a page may be shorter than the limit and still not
/// be the last: the last one is empty.
pub async fn find(
    link: &Link<'_>,
    scopes: &[Scope],
    query: &Query,
    kinds: &[&str],
    limit: u32,
    after: Option<i64>,
) -> Result<Vec<Hit>> {
    if scopes.is_empty() || query.is_empty() {
        return Ok(Vec::new());
    }
    let scopes: Vec<String> = scopes.iter().map(|scope| scope.term()).collect();
    let asked = if link.is_postgres() {
        query.for_postgres(&scopes, kinds)
    } else {
        query.for_sqlite(&scopes, kinds)
    };
    let values = params![&asked, after.unwrap_or(i64::MAX), limit];
    let hits = link
        .rows(FIND, values, |row| Ok(Hit { n: row.get(0)?, kind: row.get(1)?, thing: row.get(2)? }))
        .await?;
    let mut seen = HashSet::new();
    Ok(hits.into_iter().filter(|hit| seen.insert((hit.kind.clone(), hit.thing.clone()))).collect())
}
