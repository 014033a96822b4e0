//! The password with which somebody signs in: changed, or made anew when it was forgotten.

mod change;
mod forgotten;
mod new;

use baton_core::word;

use crate::route::Route;
use crate::shape::Field;

pub static ROUTES: &[&[Route]] = &[change::ROUTES, forgotten::ROUTES, new::ROUTES];

/// A password that is chosen.
const CHOSEN: Field = Field::text("password", 256)
    .label(word!("password-new-password"))
    .hint(word!("password-at-least-8-characters-15-or"))
    .ask(word!("password-choose-a-password"))
    .required()
    .secret();
