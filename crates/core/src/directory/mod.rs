//! Who there is: departments, the services that they offer, and the people.
//!
//! Administrators keep the records, a lead keeps the texts, channels and services of their own
//! department, and everybody records their own absences. Nothing is deleted: a record that is no
//! longer used is not active, so that the history can still say its name.
//!
//! - [`Directory`]: the records, and who is who ([`Directory::who`], [`Directory::stand_in`])
//! - [`Command`]: what can be changed; [`decide`]: whether it may be, and what it leads to
//! - [`DirectoryEvent`]: what the log keeps; [`Directory::fold`]: the directory out of the log
//! - [`say`]: an event in a sentence

mod apply;
mod command;
mod decide;
mod event;
mod look_up;
mod mention;
mod state;
mod words;

#[cfg(test)]
mod tests;

pub use apply::{Change, apply_department, apply_person, apply_service};
pub use command::{ChannelRecord, Command, DepartmentRecord, PersonRecord, ServiceRecord};
pub use decide::decide;
pub use event::{
    AbsenceEnded, AbsenceRecorded, DepartmentSet, DirectoryEvent, PersonSet, ServiceSet,
};
pub use mention::{Named, named};
pub use state::{
    Absence, Channel, ContactKind, Department, Directory, Person, PersonKind, Role, Service,
};
pub use words::say;
