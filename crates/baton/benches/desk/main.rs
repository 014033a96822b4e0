//! How fast Baton is beside what the same machine could do at most. Writes `docs/performance.md`.
//!
//! The server runs as a process of its own, as it is served; the load comes from this one.

mod acts;
mod bare;
mod board;
mod clocks;
mod company;
mod data;
mod fill;
mod http;
mod measures;
mod pages;
mod pgbench;
mod process;
mod raw_postgres;
mod raw_sqlite;
mod report;
mod rules;
mod texts;
mod timing;
mod writes;

use std::path::{Path, PathBuf};

/// Anything that ends the bench; it says what.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Set by the bench for the process that serves the bare page: size of the page and folder.
pub const BARE: &str = "BATON_BENCH_BARE";

pub fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

/// How the bench was asked to run.
pub struct Plan {
    pub cases: usize,
    /// Cases on PostgreSQL, where only the acts are measured.
    pub cases_postgres: usize,
    pub folder: PathBuf,
    pub postgres: String,
    /// Names of sections; empty: all, and then the page is written.
    pub only: Vec<String>,
    /// Runs of which the middle one counts.
    pub runs: usize,
    /// Seconds of each run.
    pub seconds: u64,
}

impl Plan {
    fn of_process() -> Result<Self, Fault> {
        let read = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
        let number =
            |name: &str, usual: usize| read(name).map_or(Ok(usual), |text| text.parse::<usize>());
        let usual = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
        let postgres = "postgres://root@127.0.0.1:5432/postgres";
        Ok(Self {
            cases: number("BATON_BENCH_CASES", 100_000)?,
            cases_postgres: number("BATON_BENCH_CASES_POSTGRES", 20_000)?,
            folder: read("BATON_BENCH_DATA").map_or(usual, PathBuf::from),
            postgres: read("BATON_BENCH_POSTGRES").unwrap_or_else(|| postgres.to_owned()),
            only: read("BATON_BENCH_ONLY")
                .map(|text| text.split(',').map(str::to_owned).collect())
                .unwrap_or_default(),
            runs: number("BATON_BENCH_RUNS", 3)?,
            seconds: u64::try_from(number("BATON_BENCH_SECONDS", 3)?)?,
        })
    }

    pub fn wants(&self, section: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == section)
    }
}

fn main() -> Result<(), Fault> {
    if let Ok(bare) = std::env::var(BARE) {
        let (bytes, folder) = bare.split_once(' ').ok_or("size and folder")?;
        let listen = std::env::args().next_back().ok_or("where to listen")?;
        return bare::serve(Path::new(folder), bytes.parse()?, &listen);
    }
    let plan = Plan::of_process()?;
    let sections = measures::all(&plan)?;
    let date = std::env::var("BATON_BENCH_DATE").ok();
    let page = report::page(&process::machine(), date.as_deref(), &sections);
    report::print(&page);
    if plan.only.is_empty() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/performance.md");
        report::write(&docs, &page)?;
    }
    Ok(())
}
