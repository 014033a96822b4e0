//! The page of a case beside a bare one, lists and search, and what the process holds in memory.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::acts::Work;
use crate::board::AT_RISK;
use crate::data::Data;
use crate::http::{get, in_turn, load};
use crate::process::Server;
use crate::report::{Section, per_cent, per_second};
use crate::texts::Luck;
use crate::timing::{Load, median, middle};
use crate::{BARE, Fault, Plan};

const CLIENTS: usize = 8;
/// Pages that are asked for in turn.
const PAGES: usize = 500;

pub struct Pages<'a> {
    pub plan: &'a Plan,
    pub data: &'a Data,
    pub work: Arc<Work>,
    pub server: &'a Server,
    /// Cookies of people, in the order of the full cases.
    pub cookies: &'a [String],
}

impl Pages<'_> {
    fn span(&self) -> Duration {
        Duration::from_secs(self.plan.seconds)
    }

    fn runs(&self, server: &Server, requests: &[Vec<u8>]) -> Result<Load, Fault> {
        let run = |span| {
            let scripts = in_turn(requests.to_vec(), CLIENTS);
            server.measure(|| load(server.address, scripts, span))
        };
        run(Duration::from_secs(1))?;
        let runs = (0..self.plan.runs).map(|_| run(self.span()));
        Ok(middle(runs.collect::<Result<_, _>>()?))
    }

    /// The page of a case, its view in the API, and the bare page of the same size.
    pub fn case(&self, folder: &Path) -> Result<Section, Fault> {
        let mut section = Section::new(
            "The page of a case",
            format!(
                "Ten messages and three requests, in a database of {} cases, {CLIENTS} clients. \
                 The limit is a page of the same size from the same server and database, with the \
                 same headers: one query, one rendering, no rules, nobody asked who they are. \
                 Processor time of the server is \
                 the figure that counts, since the clients share the processors.",
                self.data.cases
            ),
        );
        let full = self.data.made.full.iter().take(PAGES);
        let page = |(case, cookie): (&crate::fill::Full, &String)| {
            get(&format!("/cases/{}", case.case), cookie)
        };
        let pages: Vec<_> = full.clone().zip(self.cookies).map(page).collect();
        let view = |(turn, case): (usize, &crate::fill::Full)| {
            get(&format!("/api/v1/cases/{}", case.case), &self.work.header(&case.owner, turn))
        };
        let html = self.runs(self.server, &pages)?;
        self.beside_bare(&mut section, "page", &html, folder, &pages)?;
        // One program may call 600 times a minute: enough calls to see what one costs.
        let views: Vec<_> = full.enumerate().map(view).collect();
        let scripts = in_turn(views, CLIENTS);
        let json = self.server.measure(|| load(self.server.address, scripts, self.span() / 2))?;
        section.add(
            "API: rate",
            &format!("{}, p99 {:.1} ms", per_second(json.per_second()), json.within(99)),
            "",
            "",
            "",
        );
        section.add("API: processor time", &format!("{:.0} µs", json.cpu_micros()), "", "", "");
        Ok(section)
    }

    fn beside_bare(
        &self,
        section: &mut Section,
        name: &str,
        real: &Load,
        folder: &Path,
        pages: &[Vec<u8>],
    ) -> Result<(), Fault> {
        let asked = format!("{} {}", real.bytes, folder.display());
        let own = std::env::current_exe()?;
        let bare = Server::start(&own, &[], &[(BARE, &asked)], "/livez")?;
        let limit = self.runs(&bare, pages)?;
        let (real_rate, bare_rate) = (real.per_second(), limit.per_second());
        section.add(
            &format!("{name}: size"),
            &format!("{:.1} kB", crate::timing::count(real.bytes) / 1_000.0),
            &format!("{:.1} kB", crate::timing::count(limit.bytes) / 1_000.0),
            "",
            "",
        );
        section.add(
            &format!("{name}: rate"),
            &per_second(real_rate),
            &per_second(bare_rate),
            &per_cent(real_rate, bare_rate),
            "50 %",
        );
        section.add(
            &format!("{name}: p50, p99"),
            &format!("{:.1}, {:.1} ms", real.within(50), real.within(99)),
            &format!("{:.1}, {:.1} ms", limit.within(50), limit.within(99)),
            "",
            "",
        );
        section.add(
            &format!("{name}: processor time"),
            &format!("{:.0} µs", real.cpu_micros()),
            &format!("{:.0} µs", limit.cpu_micros()),
            &per_cent(limit.cpu_micros(), real.cpu_micros()),
            "50 %",
        );
        Ok(())
    }

    /// Lists and search; `watchers` see all that is at risk.
    pub fn lists(&self, watchers: &BTreeSet<String>) -> Result<Section, Fault> {
        let mut section = Section::new(
            "Lists and search",
            format!(
                "{} cases, one client, 50 lines each. Cases of a department, what is due first; \
                 requests to us; two words that must both occur; the board of one department with \
                 {AT_RISK} clocks at risk, from the API and as a page.",
                self.data.cases
            ),
        );
        let people: Vec<_> = self.data.made.full.iter().take(PAGES).collect();
        let mut luck = Luck::new(9);
        for (name, path) in [
            ("cases of a department", "/api/v1/cases?view=department&limit=50"),
            ("requests to us", "/api/v1/requests?side=to_us&limit=50"),
            ("search", "/api/v1/search?q="),
        ] {
            let calls: Vec<_> = people
                .iter()
                .enumerate()
                .map(|(turn, case)| {
                    let words = format!("{}+{}", luck.word(), luck.word());
                    let words = if path.ends_with('=') { words } else { String::new() };
                    let waiting = self.data.made.waiting.get(turn * 7);
                    let receiver = waiting.map_or(&case.owner, |waiting| &waiting.receiver);
                    let person = if name == "requests to us" { receiver } else { &case.owner };
                    get(&format!("{path}{words}"), &self.work.header(person, turn))
                })
                .collect();
            self.asked_alone(&mut section, name, calls)?;
        }
        let watch = |(turn, person): (usize, &String)| {
            get("/api/v1/clocks?state=at_risk&limit=50", &self.work.header(person, turn))
        };
        let calls = watchers.iter().cycle().take(PAGES).enumerate().map(watch).collect();
        self.asked_alone(&mut section, "what is at risk", calls)?;
        let full = self.data.made.full.iter().zip(self.cookies);
        let watching = full.filter(|(case, _)| watchers.contains(&case.owner));
        let pages = watching.map(|(_, cookie)| get("/at-risk", cookie)).collect();
        self.asked_alone(&mut section, "what is at risk, as a page", pages)?;
        Ok(section)
    }

    /// One client asks, and nobody else.
    fn asked_alone(
        &self,
        section: &mut Section,
        name: &str,
        calls: Vec<Vec<u8>>,
    ) -> Result<(), Fault> {
        let scripts = in_turn(calls, 1);
        let span = Duration::from_secs(2);
        let load = self.server.measure(|| load(self.server.address, scripts, span))?;
        let [p50, p95, p99] = [50, 95, 99].map(|percent| load.within(percent));
        let times = format!("p50 {p50:.1}, p95 {p95:.1}, p99 {p99:.1} ms");
        let cpu = format!("{:.0} µs of processor time", load.cpu_micros());
        section.add(name, &times, &cpu, "", "");
        Ok(())
    }
}

/// Start, memory, and the size of the program.
pub fn process(
    plan: &Plan,
    starts: &[f64],
    idle_mb: f64,
    server: &Server,
) -> Result<Section, Fault> {
    let program = Path::new(env!("CARGO_BIN_EXE_baton"));
    let mut section = Section::new(
        "The process",
        format!(
            "With {} cases on SQLite. Memory under load is the most that the process held after \
             pages, lists, search and acts. The program is the release build without its symbols.",
            plan.cases
        ),
    );
    let ready = median(starts.to_vec());
    section.add("start to first answer", &format!("{ready:.0} ms"), "", "", "< 300 ms");
    section.add("memory, idle", &format!("{idle_mb:.0} MB"), "", "", "< 150 MB");
    let peak = server.peak_mb()?;
    section.add("memory, under load", &format!("{peak:.0} MB"), "", "", "< 150 MB");
    let stripped = plan.folder.join("baton-stripped");
    let (from, to) = (program.display().to_string(), stripped.display().to_string());
    let size = match crate::process::output("strip", &["-o", &to, &from]) {
        Ok(_) => std::fs::metadata(&stripped)?.len(),
        Err(_) => std::fs::metadata(program)?.len(),
    };
    section.add("size of the program", &format!("{} MB", size / 1_000_000), "", "", "< 40 MB");
    Ok(section)
}
