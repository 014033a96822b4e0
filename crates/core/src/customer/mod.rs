//! A customer: fields one by one, each with its class, so that each can be shared or held back.
//!
//! - [`Customer`]: who they are; [`Command`]: create, revise, erase; [`decide`]: whether it may be
//! - [`merge`], [`separate`]: two records of one customer
//! - [`CustomerEvent`]: what the log keeps, and a [`Customer`] is folded out of
//! - [`say`]: an event in a sentence

mod apply;
mod command;
mod decide;
mod event;
mod joined;
mod state;
mod words;

#[cfg(test)]
mod tests;

pub use apply::apply;
pub use command::{Command, FieldRecord};
pub use decide::{Both, conflicts, decide, erase_joined, fits, merge, separate};
pub use event::{
    CustomerCreated, CustomerErased, CustomerEvent, CustomerJoined, CustomerMerged, CustomerParted,
    CustomerRevised, CustomerSeparated,
};
pub use joined::{Joined, Merger, TAKE_BACK};
pub use state::{Customer, Field, normal};
pub use words::say;

pub use crate::tags::{canonical_tag, class_of, holds_many, is_tag};
