use baton_core::time::Span;
use clap::Args;
use serde_json::json;

use super::calendars::{Counting, MAY_MOVE, local, moment, pauses_json, seconds};
use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;

/// When so much working time has passed since a moment.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton clock due --calendar EW --start 2026-03-06T16:30:00Z --target 3600\n  \
        baton clock due --start 2026-03-02T10:00 --target 28800 \
        --pause 2026-03-02T18:00/2026-03-03T08:00 --json"
)]
pub struct Due {
    #[command(flatten)]
    counting: Counting,
    /// From when.
    #[arg(long, value_name = "T")]
    start: String,
    /// How much working time.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, allow_negative_numbers = true)]
    target: i64,
}

impl Due {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let calendar = self.counting.calendar(global)?;
        let pauses = self.counting.pauses(&calendar)?;
        let start = moment(&self.start, &calendar)?;
        let due = calendar.due_with(start, Span::seconds(self.target), &pauses);
        if !calendar.knows(due) {
            output.say(MAY_MOVE);
        }
        if !output.wants_json() {
            return output.data(&due.to_string());
        }
        output.json(&json!({
            "calendar": self.counting.calendar,
            "start": start.to_string(),
            "target_seconds": self.target,
            "pauses": pauses_json(&pauses),
            "due": due.to_string(),
            "due_local": local(due, &calendar),
            "holidays_known": calendar.knows(due),
        }))
    }
}
