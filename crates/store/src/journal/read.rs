//! Reading the log back.

use baton_core::ids::StreamId;
use baton_core::log::{Actor, Recorded, Version};
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, params, statements};

statements! {
    HEAD = "select version from streams where id = $1";
    LOAD = "select version, at, actor, kind, v, data from events
        where stream = $1 and version > $2 order by version";
    LOAD_ALL = "select e.version, e.at, e.actor, e.kind, e.v, e.data, e.stream
        from streams s join events e on e.stream = s.id
        where s.kind = $1 order by s.first_seq, e.version";
    STREAMS = "select id, version from streams where kind = $1 and id > $2 order by id limit $3";
    AFTER = "select seq, stream, version, at, actor, kind, v, data, words, prev, hash from events
        where seq > $1 and seq < $2 order by seq limit $3";
    /// Everything below is settled: no transaction that still runs has a lower number.
    LAST_SETTLED = "select coalesce(max(seq), 0) from events where seq < $1";
    SETTLED = "select 9223372036854775807",
        postgres "select 65536 * (cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)
            + coalesce((select value from settings where name = 'seq_offset'), 0))";
}

/// One event as followers and checkers see it, with its place in the whole log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Followed {
    pub seq: i64,
    pub stream: StreamId,
    pub version: Version,
    pub at: Instant,
    pub actor: Actor,
    pub kind: String,
    pub v: u16,
    pub data: String,
    /// Digest of which words were written with it and the rest of the same append.
    pub words: String,
    pub prev: String,
    pub hash: String,
}

pub(crate) fn recorded(row: &Row<'_>) -> Result<Recorded> {
    Ok(Recorded {
        version: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        kind: row.get(3)?,
        v: row.get(4)?,
        data: row.get(5)?,
    })
}

/// The events of a stream after a version, in order; 0 for all of them.
pub async fn load(link: &Link<'_>, stream: StreamId, after: Version) -> Result<Vec<Recorded>> {
    link.rows(LOAD, params![stream, after], recorded).await
}

/// The version of a stream; 0 when there is none.
pub async fn head(link: &Link<'_>, stream: StreamId) -> Result<Version> {
    let version = link.one(HEAD, params![stream], |row| row.get(0)).await?;
    Ok(version.unwrap_or(0))
}

/// Every event of every stream of a kind (`department`, `person` …): stream by stream in the
/// order in which they began. For what is few and wanted whole, such as the directory.
pub async fn load_all(link: &Link<'_>, kind: &str) -> Result<Vec<(StreamId, Recorded)>> {
    link.rows(LOAD_ALL, params![kind], |row| Ok((row.get(6)?, recorded(row)?))).await
}

/// The streams of a kind with their versions, by id, after the given one.
pub async fn streams(
    link: &Link<'_>,
    kind: &str,
    after: Option<StreamId>,
    limit: u32,
) -> Result<Vec<(StreamId, Version)>> {
    let after = after.map(|stream| stream.to_string()).unwrap_or_default();
    link.rows(STREAMS, params![kind, &after, limit], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// The sequence number below which nothing will appear any more (law L6).
///
/// SQLite has one writer, so whatever can be seen is settled.
pub async fn settled(link: &Link<'_>) -> Result<i64> {
    link.only(SETTLED, params![], |row| row.get(0)).await
}

/// The last settled event; 0 when there is none.
pub async fn settled_head(link: &Link<'_>) -> Result<i64> {
    let settled = settled(link).await?;
    link.only(LAST_SETTLED, params![settled], |row| row.get(0)).await
}

/// The settled events after a sequence number, in order; 0 from the beginning.
pub async fn after(link: &Link<'_>, seq: i64, limit: u32) -> Result<Vec<Followed>> {
    // Asked before: what settles in between is read the next time.
    let settled = settled(link).await?;
    link.rows(AFTER, params![seq, settled, limit], |row| {
        Ok(Followed {
            seq: row.get(0)?,
            stream: row.get(1)?,
            version: row.get(2)?,
            at: row.get(3)?,
            actor: row.get(4)?,
            kind: row.get(5)?,
            v: row.get(6)?,
            data: row.get(7)?,
            words: row.get(8)?,
            prev: row.get(9)?,
            hash: row.get(10)?,
        })
    })
    .await
}
