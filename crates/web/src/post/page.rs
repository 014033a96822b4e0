//! Quarantine: mail that could not be filed by itself, for somebody to look at.

use baton_core::access::customer_sight;
use baton_core::say;
use baton_store::post::{self, Letter, State};
use maud::{Markup, html};

use super::settle::{DISCARDING, FILING, discarding, filing, kept};
use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::table::{Cell, Table};

const PATH: &str = "/admin/quarantine";
/// The most that are listed; the oldest come first.
const MOST: u32 = 200;

pub static ROUTES: &[&[Route]] = &[&[
    Route::get(PATH, "pages.quarantine.list", Access::SignedIn, list)
        .summary("Mail that could not be filed by itself")
        .answers(&[Reply::bare(200, "The page")]),
    Route::get("/admin/mail/{id}/raw", "pages.quarantine.raw.show", Access::SignedIn, super::raw)
        .summary("The bytes of a mail as they arrived")
        .answers(&[Reply::bare(200, "The mail")]),
    Route::get(
        "/admin/mail/{id}/filing/new",
        "pages.quarantine.filing.new",
        Access::SignedIn,
        new_filing,
    )
    .summary("The form to file a letter in quarantine")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/admin/mail/{id}/filing",
        "pages.quarantine.filing.create",
        Access::SignedIn,
        file,
    )
    .summary("File a letter in quarantine as a new case")
    .body(&FILING)
    .again(new_filing)
    .answers(&[Reply::bare(303, "The new case")]),
    Route::get(
        "/admin/mail/{id}/discarding/new",
        "pages.quarantine.discarding.new",
        Access::SignedIn,
        new_discarding,
    )
    .summary("The form to discard a letter in quarantine")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/admin/mail/{id}/discarding",
        "pages.quarantine.discarding.create",
        Access::SignedIn,
        discard,
    )
    .summary("Discard a letter in quarantine")
    .body(&DISCARDING)
    .again(new_discarding)
    .answers(&[Reply::bare(303, "Back to the quarantine")]),
]];

/// Why a letter is there, in words.
fn why(reason: &str) -> String {
    match reason {
        "no_sender" => say!("post-it-does-not-say-whom-it").to_owned(),
        "too_large" => say!("post-it-is-too-large").to_owned(),
        "too_many_parts" => say!("post-it-has-too-many-parts").to_owned(),
        "too_deep" => say!("post-its-parts-are-nested-too-deeply").to_owned(),
        "took_too_long" => say!("post-reading-it-took-too-long").to_owned(),
        other => match other.strip_prefix("refused ") {
            Some(rule) => say!("post-a-rule-refused-it", replace = rule.replace('_', " ")),
            None => say!("post-it-could-not-be-read", replace = other.replace('_', " ")),
        },
    }
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let reads = customer_sight(&ctx.who).any();
        if !reads && !ctx.who.administrator {
            return Err(Trouble::not_found());
        }
        let link = ctx.desk()?.store().link();
        let letters = post::in_state(&link, State::Quarantined, None, MOST).await?;
        let main = html! {
            @if letters.is_empty() {
                (ui::empty::empty(
                    say!("post-quarantine-is-empty"),
                    say!("post-a-letter-that-cannot-be-read"),
                    Some((say!("post-go-to-today"), "/")),
                ))
            } @else {
                @if reads {
                    p.lead { (say!("post-open-each-with-care-then-file")) }
                } @else {
                    p.lead { (say!("post-somebody-of-a-department-that")) }
                }
                (table(&ctx, &letters, reads))
            }
        };
        Ok(Answer::page(Page::new(say!("post-quarantine"), main).at(Place::More).above(way(&ctx))))
    })
}

fn table(ctx: &Ctx, letters: &[Letter], reads: bool) -> Markup {
    let zone = ctx.zone();
    let rows = letters.iter().map(|letter| {
        let at = |noun: &str| format!("/admin/mail/{}/{noun}", letter.id);
        let day = ui::when::day(letter.received_at, ctx.now, &zone);
        vec![
            Cell::head(ui::when::when(letter.received_at, ctx.now, &zone)),
            Cell::new(html! { (why(&letter.reason)) }),
            Cell::new(html! {
                @if reads {
                    div.buttons {
                        a.button.small href=(at("raw")) { (say!("post-download")) span.unseen { " " (tell!("post-what-came", day)) } }
                        a.button.small href=(at("filing/new")) { (say!("post-file-it")) span.unseen { " " (tell!("post-what-came", day)) } }
                        a.button.small href=(at("discarding/new")) { (say!("post-discard")) span.unseen { " " (tell!("post-what-came", day)) } }
                    }
                } @else { (say!("post-nothing")) }
            }),
        ]
    });
    Table {
        caption: say!("post-the-oldest-first"),
        heads: &[say!("post-came"), say!("post-why-it-is-here"), say!("post-what-to-do")],
        rows: rows.collect(),
    }
    .markup()
}

/// What is known of the letter that a form is about.
fn about(ctx: &Ctx, letter: &Letter) -> Markup {
    let raw = format!("/admin/mail/{}/raw", letter.id);
    html! {
        (ui::pairs::pairs(&[
            (say!("post-came"), Some(ui::when::when(letter.received_at, ctx.now, &ctx.zone()))),
            (say!("post-why-it-is-here"), Some(html! { (why(&letter.reason)) })),
        ]))
        p { a href=(raw) { (say!("post-download-the-letter-as-it-came")) } }
    }
}

fn new_filing(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let letter = kept(&ctx).await?;
        let form = ctx.form(&FILING);
        let inside = html! {
            (form.text("subject"))
            (form.email("from"))
            (form.lines("text", 8))
            (ui::button::row(&[
                ui::button::main(say!("post-file-it-as-a-case")),
                ui::button::plain_link(say!("post-back-to-the-quarantine"), PATH),
            ]))
        };
        let action = format!("/admin/mail/{}/filing", letter.id);
        let main = html! { (about(&ctx, &letter)) (ui::form::post(&ctx.token, &action, &inside)) };
        Ok(Answer::page(
            Page::new(say!("post-file-a-letter"), main).at(Place::More).above(way(&ctx)),
        ))
    })
}

fn file(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = filing(&ctx).await?;
        Ok(Answer::redirect(&format!("/cases/{}", case.id))
            .told(say!("post-the-letter-is-a-case-now")))
    })
}

fn new_discarding(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let letter = kept(&ctx).await?;
        let inside = html! {
            (ctx.form(&DISCARDING).lines("reason", 3))
            (ui::button::row(&[
                ui::button::grave(say!("post-discard-it")),
                ui::button::plain_link(say!("post-back-to-the-quarantine"), PATH),
            ]))
        };
        let action = format!("/admin/mail/{}/discarding", letter.id);
        let main = html! { (about(&ctx, &letter)) (ui::form::post(&ctx.token, &action, &inside)) };
        Ok(Answer::page(
            Page::new(say!("post-discard-a-letter"), main).at(Place::More).above(way(&ctx)),
        ))
    })
}

fn discard(ctx: Ctx) -> Pending {
    Box::pin(async move {
        discarding(&ctx).await?;
        Ok(Answer::redirect(PATH).told(say!("post-the-letter-was-discarded")))
    })
}
