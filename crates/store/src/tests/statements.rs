//! Every statement, on both databases.

use crate::db::{Sql, placeholders};

fn all() -> Vec<Sql> {
    crate::STATEMENTS
        .iter()
        .chain(crate::db::STATEMENTS)
        .flat_map(|list| list.iter().copied())
        .collect()
}

#[test]
fn every_statement_can_be_prepared_on_both_databases() {
    super::support::both!(prepare_all);
}

async fn prepare_all(site: &super::support::Site) {
    site.open().await.close().await.unwrap();
    match site.place() {
        crate::Place::Sqlite(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            for sql in all() {
                let prepared = connection.prepare(sql.sqlite);
                let prepared = prepared.unwrap_or_else(|e| panic!("{}: {e}", sql.name));
                assert_eq!(
                    Ok(prepared.parameter_count()),
                    placeholders(sql.sqlite),
                    "{}",
                    sql.name
                );
            }
        }
        crate::Place::Postgres(url) => {
            let (client, connection) =
                tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            for sql in all() {
                let prepared = client.prepare(sql.postgres).await;
                let prepared = prepared.unwrap_or_else(|e| panic!("{}: {e:?}", sql.name));
                let plain = |ty: &tokio_postgres::types::Type| {
                    matches!(ty.name(), "int8" | "int4" | "text" | "varchar")
                };
                assert!(prepared.params().iter().all(plain), "{}: {prepared:?}", sql.name);
                assert!(prepared.columns().iter().all(|c| plain(c.type_())), "{}", sql.name);
                assert_eq!(Ok(prepared.params().len()), placeholders(sql.postgres), "{}", sql.name);
            }
        }
    }
}

/// Tables of which each case, letter and person brings more rows.
const GROWING: [&str; 7] = ["events", "words", "docs", "jobs", "post", "drafts", "receipts"];

/// Those that are meant to go over all of it.
const OVER_ALL: [&str; 3] = ["SWEEP", "COUNT", "STRAY"];

/// Statements are planned once, for any value: an index that keeps some rows only is found by what
/// the statement says, not by what it is given.
#[test]
fn what_grows_without_end_is_read_by_an_index() {
    super::support::both!(planned);
}

async fn planned(site: &super::support::Site) {
    site.open().await.close().await.unwrap();
    // Without rows PostgreSQL always reads whole tables: its plans say nothing here.
    let crate::Place::Sqlite(path) = site.place() else { return };
    let connection = crate::db::open_reader(&path).unwrap();
    let mut wrong = Vec::new();
    for sql in all() {
        let mut plan = connection.prepare(&format!("explain query plan {}", sql.sqlite)).unwrap();
        let count = plan.parameter_count();
        let values = (0..count).map(|_| rusqlite::types::Null);
        let lines = plan.query_map(rusqlite::params_from_iter(values), |row| row.get(3)).unwrap();
        for line in lines.map(|line: rusqlite::Result<String>| line.unwrap()) {
            let whole = GROWING.iter().any(|table| line == format!("SCAN {table}"));
            if whole && !OVER_ALL.contains(&sql.name) {
                wrong.push(format!("{}: {line}", sql.name));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn placeholders_of_every_statement_are_numbered_in_order_of_first_use() {
    for sql in all() {
        for text in [sql.sqlite, sql.postgres] {
            assert!(placeholders(text).is_ok(), "{}: {:?}", sql.name, placeholders(text));
        }
    }
}

#[test]
fn every_list_of_statements_is_known_to_this_test() {
    fn lists_below(folder: &std::path::Path) -> usize {
        let mut count = 0;
        for item in std::fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.ends_with("tests") {
                continue;
            }
            if path.is_dir() {
                count += lists_below(&path);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                let begins =
                    |line: &&str| *line == "statements! {" || *line == "crate::db::statements! {";
                count += text.lines().filter(begins).count();
            }
        }
        count
    }
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert_eq!(lists_below(&source), crate::STATEMENTS.len() + crate::db::STATEMENTS.len());
}
