//! Whether any change to what is kept is found.

use baton_core::draw::Draw;
use baton_core::ids::StreamId;
use baton_core::time::Span;
use baton_core::vault::Subject;

use super::support::{NOON, Raw, Site, a_stream, append, both, draw, entry, mary, said, settle};
use crate::checkpoint;
use crate::db::Store;
use crate::keys::SigningKey;
use crate::verify::{Against, Report, verify};
use crate::{journal, vault};

fn key() -> SigningKey {
    SigningKey::from_seed(&[3; 32]).unwrap()
}

async fn verified(store: &Store) -> Report {
    let against = Against { keys: vec![key().public()], ..Against::default() };
    verify(&store.link(), &against).await.unwrap()
}

/// Cases with words of several subjects, one subject erased, checkpoints in between.
async fn lived_in(store: &Store) {
    for round in 0..4_u8 {
        for n in 0..12_u8 {
            let subject = if n % 3 == 0 { Subject::Customer(mary()) } else { Subject::Nobody };
            let texts = ["It does not work", "Zoë & “quotes”", ""];
            let texts = &texts[..usize::from((n + round) % 4).min(3)];
            let (entries, words) = said(&mut draw(round * 16 + n), subject, texts, 2);
            let stream = a_stream(u128::from(n) + 1);
            append(store, stream, u32::from(round) * 2, entries, words).await.unwrap();
        }
        if round == 1 {
            erase_mary(store).await;
        }
        settle(store).await;
        checkpoint::make(store, &key(), NOON).await.unwrap().unwrap();
    }
    let (entries, words) = said(&mut draw(200), Subject::Nobody, &["after the last"], 1);
    append(store, a_stream(99), 0, entries, words).await.unwrap();
    settle(store).await;
}

async fn erase_mary(store: &Store) {
    let stream = StreamId::Customer(mary());
    store
        .keep(move |tx| {
            Box::pin(async move {
                journal::write(tx, stream, 0, &[entry("customer_erased", &[])], &[]).await?;
                vault::erase(tx, Subject::Customer(mary()), NOON, stream, 1).await
            })
        })
        .await
        .unwrap();
}

#[test]
fn what_was_written_is_whole_and_stays_so_when_somebody_is_erased() {
    both!(whole);
}

async fn whole(site: &Site) {
    let store = site.open().await;
    assert!(verified(&store).await.is_whole(), "an empty log is whole");
    lived_in(&store).await;
    let report = verified(&store).await;
    assert_eq!(report.first_bad, None);
    assert_eq!((report.events, report.streams, report.checkpoints), (98, 14, 4));
    assert!(report.erased > 5 && report.words > report.erased);
    assert!(checkpoint::make(&store, &key(), NOON).await.unwrap().is_some());
    assert!(checkpoint::make(&store, &key(), NOON).await.unwrap().is_none());
    store.close().await.unwrap();
}

#[test]
fn any_of_1000_random_changes_is_found() {
    both!(mutations);
}

const TABLES: [&str; 4] = ["events", "words", "checkpoints", "streams"];

async fn mutations(site: &Site) {
    let store = site.open().await;
    lived_in(&store).await;
    let raw = site.raw().await;
    for table in TABLES {
        raw.run(&format!("create table copy_of_{table} as select * from {table}")).await.unwrap();
    }
    let mut draw = Draw::new([42; 32], NOON);
    let wanted = if site.file().is_some() { 1_000 } else { 100 };
    let mut missed = Vec::new();
    for n in 0..wanted {
        let what = mutate(&raw, &mut draw).await;
        match verify(&store.link(), &Against { keys: vec![key().public()], ..Against::default() })
            .await
        {
            Ok(report) if report.is_whole() => missed.push(format!("{n} was not found: {what}")),
            Ok(_) => {}
            Err(error) => missed.push(format!("{n} stopped the walk: {what}: {error}")),
        }
        for table in TABLES {
            raw.run(&format!("delete from {table}")).await.unwrap();
            raw.run(&format!("insert into {table} select * from copy_of_{table}")).await.unwrap();
        }
    }
    assert_eq!(missed, Vec::<String>::new(), "of {wanted} changes");
    assert!(verified(&store).await.is_whole(), "put back, it is whole again");
    raw.close();
    store.close().await.unwrap();
}

fn pick<'a, T>(draw: &mut Draw, from: &'a [T]) -> &'a T {
    &from[usize::try_from(draw.below(from.len() as u64)).unwrap()]
}

/// Changes one thing for good, in one of many ways; gives what it did.
async fn mutate(raw: &Raw, draw: &mut Draw) -> String {
    loop {
        let statements = match draw.below(10) {
            0 => remove(raw, draw).await,
            1 => swap(raw, draw).await,
            2 => append_one(raw, draw).await,
            3 => unsay(raw, draw).await,
            _ => flip(raw, draw).await,
        };
        if let Some(statements) = statements {
            // One that a constraint forbids is no change.
            if raw.run(&statements).await.is_ok() {
                return statements;
            }
            let _ = raw.run("rollback").await;
        }
    }
}

const COLUMNS: [(&str, &str, &[&str]); 4] = [
    (
        "events",
        "seq",
        &["seq", "stream", "version", "at", "actor", "kind", "v", "data", "words", "prev", "hash"],
    ),
    (
        "words",
        "id",
        &[
            "id",
            "stream",
            "version",
            "subject",
            "class",
            "retention",
            "salt",
            "content",
            "erased_at",
            "erased_by",
        ],
    ),
    (
        "checkpoints",
        "n",
        &["n", "at", "seq", "streams", "root", "prev", "hash", "key", "signature"],
    ),
    ("streams", "id", &["id", "kind", "version", "first_seq", "seq", "head"]),
];

/// One byte of one column of one row becomes another.
async fn flip(raw: &Raw, draw: &mut Draw) -> Option<String> {
    let (table, key, columns) = *pick(draw, &COLUMNS);
    let column = *pick(draw, columns);
    let rows = raw
        .texts(&format!("select cast({key} as text), cast({column} as text) from {table} where {column} is not null order by {key}"))
        .await;
    let row = pick(draw, &rows);
    let old = row[1].clone();
    let whole: Result<i64, _> = old.parse();
    let new = match (column, whole) {
        (
            "seq" | "version" | "at" | "v" | "n" | "streams" | "first_seq" | "class" | "erased_at",
            Ok(n),
        ) => (n ^ (1 << draw.below(63))).to_string(),
        _ => {
            let mut bytes = old.into_bytes();
            if bytes.is_empty() {
                return None;
            }
            let place = usize::try_from(draw.below(bytes.len() as u64)).unwrap();
            bytes[place] ^= u8::try_from(1 + draw.below(255)).unwrap();
            raw.literal(&bytes)?
        }
    };
    let at =
        format!("{key} = {}", if key == "id" { format!("'{}'", row[0]) } else { row[0].clone() });
    Some(format!("update {table} set {column} = {new} where {at}"))
}

/// A row goes.
async fn remove(raw: &Raw, draw: &mut Draw) -> Option<String> {
    let (table, key) = *pick(
        draw,
        &[
            ("events", "seq"),
            ("events", "seq"),
            ("words", "id"),
            ("streams", "id"),
            ("checkpoints", "n"),
        ],
    );
    let rows = raw.texts(&format!("select cast({key} as text) from {table} order by {key}")).await;
    // Only a copy kept outside tells that the last checkpoint is gone.
    let rows = if table == "checkpoints" { &rows[..rows.len() - 1] } else { &rows };
    let id = &pick(draw, rows)[0];
    Some(format!("delete from {table} where cast({key} as {}) = '{id}'", raw.text_type()))
}

/// Two events change places, or what they say.
async fn swap(raw: &Raw, draw: &mut Draw) -> Option<String> {
    let rows = raw.texts("select cast(seq as text), data, actor, kind, cast(at as text) from events order by seq").await;
    let (a, b) = (pick(draw, &rows), pick(draw, &rows));
    if a[0] == b[0] {
        return None;
    }
    if draw.below(2) == 0 {
        return Some(format!(
            "update events set seq = -1 where seq = {a}; update events set seq = {a} where seq = {b};
            update events set seq = {b} where seq = -1",
            a = a[0],
            b = b[0]
        ));
    }
    let column = usize::try_from(1 + draw.below(3)).unwrap();
    if a[column] == b[column] {
        return None;
    }
    let name = ["seq", "data", "actor", "kind"][column];
    let (one, other) = (raw.literal(a[column].as_bytes())?, raw.literal(b[column].as_bytes())?);
    Some(format!(
        "update events set {name} = {other} where seq = {}; update events set {name} = {one} where seq = {}",
        a[0], b[0]
    ))
}

/// An event that nobody decided.
async fn append_one(raw: &Raw, draw: &mut Draw) -> Option<String> {
    let rows = raw.texts("select id from streams order by id").await;
    let stream = &pick(draw, &rows)[0];
    Some(format!(
        "insert into events (seq, stream, version, at, actor, kind, v, data, words, prev, hash)
        select (select max(seq) + 1 from events), stream, version + 1, at, actor, kind, v, data, '',
        hash, prev from events where stream = '{stream}' order by version desc limit 1"
    ))
}

/// A word goes or comes back without an event, or passes to another.
async fn unsay(raw: &Raw, draw: &mut Draw) -> Option<String> {
    let rows =
        raw.texts("select id, stream from words where content is not null order by id").await;
    let (word, other) = (&pick(draw, &rows)[0], &pick(draw, &rows)[0]);
    let gone = raw.texts("select id from words where content is null order by id").await;
    let back = &pick(draw, &gone)[0];
    Some(match draw.below(4) {
        0 => format!(
            "update words set salt = null, content = null, erased_at = {}, erased_by = 'customer-{}/1' where id = '{word}'",
            NOON.millis(),
            mary()
        ),
        1 => format!(
            "update words set content = 'made up', salt = '00000000000000000000000000000000', erased_at = null, erased_by = null where id = '{back}'"
        ),
        2 if word != other => format!(
            "update words set content = (select content || 'x' from words where id = '{other}') where id = '{word}'"
        ),
        _ => format!("update words set content = content || ' ' where id = '{word}'"),
    })
}

#[test]
fn a_log_that_was_cut_off_is_found_by_the_checkpoint_that_was_kept_outside() {
    both!(cut_off);
}

async fn cut_off(site: &Site) {
    let store = site.open().await;
    lived_in(&store).await;
    let kept = checkpoint::latest(&store.link()).await.unwrap().unwrap();
    let raw = site.raw().await;
    raw.run(&format!("delete from checkpoints where n = {}", kept.n)).await.unwrap();
    let against = |kept| Against { keys: vec![key().public()], kept, ..Against::default() };
    assert!(verify(&store.link(), &against(vec![])).await.unwrap().is_whole());
    let report = verify(&store.link(), &against(vec![(kept.n, kept.hash)])).await.unwrap();
    assert!(report.first_bad.unwrap().what.contains("was kept outside"));
    raw.close();
    store.close().await.unwrap();
}

#[test]
fn a_checkpoint_signed_by_somebody_else_does_not_count() {
    both!(another_key);
}

async fn another_key(site: &Site) {
    let store = site.open().await;
    lived_in(&store).await;
    let other = SigningKey::from_seed(&[9; 32]).unwrap();
    checkpoint::make(&store, &other, NOON).await.unwrap().unwrap();
    let report = verified(&store).await;
    assert!(report.first_bad.unwrap().what.contains("not signed by a key that counts"));
    store.close().await.unwrap();
}

#[test]
fn a_log_can_be_verified_while_others_write() {
    both!(while_writing);
}

async fn while_writing(site: &Site) {
    let store = site.open().await;
    lived_in(&store).await;
    let writing = tokio::spawn({
        let store = store.clone();
        async move {
            for n in 0..60_u8 {
                let texts = ["more"];
                let (entries, words) = said(
                    &mut Draw::new([n; 32], NOON + Span::hours(1)),
                    Subject::Nobody,
                    &texts,
                    3,
                );
                append(
                    &store,
                    a_stream(500 + u128::from(n % 7)),
                    u32::from(n / 7) * 3,
                    entries,
                    words,
                )
                .await
                .unwrap();
                if n % 20 == 19 {
                    checkpoint::make(&store, &key(), NOON).await.unwrap();
                }
            }
        }
    });
    while !writing.is_finished() {
        assert_eq!(verified(&store).await.first_bad, None);
    }
    writing.await.unwrap();
    settle(&store).await;
    assert_eq!(verified(&store).await.first_bad, None);
    store.close().await.unwrap();
}
