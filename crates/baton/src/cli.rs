//! The command line as data: what there is, what each part means, an example for each command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::command::{
    account, admin, case, clock, completions, config, daycount, demo, doctor, escalate, import,
    init, man, rebuild, request, serve, verify,
};

/// Order of the help: what it is, examples, usage, options.
pub const HELP: &str = "\
{about-with-newline}
{before-help}{usage-heading} {usage}

{all-args}{after-help}";

const AFTER: &str = "\
Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 not found, 4 not allowed, \
5 changed by somebody else, 6 a check found something wrong, 7 busy, out of reach or not built in, \
130 interrupted.
One command: baton help COMMAND. All of it as a manual page: baton man.";

/// Passes a customer's problem between departments without dropping it.
#[derive(Parser, Debug)]
#[command(
    name = "baton",
    version,
    help_template = HELP,
    before_help = "Examples:\n  baton demo\n  baton serve --data baton-data --listen 127.0.0.1:8080",
    after_help = AFTER,
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Args, Debug, Clone, Default)]
#[command(next_help_heading = "For every command")]
pub struct Global {
    /// Read the settings from this file (else BATON_CONFIG, else /etc/baton/baton.toml).
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Set one setting for this run; may be repeated.
    #[arg(long, global = true, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Answer in plain rows with tabs, also on a terminal.
    #[arg(long, global = true)]
    pub plain: bool,
    /// No colours (as NO_COLOR in the environment).
    #[arg(long, global = true)]
    pub no_color: bool,
    /// Say nothing but data and failures.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more about what is done.
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// Where the organisation is kept, for the commands that open it themselves.
#[derive(Args, Debug, Clone, Default)]
pub struct Place {
    /// Folder of the database file, the key and the attachments.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL server to use in place of the database file.
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
}

/// Commands, the most used ones first.
#[derive(Subcommand, Debug)]
pub enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Init(init::Init),
    Case(case::Case),
    Request(request::Request),
    Clock(clock::Clock),
    Daycount(daycount::Daycount),
    Escalate(escalate::Escalate),
    Account(account::Account),
    Admin(admin::Admin),
    Import(import::Import),
    Verify(verify::Verify),
    Rebuild(rebuild::Rebuild),
    Config(config::Config),
    Doctor(doctor::Doctor),
    Completions(completions::Completions),
    Man(man::Man),
}

#[cfg(test)]
mod tests;
