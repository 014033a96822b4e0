//! Drafts: what somebody has typed into a form and not sent. Kept per person and form, for nobody
//! else; offered when the form is opened again, and gone when it is sent.
//!
//! Every form that takes its time carries its [`Place`]. The frame keeps what was typed when it is
//! asked to ([`keep`]), and lets go of it once the form was accepted.

mod api;
mod fields;
pub mod form;
mod keep;
mod page;
mod place;
#[cfg(test)]
mod tests;

pub use fields::Typed;
pub use keep::{Ask, keep, sent};
pub use page::{Line, mine, samples, section};
pub use place::Place;

use crate::route::Route;

/// Every route of drafts.
pub static ROUTES: &[&[Route]] = &[api::ROUTES, page::ROUTES];
