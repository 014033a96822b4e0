//! The limit of the machine on PostgreSQL: the rows of the same acts, by the bare driver, pipelined.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "the bare driver is what the store is held against"
)]

use std::collections::HashMap;
use std::time::Duration;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, NoTls, Statement};

use crate::Fault;
use crate::raw_sqlite;
use crate::texts::Luck;
use crate::timing::{now, rate, since};
use crate::writes::{Act, Cell, Change, Write};

/// A database of the bench's own; dropped with [`Database::drop_it`].
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// Makes a database on the server that the address leads to.
    pub fn make(server: &str) -> Result<Self, Fault> {
        let name = format!("baton_bench_{}", std::process::id());
        let database = Self { server: server.to_owned(), name };
        database.tell(&format!("create database {}", database.name))?;
        Ok(database)
    }

    /// The address of the new database.
    pub fn url(&self) -> String {
        let (base, options) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let place = base.rfind('/').filter(|place| *place > "postgres://".len());
        let host = place.and_then(|place| base.get(..place)).unwrap_or(base);
        let options = if options.is_empty() { String::new() } else { format!("?{options}") };
        format!("{host}/{}{options}", self.name)
    }

    pub fn drop_it(&self) -> Result<(), Fault> {
        self.tell(&format!("drop database if exists {} with (force)", self.name))
    }

    fn tell(&self, sql: &str) -> Result<(), Fault> {
        let server = self.server.clone();
        crate::runtime()?.block_on(async { Ok(connect(&server).await?.batch_execute(sql).await?) })
    }
}

/// Has the server write to its files what it put off, so that each measure begins alike.
pub fn put_away(url: &str) -> Result<(), Fault> {
    crate::runtime()?.block_on(async { Ok(connect(url).await?.batch_execute("checkpoint").await?) })
}

pub async fn connect(url: &str) -> Result<Client, Fault> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

struct Raw<'a> {
    client: &'a Client,
    acts: &'a [Act],
    streams: Vec<String>,
    cases: Vec<String>,
    requests: Vec<String>,
    clocks: Vec<String>,
    prepared: HashMap<String, Statement>,
    luck: Luck,
    fresh: i64,
}

/// Acts in a second, so many in each transaction: as many runs as there are batches.
pub fn run(
    url: &str,
    acts: &[Act],
    batches: &[usize],
    span: Duration,
    from: i64,
) -> Result<Vec<f64>, Fault> {
    crate::runtime()?.block_on(async {
        let client = connect(url).await?;
        client.batch_execute("set synchronous_commit = on").await?;
        let streams = ids(&client, "select id from streams where kind = 'case'").await?;
        let cases = ids(&client, "select id from cases").await?;
        let requests = ids(&client, "select id from requests").await?;
        let clocks = ids(&client, "select id from clocks").await?;
        let (prepared, luck) = (HashMap::new(), Luck::new(5));
        let mut raw = Raw {
            client: &client,
            acts,
            streams,
            cases,
            requests,
            clocks,
            prepared,
            luck,
            fresh: from,
        };
        let mut rates = Vec::new();
        for batch in batches {
            rates.push(raw.run(*batch, span).await?);
        }
        Ok(rates)
    })
}

async fn ids(client: &Client, query: &str) -> Result<Vec<String>, Fault> {
    let rows = client.query(query, &[]).await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

impl Raw<'_> {
    async fn run(&mut self, batch: usize, span: Duration) -> Result<f64, Fault> {
        let (start, mut done) = (now(), 0);
        while since(start) < span {
            let mut rows = Vec::new();
            for _ in 0..batch {
                let acts = self.acts;
                let act = acts.get(done % acts.len().max(1)).ok_or("no act")?;
                for write in &act.writes {
                    rows.push(self.row(write).await?);
                }
                done += 1;
            }
            // All of it travels at once, in this order.
            let (client, begin) = (self.client, self.client.batch_execute("begin"));
            let all = rows.iter().map(|(statement, cells)| async move {
                client.execute_raw(statement, cells).await
            });
            let commit = client.batch_execute("commit");
            let all = futures_util::future::join_all(all);
            let (begun, written, committed) = futures_util::future::join3(begin, all, commit).await;
            begun?;
            written.into_iter().collect::<Result<Vec<u64>, _>>()?;
            committed?;
        }
        Ok(rate(done, since(start)))
    }

    async fn row(&mut self, write: &Write) -> Result<(Statement, Vec<Cell>), Fault> {
        self.fresh += 1;
        let stream = one_of(&self.streams, &mut self.luck).to_owned();
        let mut cells = write.again(self.fresh, &stream);
        if write.change == Change::Update {
            let pool = match write.table.as_str() {
                "cases" => &self.cases,
                "requests" => &self.requests,
                "clocks" => &self.clocks,
                _ => &self.streams,
            };
            cells.push(Cell::Text(one_of(pool, &mut self.luck).to_owned()));
        }
        if write.table == "docs" {
            cells.push(Cell::Text(terms(write)));
        }
        let text = statement(write);
        let known = self.prepared.get(&text).cloned();
        let prepared = match known {
            Some(known) => known,
            None => self.client.prepare(&text).await?,
        };
        self.prepared.insert(text, prepared.clone());
        Ok((prepared, cells))
    }
}

fn one_of<'t>(pool: &'t [String], luck: &mut Luck) -> &'t str {
    pool.get(luck.place(pool.len())).map_or("", String::as_str)
}

impl ToSql for Cell {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) => n.to_sql(ty, out),
            Self::Text(text) => text.to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::TEXT)
    }

    to_sql_checked!();
}

/// Like SQLite's but for the search, whose terms stand in the row itself.
pub fn statement(write: &Write) -> String {
    let text = raw_sqlite::statement(write);
    if write.table != "docs" {
        return text;
    }
    let place = write.columns.len() + 1;
    let text = text.replacen(") values (", ", terms) values (", 1);
    let open = text.trim_end_matches(')');
    format!("{open}, cast(cast(${place} as text) as tsvector))")
}

/// The search's terms of a row of `docs`.
pub fn terms(write: &Write) -> String {
    let of = |name: &str| {
        let place = write.columns.iter().position(|column| column == name);
        match place.and_then(|place| write.cells.get(place)) {
            Some(Cell::Text(text)) => text.as_str(),
            _ => "",
        }
    };
    let mut text = format!("':{}' ':k{}'", of("scope"), of("kind"));
    for word in raw_sqlite::words(&write.body) {
        text.push_str(&format!(" '{word}'"));
    }
    text
}
