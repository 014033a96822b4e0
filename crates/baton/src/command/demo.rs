use std::net::SocketAddr;
use std::path::PathBuf;

use baton_core::catalogue::Language;
use clap::Args;

use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::{self, DemoPerson, DemoReady};

/// Look around: an organisation made up for the purpose, served until interrupted.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton demo\n  baton demo --data look --listen 127.0.0.1:0 --json"
)]
pub struct Demo {
    /// Folder to keep it in; made when it is not there yet.
    #[arg(long, value_name = "DIR", default_value = "baton-demo")]
    pub data: PathBuf,
    /// Address and port; port 0 takes any free one.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The same number makes the same organisation.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Directory, people and services, but no cases.
    #[arg(long)]
    pub empty: bool,
    /// Language of the pages: en-GB, or made from it to check layouts: en-XA (accented, longer),
    /// ar-XB (right to left).
    #[arg(long, value_name = "TAG", default_value = "en-GB", value_parser = language)]
    pub language: Language,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).ok_or_else(|| format!("There is {}.", Language::TAGS.join(", ")))
}

impl Demo {
    pub fn run(self, _global: &Global, output: &Output) -> Result<(), Exit> {
        let Self { data, listen, seed, empty, language } = self;
        let demo = wiring::Demo { data, listen, seed, empty, language };
        wiring::demo(&demo, output, |ready| announce(ready, output))
    }
}

fn announce(ready: &DemoReady, output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(ready);
    }
    output.say(&format!("Baton answers at {}. Sign in as one of these people:", ready.url));
    let row = |person: &DemoPerson| {
        let DemoPerson { role, name, email, department, token, password } = person.clone();
        vec![role, name, department, email, password, token]
    };
    let rows: Vec<_> = ready.people.iter().map(row).collect();
    output.table(&["role", "name", "department", "email", "password", "token"], &rows)?;
    output.say("Stop it with Ctrl+C; the folder keeps what you did.");
    Ok(())
}
