use clap::Args;

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::{Exit, Kind};
use crate::output::Output;
use crate::wiring::{self, Verdict};

/// Walk the whole log and say whether it is as it was written.
///
/// Ends with 0 when it is whole and with 6 when it is not, naming the first bad event.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton verify --data baton-data\n  \
        baton verify --database postgres://baton@db.example.org/baton --json"
)]
pub struct Verify {
    #[command(flatten)]
    pub place: Place,
}

impl Verify {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let settings = config::load(global, Flags::default().place(&self.place))?;
        report(&wiring::verify(&settings)?, output)
    }
}

fn report(verdict: &Verdict, output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        output.json(verdict)?;
    } else {
        let Verdict { events, streams, words, .. } = verdict;
        output.data(&format!("{events} events in {streams} streams, {words} words"))?;
    }
    match &verdict.first_bad {
        None => {
            output.say("Whole.");
            Ok(())
        }
        Some(bad) => Err(Exit::new(
            Kind::CheckFailed,
            format!(
                "The log is broken at event {} ({}, version {}): {}. Keep this copy as it is and \
                 restore the last backup that verifies.",
                bad.seq, bad.stream, bad.version, bad.what
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wiring::Break;

    #[test]
    fn a_broken_log_ends_with_six_and_names_the_first_bad_event() {
        let output = Output::new(&Global { quiet: true, ..Global::default() });
        let whole = Verdict { events: 2, streams: 1, words: 3, first_bad: None };
        assert_eq!(report(&whole, &output), Ok(()));

        let bad = Break { seq: 65_537, stream: "case-x".into(), version: 2, what: "hash".into() };
        let exit = report(&Verdict { first_bad: Some(bad), ..whole }, &output).unwrap_err();
        assert_eq!(exit.kind, Kind::CheckFailed);
        assert!(exit.message.contains("event 65537 (case-x, version 2)"), "{}", exit.message);
    }
}
