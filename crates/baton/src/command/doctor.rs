use std::path::Path;

use clap::Args;

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags, Settings};
use crate::exit::{Exit, Kind};
use crate::output::Output;
use crate::wiring::{self, Finding};

/// Look at everything that must be well, and say what to do about what is not.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton doctor --data baton-data\n  baton doctor --json"
)]
pub struct Doctor {
    #[command(flatten)]
    pub place: Place,
}

impl Doctor {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let settings = config::load(global, Flags::default().place(&self.place))?;
        let mut findings = around(&settings);
        let rest = wiring::health(&settings);
        match &rest {
            Ok(more) => findings.extend(more.iter().cloned()),
            Err(exit) => output.say(&exit.message),
        }
        report(&findings, output)?;
        rest.map(|_| ())
    }
}

/// What can be looked at without opening the database.
fn around(settings: &Settings) -> Vec<Finding> {
    let mut findings = vec![folder(&settings.data)];
    if let Some(smtp) = &settings.smtp
        && let Some((_, file)) = &smtp.account
    {
        findings.push(password_file(file));
    }
    findings
}

fn folder(path: &Path) -> Finding {
    let shown = path.display();
    let (well, detail) = match std::fs::metadata(path) {
        Ok(found) if found.is_dir() && !found.permissions().readonly() => {
            (true, format!("{shown} is there"))
        }
        Ok(_) => (false, format!("{shown} is no folder that can be written to; name another one")),
        Err(error) => (false, format!("{shown}: {error}; make it with baton init")),
    };
    Finding { what: "Data folder".to_owned(), well, look: false, detail }
}

fn password_file(path: &Path) -> Finding {
    let shown = path.display();
    let (well, detail) = match std::fs::File::open(path) {
        Ok(_) => (true, format!("{shown} can be read")),
        Err(error) => (false, format!("{shown}: {error}; mail cannot be sent without it")),
    };
    Finding { what: "Mail password".to_owned(), well, look: false, detail }
}

fn report(findings: &[Finding], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        output.json(&findings)?;
    } else {
        let row = |finding: &Finding| {
            let state = match (finding.well, finding.look) {
                (false, _) => "NOT WELL",
                (true, true) => "LOOK",
                (true, false) => "well",
            };
            vec![state.to_owned(), finding.what.clone(), finding.detail.clone()]
        };
        output
            .table(&["state", "what", "detail"], &findings.iter().map(row).collect::<Vec<_>>())?;
    }
    match findings.iter().filter(|finding| !finding.well).count() {
        0 => Ok(()),
        1 => Err(Exit::new(Kind::CheckFailed, "One thing is not well; see above.")),
        n => Err(Exit::new(Kind::CheckFailed, format!("{n} things are not well; see above."))),
    }
}
