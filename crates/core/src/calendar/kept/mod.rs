//! The calendars that an organisation keeps: made, changed from a day on, retired.
//!
//! A calendar is set as a whole, and every edition of it stays in the log. What is over never
//! changes by it (reference §2.6): hours change from a day on, and a day that differs or becomes a
//! holiday is today or later. A calendar stays in its zone for ever.
//!
//! - [`Kept`]: one of them, with its editions; [`Book`]: all of them
//! - [`Command`]: create, revise, retire; [`decide`]: whether it may be, and what it leads to
//! - [`moves`]: what is legal now, for whom; [`say`]: an event in a sentence

mod apply;
mod book;
mod command;
mod decide;
mod event;
mod moves;
mod state;
mod words;

#[cfg(test)]
mod tests;

pub use apply::apply;
pub use book::Book;
pub use command::Command;
pub use decide::{CountsBy, Facts, decide};
pub use event::{CalendarEvent, CalendarSet, SetOfDays};
pub use moves::{CalendarMove, may, may_create, moves};
pub use state::{Edition, Kept};
pub use words::say;
