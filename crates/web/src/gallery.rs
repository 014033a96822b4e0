//! Every component in every state, to be looked at and photographed. Only where it is switched on:
//! in demonstrations and development.

use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Sample};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/gallery", "gallery.show", Access::SignedIn, list)
        .summary("The components, by name")
        .answers(&[Reply::bare(200, "The page")]),
    Route::get("/gallery/{sample}", "gallery.sample.show", Access::SignedIn, show)
        .summary("A component in one of its states")
        .answers(&[Reply::bare(200, "The page")]),
];

/// # Errors
/// `not_found` where it is not switched on.
fn samples(ctx: &Ctx) -> Result<Vec<Sample>, Trouble> {
    if ctx.app.settings.gallery { Ok(ui::samples()) } else { Err(Trouble::not_found()) }
}

/// `lanes of the relay` as a part of an address.
fn slug(name: &str) -> String {
    name.replace(|c: char| !c.is_ascii_alphanumeric(), "-").to_lowercase()
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let samples = samples(&ctx)?;
        let main = html! {
            p.lead { "Every component of the pages, each in its states, with made-up data." }
            ul.plain-links {
                @for sample in &samples {
                    li { a href={ "/gallery/" (slug(sample.name)) } { (ui::words::capital(sample.name)) } }
                }
            }
        };
        Ok(Answer::page(Page::new("Gallery", main)))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let mut samples = samples(&ctx)?.into_iter();
        let sample = samples.find(|sample| slug(sample.name) == ctx.param("sample"));
        let sample = sample.ok_or_else(Trouble::not_found)?;
        let main = html! {
            section aria-label=(sample.name) { (sample.markup) }
            p { a href="/gallery" { "All components" } }
        };
        Ok(Answer::page(Page::new(ui::words::capital(sample.name), main).caption("Gallery")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_sample_has_an_address_of_its_own() {
        let samples = ui::samples();
        let slugs: BTreeSet<String> = samples.iter().map(|sample| slug(sample.name)).collect();
        assert_eq!(slugs.len(), samples.len());
    }
}
