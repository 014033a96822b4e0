//! The request: a structured ask from one department to another, inside a case.
//!
//! What it can do is one table: [`moves`]. Each act is a file of [`decide`] named after it.

pub mod apply;
pub mod command;
pub mod decide;
pub mod event;
mod guards;
pub mod hands;
pub mod movers;
pub mod moves;
pub mod relay;
mod runs;
pub mod sight;
pub mod state;
pub mod words;

pub use state::Request;
