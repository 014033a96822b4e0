//! The program's own log, on stderr: what fails, once, by whoever deals with it.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::config::settings::Log;
use crate::exit::Exit;

/// Starts the log. Called once, by what serves.
pub fn start(log: &Log) -> Result<(), Exit> {
    let filter = EnvFilter::try_new(&log.level)
        .map_err(|error| Exit::usage(format!("`log.level` cannot be used: {error}.")))?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // Colours are for people, not for files.
        .with_ansi(std::io::stderr().is_terminal());
    let started = if log.json { lines.json().try_init() } else { lines.try_init() };
    started.map_err(|error| Exit::failed(format!("The log cannot be started: {error}.")))
}
