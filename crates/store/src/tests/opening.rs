//! Opening a database: its shape, its numbers, and what happens when it goes away.

use baton_core::vault::Subject;

use super::support::{Raw, Site, a_stream, append, both, draw, said, settle};
use crate::db::{Dialect, Health, MIGRATIONS, Options, Store, expand};
use crate::{Durability, Error, journal};

const SCHEMA: &str =
    concat!(include_str!("../../migrations/schema.sql"), include_str!("../../migrations/rows.sql"));

/// The shape of a database in words, one line for each column and index.
async fn shape(raw: &Raw) -> Vec<String> {
    let query = match raw {
        Raw::Sqlite(_) => {
            "select type, name, replace(replace(coalesce(sql, ''), char(10), ' '), '  ', ' ')
            from sqlite_schema where name not like 'migrat%' and name not like 'sqlite_%'
            order by type, name"
        }
        Raw::Postgres(_) => {
            "select 'column', table_name || '.' || column_name || ' ' || data_type || ' '
                || is_nullable || ' ' || coalesce(collation_name, ''), '' from information_schema.columns
            where table_schema = 'public' and table_name not like 'migrat%'
            union all select 'index', indexname, indexdef from pg_indexes
            where schemaname = 'public' and tablename not like 'migrat%' order by 1, 2, 3"
        }
    };
    raw.texts(query).await.into_iter().map(|row| row.join(" ")).collect()
}

#[test]
fn a_fresh_schema_is_the_sum_of_the_migrations() {
    both!(same_shape);
}

async fn same_shape(site: &Site) {
    site.open().await.close().await.unwrap();
    let grown = site.raw().await;
    let (other, dialect) = match site {
        Site::Sqlite { .. } => (Site::sqlite(), Dialect::Sqlite),
        Site::Postgres { .. } => (Site::postgres().await, Dialect::Postgres),
    };
    let fresh = other.raw().await;
    fresh.run(&expand(SCHEMA, dialect)).await.unwrap();
    let (grown_shape, fresh_shape) = (shape(&grown).await, shape(&fresh).await);
    assert!(grown_shape.len() > 40);
    assert_eq!(grown_shape, fresh_shape);
    grown.close();
    fresh.close();
    other.clear().await;
}

#[test]
fn a_database_of_a_newer_or_another_build_is_refused() {
    both!(refused);
}

async fn refused(site: &Site) {
    let store = site.open().await;
    store.close().await.unwrap();
    let raw = site.raw().await;
    let refused = async || {
        let opened = Store::open(site.place(), Options::default()).await;
        matches!(opened, Err(Error::Migration(_)))
    };
    raw.run("update migrations set checksum = 'other'").await.unwrap();
    assert!(refused().await);
    raw.run("delete from migrations").await.unwrap();
    for (n, migration) in MIGRATIONS.iter().enumerate() {
        let sum = ring::digest::digest(&ring::digest::SHA256, migration.text.as_bytes());
        let sum = baton_core::vault::hex(sum.as_ref());
        let name = migration.name;
        raw.run(&format!("insert into migrations values ({}, '{name}', '{sum}')", n + 1))
            .await
            .unwrap();
    }
    site.open().await.close().await.unwrap();
    raw.run("insert into migrations values (99, '0099_later', 'x')").await.unwrap();
    assert!(refused().await);
    raw.close();
}

#[test]
fn several_nodes_may_open_a_new_database_at_once() {
    both!(at_once);
}

async fn at_once(site: &Site) {
    let open = || Store::open(site.place(), Options::default());
    let (a, b, c) = tokio::join!(open(), open(), open());
    let stores = [a.unwrap(), b.unwrap(), c.unwrap()];
    for (n, store) in stores.iter().enumerate() {
        let (entries, words) =
            said(&mut draw(u8::try_from(n).unwrap()), Subject::Nobody, &["x"], 1);
        append(store, a_stream(1), u32::try_from(n).unwrap(), entries, words).await.unwrap();
    }
    for store in stores {
        store.close().await.unwrap();
    }
}

#[test]
fn numbers_go_on_from_the_highest_when_a_database_has_moved_to_another_server() {
    both!(moved);
}

async fn moved(site: &Site) {
    let store = site.open().await;
    let (entries, words) = said(&mut draw(1), Subject::Nobody, &["x"], 1);
    append(&store, a_stream(1), 0, entries, words).await.unwrap();
    store.close().await.unwrap();
    let raw = site.raw().await;
    let ahead = 65_536_i64 * 9_000_000;
    raw.run(&format!("update events set seq = seq + {ahead}; update streams set seq = seq + {ahead}, first_seq = first_seq + {ahead}")).await.unwrap();
    raw.close();
    let store = site.open().await;
    for version in 1..4_u8 {
        let (entries, words) = said(&mut draw(version + 1), Subject::Nobody, &["x"], 1);
        append(&store, a_stream(1), version.into(), entries, words).await.unwrap();
    }
    settle(&store).await;
    let events = journal::after(&store.link(), 0, 9).await.unwrap();
    assert!(events.is_sorted_by_key(|event| (event.seq, event.version)));
    assert_eq!(events.len(), 4);
    store.close().await.unwrap();
}

#[test]
fn what_was_built_in_bulk_is_there_after_closing() {
    both!(bulk);
}

async fn bulk(site: &Site) {
    let options = Options { durability: Durability::Bulk, ..Options::default() };
    let store = Store::open(site.place(), options).await.unwrap();
    let (entries, words) = said(&mut draw(1), Subject::Nobody, &["x"], 1);
    append(&store, a_stream(1), 0, entries, words).await.unwrap();
    store.close().await.unwrap();
    let store = site.open().await;
    assert_eq!(journal::head(&store.link(), a_stream(1)).await.unwrap(), 1);
    let health = store.health().await.unwrap();
    assert_eq!(health == Health::Sqlite, site.file().is_some());
    let again = store.clone();
    store.close().await.unwrap();
    let (entries, _) = said(&mut draw(2), Subject::Nobody, &[], 1);
    let answer = append(&again, a_stream(1), 1, entries, Vec::new()).await;
    assert!(matches!(answer, Err(Error::Closed)), "{answer:?}");
}

#[test]
fn writing_goes_on_after_the_server_has_dropped_every_connection() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let site = Site::postgres().await;
        let store = site.open().await;
        let raw = site.raw().await;
        let mut version = 0;
        let mut failures = 0;
        for round in 0..40_u8 {
            if round % 10 == 5 {
                raw.run(
                    "select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()",
                )
                .await
                .unwrap();
            }
            let (entries, _) = said(&mut draw(round), Subject::Nobody, &[], 1);
            match append(&store, a_stream(1), version, entries, Vec::new()).await {
                Ok(()) => version += 1,
                Err(_) => failures += 1,
            }
            // Nothing that was acknowledged is lost, whatever became of the connection.
            let seen = journal::head(&store.link(), a_stream(1)).await.unwrap();
            assert!(seen >= version);
            version = seen;
        }
        // A connection may be lost while it commits, when nobody can tell how it ended.
        assert!(failures <= 4, "{failures} of 40 writes failed");
        raw.close();
        store.close().await.unwrap();
        site.clear().await;
    });
}

#[test]
fn what_one_node_calls_every_node_hears_also_after_the_database_hung_up() {
    both!(called);
}

async fn called(site: &Site) {
    let one = site.open().await;
    let other = match site {
        Site::Sqlite { .. } => one.clone(),
        Site::Postgres { .. } => site.open().await,
    };
    let (mut here, mut there) = (one.hear(), other.hear());
    hears(&one, &mut here, "first").await;
    hears(&one, &mut there, "second").await;
    if let Site::Postgres { .. } = site {
        let raw = site.raw().await;
        raw.run(
            "select pg_terminate_backend(pid) from pg_stat_activity \
             where datname = current_database() and query = 'listen baton'",
        )
        .await
        .unwrap();
        raw.close();
    }
    hears(&other, &mut here, "third").await;
    hears(&other, &mut there, "fourth").await;
    drop((here, there));
    other.close().await.unwrap();
    if let Site::Postgres { .. } = site {
        one.close().await.unwrap();
    }
}

/// Calls again and again, as whoever calls does, until it is heard.
async fn hears(caller: &Store, ear: &mut tokio::sync::broadcast::Receiver<String>, text: &str) {
    for _ in 0..600 {
        caller.call(text).await.unwrap();
        let heard = tokio::time::timeout(std::time::Duration::from_millis(50), async {
            while ear.recv().await.as_deref() != Ok(text) {}
        });
        if heard.await.is_ok() {
            return;
        }
    }
    panic!("{text} was not heard");
}
