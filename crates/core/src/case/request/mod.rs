//! The request: a structured ask from one department to another, inside a case.
//!
//! What it can do is one table: [`moves`]. Each act is a file of [`decide`] named after it.

pub mod advice;
pub mod apply;
pub mod command;
mod contest;
pub mod decide;
pub mod deciders;
pub mod dispute;
mod emergency;
pub mod event;
pub mod frozen;
mod guards;
pub mod hands;
pub mod heard;
pub mod hours;
pub mod ladder;
mod lateness;
pub mod movers;
pub mod moves;
pub mod recount;
pub mod relay;
mod runs;
pub mod sight;
pub mod standstill;
pub mod state;
pub mod trace;
pub mod under;
pub mod words;

pub use state::Request;
