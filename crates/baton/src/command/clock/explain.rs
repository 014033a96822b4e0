use baton_core::calendar::{Calendar, Counted, Explanation};
use baton_core::time::Span;
use clap::Args;
use serde_json::{Value, json};

use super::calendars::{Counting, MAY_MOVE, local, moment, pauses_json, seconds, whole};
use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;

/// Why it is due then: the days and hours that were counted, and why the others were not.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton clock explain --calendar EW --start 2026-04-02T16:00 --target 7200\n  \
        baton clock explain --calendar SC --start 2026-06-12T16:00 --end 2026-06-16T16:00 --json"
)]
pub struct Explain {
    #[command(flatten)]
    counting: Counting,
    /// From when.
    #[arg(long, value_name = "T")]
    start: String,
    /// How much working time.
    #[arg(
        long,
        value_name = "SECONDS",
        value_parser = seconds,
        allow_negative_numbers = true,
        required_unless_present = "end",
        conflicts_with = "end"
    )]
    target: Option<i64>,
    /// Until when, in place of a target.
    #[arg(long, value_name = "T")]
    end: Option<String>,
}

/// An account of more days than a person reads is refused.
const MOST_DAYS: i64 = 1_100;

impl Explain {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let calendar = self.counting.calendar(global)?;
        let pauses = self.counting.pauses(&calendar)?;
        let start = moment(&self.start, &calendar)?;
        let end = match (&self.end, self.target) {
            (Some(end), _) => moment(end, &calendar)?,
            (None, target) => calendar.due_with(start, Span::seconds(target.unwrap_or(0)), &pauses),
        };
        if end < start || end.since(start) > Span::times_24h(MOST_DAYS) {
            return Err(Exit::usage(
                "An account is given of at most three years, from a start to a later end.",
            ));
        }
        let account = calendar.explain_between(start, end, &pauses);
        if !calendar.knows(end) {
            output.say(MAY_MOVE);
        }
        if output.wants_json() {
            let mut value = json_of(&account, &calendar);
            if let Some(fields) = value.as_object_mut() {
                fields.insert("calendar".to_owned(), json!(self.counting.calendar));
                fields.insert("pauses".to_owned(), pauses_json(&pauses));
            }
            return output.json(&value);
        }
        for line in account.lines() {
            output.data(&line)?;
        }
        output.data(&account.summary())
    }
}

fn json_of(account: &Explanation, calendar: &Calendar) -> Value {
    let days: Vec<Value> = account.days.iter().map(|day| day_of(account, day)).collect();
    json!({
        "start": account.start.to_string(),
        "due": account.end.to_string(),
        "due_local": local(account.end, calendar),
        "counted_seconds": whole(account.counted),
        "holidays_known": calendar.knows(account.end),
        "days": days,
        "summary": account.summary(),
    })
}

fn day_of(account: &Explanation, day: &Counted) -> Value {
    let stretches = day.stretches.iter().map(|part| {
        json!({
            "from": part.from.to_string(),
            "until": part.until.to_string(),
            "seconds": whole(part.length()),
        })
    });
    json!({
        "date": day.date.to_string(),
        "seconds": whole(day.total()),
        "paused_seconds": whole(day.paused),
        "stretches": stretches.collect::<Vec<_>>(),
        "line": account.line(day),
    })
}
