use clap::{Args, Subcommand, ValueEnum};

use super::show::{self, Paging};
use crate::cli::HELP;
use crate::client::{Client, Server};
use crate::exit::Exit;
use crate::output::Output;

/// Cases, over the API of a Baton that is running.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton case list --view mine\n  baton case show C-1001"
)]
pub struct Case {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Show(Show),
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum View {
    Mine,
    Department,
    All,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum State {
    New,
    Open,
    Waiting,
    Resolved,
    Closed,
}

/// List cases.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton case list --view department --state open\n  \
        baton case list --view all --words \"wrong size\" --json"
)]
struct List {
    /// Whose cases.
    #[arg(long, value_name = "VIEW", default_value = "mine")]
    view: View,
    /// Only cases in this state.
    #[arg(long, value_name = "STATE")]
    state: Option<State>,
    /// Only cases with these words.
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    paging: Paging,
    #[command(flatten)]
    server: Server,
}

/// Show one case: its state, its people and its requests.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton case show C-1001\n  baton case show C-1001 --json"
)]
struct Show {
    /// Its reference or its id.
    #[arg(value_name = "REF")]
    reference: String,
    #[command(flatten)]
    server: Server,
}

const COLUMNS: &[&str] =
    &["ref", "state", "priority", "owner", "department", "received_at", "subject"];
const FACTS: &[&str] = &[
    "ref",
    "subject",
    "state",
    "priority",
    "owner",
    "department",
    "customer",
    "received_at",
    "recorded_at",
    "customer_told_at",
    "id",
    "version",
];
const REQUESTS: &[&str] = &["ref", "state", "mode", "to", "assignee", "needed_by"];
const PROMISES: &[&str] = &["what", "by", "state"];

impl Case {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::List(list) => {
                let mut query = list.paging.query();
                query.push(("view", show::word(list.view)));
                query.extend(list.state.map(|state| ("state", show::word(state))));
                query.extend(list.words.map(|words| ("q", words)));
                let answer = Client::new(&list.server, output)?.get(&["cases"], &query)?;
                show::list(&answer, COLUMNS, output)
            }
            What::Show(what) => {
                let client = Client::new(&what.server, output)?;
                let answer = client.get(&["cases", &what.reference], &[])?;
                if output.wants_json() {
                    return output.json(&answer);
                }
                show::facts(&answer, FACTS, output)?;
                show::part(&answer, "requests", REQUESTS, output)?;
                show::part(&answer, "promises", PROMISES, output)
            }
        }
    }
}
