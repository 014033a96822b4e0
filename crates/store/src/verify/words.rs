//! The words: each is the one that its event fixed, or was erased as the log says.

use std::collections::HashMap;

use baton_core::ids::WordId;
use baton_core::vault::{Seal, WordRef, hex, read_ref, unhex};
use futures_util::future::join_all;

use super::chain::{Erasure, Walk};
use super::{Break, Report};
use crate::db::{Link, Result, Row, params, statements};
use crate::journal::WordsDigest;

/// How often a stream is looked at before it counts as broken: somebody may be writing to it.
const ATTEMPTS: u32 = 3;
/// Streams looked at together: on PostgreSQL their statements travel at once.
const TOGETHER: usize = 32;

statements! {
    EVENTS = "select seq, version, words, data from events where stream = $1 order by version";
    WORDS = "select id, version, subject, class, retention, salt, content, erased_at, erased_by
        from words where stream = $1 order by version, id";
    ERASURE = "select seq, kind, at from events where stream = $1 and version = $2";
    HOW_MANY = "select count(*) from words";
    STRAY = "select id, stream from words
        where not exists (select 1 from streams where streams.id = words.stream) limit 1";
}

/// What an event fixes of the words of its append.
struct Fixed {
    seq: i64,
    version: i64,
    digest: String,
}

/// What the events of a stream say about its words.
#[derive(Default)]
struct Said {
    fixed: Vec<Fixed>,
    seals: HashMap<WordId, WordRef>,
    last: i64,
}

impl Said {
    fn hear(&mut self, row: &Row<'_>) -> Result<()> {
        let (seq, version, digest) = (row.get(0)?, row.get(1)?, row.text(2)?);
        if !digest.is_empty() {
            self.fixed.push(Fixed { seq, version, digest: digest.to_owned() });
        }
        // A reference is a JSON text of its own: `ID.SEAL`, which needs no escapes.
        let refs = row.text(3)?.split('"').filter(|part| part.len() == 26 + 1 + 64);
        self.seals.extend(refs.filter_map(read_ref).map(|found| (found.id, found)));
        self.last = version;
        Ok(())
    }

    /// The sequence number of the event that was appended with words of this version.
    fn seq_of(&self, version: i64) -> i64 {
        self.fixed.iter().find(|fixed| fixed.version == version).map_or(0, |fixed| fixed.seq)
    }
}

/// What was counted in one stream.
#[derive(Default)]
struct Counted {
    words: u64,
    erased: u64,
}

pub(super) async fn check(link: &Link<'_>, walk: &Walk, report: &mut Report) -> Result<()> {
    let mut streams: Vec<&String> = walk.streams.keys().collect();
    streams.sort_unstable();
    let before = how_many(link).await?;
    for together in streams.chunks(TOGETHER) {
        let checks = together.iter().map(|stream| check_stream(link, stream, walk));
        for (stream, checked) in together.iter().zip(join_all(checks).await) {
            match checked? {
                Ok(counted) => {
                    report.words += counted.words;
                    report.erased += counted.erased;
                }
                Err((seq, version, what)) => {
                    let stream = (*stream).clone();
                    report.broken(Some(Break { seq, stream, version, what }));
                    return Ok(());
                }
            }
        }
    }
    if report.words < before {
        let stray = link.one(STRAY, params![], |row| Ok((row.get(0)?, row.get(1)?))).await?;
        if let Some((id, stream)) = stray {
            let (id, stream): (String, String) = (id, stream);
            let what = format!("word {id} belongs to no stream");
            report.broken(Some(Break { seq: 0, stream, version: 0, what }));
        }
    }
    Ok(())
}

async fn how_many(link: &Link<'_>) -> Result<u64> {
    link.only(HOW_MANY, params![], |row| row.get(0)).await
}

type Checked = std::result::Result<Counted, (i64, i64, String)>;

async fn check_stream(link: &Link<'_>, stream: &str, walk: &Walk) -> Result<Checked> {
    let mut checked = check_once(link, stream, walk).await?;
    for _ in 1..ATTEMPTS {
        if checked.is_ok() {
            break;
        }
        checked = check_once(link, stream, walk).await?;
    }
    Ok(checked)
}

async fn check_once(link: &Link<'_>, stream: &str, walk: &Walk) -> Result<Checked> {
    let mut said = Said::default();
    link.each(EVENTS, params![stream], |row| said.hear(row)).await?;
    let mut groups = Groups::new(&said, walk);
    let mut found = None;
    link.each(WORDS, params![stream], |row| {
        if found.is_none() {
            found = groups.take(row).err();
        }
        Ok(())
    })
    .await?;
    if found.is_none() {
        found = groups.close(i64::MAX).err();
    }
    if found.is_none() {
        found = unproven(link, walk, &groups.unproven).await?;
    }
    Ok(match found {
        None => Ok(groups.counted),
        Some((version, what)) => Err((said.seq_of(version), version, what)),
    })
}

/// A word that is gone for an event that the walk has not met.
struct Gone {
    id: String,
    version: i64,
    stream: String,
    by: i64,
    at: i64,
}

/// Erased since the walk: the event must be there, and newer than it.
async fn unproven(link: &Link<'_>, walk: &Walk, gone: &[Gone]) -> Result<Option<Found>> {
    for word in gone {
        let proof = link
            .one(ERASURE, params![&word.stream, word.by], |row| {
                let (seq, at): (i64, i64) = (row.get(0)?, row.get(2)?);
                Ok(seq >= walk.until && at == word.at && row.text(1)?.ends_with("_erased"))
            })
            .await?;
        if proof != Some(true) {
            return Ok(Some((
                word.version,
                format!("word {} is gone and no event says so", word.id),
            )));
        }
    }
    Ok(None)
}

/// Goes through the words of a stream, append by append.
struct Groups<'a> {
    said: &'a Said,
    walk: &'a Walk,
    /// The append that is expected next.
    next: usize,
    open: Option<(i64, WordsDigest)>,
    unproven: Vec<Gone>,
    counted: Counted,
}

type Found = (i64, String);

impl<'a> Groups<'a> {
    fn new(said: &'a Said, walk: &'a Walk) -> Self {
        let (unproven, counted) = (Vec::new(), Counted::default());
        Self { said, walk, next: 0, open: None, unproven, counted }
    }

    fn take(&mut self, row: &Row<'_>) -> std::result::Result<(), Found> {
        let version: i64 = row.get(1).map_err(|error| (0, error.to_string()))?;
        let word = Word::read(row).map_err(|error| (version, error.to_string()))?;
        if version > self.said.last {
            return Err((version, format!("word {} has no event", word.id)));
        }
        if self.open.as_ref().is_none_or(|(open, _)| *open != version) {
            self.close(version)?;
            self.open = Some((version, WordsDigest::new()));
        }
        if let Some((_, digest)) = &mut self.open {
            digest.add(word.id, word.subject, word.class, word.retention);
        }
        let seq = self.said.seq_of(version);
        let fate = word.check(self.said, self.walk, seq).map_err(|what| (version, what))?;
        self.counted.words += 1;
        self.counted.erased += u64::from(!matches!(fate, Fate::Whole));
        if let Fate::Unproven { by, at } = fate {
            let (id, stream) = (word.id.to_owned(), word.subject.to_owned());
            self.unproven.push(Gone { id, version, stream, by, at });
        }
        Ok(())
    }

    /// Compares the append that is complete, and sees to it that none before `version` is missing.
    fn close(&mut self, version: i64) -> std::result::Result<(), Found> {
        if let Some((open, digest)) = self.open.take() {
            let fixed = self.said.fixed.get(self.next);
            if !fixed.is_some_and(|fixed| fixed.version == open && fixed.digest == digest.finish())
            {
                return Err((open, "its words are not those that were written with it".to_owned()));
            }
            self.next += 1;
        }
        match self.said.fixed.get(self.next) {
            Some(fixed) if fixed.version < version => {
                Err((fixed.version, "its words are missing".to_owned()))
            }
            _ => Ok(()),
        }
    }
}

struct Word<'a> {
    id: &'a str,
    subject: &'a str,
    class: i64,
    retention: &'a str,
    salt: Option<String>,
    content: Option<String>,
    erased_at: Option<i64>,
    erased_by: Option<String>,
}

impl<'a> Word<'a> {
    fn read(row: &'a Row<'a>) -> Result<Self> {
        Ok(Self {
            id: row.text(0)?,
            subject: row.text(2)?,
            class: row.get(3)?,
            retention: row.text(4)?,
            salt: row.get(5)?,
            content: row.get(6)?,
            erased_at: row.get(7)?,
            erased_by: row.get(8)?,
        })
    }

    fn check(&self, said: &Said, walk: &Walk, seq: i64) -> std::result::Result<Fate, String> {
        let erasures = walk.erasures.get(self.subject).map_or(&[][..], Vec::as_slice);
        match (&self.salt, &self.content, self.erased_at, &self.erased_by) {
            (Some(salt), Some(content), None, None) => {
                if !self.is_sealed(said, salt, content) {
                    return Err(format!("word {} is not what was written", self.id));
                }
                if erasures.iter().any(|erasure| erasure.seq > seq) {
                    return Err(format!("word {} should have been erased", self.id));
                }
                Ok(Fate::Whole)
            }
            (None, None, Some(at), Some(by)) => self.gone(erasures, at, by, seq),
            _ => Err(format!("word {} is neither whole nor erased", self.id)),
        }
    }

    fn is_sealed(&self, said: &Said, salt: &str, content: &str) -> bool {
        let fixed = self.id.parse().ok().and_then(|id: WordId| said.seals.get(&id));
        // Digits have one way of being written: another would be a change that nobody made.
        let salt = unhex::<16>(salt).filter(|bytes| hex(bytes) == salt);
        fixed.zip(salt).is_some_and(|(fixed, salt)| fixed.seal == Seal::of(&salt, content))
    }

    fn gone(
        &self,
        erasures: &[Erasure],
        at: i64,
        by: &str,
        seq: i64,
    ) -> std::result::Result<Fate, String> {
        let wrong = || format!("word {} is gone and no event says so", self.id);
        let (stream, version) = by.rsplit_once('/').ok_or_else(wrong)?;
        let number: i64 = version.parse().map_err(|_| wrong())?;
        if stream != self.subject || number.to_string() != version {
            return Err(wrong());
        }
        match erasures.iter().find(|erasure| erasure.version == number) {
            Some(erasure) if erasure.at == at && seq < erasure.seq => Ok(Fate::Erased),
            Some(_) => Err(wrong()),
            None => Ok(Fate::Unproven { by: number, at }),
        }
    }
}

/// What became of a word.
enum Fate {
    Whole,
    Erased,
    /// By an event that the walk has not met.
    Unproven {
        by: i64,
        at: i64,
    },
}
