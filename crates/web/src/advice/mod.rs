//! Ask them directly, look at it together, or escalate: what the rules advise, with the facts, the
//! words and the people that it goes by. Nothing is confirmed but by a person.
//!
//! - `weigh`: advice on what is being written; [`of_request`], [`of_case`]: on what is there
//! - [`page`]: the same as a piece of a page

mod api;
pub mod page;
mod view;
mod written;

use crate::route::Route;

pub use api::{FACTS, REASON};
pub use view::{AdviceView, seat};
pub use written::{Written, form, of_case, of_request};

pub static ROUTES: &[&[Route]] = &[api::ROUTES, page::ROUTES];
