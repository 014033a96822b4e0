//! The line of a page that says who else is there.

use maud::{Markup, html};

use crate::ctx::Ctx;
use crate::presence::{Doing, Thing, others};
use crate::problem::Trouble;

/// Who else is at the thing, in words. With script it stays true, and says that this reader is here.
///
/// # Errors
/// When this node has no desk.
pub fn line(ctx: &Ctx, thing: Thing, doing: Doing) -> Result<Markup, Trouble> {
    let says: Vec<String> = others(ctx, thing)?.others.into_iter().map(|one| one.says).collect();
    let (id, at) = match thing {
        Thing::Case(id) => (id.to_string(), format!("/cases/{id}/presence")),
        Thing::Request(id) => (id.to_string(), format!("/requests/{id}/presence")),
    };
    Ok(html! {
        p #presence .presence data-keep data-presence=(id) data-at=(at) data-doing=(doing.name()) {
            (says.join(" "))
        }
    })
}
