//! The table on the screen and the page in `docs/`: every number comes from the run.

use std::path::Path;

use crate::Fault;

/// One line: what, how much, beside which limit, and the aim.
#[derive(Clone, Debug)]
pub struct Line {
    pub what: String,
    pub figure: String,
    pub limit: String,
    pub ratio: String,
    pub aim: String,
}

#[derive(Clone, Debug)]
pub struct Section {
    pub title: &'static str,
    pub text: String,
    pub lines: Vec<Line>,
}

impl Section {
    pub fn new(title: &'static str, text: impl Into<String>) -> Self {
        Self { title, text: text.into(), lines: Vec::new() }
    }

    pub fn add(&mut self, what: &str, figure: &str, limit: &str, ratio: &str, aim: &str) {
        let [what, figure, limit, ratio, aim] =
            [what, figure, limit, ratio, aim].map(str::to_owned);
        say(&format!("{what} | {figure} | {limit} | {ratio} | {aim}"));
        self.lines.push(Line { what, figure, limit, ratio, aim });
    }
}

/// Talk, while it runs.
#[allow(clippy::disallowed_macros, reason = "a bench talks to whoever runs it")]
pub fn say(text: &str) {
    eprintln!("{text}");
}

#[allow(clippy::disallowed_macros, reason = "the table is what the bench prints")]
pub fn print(text: &str) {
    println!("{text}");
}

pub fn per_cent(part: f64, whole: f64) -> String {
    format!("{:.0} %", 100.0 * part / whole.max(f64::EPSILON))
}

pub fn per_second(rate: f64) -> String {
    let digits = format!("{rate:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text}/s")
}

fn table(section: &Section) -> String {
    let mut text = format!("## {}\n\n{}\n\n", section.title, section.text);
    text.push_str("| | Baton | Limit | Ratio | Aim |\n|---|---:|---:|---:|---:|\n");
    for line in &section.lines {
        let Line { what, figure, limit, ratio, aim } = line;
        text.push_str(&format!("| {what} | {figure} | {limit} | {ratio} | {aim} |\n"));
    }
    text
}

const HEAD: &str = "\
# Performance

This page is written by the bench; no figure in it was typed. Each figure stands beside the limit
of the same machine in the same run, because only the ratio means something elsewhere.

    cargo bench -p baton --bench desk

`BATON_BENCH_POSTGRES` names a server on which a database may be made and dropped, `BATON_BENCH_DATA`
a folder that keeps the data for the next run, `BATON_BENCH_DATE` the date that stands here. The
server is a process of its own; the clients are another one on the same machine, and share its
processors with the server. Rates are the middle one of several runs.
";

/// The whole page.
pub fn page(machine: &str, date: Option<&str>, sections: &[Section]) -> String {
    let mut text = format!("{HEAD}\nMachine: {machine}.");
    if let Some(date) = date {
        text.push_str(&format!(" Date: {date}."));
    }
    text.push('\n');
    for section in sections {
        text.push('\n');
        text.push_str(&table(section));
    }
    text
}

pub fn write(path: &Path, page: &str) -> Result<(), Fault> {
    Ok(std::fs::write(path, page)?)
}
