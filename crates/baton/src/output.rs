//! What a command says: data to stdout, talk to stderr. The only place that writes to either.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use crate::cli::Global;
use crate::exit::{Exit, Kind};

mod clean;
mod table;

pub use clean::clean;

/// Where and how to speak.
#[derive(Clone, Debug)]
pub struct Output {
    json: bool,
    plain: bool,
    colour: bool,
    quiet: bool,
    verbose: bool,
}

impl Output {
    pub fn new(global: &Global) -> Self {
        let asked_off =
            global.no_color || std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        Self {
            json: global.json,
            plain: global.plain || !io::stdout().is_terminal(),
            colour: !asked_off && io::stderr().is_terminal(),
            quiet: global.quiet,
            verbose: global.verbose,
        }
    }

    pub fn wants_json(&self) -> bool {
        self.json
    }

    /// One line (or more) of data.
    pub fn data(&self, text: &str) -> Result<(), Exit> {
        self.bytes(format!("{text}\n").as_bytes())
    }

    /// Data as it is: a man page, a completion script.
    pub fn bytes(&self, bytes: &[u8]) -> Result<(), Exit> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
            // Whoever reads has seen enough; there is nobody left to tell.
            io::ErrorKind::BrokenPipe => Exit::failed(""),
            _ => Exit::failed(format!("The result could not be written: {error}.")),
        })
    }

    /// Data as one JSON document on one line.
    pub fn json<T: Serialize>(&self, value: &T) -> Result<(), Exit> {
        let text = serde_json::to_string(value)
            .map_err(|error| Exit::failed(format!("The result could not be written: {error}.")))?;
        self.data(&text)
    }

    /// Rows under headings: aligned on a terminal, separated by tabs when piped.
    pub fn table(&self, head: &[&str], rows: &[Vec<String>]) -> Result<(), Exit> {
        let text = if self.plain { table::plain(rows) } else { table::aligned(head, rows) };
        if text.is_empty() { Ok(()) } else { self.data(&text) }
    }

    /// Talk: what happened and what to do next. Silent with `--quiet`.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            self.talk(text);
        }
    }

    /// Talk that is only wanted with `--verbose`.
    pub fn detail(&self, text: &str) {
        if self.verbose && !self.quiet {
            self.talk(text);
        }
    }

    /// Why the command ends without having done what was asked.
    pub fn fail(&self, exit: &Exit) {
        if exit.message.is_empty() {
            return;
        }
        let word = if exit.kind == Kind::Interrupted { "Stopped" } else { "Error" };
        let (on, off) = if self.colour { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
        self.talk(&format!("{on}{word}:{off} {}", exit.message));
    }

    fn talk(&self, text: &str) {
        // If stderr is closed there is no better place to say so.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}
