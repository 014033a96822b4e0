//! The limit of the machine on SQLite: the rows of the same acts, written by the bare driver.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "the bare driver is what the store is held against"
)]

use std::path::Path;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};

use crate::Fault;
use crate::texts::Luck;
use crate::timing::{now, rate, since};
use crate::writes::{Act, Cell, Change, Write};

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Int(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

/// With the store's own settings: a commit is durable when it returns.
pub fn connect(path: &Path) -> Result<Connection, Fault> {
    let connection = Connection::open(path)?;
    connection.set_prepared_statement_cache_capacity(512);
    let _: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "wal_autocheckpoint", 8_192)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "cache_size", -16_384)?;
    connection.pragma_update(None, "busy_timeout", 10_000)?;
    Ok(connection)
}

pub struct Raw<'a> {
    connection: Connection,
    acts: &'a [Act],
    streams: Vec<String>,
    cases: Vec<String>,
    requests: Vec<String>,
    clocks: Vec<String>,
    luck: Luck,
    fresh: i64,
}

impl<'a> Raw<'a> {
    pub fn open(path: &Path, acts: &'a [Act]) -> Result<Self, Fault> {
        let connection = connect(path)?;
        let ids = |query: &str| -> Result<Vec<String>, Fault> {
            let mut statement = connection.prepare(query)?;
            let ids = statement.query_map([], |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        };
        let streams = ids("select id from streams where kind = 'case'")?;
        let (cases, requests) = (ids("select id from cases")?, ids("select id from requests")?);
        let clocks = ids("select id from clocks")?;
        let (luck, fresh) = (Luck::new(5), 1_000_000);
        Ok(Self { connection, acts, streams, cases, requests, clocks, luck, fresh })
    }

    /// Acts in a second, so many in each transaction.
    pub fn run(&mut self, batch: usize, span: Duration) -> Result<f64, Fault> {
        let (start, mut done) = (now(), 0);
        while since(start) < span {
            self.connection.prepare_cached("begin immediate")?.execute([])?;
            for _ in 0..batch {
                let acts = self.acts;
                let act = acts.get(done % acts.len().max(1)).ok_or("no act")?;
                for write in &act.writes {
                    self.write(write)?;
                }
                done += 1;
            }
            self.connection.prepare_cached("commit")?.execute([])?;
        }
        Ok(rate(done, since(start)))
    }

    fn write(&mut self, write: &Write) -> Result<(), Fault> {
        self.fresh += 1;
        let stream = one_of(&self.streams, &mut self.luck);
        let mut cells = write.again(self.fresh, stream);
        if write.change == Change::Update {
            let pool = match write.table.as_str() {
                "cases" => &self.cases,
                "requests" => &self.requests,
                "clocks" => &self.clocks,
                _ => &self.streams,
            };
            cells.push(Cell::Text(one_of(pool, &mut self.luck).to_owned()));
        }
        let mut statement = self.connection.prepare_cached(&statement(write))?;
        statement.execute(params_from_iter(&cells))?;
        if write.table == "docs" {
            self.write_terms(write)?;
        }
        Ok(())
    }

    fn write_terms(&self, write: &Write) -> Result<(), Fault> {
        let of = |name: &str| {
            let place = write.columns.iter().position(|column| column == name);
            match place.and_then(|place| write.cells.get(place)) {
                Some(Cell::Text(text)) => text.as_str(),
                _ => "",
            }
        };
        let whose = format!("{} k{}", of("scope"), of("kind"));
        let terms = "insert into docs_terms (rowid, scope, body) values ($1, $2, $3)";
        let row = self.connection.last_insert_rowid();
        let mut statement = self.connection.prepare_cached(terms)?;
        statement.execute((row, whose, words(&write.body).join(" ")))?;
        Ok(())
    }
}

fn one_of<'t>(pool: &'t [String], luck: &mut Luck) -> &'t str {
    pool.get(luck.place(pool.len())).map_or("", String::as_str)
}

/// The statement that writes the row.
pub fn statement(write: &Write) -> String {
    let list = write.columns.join(", ");
    let Write { table, columns, .. } = write;
    if write.change == Change::Update {
        let set: Vec<String> =
            columns.iter().enumerate().map(|(n, name)| format!("{name} = ${}", n + 1)).collect();
        let place = columns.len() + 1;
        return format!("update {table} set {} where id = ${place}", set.join(", "));
    }
    let values: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    format!("insert into {table} ({list}) values ({})", values.join(", "))
}

/// The different words of a text, as the search keeps them.
pub fn words(text: &str) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let all = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    all.filter(|word| !word.is_empty() && seen.insert(word.clone())).collect()
}
