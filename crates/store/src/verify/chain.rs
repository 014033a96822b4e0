//! The events in their order, the rows of their streams, and the checkpoints on the way.

use std::collections::HashMap;

use super::checkpoints::Signed;
use super::{Against, Break, Report};
use crate::db::{Link, Result, Row, params, statements};
use crate::journal::{self, ChainLink, NOTHING};

/// Events read at a time.
const PAGE: u32 = 2_000;

statements! {
    EVENTS = "select seq, stream, version, at, actor, kind, v, data, words, prev, hash from events
        where seq > $1 and seq < $2 order by seq limit $3";
    /// What no transaction can have written yet.
    BEYOND = "select seq, stream, version from events where seq < 0",
        postgres "select seq, stream, version from events where seq >= 65536 * (
            cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)
            + coalesce((select value from settings where name = 'seq_offset'), 0)) limit 1";
    HASH_AT = "select hash from events where stream = $1 and version = $2";
    STREAMS = "select id, kind, version, first_seq, seq, head from streams where id > $1
        order by id limit $2";
}

/// One stream as the walk has seen it so far.
pub(super) struct Seen {
    /// Order of its first event among the streams.
    pub place: usize,
    pub version: i64,
    pub first_seq: i64,
    pub seq: i64,
    pub head: String,
}

/// An event that says that a subject was erased.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Erasure {
    pub version: i64,
    pub at: i64,
    pub seq: i64,
}

/// What later steps need of the walk.
#[derive(Default)]
pub(super) struct Walk {
    pub streams: HashMap<String, Seen>,
    /// By stream, which is the subject's own.
    pub erasures: HashMap<String, Vec<Erasure>>,
    /// Everything below this was walked.
    pub until: i64,
}

pub(super) async fn walk(
    link: &Link<'_>,
    against: &Against<'_>,
    report: &mut Report,
) -> Result<Walk> {
    let mut signed = Signed::new(link, against).await?;
    let mut walk = Walk { until: journal::settled(link).await?, ..Walk::default() };
    let mut last = i64::MIN;
    loop {
        let mut count = 0;
        let mut found = None;
        link.each(EVENTS, params![last, walk.until, PAGE], |row| {
            count += 1;
            if found.is_none() {
                found = step(row, &mut last, &mut walk, &mut signed, report).err();
            }
            Ok(())
        })
        .await?;
        if report.broken(found) {
            return Ok(walk);
        }
        if count < PAGE {
            break;
        }
        signed.refill(link).await?;
    }
    let found = signed.finish(&walk, report).err();
    let found = found.or(beyond(link).await?);
    if !report.broken(found) {
        // What was appended since is not looked at, and neither is what it moved.
        walk.until = walk.until.min(report.last_seq.saturating_add(1));
        check_streams(link, &walk, report).await?;
    }
    Ok(walk)
}

/// An event as it is stored.
struct Stored<'a> {
    link: ChainLink<'a>,
    hash: &'a str,
}

fn stored<'a>(row: &'a Row<'a>) -> Result<Stored<'a>> {
    Ok(Stored {
        link: ChainLink {
            seq: row.get(0)?,
            stream: row.text(1)?,
            version: row.get(2)?,
            at: row.get(3)?,
            actor: row.text(4)?,
            kind: row.text(5)?,
            v: row.get(6)?,
            data: row.text(7)?,
            words: row.text(8)?,
            prev: row.text(9)?,
        },
        hash: row.text(10)?,
    })
}

fn step(
    row: &Row<'_>,
    last: &mut i64,
    walk: &mut Walk,
    signed: &mut Signed,
    report: &mut Report,
) -> std::result::Result<(), Break> {
    let seq = row.get::<i64>(0).unwrap_or(0);
    let event = stored(row).map_err(|error| Break {
        seq,
        stream: row.get(1).unwrap_or_default(),
        version: row.get(2).unwrap_or(0),
        what: format!("it cannot be read: {error}"),
    })?;
    signed.before(seq, walk, report)?;
    *last = seq;
    check(&event, walk, signed)?;
    report.events += 1;
    report.last_seq = seq;
    report.head.clear();
    report.head.push_str(event.hash);
    Ok(())
}

fn check(
    event: &Stored<'_>,
    walk: &mut Walk,
    signed: &mut Signed,
) -> std::result::Result<(), Break> {
    let link = &event.link;
    let broken = |what: &str| Break {
        seq: link.seq,
        stream: link.stream.to_owned(),
        version: link.version,
        what: what.to_owned(),
    };
    let place = walk.streams.len();
    let before = walk.streams.get(link.stream);
    if link.version != before.map_or(0, |seen| seen.version) + 1 {
        return Err(broken("it is not the next one of its stream"));
    }
    if link.prev != before.map_or(NOTHING, |seen| seen.head.as_str()) {
        return Err(broken("it does not follow the one before it"));
    }
    if link.hash() != event.hash {
        return Err(broken("it is not what was written"));
    }
    if link.kind.ends_with("_erased") {
        let erasure = Erasure { version: link.version, at: link.at, seq: link.seq };
        walk.erasures.entry(link.stream.to_owned()).or_default().push(erasure);
    }
    let place = match walk.streams.get_mut(link.stream) {
        Some(seen) => {
            seen.version = link.version;
            seen.seq = link.seq;
            seen.head.clear();
            seen.head.push_str(event.hash);
            seen.place
        }
        None => {
            let (version, seq, head) = (link.version, link.seq, event.hash.to_owned());
            let seen = Seen { place, version, first_seq: seq, seq, head };
            walk.streams.insert(link.stream.to_owned(), seen);
            place
        }
    };
    signed.moved(place, link.stream, link.version, event.hash);
    Ok(())
}

async fn beyond(link: &Link<'_>) -> Result<Option<Break>> {
    link.one(BEYOND, params![], |row| {
        Ok(Break {
            seq: row.get(0)?,
            stream: row.get(1).unwrap_or_default(),
            version: row.get(2)?,
            what: "no transaction can have written it yet".to_owned(),
        })
    })
    .await
}

/// Every stream's row must be what its events say.
async fn check_streams(link: &Link<'_>, walk: &Walk, report: &mut Report) -> Result<()> {
    let (mut after, mut met) = (String::new(), 0);
    loop {
        let (mut count, mut found, mut moved) = (0, None, Vec::new());
        link.each(STREAMS, params![&after.clone(), PAGE], |row| {
            count += 1;
            let id: String = row.get(0).unwrap_or_default();
            match check_stream(row, &id, walk) {
                Ok(Met::AsWalked) => met += 1,
                Ok(Met::MovedOn { known, version, head }) => {
                    met += usize::from(known);
                    moved.push((id.clone(), version, head));
                }
                Err(what) if found.is_none() => {
                    found = Some(Break { seq: 0, stream: id.clone(), version: 0, what });
                }
                Err(_) => {}
            }
            after = id;
            Ok(())
        })
        .await?;
        if found.is_none() {
            found = unproven(link, &moved).await?;
        }
        if report.broken(found) {
            return Ok(());
        }
        if count < PAGE {
            break;
        }
    }
    report.streams = met as u64;
    if met != walk.streams.len() {
        let what = format!("{} streams have events and no row", walk.streams.len() - met);
        report.broken(Some(Break { seq: 0, stream: String::new(), version: 0, what }));
    }
    Ok(())
}

/// How a stream's row compares with the walk.
enum Met {
    AsWalked,
    /// It began or went on since; its newest event must be there.
    MovedOn {
        known: bool,
        version: i64,
        head: String,
    },
}

fn check_stream(row: &Row<'_>, id: &str, walk: &Walk) -> std::result::Result<Met, String> {
    let unreadable = |error: crate::Error| format!("its row cannot be read: {error}");
    let kind = row.text(1).map_err(unreadable)?;
    let read = |column| row.get::<i64>(column).map_err(unreadable);
    let (version, first_seq, seq) = (read(2)?, read(3)?, read(4)?);
    let head: String = row.get(5).map_err(unreadable)?;
    if id.split_once('-').map(|(kind, _)| kind) != Some(kind) {
        return Err("its row names another kind".to_owned());
    }
    let Some(seen) = walk.streams.get(id) else {
        return if first_seq >= walk.until {
            Ok(Met::MovedOn { known: false, version, head })
        } else {
            Err("it has no events".to_owned())
        };
    };
    if first_seq != seen.first_seq {
        return Err("its row names another first event".to_owned());
    }
    if version == seen.version && seq == seen.seq && head == seen.head {
        return Ok(Met::AsWalked);
    }
    if seq >= walk.until && version > seen.version {
        return Ok(Met::MovedOn { known: true, version, head });
    }
    Err(format!("its row says version {version}, its events say {}", seen.version))
}

/// The first stream whose newest event is not there.
async fn unproven(link: &Link<'_>, moved: &[(String, i64, String)]) -> Result<Option<Break>> {
    for (stream, version, head) in moved {
        let hash = link.one(HASH_AT, params![stream, *version], |row| row.get::<String>(0)).await?;
        if hash.as_ref() != Some(head) {
            let (stream, what) = (stream.clone(), "its row names an event that is not there");
            return Ok(Some(Break { seq: 0, stream, version: *version, what: what.to_owned() }));
        }
    }
    Ok(None)
}
