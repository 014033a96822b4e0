//! Reads the configuration, wires the rooms together, and offers the command line.
//!
//! This room knows no rules: what may happen is decided in `baton-core`. Each command has its own
//! file in [`command`]; what needs the rooms below goes through [`wiring`].

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, FromArgMatches};

pub mod cli;
pub mod client;
pub mod command;
pub mod config;
pub mod demo;
pub mod exit;
pub mod output;
pub mod wiring;

use crate::cli::Cli;
use crate::exit::{Exit, Kind};
use crate::output::Output;

/// What is shown when nothing is asked for.
const SHORT_HELP: &str = "\
Baton passes a customer's problem between departments without dropping it.

Examples:
  baton demo                    Look around with people and cases made up for it
  baton serve --data baton-data Serve the organisation kept in that folder

Everything else: baton --help. One command: baton help COMMAND.";

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    run(std::env::args_os().collect())
}

fn run(arguments: Vec<OsString>) -> ExitCode {
    let plain = arguments.iter().any(|argument| argument == "--no-color");
    let colour = if plain { ColorChoice::Never } else { ColorChoice::Auto };
    let cli = match Cli::command().color(colour).try_get_matches_from(arguments) {
        Ok(matches) => match Cli::from_arg_matches(&matches) {
            Ok(cli) => cli,
            Err(error) => return clap_answer(&error),
        },
        Err(error) => return clap_answer(&error),
    };
    let output = Output::new(&cli.global);
    match perform(cli, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => {
            output.fail(&exit);
            exit.kind.into()
        }
    }
}

fn perform(cli: Cli, output: &Output) -> Result<(), Exit> {
    match cli.command {
        Some(command) => command::run(command, &cli.global, output),
        None => output.data(SHORT_HELP),
    }
}

/// Help and version go to stdout and are no failure; anything else is wrong usage.
fn clap_answer(error: &clap::Error) -> ExitCode {
    // Whoever closed the pipe has read what they wanted.
    let _ = error.print();
    if error.use_stderr() { Kind::Usage.into() } else { ExitCode::SUCCESS }
}
