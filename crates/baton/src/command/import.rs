use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::{self, MailCount};

/// Bring in what was kept elsewhere.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton import mail old-mail/ --data baton-data"
)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Mail(Mail),
}

/// Mail: a file, or a folder of files, one mail each.
///
/// Every mail is accounted for; bringing in the same ones again changes nothing.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton import mail old-mail/ --data baton-data --json"
)]
struct Mail {
    /// File or folder.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Import {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let What::Mail(mail) = self.what;
        let settings = config::load(global, Flags::default().place(&mail.place))?;
        report(&wiring::import_mail(&settings, &mail.path, output)?, output)
    }
}

fn report(count: &MailCount, output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(count);
    }
    let row = |name: &str, n: u64| vec![name.to_owned(), n.to_string()];
    let rows = [
        row("found", count.found),
        row("new cases", count.filed_cases),
        row("added to a case", count.filed_messages),
        row("quarantined", count.quarantined),
        row("known already", count.duplicates),
        row("automatic answers", count.automatic),
    ];
    output.table(&["mails", "number"], &rows)
}
