//! The case: a customer's whole problem, with every request that it takes.
//!
//! What a case can do, by file: it is [opened](decide::open); [messages](decide) come and go; the
//! customer is told; promises are made and settled; the owner and the priority change; it closes
//! through the [gate](decide::closing_gate) and reopens; it is merged into
//! another one, and [taken apart](joined) again. What its requests can do: [`request`].

pub mod account;
pub mod apply;
pub mod clocks;
pub mod command;
pub mod decide;
pub mod event;
pub mod joined;
pub mod kinds;
pub mod mention;
pub mod moves;
pub mod request;
pub mod service_clocks;
pub mod state;
mod untell;
mod wait;
pub mod words;

pub use decide::{Both, Setting, bounced, decide, merge, must_say_next, open, separate};
pub use state::Case;
