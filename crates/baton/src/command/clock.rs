use clap::{Args, Subcommand};

use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;

mod before;
pub mod calendars;
mod due;
mod elapsed;
mod explain;
mod vectors;

/// Count working time by a calendar, so that anybody can check a due time.
///
/// A calendar is a name (standard, EW, SC, NI, X24, SPLIT, SAT, NIGHT, D0130, NY, EWX), a file in
/// JSON (zone, opening hours of the weekdays, holidays, exceptions) or, with --data or --database,
/// the name of a calendar that the organisation keeps. A moment is written in RFC 3339,
/// or without a zone as the clocks of the calendar show it.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton clock due --calendar EW --start 2026-03-02T15:00 --target 14400\n  \
        baton clock explain --calendar EW --start 2026-04-02T16:00 --target 7200"
)]
pub struct Clock {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Due(due::Due),
    Elapsed(elapsed::Elapsed),
    Before(before::Before),
    Explain(explain::Explain),
    Vectors(vectors::Vectors),
}

impl Clock {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::Due(due) => due.run(global, output),
            What::Elapsed(elapsed) => elapsed.run(global, output),
            What::Before(before) => before.run(global, output),
            What::Explain(explain) => explain.run(global, output),
            What::Vectors(vectors) => vectors.run(output),
        }
    }
}
