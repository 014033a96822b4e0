use baton_core::time::Span;
use clap::Args;
use serde_json::json;

use super::calendars::{Counting, local, moment, pauses_json, seconds};
use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;

/// Back from a moment by so much working time: “1 hour before it is due”.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton clock before --calendar EW --end 2026-03-09T09:30 --offset 3600"
)]
pub struct Before {
    #[command(flatten)]
    counting: Counting,
    /// Back from when.
    #[arg(long, value_name = "T")]
    end: String,
    /// How much working time.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, allow_negative_numbers = true)]
    offset: i64,
}

impl Before {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let calendar = self.counting.calendar(global)?;
        let pauses = self.counting.pauses(&calendar)?;
        let end = moment(&self.end, &calendar)?;
        let at = calendar.before_with(end, Span::seconds(self.offset), &pauses);
        if !output.wants_json() {
            return output.data(&at.to_string());
        }
        output.json(&json!({
            "calendar": self.counting.calendar,
            "end": end.to_string(),
            "offset_seconds": self.offset,
            "pauses": pauses_json(&pauses),
            "at": at.to_string(),
            "at_local": local(at, &calendar),
        }))
    }
}
