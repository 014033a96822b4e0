use clap::Args;

use super::clock::calendars;
use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::{self, AccountOf};

/// Split the working time of a case and its requests among those in whose hands it was.
///
/// Every working second is charged to one of them: a department's hands, waiting for the sender,
/// the customer or a third party, between departments, to verify, to tell. No text is shown.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton account C-1042 --data baton-data\n  \
        baton account C-1042 --data baton-data --calendar EW --json"
)]
pub struct Account {
    /// Its reference: C-1042.
    #[arg(value_name = "CASE")]
    case: String,
    /// By other working hours than the departments' own: a name, or a file that describes a
    /// calendar.
    #[arg(long, value_name = "FILE|NAME")]
    calendar: Option<String>,
    #[command(flatten)]
    place: Place,
}

impl Account {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let calendar = self.calendar.as_deref().map(calendars::calendar).transpose()?;
        let settings = config::load(global, Flags::default().place(&self.place))?;
        let account = wiring::account(&settings, &self.case, calendar)?;
        if output.wants_json() {
            return output.json(&account);
        }
        report(&account, output)
    }
}

fn report(account: &AccountOf, output: &Output) -> Result<(), Exit> {
    let mut rows = Vec::new();
    for (reference, part) in std::iter::once((&account.case, &account.account))
        .chain(account.requests.iter().map(|request| (&request.reference, &request.account)))
    {
        rows.extend(rows_of(reference, part));
    }
    output.table(&["of", "in whose hands", "working seconds"], &rows)
}

fn rows_of(reference: &str, account: &wiring::Account) -> Vec<Vec<String>> {
    let shares = account
        .shares
        .iter()
        .map(|share| vec![reference.to_owned(), share.words.clone(), share.seconds.to_string()]);
    let whole =
        vec![reference.to_owned(), "in all".to_owned(), account.working_seconds.to_string()];
    shares.chain([whole]).collect()
}
