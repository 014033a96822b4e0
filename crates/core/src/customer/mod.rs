//! A customer: fields one by one, each with its class, so that each can be shared or held back.
//!
//! - [`Customer`]: who they are; [`Command`]: create, revise, erase; [`decide`]: whether it may be
//! - [`CustomerEvent`]: what the log keeps; [`fold`]: the customer out of the log
//! - [`say`]: an event in a sentence

mod apply;
mod command;
mod decide;
mod event;
mod state;
mod words;

#[cfg(test)]
mod tests;

pub use apply::{apply, fold};
pub use command::{Command, FieldRecord};
pub use decide::decide;
pub use event::{CustomerCreated, CustomerErased, CustomerEvent, CustomerRevised};
pub use state::{Customer, Field, normal};
pub use words::say;

pub use crate::tags::{canonical_tag, class_of, holds_many, is_tag};
