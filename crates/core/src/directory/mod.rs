//! Who there is: departments, the services that they offer, and the people.
//!
//! Administrators keep the records, a lead keeps the texts, channels and services of their own
//! department, and everybody records their own absences. Nothing is deleted: a record that is no
//! longer used is not active, so that the history can still say its name.
//!
//! - [`Directory`]: the records, and who is who ([`Directory::who`], [`Directory::stand_in`])

mod look_up;
mod state;

pub use state::{
    Absence, Channel, ContactKind, Department, Directory, Person, PersonKind, Role, Service,
};
