//! PostgreSQL's own measure: pgbench with the statements of the same acts, prepared, one act in
//! each transaction.

use std::path::Path;

use crate::Fault;
use crate::process::output;
use crate::raw_postgres;
use crate::writes::{Act, Cell, Change, Write};

/// Rows that the updates of pgbench choose from: it can only make up ids, not look them up.
const ROWS: usize = 20_000;
/// As long as the ids of Baton.
const ID: &str = "pgbench";

/// The scripts of the acts, ready to be run.
pub struct Bench<'a> {
    url: &'a str,
    scripts: Vec<String>,
    /// Numbers from here on are fresh.
    fresh: usize,
}

impl<'a> Bench<'a> {
    /// `None` when there is no pgbench on this machine.
    pub fn prepare(url: &'a str, acts: &[Act], folder: &Path) -> Result<Option<Self>, Fault> {
        if output("pgbench", &["--version"]).is_err() {
            return Ok(None);
        }
        crate::runtime()?.block_on(prepare(url))?;
        std::fs::create_dir_all(folder)?;
        let mut scripts = Vec::new();
        // One case is enough: the acts of all are alike.
        for (n, act) in acts.iter().take(crate::acts::ACTS).enumerate() {
            let path = folder.join(format!("act-{n}.sql"));
            std::fs::write(&path, script(act))?;
            scripts.push(path.display().to_string());
        }
        Ok(Some(Self { url, scripts, fresh: 1_000_000 }))
    }

    /// Acts in a second with so many clients.
    pub fn run(&mut self, clients: usize, seconds: u64) -> Result<f64, Fault> {
        let (count, seconds) = (clients.to_string(), seconds.to_string());
        let (first, threads) = (format!("n={}", self.fresh), clients.min(2).to_string());
        self.fresh += 1_000_000;
        let mut arguments = vec![
            "-n", "-M", "prepared", "-c", &count, "-j", &threads, "-T", &seconds, "-D", &first,
        ];
        for script in &self.scripts {
            arguments.extend(["-f", script]);
        }
        arguments.push(self.url);
        let said = output("pgbench", &arguments)?;
        let line = said.lines().find_map(|line| line.strip_prefix("tps = "));
        let rate = line.and_then(|rest| rest.split_whitespace().next()).ok_or("no tps")?;
        Ok(rate.parse()?)
    }
}

/// Streams, cases, requests and clocks whose ids pgbench can make up, alike to those that are there.
async fn prepare(url: &str) -> Result<(), Fault> {
    let client = raw_postgres::connect(url).await?;
    for (table, others) in
        [("streams", "id"), ("cases", "id, number"), ("requests", "id, case_id"), ("clocks", "id")]
    {
        let columns = client
            .query(
                "select column_name::text from information_schema.columns
                    where table_name = $1 and table_schema = 'public' order by ordinal_position",
                &[&table],
            )
            .await?;
        let names: Vec<String> =
            columns.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        let own = |name: &String| match name.as_str() {
            "id" => format!("'{ID}' || n"),
            "case_id" if table == "requests" => format!("'{ID}' || n"),
            "number" => "10000000 + n".to_owned(),
            _ => name.clone(),
        };
        let values: Vec<String> = names.iter().map(own).collect();
        let (names, values) = (names.join(", "), values.join(", "));
        let kind = if table == "streams" { "where kind = 'case'" } else { "" };
        client
            .batch_execute(&format!(
                "insert into {table} ({names}) select {values}
                    from (select * from {table} {kind} order by {others} limit 1) one,
                    generate_series(1, {ROWS}) n on conflict do nothing; analyze {table}"
            ))
            .await?;
    }
    Ok(())
}

fn script(act: &Act) -> String {
    let mut text = String::from("\\set n :n + 1\n\\set key :client_id * 100000000 + :n\n");
    text.push_str(&format!("\\set row random(1, {ROWS})\nbegin;\n"));
    for (place, write) in act.writes.iter().enumerate() {
        text.push_str(&statement(write, place));
        text.push_str(";\n");
    }
    text.push_str("commit;\n");
    text
}

fn statement(write: &Write, place: usize) -> String {
    let Write { table, columns, cells, .. } = write;
    let pairs = columns.iter().zip(cells);
    if write.change == Change::Update {
        let set: Vec<String> =
            pairs.map(|(name, cell)| format!("{name} = {}", literal(cell))).collect();
        return format!("update {table} set {} where id = '{ID}' || :row", set.join(", "));
    }
    let mut names = columns.join(", ");
    let mut values: Vec<String> =
        pairs.map(|(name, cell)| value(table, name, cell, place)).collect();
    if table == "docs" {
        names.push_str(", terms");
        let terms = literal(&Cell::Text(raw_postgres::terms(write)));
        values.push(format!("cast({terms} as tsvector)"));
    }
    format!("insert into {table} ({names}) values ({})", values.join(", "))
}

fn value(table: &str, column: &str, cell: &Cell, place: usize) -> String {
    // Two rows of one act in one table must not have the same key.
    let key = format!("{place:02}");
    // A bare variable of a prepared statement would be taken for 32 bits.
    let wide = "cast(:key as bigint)";
    match (table, column, cell) {
        ("events" | "words", "stream", _) => format!("'{ID}' || :row"),
        ("events", "seq", _) => format!("900000000000000000 + {wide} * 100 + {key}"),
        ("events", "version", _) => format!("{wide} * 100 + {key}"),
        ("words" | "jobs" | "notices" | "clocks", "id", Cell::Text(text))
        | ("notices", "event", Cell::Text(text))
        | ("receipts", "key", Cell::Text(text))
        | ("docs", "thing", Cell::Text(text)) => {
            let keep = text.len().saturating_sub(14);
            let start = Cell::Text(text.get(..keep).unwrap_or_default().to_owned());
            format!("{} || '{key}' || :key", literal(&start))
        }
        _ => literal(cell),
    }
}

/// A colon would be the beginning of a variable, so it is written as its number.
fn literal(cell: &Cell) -> String {
    match cell {
        Cell::Null => "null".to_owned(),
        Cell::Int(n) => n.to_string(),
        Cell::Text(text) => {
            let text = text.replace('\\', "\\\\").replace('\'', "''").replace(':', "\\x3a");
            format!("E'{text}'")
        }
    }
}
