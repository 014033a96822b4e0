use clap::{Args, Subcommand, ValueEnum};

use super::show::{self, Paging};
use crate::cli::HELP;
use crate::client::{Client, Server};
use crate::exit::Exit;
use crate::output::Output;

/// Requests between departments, over the API of a Baton that is running.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton request list --side to_us --mover us\n  \
        baton request show C-1001/1"
)]
pub struct Request {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Show(Show),
}

#[derive(ValueEnum, Clone, Copy, Debug)]
#[value(rename_all = "snake_case")]
enum Side {
    ToUs,
    FromUs,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Mover {
    Us,
    Them,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
#[value(rename_all = "snake_case")]
enum State {
    Draft,
    Sent,
    Acknowledged,
    ReadBack,
    InProgress,
    Clarifying,
    Countered,
    WaitingCustomer,
    WaitingThirdParty,
    Delivered,
    Verified,
    Closed,
    Declined,
    Withdrawn,
    Merged,
}

/// List requests, the ones that are due first on top.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton request list\n  \
        baton request list --side from_us --state delivered --json"
)]
struct List {
    /// What other departments ask of us, or what we ask of them.
    #[arg(long, value_name = "SIDE", default_value = "to_us")]
    side: Side,
    /// Only requests in this state.
    #[arg(long, value_name = "STATE")]
    state: Option<State>,
    /// Only requests on which this side must move.
    #[arg(long, value_name = "WHO")]
    mover: Option<Mover>,
    #[command(flatten)]
    paging: Paging,
    #[command(flatten)]
    server: Server,
}

/// Show one request: what is asked, where it stands, which data was shared with it.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton request show C-1001/1\n  baton request show C-1001/1 --json"
)]
struct Show {
    /// Its reference or its id.
    #[arg(value_name = "REF")]
    reference: String,
    #[command(flatten)]
    server: Server,
}

const COLUMNS: &[&str] = &["ref", "state", "mode", "from", "to", "assignee", "needed_by", "need"];
const FACTS: &[&str] = &[
    "ref",
    "state",
    "mode",
    "from",
    "to",
    "sender",
    "assignee",
    "need",
    "outcome_wanted",
    "why",
    "needed_by",
    "sent_at",
    "acknowledged_at",
    "read_back",
    "rounds",
    "hops",
    "id",
    "version",
];
const CLOCKS: &[&str] = &["kind", "state", "due", "used_seconds"];
const PACKET: &[&str] = &["field", "value", "purpose", "until"];

impl Request {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::List(list) => {
                let mut query = list.paging.query();
                query.push(("side", show::word(list.side)));
                query.push(("order", "due".to_owned()));
                query.extend(list.state.map(|state| ("state", show::word(state))));
                query.extend(list.mover.map(|mover| ("mover", show::word(mover))));
                let answer = Client::new(&list.server, output)?.get(&["requests"], &query)?;
                show::list(&answer, COLUMNS, output)
            }
            What::Show(what) => {
                let client = Client::new(&what.server, output)?;
                let answer = client.get(&["requests", &what.reference], &[])?;
                if output.wants_json() {
                    return output.json(&answer);
                }
                show::facts(&answer, FACTS, output)?;
                show::part(&answer, "clocks", CLOCKS, output)?;
                show::part(&answer, "packet", PACKET, output)
            }
        }
    }
}
