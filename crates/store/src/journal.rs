//! The log: appending what a rule decided, and reading it back.

mod chain;
mod read;

use baton_core::ids::StreamId;
use baton_core::log::{Changes, Effect, Entry, Version};
use baton_core::time::Instant;
use baton_core::vault::Word;
use futures_util::future::try_join3;

use crate::db::{Error, Result, Short, Tx, params, statements};
use crate::vault;

pub(crate) use chain::{ChainLink, NOTHING, WordsDigest, digest_of_words, text_into};
#[cfg(test)]
pub(crate) use read::STATEMENTS as READ_STATEMENTS;
pub(crate) use read::recorded;
pub use read::{Followed, after, head, load, load_all, settled, settled_head, streams};

statements! {
    OPEN_STREAM = "insert into streams (id, kind, version, first_seq, seq, head)
        values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing";
    MOVE_STREAM = "update streams set version = $1, seq = $2, head = $3
        where id = $4 and version = $5 and seq < $6";
    STREAM = "select version, head from streams where id = $1";
    INSERT = "insert into events (seq, stream, version, at, actor, kind, v, data, words, prev, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
}

/// The stream as it stood when the append began.
struct Head {
    version: Version,
    hash: String,
}

/// Appends what a rule decided: events, the words they point to, and an erasure if it decided
/// one. The only way into the log.
///
/// [`Error::Stale`] when the stream is no longer at the expected version.
pub async fn append(tx: &Tx<'_>, changes: &Changes) -> Result<()> {
    let stream = changes.stream();
    write(tx, stream, changes.expected(), changes.entries(), changes.words()).await?;
    for effect in changes.effects() {
        if let Effect::EraseWords { subject } = effect {
            let (at, version) = erasing(changes.entries(), changes.expected());
            vault::erase(tx, *subject, at, stream, version).await?;
        }
    }
    Ok(())
}

/// Moment and version of the entry that says so.
fn erasing(entries: &[Entry], expected: Version) -> (Instant, Version) {
    let place = entries.iter().position(|entry| entry.kind.ends_with("_erased"));
    let place = place.unwrap_or(entries.len().saturating_sub(1));
    let at = entries.get(place).map_or(Instant::from_millis(0), |entry| entry.at);
    (at, expected.saturating_add(u32::try_from(place).unwrap_or(0)).saturating_add(1))
}

pub(crate) async fn write(
    tx: &Tx<'_>,
    stream: StreamId,
    expected: Version,
    entries: &[Entry],
    words: &[Word],
) -> Result<()> {
    if entries.is_empty() {
        return if words.is_empty() { Ok(()) } else { Err(Error::TooMuch) };
    }
    let stale = || Error::Stale { stream, expected };
    let head = tx
        .one(STREAM, params![stream], |row| Ok(Head { version: row.get(0)?, hash: row.get(1)? }))
        .await?;
    if head.as_ref().map_or(0, |head| head.version) != expected {
        return Err(stale());
    }
    let links = chain_on(tx, head.as_ref(), stream, expected, entries, words)?;
    let moved = move_stream(tx, stream, expected, head.is_none(), &links);
    let inserted = insert(tx, stream, entries, &links);
    // On PostgreSQL all of it travels at once; the lock on the stream comes first.
    let (moved, (), ()) =
        try_join3(async { moved.await?.then_some(()).ok_or_else(stale) }, inserted, async {
            vault::put(tx, stream, expected + 1, words).await
        })
        .await?;
    Ok(moved)
}

/// One event's place in the chain.
struct Placed {
    seq: i64,
    version: Version,
    words: String,
    prev: String,
    hash: String,
}

fn chain_on(
    tx: &Tx<'_>,
    head: Option<&Head>,
    stream: StreamId,
    expected: Version,
    entries: &[Entry],
    words: &[Word],
) -> Result<Vec<Placed>> {
    let name = Short::of(stream);
    let mut prev = head.map_or_else(|| NOTHING.to_owned(), |head| head.hash.clone());
    let mut version = expected;
    let mut placed = Vec::with_capacity(entries.len());
    for (n, entry) in entries.iter().enumerate() {
        version = version.checked_add(1).ok_or(Error::TooMuch)?;
        let seq = tx.seq()?;
        let digest = if n == 0 { digest_of_words(words) } else { String::new() };
        let hash = ChainLink {
            seq,
            stream: name.as_str(),
            version: version.into(),
            at: entry.at.millis(),
            actor: Short::of(entry.actor).as_str(),
            kind: entry.kind,
            v: entry.v.into(),
            data: &entry.data,
            words: &digest,
            prev: &prev,
        }
        .hash();
        placed.push(Placed { seq, version, words: digest, prev, hash: hash.clone() });
        prev = hash;
    }
    Ok(placed)
}

/// Whether the stream was where it should be and could be moved on.
async fn move_stream(
    tx: &Tx<'_>,
    stream: StreamId,
    expected: Version,
    new: bool,
    links: &[Placed],
) -> Result<bool> {
    let (Some(first), Some(last)) = (links.first(), links.last()) else {
        return Ok(false);
    };
    let moved = if new {
        let kind = kind_of(stream);
        let values = params![stream, kind, last.version, first.seq, last.seq, &last.hash];
        tx.exec(OPEN_STREAM, values).await?
    } else {
        let values = params![last.version, last.seq, &last.hash, stream, expected, first.seq];
        tx.exec(MOVE_STREAM, values).await?
    };
    Ok(moved == 1)
}

async fn insert(tx: &Tx<'_>, stream: StreamId, entries: &[Entry], links: &[Placed]) -> Result<()> {
    tx.many(
        INSERT,
        entries.iter().zip(links).map(|(entry, placed)| {
            [
                placed.seq.into(),
                stream.into(),
                placed.version.into(),
                entry.at.into(),
                entry.actor.into(),
                entry.kind.into(),
                entry.v.into(),
                (&entry.data).into(),
                (&placed.words).into(),
                (&placed.prev).into(),
                (&placed.hash).into(),
            ]
        }),
    )
    .await
}

pub(crate) fn kind_of(stream: StreamId) -> &'static str {
    match stream {
        StreamId::Case(_) => "case",
        StreamId::Customer(_) => "customer",
        StreamId::Department(_) => "department",
        StreamId::Service(_) => "service",
        StreamId::Person(_) => "person",
        StreamId::Agreement(_) => "agreement",
        StreamId::Calendar(_) => "calendar",
        StreamId::ServiceLevel(_) => "service_level",
    }
}
