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

mod apply;
mod book;
mod command;
mod decide;
mod event;
pub mod kinds;
mod moves;
mod state;
mod targets;
mod words;

#[cfg(test)]
mod tests;

pub use apply::{apply, fold};
pub use book::Book;
pub use command::{Command, TermsRecord};
pub use decide::{Facts, decide};
pub use event::{
    AgreementDraftWithdrawn, AgreementEnded, AgreementEvent, AgreementProposed, AgreementRevised,
    AgreementSigned,
};
pub use kinds::{ClockKind, PauseReason, ServiceClass, Side};
pub use moves::{AgreementMove, may, moves};
pub use state::{Agreement, Binding, Ending, Signature, Standing, Terms, TermsVersion};
pub use targets::{Target, read_minutes, usual};
pub use words::say;
