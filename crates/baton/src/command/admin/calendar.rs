use std::path::PathBuf;

use baton_core::calendar::Description;
use clap::{Args, Subcommand};

use super::{made, yes};
use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::{self, CalendarLine};

/// Calendars by which departments count.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin calendar list\n  \
        baton admin calendar show \"Early shift\" > early.json\n  \
        baton admin calendar set early.json"
)]
pub struct Calendar {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Show(Show),
    Set(Set),
}

/// List every calendar.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton admin calendar list --json")]
struct List {
    #[command(flatten)]
    place: Place,
}

/// Print a calendar as the file that sets it.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin calendar show \"Early shift\" --data baton-data"
)]
struct Show {
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    place: Place,
}

/// Make the calendar that a file describes, or set the one of that name anew; prints its id.
///
/// What is over never changes: hours that hold already stay as they are, and other ones hold from
/// a day on.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton admin calendar set early.json")]
struct Set {
    #[arg(value_name = "FILE.json")]
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Calendar {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let settings = |place: &Place| config::load(global, Flags::default().place(place));
        match self.what {
            What::List(list) => self::list(&wiring::calendars(&settings(&list.place)?)?, output),
            What::Show(show) => {
                let record = wiring::calendar_record(&settings(&show.place)?, &show.name)?;
                let text = serde_json::to_string_pretty(&record)
                    .map_err(|error| Exit::failed(error.to_string()))?;
                output.data(&text)
            }
            What::Set(set) => {
                let shown = set.file.display();
                let text = std::fs::read_to_string(&set.file)
                    .map_err(|error| Exit::usage(format!("{shown} cannot be read: {error}.")))?;
                let description = Description::read(&text)
                    .map_err(|error| Exit::usage(format!("{shown}: {error}.")))?;
                let name = description.name.clone();
                let id = wiring::set_calendar(&settings(&set.place)?, description)?;
                made(&format!("{name} is set."), &id, output)
            }
        }
    }
}

fn list(calendars: &[CalendarLine], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(&calendars);
    }
    let row = |calendar: &CalendarLine| {
        vec![
            calendar.name.clone(),
            calendar.hours.clone(),
            calendar.used_by.join(", "),
            calendar.known_until.clone().unwrap_or_default(),
            yes(calendar.retired),
        ]
    };
    let rows: Vec<_> = calendars.iter().map(row).collect();
    output.table(&["name", "hours", "used by", "holidays until", "retired"], &rows)
}
