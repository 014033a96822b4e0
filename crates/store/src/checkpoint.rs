//! Checkpoints: a signed statement of what the whole log was at a moment (law L5).
//!
//! Each signs the root of a Merkle tree over the heads of all streams, and the checkpoint before
//! it. Whoever keeps one outside can prove later that nothing before it was changed or cut off.

mod merkle;

use baton_core::time::Instant;
use baton_core::vault::hex;
use ring::digest::{Context, SHA256};

use crate::db::{Link, Result, Row, Store, Tx, params, statements};
use crate::journal::{self, NOTHING, text_into};
use crate::keys::SigningKey;

pub(crate) use merkle::{Tree, leaf};

statements! {
    STREAMS = "select id, version, head, seq from streams where first_seq < $1 order by first_seq";
    HEAD_BELOW = "select version, hash, seq from events where stream = $1 and seq < $2
        order by version desc limit 1";
    LATEST = "select n, at, seq, streams, root, prev, hash, key, signature from checkpoints
        order by n desc limit 1";
    AFTER = "select n, at, seq, streams, root, prev, hash, key, signature from checkpoints
        where n > $1 order by n limit $2";
    INSERT = "insert into checkpoints (n, at, seq, streams, root, prev, hash, key, signature)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// From 1, without gaps.
    pub n: i64,
    pub at: Instant,
    /// The last event that it covers.
    pub seq: i64,
    /// How many streams there were.
    pub streams: u64,
    pub root: String,
    /// Hash of the checkpoint before.
    pub prev: String,
    pub hash: String,
    /// The public key that signed it.
    pub key: String,
    pub signature: String,
}

impl Checkpoint {
    /// What is signed: everything but hash and signature.
    pub(crate) fn computed_hash(&self) -> String {
        let mut hash = Context::new(&SHA256);
        hash.update(b"baton checkpoint 1\n");
        for number in [self.n, self.at.millis(), self.seq] {
            hash.update(&number.to_be_bytes());
        }
        hash.update(&self.streams.to_be_bytes());
        for text in [&self.root, &self.prev, &self.key] {
            text_into(&mut hash, text);
        }
        hex(hash.finish().as_ref())
    }
}

pub(crate) fn checkpoint(row: &Row<'_>) -> Result<Checkpoint> {
    Ok(Checkpoint {
        n: row.get(0)?,
        at: row.get(1)?,
        seq: row.get(2)?,
        streams: row.get(3)?,
        root: row.get(4)?,
        prev: row.get(5)?,
        hash: row.get(6)?,
        key: row.get(7)?,
        signature: row.get(8)?,
    })
}

pub async fn latest(link: &Link<'_>) -> Result<Option<Checkpoint>> {
    link.one(LATEST, params![], checkpoint).await
}

/// The checkpoints after a number, in order; 0 from the first.
pub async fn after(link: &Link<'_>, n: i64, limit: u32) -> Result<Vec<Checkpoint>> {
    link.rows(AFTER, params![n, limit], checkpoint).await
}

/// The root over all settled streams, with their number and the last event.
struct Covered {
    seq: i64,
    streams: u64,
    root: String,
}

async fn cover(link: &Link<'_>) -> Result<Covered> {
    let settled = journal::settled(link).await?;
    let heads = link
        .rows(STREAMS, params![settled], |row| {
            let (id, version, head): (String, i64, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok((id, version, head, row.get::<i64>(3)?))
        })
        .await?;
    let (mut tree, mut last) = (Tree::default(), 0);
    for (place, (id, version, head, seq)) in heads.iter().enumerate() {
        if *seq < settled {
            tree.set(place, leaf(id, *version, head));
            last = last.max(*seq);
        } else if let Some((version, head, seq)) = head_below(link, id, settled).await? {
            tree.set(place, leaf(id, version, &head));
            last = last.max(seq);
        }
    }
    let streams = heads.len() as u64;
    Ok(Covered { seq: last, streams, root: hex(&tree.root()) })
}

/// Where a stream stood that has moved on beyond what is settled.
async fn head_below(
    link: &Link<'_>,
    stream: &str,
    settled: i64,
) -> Result<Option<(i64, String, i64)>> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    link.one(HEAD_BELOW, params![stream, settled], read).await
}

/// Signs what the log is now; `None` when nothing was appended since the last time.
pub async fn make(store: &Store, key: &SigningKey, now: Instant) -> Result<Option<Checkpoint>> {
    let covered = cover(&store.link()).await?;
    let before = latest(&store.link()).await?;
    if before.as_ref().map_or(0, |before| before.seq) >= covered.seq {
        return Ok(None);
    }
    let mut made = Checkpoint {
        n: before.as_ref().map_or(0, |before| before.n) + 1,
        at: now,
        seq: covered.seq,
        streams: covered.streams,
        root: covered.root,
        prev: before.map_or_else(|| NOTHING.to_owned(), |before| before.hash),
        hash: String::new(),
        key: key.public(),
        signature: String::new(),
    };
    made.hash = made.computed_hash();
    made.signature = key.sign(&made.hash);
    let row = made.clone();
    // Two nodes that sign at once would make the same number: the second one fails, and has
    // nothing to add.
    store
        .keep(move |tx| {
            let row = row.clone();
            Box::pin(async move { insert(tx, &row).await })
        })
        .await?;
    Ok(Some(made))
}

async fn insert(tx: &Tx<'_>, made: &Checkpoint) -> Result<()> {
    let values = params![
        made.n,
        made.at,
        made.seq,
        made.streams,
        &made.root,
        &made.prev,
        &made.hash,
        &made.key,
        &made.signature,
    ];
    tx.exec(INSERT, values).await?;
    Ok(())
}
