//! All keys on one page.

use maud::html;

use super::{GROUPS, words};
use crate::answer::Answer;
use crate::page::Page;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] = &[Route::get("/keys", "pages.keys.show", Access::SignedIn, |ctx| {
    Box::pin(async move {
        let on = ctx.viewer.as_ref().is_none_or(|viewer| viewer.preferences.single_keys);
        Ok(Answer::page(page(on)))
    }) as Pending
})
.summary("All keys on one page")
.answers(&[Reply::bare(200, "The page")])];

fn page(on: bool) -> Page {
    let main = html! {
        p.lead { "Nobody has to use them: each presses a button or a link that is on the page." }
        p {
            @if on { "Single letters work outside of text fields. " }
            @else { "You have switched single letters off; those with Ctrl or ⌘ work. " }
            a href="/settings" { "Switch them in your settings" }
        }
        @for group in GROUPS {
            (Table {
                caption: group.place,
                heads: &["Key", "What it does"],
                rows: group.keys.iter().map(|key| {
                    vec![Cell::head(words(key.press)), Cell::new(html! { (key.does) })]
                }).collect(),
            }.markup())
        }
    };
    Page::new("Keys", main)
}

pub fn samples() -> Vec<Page> {
    vec![page(true), page(false)]
}
