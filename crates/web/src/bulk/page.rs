//! Acts on many rows as pages: what was done, what was not and why, and the way back.

use baton_core::say;
use maud::{Markup, html};

use super::bar::{Over, acts, priority};
use super::{BULK, BackView, BulkView, DoneView, MOST, RefusedView, UNDO, UndoView};
use super::{colleagues, perform, snooze, undo};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::post("/bulk", "pages.bulk.create", Access::SignedIn, create)
        .summary("Do one thing to the ticked rows of a list")
        .body(&BULK)
        .again(again)
        .answers(&[Reply::bare(200, "What was done, and what was not")]),
    Route::post("/bulk/undo", "pages.bulk.undo.create", Access::SignedIn, take_back)
        .summary("Take back what was done to ticked rows")
        .body(&UNDO)
        .answers(&[Reply::bare(200, "What was taken back, and what was not")]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let act = ctx.input.words("act").to_owned();
        let outcome = perform::perform(&ctx).await?;
        let over = Over::of(&act, ctx.input.texts("requests").next().is_some());
        let many = many(outcome.done.len(), over.noun());
        let title = match act.as_str() {
            "owner" => {
                let directory = ctx.desk()?.directory();
                let name = ctx
                    .input
                    .words("person")
                    .parse()
                    .map(|id| directory.person_name(id).to_owned());
                say!(
                    "bulk-given-to",
                    many,
                    name = name.unwrap_or_else(|_| say!("bulk-your-colleague").to_owned())
                )
            }
            "priority" => {
                say!("bulk-set-to", many, priority = priority(ctx.input.words("priority")))
            }
            "snooze" => say!("bulk-snoozed", many),
            _ => say!("bulk-escalated", many),
        };
        Ok(Answer::page(told(&title, &outcome, over, &ctx.token)))
    })
}

impl Over {
    fn of(act: &str, requests: bool) -> Self {
        let snoozed = act == "snooze" && requests;
        let requests = snoozed || act == "escalate" || act == snooze::REQUESTS;
        if requests { Self::Requests } else { Self::Cases }
    }

    fn noun(self) -> &'static str {
        match self {
            Self::Cases => "case",
            Self::Requests => "request",
        }
    }
}

fn many(count: usize, what: &str) -> String {
    match count {
        0 => say!("bulk-no", what),
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}

fn take_back(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let outcome = undo::undo(&ctx).await?;
        let title = say!("bulk-taken-back", many = many(outcome.done.len(), "change"));
        let over = Over::of(ctx.input.words("act"), false);
        Ok(Answer::page(told(&title, &outcome, over, &ctx.token)))
    })
}

fn told(title: &str, outcome: &BulkView, over: Over, token: &str) -> Page {
    let (place, back, of) = match over {
        Over::Cases => (Place::Cases, "/cases", "/cases"),
        Over::Requests => (Place::ToUs, "/to-us", "/requests"),
    };
    let main = html! {
        @if let Some(undo) = &outcome.undo { (way_back(undo, token)) }
        @if !outcome.refused.is_empty() {
            h2.counted { (tell!("bulk-not-changed", span = html! { span.count { (outcome.refused.len()) } })) }
            ul.refused {
                @for one in &outcome.refused { li { strong { (one.reference) } ": " (one.why) } }
            }
        }
        @if !outcome.done.is_empty() {
            h2.counted { (tell!("bulk-done", span = html! { span.count { (outcome.done.len()) } })) }
            ul.choose {
                @for one in &outcome.done {
                    li { a href={ (of) "/" (one.id) } { (one.reference) } }
                }
            }
        }
        (ui::button::row(&[ui::button::plain_link(say!("bulk-back-to-the-list"), back)]))
    };
    Page::new(title, main).at(place)
}

/// One button that takes all of it back.
fn way_back(undo: &UndoView, token: &str) -> Markup {
    html! {
        form.form method="post" action="/bulk/undo" novalidate {
            (ui::form::token(token))
            input type="hidden" name="act" value=(undo.act);
            @for (n, back) in undo.back.iter().enumerate() {
                input type="hidden" name={ "back[" (n) "].case" } value=(back.case);
                input type="hidden" name={ "back[" (n) "].was" } value=(back.was);
                input type="hidden" name={ "back[" (n) "].is" } value=(back.is);
            }
            (ui::button::row(&[ui::button::main(say!("bulk-take-all-of-it-back"))]))
        }
    }
}

/// The acts again, with what was ticked and typed.
fn again(ctx: Ctx) -> Pending {
    Box::pin(async move {
        // The bar of requests has a level, whether anything was ticked or not.
        let requests = ctx.kept.get("level").is_some();
        let over = if requests { Over::Requests } else { Over::Cases };
        let people = colleagues(&ctx)?;
        Ok(Answer::page(form(over, &ctx.form(&BULK), &people, &ctx.token)))
    })
}

fn form(over: Over, form: &Form<'_>, people: &[(String, String)], token: &str) -> Page {
    let (name, place) = match over {
        Over::Cases => ("cases", Place::Cases),
        Over::Requests => ("requests", Place::ToUs),
    };
    let ticked: Vec<&str> = form.kept.values(name).take(MOST).collect();
    let main = html! {
        p.lead { (tell!("bulk-ticked-nothing-was-changed", many = many(ticked.len(), "row"))) }
        form.form method="post" action="/bulk" novalidate {
            (ui::form::token(token))
            @for id in &ticked { input type="hidden" name=(name) value=(id); }
            (acts(over, form, people))
        }
    };
    Page::new(say!("bulk-do-something-with-the-ticked"), main).at(place)
}

pub fn samples() -> Vec<Page> {
    let back = BackView { case: "1".to_owned(), was: "normal".to_owned(), is: "high".to_owned() };
    let outcome = BulkView {
        done: vec![DoneView { id: "1".to_owned(), reference: "C-1042".to_owned() }],
        refused: vec![RefusedView {
            id: "2".to_owned(),
            reference: "C-987".to_owned(),
            code: "terminal",
            why: "The case is closed. A note can still be added.".to_owned(),
        }],
        undo: Some(UndoView { act: "priority".to_owned(), back: vec![back] }),
    };
    let kept = crate::input::Kept::new(vec![("cases".to_owned(), "1".to_owned())]);
    let empty = Form { shape: &BULK, kept: &kept, refusal: None, advice: &[] };
    vec![
        told("1 case set to high", &outcome, Over::Cases, ""),
        form(Over::Cases, &empty, &[], ""),
        form(Over::Requests, &empty, &[], ""),
    ]
}
