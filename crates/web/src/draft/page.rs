//! The drafts of a person as a page, and as a part of Today.

use baton_core::say;
use maud::{Markup, html};

use super::api::{self, MOST, of_caller};
use super::keep::discard;
use super::{Place, place};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place as At};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::tell;
use crate::ui;

static DISCARDING: Shape = Shape::new(
    "DraftDiscardingPage",
    &[Field::text("place", place::LONGEST).required(), Field::choice("back", &["form", "list"])],
);

pub const ROUTES: &[Route] = &[
    Route::get("/drafts", "pages.drafts.show", Access::SignedIn, show)
        .summary("What you have written and not sent")
        .answers(&[Reply::bare(200, "The list")]),
    Route::post("/drafts/discarding", "pages.drafts.discarding.create", Access::SignedIn, end)
        .summary("Let go of a draft")
        .body(&DISCARDING)
        .answers(&[Reply::bare(303, "Back to the form, or to the list")]),
];

/// A draft in a list.
pub struct Line {
    href: String,
    place: String,
    what: &'static str,
    reference: String,
    about: String,
    when: Markup,
}

/// The drafts of whoever asks, newest first.
pub async fn mine(ctx: &Ctx, most: u32) -> Result<Vec<Line>, Trouble> {
    let mut lines = Vec::new();
    for (place, draft) in of_caller(ctx, most).await? {
        let (reference, about) = about(ctx, &place).await?;
        lines.push(Line {
            href: place.restored(),
            what: place.words(),
            when: ui::when::when(draft.updated_at, ctx.now, &ctx.zone()),
            place: draft.place,
            reference,
            about,
        });
    }
    Ok(lines)
}

/// What the form is about, as this person may see it.
async fn about(ctx: &Ctx, place: &Place) -> Result<(String, String), Trouble> {
    let (case, request) = place.open(ctx).await?;
    let file = reach::file(ctx, case).await?;
    let Some(request) = request else {
        return Ok((file.case.reference(), file.texts.show(file.case.subject).to_owned()));
    };
    let request = reach::in_file(&file, request)?;
    let reference = format!("{}/{}", file.case.reference(), request.ordinal);
    Ok((reference, file.texts.show(request.ask.need).to_owned()))
}

fn rows(lines: &[Line], token: &str) -> Markup {
    html! {
        ul.rows {
            @for line in lines {
                li {
                    div.row {
                        p.row-subject {
                            a href=(line.href) { (line.what) ": " (line.about) }
                            span.row-reference { " " (line.reference) }
                        }
                        p.row-who { (tell!("draft-saved", line = line.when)) }
                        form.row-state method="post" action="/drafts/discarding" {
                            (ui::form::token(token))
                            input type="hidden" name="place" value=(line.place);
                            button.button.small type="submit" {
                                (say!("draft-discard")) span.unseen { ": " (line.what) ", " (line.reference) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// On Today; nothing where there is none.
pub fn section(lines: &[Line], token: &str) -> Markup {
    html! {
        @if !lines.is_empty() {
            h2.counted { (tell!("draft-drafts-you-have-not-sent", span = html! { span.count { (lines.len()) } })) }
            (rows(lines, token))
            @if lines.len() > 4 { p { a href="/drafts" { (say!("draft-all-your-drafts")) } } }
        }
    }
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move { Ok(Answer::page(view(&mine(&ctx, MOST).await?, &ctx.token))) })
}

fn view(lines: &[Line], token: &str) -> Page {
    let main = html! {
        p.lead { (say!("draft-what-you-have-written-and-not")) }
        @if lines.is_empty() {
            (ui::empty::empty(
                say!("draft-you-have-no-draft"),
                say!("draft-what-you-type-into-a-form"),
                Some((say!("draft-go-to-today"), "/")),
            ))
        } @else { (rows(lines, token)) }
    };
    Page::new(say!("draft-drafts"), main).at(At::Today)
}

fn end(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let place = api::place(&ctx)?;
        discard(&ctx, &place).await?;
        let form = ctx.input.text("back") == Some("form");
        let back = if form { place.href() } else { "/drafts".to_owned() };
        Ok(Answer::redirect(&back).told(say!("draft-the-draft-is-gone")))
    })
}

pub fn samples() -> Vec<Page> {
    let line = Line {
        href: "/cases/1/messages/new?kind=reply&draft=restore".to_owned(),
        place: "case:1:messages/new?kind=reply".to_owned(),
        what: "Reply to the customer",
        reference: "C-1042".to_owned(),
        about: "Kettle arrived broken".to_owned(),
        when: html! { "10 min ago (09:30)" },
    };
    vec![view(&[line], ""), view(&[], "")]
}
