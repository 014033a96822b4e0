//! Presence: who is looking at a case or a request, and who is writing a reply. Told only to people
//! who may see the thing themselves, and only to those who are there.

mod beat;
mod line;
mod memory;
mod nodes;

pub use beat::{PresenceView, ROUTES, others};
pub use line::line;
pub use memory::{Doing, Presences, Thing};
pub use nodes::{Beat, listen};
