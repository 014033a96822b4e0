//! What is promised to customers: working time for each priority, set once for the organisation and
//! where needed for a department.
//!
//! A version is never changed; the next one holds for cases that come after it. A case takes the
//! version with it that was in effect when it came ([`Binding`]), for all priorities.
//!
//! - [`ServiceLevel`]: its versions; [`Terms`]: what is promised; [`Levels`]: all of them
//! - [`Command`]: set, end; [`decide`]: whether it may be; [`moves`]: what is legal now, for whom
//! - the clocks that run under it stand with the case

mod apply;
mod book;
mod command;
mod decide;
mod event;
pub mod kinds;
mod moves;
mod state;
mod words;

#[cfg(test)]
mod tests;

pub use apply::apply;
pub use book::Levels;
pub use command::Command;
pub use decide::{Facts, LONGEST_TARGET, decide};
pub use event::{ServiceLevelEnded, ServiceLevelEvent, ServiceLevelSet};
pub use kinds::Goal;
pub use moves::{LevelMove, may, may_set, moves};
pub use state::{Binding, LevelVersion, ServiceLevel, Target, Terms};
pub use words::{goal, say};
