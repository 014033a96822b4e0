//! All keys on one page.

use baton_core::say;
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
        p.lead { (say!("keys-nobody-has-to-use-them-each")) }
        p {
            @if on { (say!("keys-single-letters-work-outside-of")) " " }
            @else { (say!("keys-you-have-switched-single")) " " }
            a href="/settings" { (say!("keys-switch-them-in-your-settings")) }
        }
        @for group in GROUPS {
            (Table {
                caption: &group.place,
                heads: &[say!("keys-key"), say!("keys-what-it-does")],
                rows: group.keys.iter().map(|key| {
                    vec![Cell::head(words(key.press)), Cell::new(html! { (key.does) })]
                }).collect(),
            }.markup())
        }
    };
    Page::new(say!("keys-keys"), main)
}

pub fn samples() -> Vec<Page> {
    vec![page(true), page(false)]
}
