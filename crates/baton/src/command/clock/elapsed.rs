use baton_core::time::Span;
use clap::Args;
use serde_json::json;

use super::calendars::{Counting, moment, pauses_json, seconds, whole};
use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;

/// How much working time lies between two moments.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton clock elapsed --calendar NIGHT --start 2026-03-28T20:00 --end 2026-03-29T20:00"
)]
pub struct Elapsed {
    #[command(flatten)]
    counting: Counting,
    /// From when.
    #[arg(long, value_name = "T")]
    start: String,
    /// Until when.
    #[arg(long, visible_aliases = ["until", "stop"], value_name = "T")]
    end: String,
    /// How much was allowed: says whether it was met.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, allow_negative_numbers = true)]
    target: Option<i64>,
}

impl Elapsed {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let calendar = self.counting.calendar(global)?;
        let pauses = self.counting.pauses(&calendar)?;
        let (start, end) = (moment(&self.start, &calendar)?, moment(&self.end, &calendar)?);
        if end < start {
            return Err(Exit::usage("The end lies before the start."));
        }
        let elapsed = calendar.elapsed_with(start, end, &pauses);
        // Met is at the due time or before it, in working time or not.
        let due =
            self.target.map(|target| calendar.due_with(start, Span::seconds(target), &pauses));
        let met = due.map(|due| end <= due);
        if output.wants_json() {
            return output.json(&json!({
                "calendar": self.counting.calendar,
                "start": start.to_string(),
                "end": end.to_string(),
                "pauses": pauses_json(&pauses),
                "elapsed_seconds": whole(elapsed),
                "target_seconds": self.target,
                "met": met,
            }));
        }
        match met {
            Some(true) => output.say("Met."),
            Some(false) => output.say("Breached."),
            None => {}
        }
        output.data(&whole(elapsed).to_string())
    }
}
