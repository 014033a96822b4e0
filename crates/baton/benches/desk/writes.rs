//! What one act writes, found out by looking: every table before and after it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use baton_desk::entropy::SystemEntropy;
use baton_store::Durability;
use baton_web::app::{App, Settings};
use rusqlite::types::ValueRef;

use crate::Fault;
use crate::acts::Work;
use crate::data::{DATABASE, Data, open};
use crate::http::Connection;

/// Cases whose acts are looked at.
const LOOKED_AT: usize = 12;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    Null,
    Int(i64),
    Text(String),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    Insert,
    /// Of the row with this id.
    Update,
}

/// One row that an act wrote: all columns of a new one, the changed ones of another.
#[derive(Clone, Debug)]
pub struct Write {
    pub table: String,
    pub change: Change,
    pub columns: Vec<String>,
    pub cells: Vec<Cell>,
    /// The text that a row of `docs` makes searchable.
    pub body: String,
}

/// The rows of one act.
#[derive(Clone, Debug)]
pub struct Act {
    pub writes: Vec<Write>,
}

type Rows = BTreeMap<String, Vec<Cell>>;
type Tables = BTreeMap<String, (Vec<String>, Rows)>;

/// The rows that each act of a few cases writes.
pub fn look(folder: &Path) -> Result<Vec<Act>, Fault> {
    let data = Data::take(folder, 80, None)?;
    let copy = data.copy(&folder.join("copy"))?;
    crate::runtime()?.block_on(async {
        let (desk, store) = open(&copy, None, Durability::Full).await?;
        let app = App::of_desk(desk, Arc::new(SystemEntropy::default()), Settings::default());
        let router = baton_web::router::router(&app);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let serving = tokio::spawn(async move { axum::serve(listener, service).await });
        let acts = acts(&copy, address, &Work::new(&data)).await?;
        serving.abort();
        drop(store);
        Ok(acts)
    })
}

async fn acts(copy: &Path, address: SocketAddr, work: &Work) -> Result<Vec<Act>, Fault> {
    let database = crate::raw_sqlite::connect(&copy.join(DATABASE))?;
    let mut client = Connection::open(address).await?;
    let mut acts = Vec::new();
    let mut before = tables(&database)?;
    for _ in 0..LOOKED_AT {
        for call in work.next_case()? {
            client.call(&call).await?;
            let after = tables(&database)?;
            acts.push(Act { writes: difference(&before, &after)? });
            before = after;
        }
    }
    Ok(acts)
}

#[allow(clippy::disallowed_types, reason = "the bench looks at the tables themselves")]
fn tables(database: &rusqlite::Connection) -> Result<Tables, Fault> {
    let names = "select name from sqlite_master where type = 'table' and sql not like '%virtual%'
        and name not like 'docs_terms_%' and name not like 'sqlite_%' and name <> 'tokens'";
    let mut statement = database.prepare(names)?;
    let names: Vec<String> =
        statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut tables = Tables::new();
    for name in names {
        let mut statement = database.prepare(&format!("select * from {name}"))?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([])?;
        let mut all = Rows::new();
        while let Some(row) = rows.next()? {
            let cells = (0..columns.len()).map(|n| Ok(cell(row.get_ref(n)?)));
            let cells = cells.collect::<Result<Vec<Cell>, rusqlite::Error>>()?;
            all.insert(key(&name, &cells), cells);
        }
        tables.insert(name, (columns, all));
    }
    Ok(tables)
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Integer(n) => Cell::Int(n),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        _ => Cell::Null,
    }
}

/// The key is the first column; of a few tables the first two or three.
fn key(table: &str, cells: &[Cell]) -> String {
    let columns = match table {
        "receipts" | "credentials" => 2,
        "customer_addresses" => 3,
        _ => 1,
    };
    format!("{:?}", cells.get(..columns))
}

fn difference(before: &Tables, after: &Tables) -> Result<Vec<Write>, Fault> {
    let mut writes = Vec::new();
    for (table, (columns, rows)) in after {
        let (_, old) = before.get(table).ok_or("a table is new")?;
        if let Some(gone) = old.keys().find(|key| !rows.contains_key(*key)) {
            return Err(format!("an act deletes from {table}: {gone}").into());
        }
        for (key, cells) in rows {
            let write = match old.get(key) {
                None => Some(added(table, columns, cells)),
                Some(known) if known == cells => None,
                Some(known) => Some(changed(columns, known, cells)),
            };
            if let Some((change, columns, cells)) = write {
                let table = table.clone();
                writes.push(Write { table, change, columns, cells, body: String::new() });
            }
        }
    }
    let body = longest_text(&writes);
    for write in writes.iter_mut().filter(|write| write.table == "docs") {
        write.body.clone_from(&body);
    }
    Ok(writes)
}

/// A new row; a serial number is left to the database.
fn added(table: &str, columns: &[String], cells: &[Cell]) -> (Change, Vec<String>, Vec<Cell>) {
    let given =
        columns.iter().zip(cells).filter(|(name, _)| (table, name.as_str()) != ("docs", "n"));
    let (columns, cells) = given.map(|(name, cell)| (name.clone(), cell.clone())).unzip();
    (Change::Insert, columns, cells)
}

fn changed(columns: &[String], old: &[Cell], new: &[Cell]) -> (Change, Vec<String>, Vec<Cell>) {
    let differ = columns.iter().zip(old.iter().zip(new)).filter(|(_, (old, new))| old != new);
    let (columns, cells) = differ.map(|(name, (_, new))| (name.clone(), new.clone())).unzip();
    (Change::Update, columns, cells)
}

fn longest_text(writes: &[Write]) -> String {
    let words = writes.iter().filter(|write| write.table == "words");
    let texts = words.filter_map(|write| {
        let place = write.columns.iter().position(|column| column == "content")?;
        match write.cells.get(place)? {
            Cell::Text(text) => Some(text.clone()),
            _ => None,
        }
    });
    texts.max_by_key(String::len).unwrap_or_default()
}

impl Write {
    pub fn bytes(&self) -> usize {
        let of = |cell: &Cell| match cell {
            Cell::Null => 0,
            Cell::Int(_) => 8,
            Cell::Text(text) => text.len(),
        };
        self.cells.iter().map(of).sum::<usize>() + self.body.len()
    }

    /// The cells with new keys, so that the row can be written again and again: `fresh` is a
    /// number that was not used before, `stream` one of the streams that are there.
    pub fn again(&self, fresh: i64, stream: &str) -> Vec<Cell> {
        let cells = self.columns.iter().zip(&self.cells);
        cells.map(|(column, cell)| self.renewed(column, cell, fresh, stream)).collect()
    }

    fn renewed(&self, column: &str, cell: &Cell, fresh: i64, stream: &str) -> Cell {
        if self.change == Change::Update {
            return cell.clone();
        }
        match (self.table.as_str(), column, cell) {
            ("events" | "words", "stream", _) => Cell::Text(stream.to_owned()),
            // Far above all that are there, and one for each row that is written.
            ("events", "seq", _) => Cell::Int(fresh + (1 << 50)),
            ("events", "version", _) => Cell::Int(fresh),
            ("words" | "jobs" | "notices" | "clocks", "id", Cell::Text(text))
            | ("notices", "event", Cell::Text(text))
            | ("receipts", "key", Cell::Text(text))
            | ("docs", "thing", Cell::Text(text)) => Cell::Text(renumbered(text, fresh)),
            _ => cell.clone(),
        }
    }
}

/// As long as it was, with a number at its end.
fn renumbered(text: &str, fresh: i64) -> String {
    let number = format!("{fresh:012}");
    let keep = text.len().saturating_sub(number.len());
    format!("{}{number}", text.get(..keep).unwrap_or_default())
}
