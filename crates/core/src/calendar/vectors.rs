//! Examples of due times as rows, so that anybody can check the counting against their own.

use super::{Calendar, Pauses};
use crate::time::{Instant, Span};

/// The columns, in order.
pub const HEAD: &str = "id,calendar,start_utc,target_seconds,pauses_utc,due_utc";

/// One row: so much working time from there on is due then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Vector {
    pub id: String,
    /// A name out of [`super::NAMES`].
    pub calendar: String,
    pub start: Instant,
    pub target: Span,
    pub pauses: Pauses,
    pub due: Instant,
}

/// A row that cannot be read: its line, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct NotAVector {
    pub line: usize,
    pub why: String,
}

/// All rows below the heading. Columns are found by their names; cells hold no commas.
pub fn vectors(text: &str) -> Result<Vec<Vector>, NotAVector> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let head = lines.next().map_or("", |(_, head)| head.trim_start_matches('\u{feff}'));
    let columns: Vec<&str> = head.split(',').map(str::trim).collect();
    let place = |name: &str| columns.iter().position(|column| *column == name);
    let places: Option<Vec<usize>> = HEAD.split(',').map(place).collect();
    let Some(places) = places else {
        return Err(NotAVector { line: 1, why: format!("the heading must name {HEAD}") });
    };
    lines
        .map(|(number, line)| {
            let cells: Vec<&str> = line.split(',').map(str::trim).collect();
            let wanted = places.iter().filter_map(|place| cells.get(*place).copied());
            vector(&wanted.collect::<Vec<_>>()).map_err(|why| NotAVector { line: number + 1, why })
        })
        .collect()
}

fn vector(cells: &[&str]) -> Result<Vector, String> {
    let [id, calendar, start, target, pauses, due] = cells else {
        return Err("a cell is missing".to_owned());
    };
    let moment = |text: &str| text.parse().map_err(|error| format!("{text}: {error}"));
    let seconds: Option<i64> = target.parse().ok().filter(|seconds| (0..=MOST).contains(seconds));
    Ok(Vector {
        id: (*id).to_owned(),
        calendar: (*calendar).to_owned(),
        start: moment(start)?,
        target: Span::seconds(seconds.ok_or("the target is a number of seconds")?),
        pauses: pauses.parse().map_err(|error| format!("{pauses}: {error}"))?,
        due: moment(due)?,
    })
}

/// A century in seconds: more is asked of no clock.
const MOST: i64 = 3_155_760_000;

impl Vector {
    /// What is due by our counting; `None` when the calendar is not known.
    pub fn counted(&self) -> Option<Instant> {
        let calendar = Calendar::named(&self.calendar)?;
        Some(calendar.due_with(self.start, self.target, &self.pauses))
    }
}
