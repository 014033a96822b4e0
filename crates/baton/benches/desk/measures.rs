//! What is measured, in order.

use std::path::Path;
use std::time::Duration;

use baton_store::Durability;

use crate::acts::{self, Work};
use crate::board;
use crate::clocks::{self, Clocks};
use crate::data::{self, DATABASE, Data};
use crate::pages::{self, Pages};
use crate::pgbench::Bench;
use crate::process::Server;
use crate::raw_postgres::Database;
use crate::raw_sqlite::Raw;
use crate::report::{Section, per_cent, per_second};
use crate::timing::{Load, median, middle};
use crate::writes::{Act, look};
use crate::{Fault, Plan, raw_postgres, rules, runtime};

const CLIENTS: [usize; 4] = [1, 8, 32, 64];
const BATCHES: [usize; 3] = [1, 32, 50];
const EVENTS: usize = 1_000_000;

pub fn all(plan: &Plan) -> Result<Vec<Section>, Fault> {
    std::fs::create_dir_all(&plan.folder)?;
    let written = look(&plan.folder.join("look"))?;
    let mut sections = Vec::new();
    if ["sqlite", "page", "lists", "process"].iter().any(|name| plan.wants(name)) {
        sections.extend(on_sqlite(plan, &written)?);
    }
    if plan.wants("postgres") {
        sections.push(on_postgres(plan, &written)?);
    }
    if plan.wants("rules") {
        sections.extend(of_rules(plan)?);
    }
    Ok(sections)
}

fn span(plan: &Plan) -> Duration {
    Duration::from_secs(plan.seconds)
}

/// How much an act writes, in words.
fn about(written: &[Act]) -> String {
    let rows = written.iter().map(|act| act.writes.len()).sum::<usize>();
    let all = written.iter().flat_map(|act| &act.writes);
    let bytes = all.map(crate::writes::Write::bytes).sum::<usize>();
    let many = written.len().max(1);
    format!(
        "Six acts on each of many cases in turn: a logged call, acknowledge, a note, read back, \
         confirm, progress; each with an `Idempotency-Key`, answered when it is durable. One act \
         writes {:.1} rows with {} bytes on the average.",
        crate::timing::count(rows) / crate::timing::count(many),
        bytes / many
    )
}

fn on_sqlite(plan: &Plan, written: &[Act]) -> Result<Vec<Section>, Fault> {
    let data = Data::take(&plan.folder.join(format!("sqlite-{}", plan.cases)), plan.cases, None)?;
    let folder = data.copy(&plan.folder.join("run"))?;
    let people: Vec<String> =
        data.made.full.iter().take(500).map(|full| full.owner.clone()).collect();
    let cookies = data::sign_in(&folder, &people)?;
    let watchers = board::prepare(&folder.join(DATABASE), &data)?;
    let (server, starts) = started(&folder, None)?;
    let idle = server.memory_mb()?;
    let work = Work::new(&data);
    let mut sections = Vec::new();
    let pages = Pages { plan, data: &data, work: work.clone(), server: &server, cookies: &cookies };
    if plan.wants("page") {
        sections.push(pages.case(&folder)?);
    }
    if plan.wants("lists") {
        sections.push(pages.lists(&watchers)?);
    }
    if plan.wants("sqlite") {
        sections.insert(0, acts_on_sqlite(plan, &data, written, &server, &work)?);
    }
    if plan.wants("process") {
        sections.push(pages::process(plan, &starts, idle, &server)?);
    }
    Ok(sections)
}

/// Starts the program three times; gives the last one, and how long each took.
fn started(folder: &Path, database: Option<&str>) -> Result<(Server, Vec<f64>), Fault> {
    let program = Path::new(env!("CARGO_BIN_EXE_baton"));
    let folder = folder.display().to_string();
    let mut arguments = vec!["serve", "--data", &folder];
    if let Some(url) = database {
        arguments.extend(["--database", url]);
    }
    let quiet = [("BATON_LOG", "error")];
    let mut starts = Vec::new();
    loop {
        let server = Server::start(program, &arguments, &quiet, "/readyz")?;
        starts.push(server.ready_after.as_secs_f64() * 1_000.0);
        if starts.len() == 3 {
            return Ok((server, starts));
        }
    }
}

fn acts_at(
    plan: &Plan,
    server: &Server,
    work: &std::sync::Arc<Work>,
    clients: usize,
) -> Result<Load, Fault> {
    let runs = (0..plan.runs).map(|_| acts::run(server, work, clients, span(plan)));
    Ok(middle(runs.collect::<Result<_, _>>()?))
}

fn acts_on_sqlite(
    plan: &Plan,
    data: &Data,
    written: &[Act],
    server: &Server,
    work: &std::sync::Arc<Work>,
) -> Result<Section, Fault> {
    acts::run(server, work, 32, span(plan))?;
    let copy = data.copy(&plan.folder.join("raw"))?;
    let mut raw = Raw::open(&copy.join(DATABASE), written)?;
    raw.run(32, span(plan))?;
    let mut limits = Vec::new();
    for batch in BATCHES {
        let runs = (0..plan.runs).map(|_| raw.run(batch, span(plan)));
        limits.push(median(runs.collect::<Result<_, _>>()?));
    }
    let text = format!(
        "{} The limit is the bare driver writing the same rows to the same tables with the same \
         durability (`synchronous=FULL`) in one thread, so many acts in each transaction; {} cases \
         are there already.",
        about(written),
        data.cases
    );
    let mut section = Section::new("Acts on SQLite", text);
    for (batch, limit) in BATCHES.iter().zip(&limits) {
        section.add(&format!("raw, {batch} to a transaction"), "", &per_second(*limit), "", "");
    }
    let [one, many, _] = limits[..] else { return Err("three limits".into()) };
    for clients in CLIENTS {
        let load = acts_at(plan, server, work, clients)?;
        let (limit, aim) = match clients {
            1 => (one, ""),
            32 => (many, "50 %"),
            _ => (many, ""),
        };
        add(&mut section, clients, &load, limit, aim);
    }
    Ok(section)
}

fn add(section: &mut Section, clients: usize, load: &Load, limit: f64, aim: &str) {
    let rate = load.per_second();
    section.add(
        &format!("{clients} clients"),
        &format!(
            "{}, p50 {:.1}, p99 {:.1} ms, {:.0} µs of processor time",
            per_second(rate),
            load.within(50),
            load.within(99),
            load.cpu_micros()
        ),
        &per_second(limit),
        &per_cent(rate, limit),
        aim,
    );
}

fn on_postgres(plan: &Plan, written: &[Act]) -> Result<Section, Fault> {
    let database = Database::make(&plan.postgres)?;
    let section = acts_on_postgres(plan, written, &database.url());
    database.drop_it()?;
    section
}

fn acts_on_postgres(plan: &Plan, written: &[Act], url: &str) -> Result<Section, Fault> {
    let folder = plan.folder.join("postgres");
    let data = Data::take(&folder, plan.cases_postgres, Some(url))?;
    let (server, _) = started(&folder, Some(url))?;
    let work = Work::new(&data);
    let mut bench = Bench::prepare(url, written, &plan.folder.join("pgbench"))?;
    acts::run(&server, &work, 32, span(plan))?;
    let mut loads = Vec::new();
    for clients in CLIENTS {
        // By turns, each after the server has put away what the one before has written.
        let (mut own, mut limits) = (Vec::new(), Vec::new());
        for _ in 0..plan.runs {
            raw_postgres::put_away(url)?;
            own.push(acts::run(&server, &work, clients, span(plan))?);
            if let Some(bench) = &mut bench {
                raw_postgres::put_away(url)?;
                limits.push(bench.run(clients, plan.seconds)?);
            }
        }
        loads.push((clients, middle(own), median(limits)));
    }
    drop(server);
    let mut runs = Vec::new();
    for turn in 0..plan.runs {
        let from = 1_000_000 + i64::try_from(turn)? * 1_000_000_000;
        runs.push(raw_postgres::run(url, written, &BATCHES, span(plan), from)?);
    }
    let of = |n: usize| median(runs.iter().filter_map(|run| run.get(n).copied()).collect());
    let limit = if bench.is_some() {
        "The limit is pgbench with the same statements, prepared, one act in each transaction, \
         with as many clients"
    } else {
        "There is no pgbench here; the limit is the bare driver, one act in each transaction"
    };
    let text = format!(
        "{} {limit}; `synchronous_commit=on`; {} cases are there already. The bare driver writes \
         the same rows over one connection, pipelined.",
        about(written),
        data.cases
    );
    let mut section = Section::new("Acts on PostgreSQL", text);
    for (n, batch) in BATCHES.iter().enumerate() {
        section.add(&format!("raw, {batch} to a transaction"), "", &per_second(of(n)), "", "");
    }
    for (clients, load, limit) in &loads {
        let limit = if bench.is_some() { *limit } else { of(0) };
        let aim = if *clients == 32 { "100 %" } else { "" };
        add(&mut section, *clients, load, limit, aim);
    }
    Ok(section)
}

fn of_rules(plan: &Plan) -> Result<Vec<Section>, Fault> {
    let folder = plan.folder.join("look");
    let data = Data::take(&folder, 80, None)?;
    let copy = data.copy(&folder.join("copy"))?;
    let measured = runtime()?.block_on(async {
        let (desk, store) = data::open(&copy, None, Durability::Full).await?;
        let measured = rules::run(&desk, &data, span(plan), EVENTS);
        drop(store);
        measured
    })?;
    let mut section = Section::new(
        "The rules alone",
        "In memory and in one thread: deciding eight acts on each case from its opening on, and \
         decoding and folding recorded events, as after a start without rows.",
    );
    section.add("acts decided", &per_second(measured.acts_per_second), "", "", "");
    let seconds = measured.replay.as_secs_f64();
    let rate = crate::timing::rate(measured.replayed, measured.replay);
    let what = format!("{} events replayed", measured.replayed);
    section.add(&what, &format!("{seconds:.1} s, {}", per_second(rate)), "", "", "");
    let case = measured.case.ok_or("no case")?;
    let request = case.requests.first().ok_or("no request")?;
    Ok(vec![section, of_clocks(&clocks::run(&case, request, plan.runs)?)])
}

fn of_clocks(measured: &Clocks) -> Section {
    let mut section = Section::new(
        "Due times",
        "In memory and on one core. All open clocks: a request for each, with its agreement, its \
         pauses and the calendars of both sides. The limit is no limit here but what one would \
         write first: a walk from day to day that reads the hours of each, without pauses, \
         exceptions or changes of the hours; both must give the same moments.",
    );
    let all = format!("{} open clocks counted anew", measured.open);
    let recount = measured.recount.as_secs_f64();
    section.add(&all, &format!("{:.0} ms", recount * 1_000.0), "", "", "< 2,000 ms");
    let what = format!("a draft tried on {} requests", measured.tried);
    let tried = measured.simulation.as_secs_f64() * 1_000.0;
    section.add(&what, &format!("{tried:.0} ms"), "", "", "");
    let (one, walked) = (measured.one, measured.walked);
    let times = format!("{:.0} times as fast", walked / one.max(f64::EPSILON));
    section.add(
        "one due time",
        &format!("{one:.0} ns"),
        &format!("{walked:.0} ns"),
        &times,
        "< 5,000 ns",
    );
    section
}
