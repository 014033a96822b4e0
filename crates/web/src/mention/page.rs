//! The same for a page with script: the lines of a list, to stand below the text.

use baton_core::say;
use maud::{Markup, html};

use super::{NameableView, QUERY, nameable};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};

pub const ROUTES: &[Route] =
    &[Route::get("/mentions", "pages.mentions.list", Access::SignedIn, list)
        .summary("Whom a note can name, as a piece of a page")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The piece")])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move { Ok(Answer::part(lines(&nameable(&ctx).await?))) })
}

fn lines(all: &[NameableView]) -> Markup {
    html! {
        @for one in all {
            li data-name=(one.name) {
                span.go-text { (one.name) } " " span.go-what { (one.what) }
                @if one.told == Some(false) { " " span.go-what { (say!("mention-cannot-see-this-and-is-not")) } }
            }
        }
    }
}
