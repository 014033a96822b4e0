//! What two departments owe each other: an OLA for an ordered pair and, if they want, one service.
//!
//! It binds once both sides have signed the same terms, and from the moment that the terms name
//! (product, rule 7). Terms that stand are never changed: other terms are a new version, which both
//! sign again, and a request keeps the version under which it was sent.
//!
//! - [`Agreement`]: its versions and where it stands; [`Terms`]: what is owed; [`Book`]: all of them
//! - [`Command`]: propose, revise, sign, withdraw, end; [`decide`]: whether it may be
//! - [`moves`]: what is legal now, for whom; [`say`]: an event in a sentence
//! - [`usual`]: the working time allowed where nothing was agreed
//! - [`Trace`], [`Tally`]: what ran between two departments, and how it is counted;
//!   [`simulate`]: what would have been kept of a draft; [`perform`]: what is kept of what binds

mod apply;
mod book;
mod command;
mod decide;
mod event;
mod figures;
pub mod kinds;
mod measures;
mod moves;
mod performance;
mod simulation;
mod state;
mod targets;
mod words;

#[cfg(test)]
mod tests;

pub use apply::apply;
pub use book::Book;
pub use command::{Command, TermsRecord};
pub use decide::{Facts, decide};
pub use event::{
    AgreementDraftWithdrawn, AgreementEnded, AgreementEvent, AgreementProposed, AgreementRevised,
    AgreementSigned,
};
pub use figures::{FEWEST, PERIOD, Ran, Row, Shared, Still, Tally, Trace, Window, nearest_rank};
pub use kinds::{ClockKind, CounterRule, LeftOut, PauseReason, ServiceClass, Side};
pub use measures::{Definition, Direction, Measure, Unit};
pub use moves::{AgreementMove, may, may_simulate, moves};
pub use performance::{Measured, Performance, perform};
pub use simulation::{Hours, NewlyLate, Simulation, simulate};
pub use state::{Agreement, Binding, Ending, Priority, Signature, Standing, Terms, TermsVersion};
pub use targets::{EMERGENCY, Target, USUAL_PAUSES, read_minutes, stops, usual};
pub use words::say;
