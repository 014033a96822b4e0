use baton_core::calendar::daycount::{Roll, Unit, by};
use baton_core::calendar::{Calendar, HolidaySet, Opening, Week};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde_json::json;

use super::clock::calendars::holiday_sets;
use crate::cli::HELP;
use crate::exit::Exit;
use crate::output::Output;

/// Count whole days, weeks or months, as statutes do: by the end of which day.
///
/// Working days are Monday to Friday without the holidays. Units: whole working days (wd) and
/// calendar days (cd_after), both with the day of the event as day 0; calendar days with it as day 1
/// (cd_beginning); weeks; the same day of a later month or its last one (m_corr), and the day before
/// that (m_beginning).
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton daycount --unit wd --n 20 --from 2026-06-11 --holidays SC\n  \
        baton daycount --unit m_corr --n 1 --from 2026-03-03 --holidays EW --roll --json"
)]
pub struct Daycount {
    /// What is counted; the bare “day” does not exist.
    #[arg(long, value_name = "UNIT", value_parser = unit)]
    unit: Unit,
    /// How many.
    #[arg(long, value_name = "N", value_parser = number, allow_negative_numbers = true)]
    n: u32,
    /// The day of the event.
    #[arg(long, value_name = "DATE")]
    from: Date,
    /// EW, SC, NI, several with +, an iCalendar file (.ics), or none.
    #[arg(long, value_name = "SET")]
    holidays: String,
    /// A date that is no working day becomes the next one, or the one before (back).
    #[arg(
        long,
        value_name = "WHICH",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "next"
    )]
    roll: Option<Which>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Which {
    Next,
    Back,
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| "a whole number, 0 or more, is needed".to_owned())
}

fn unit(text: &str) -> Result<Unit, String> {
    text.parse().map_err(|error: baton_core::calendar::daycount::NotAUnit| error.to_string())
}

impl Daycount {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        let sets = holiday_sets(&self.holidays)?;
        let calendar = working_week(&sets)?;
        let roll = match self.roll {
            None => Roll::None,
            Some(Which::Next) => Roll::Next,
            Some(Which::Back) => Roll::Back,
        };
        let works = |day: Date| calendar.opens_on(day);
        let by = by(self.unit, self.n, self.from, &works, roll)
            .ok_or_else(|| Exit::usage("That lies beyond the year 9999."))?;
        let known = sets.iter().all(|set| set.complete.0 <= self.from && by <= set.complete.1);
        if !known {
            output.say("The holidays of that time are not all loaded: it may still fall later.");
        }
        if !output.wants_json() {
            return output.data(&by.to_string());
        }
        output.json(&json!({
            "unit": self.unit.name(),
            "n": self.n,
            "from": self.from.to_string(),
            "holidays": self.holidays,
            "roll": self.roll.map(|which| match which {
                Which::Next => "next",
                Which::Back => "back",
            }),
            "by": by.to_string(),
            "holidays_known": known,
        }))
    }
}

/// Monday to Friday; which hours does not matter for whole days.
fn working_week(sets: &[HolidaySet]) -> Result<Calendar, Exit> {
    let week = Week::working(Opening::between(540, 1_020));
    let calendar = Calendar::new("UTC", week).map_err(|error| Exit::failed(error.to_string()))?;
    Ok(sets.iter().fold(calendar, Calendar::with_holidays))
}
