//! Two cases of one matter: find the other one, look at both side by side, and merge.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::decide::may_merge_into;
use baton_core::case::joined::TAKE_BACK;
use baton_core::case::kinds::Standing;
use baton_core::case::moves::{CaseMove, may};
use baton_core::catalogue::Word;
use baton_core::ids::CustomerId;
use baton_core::{say, word};
use baton_store::rows;
use baton_store::rows::case::{CaseRow, Order, Whose};
use maud::{Markup, html};

use super::list::{line, rows_of_one};
use super::{frame, since};
use crate::answer::Answer;
use crate::case::merger::{MERGER, merge, survivor};
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::search::asked::Asked;
use crate::search::find::{self, Within};
use crate::shape::Field;
use crate::tell;
use crate::ui;
use crate::ui::address::encode;
use crate::ui::table::{Cell, Table};

const QUERY: &[Field] = &[Field::text("q", 200), Field::text("survivor", 80)];
/// How many cases of the customer are offered at once.
const OFFERED: u32 = 50;

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/merger/new", "pages.cases.merger.new", Access::SignedIn, new)
        .summary("Find another case of the same matter, and look at both side by side")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/merger", "pages.cases.merger.create", Access::SignedIn, create)
        .summary("Merge a case into another one")
        .body(&MERGER)
        .again(new)
        .answers(&[Reply::bare(303, "To the case that goes on")]),
];

const TITLE: Word = word!("case-merger-merge-with-another-case");

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        if let Err(refusal) = may(&file.case, CaseMove::Merge, &ctx.who, ctx.now) {
            let main = html! {
                p.lead { (refusal.detail) }
                (ui::button::plain_link(say!("case-merger-back-to-the-case"), &frame::at(&file.case, "")))
            };
            return frame::page(&ctx, &file, &TITLE, main, None).await;
        }
        let named = ctx.query.text("survivor").unwrap_or_else(|| ctx.kept("survivor")).to_owned();
        let other = match survivor(&ctx, &named).await {
            Ok(other) => Some(reach::file(&ctx, other).await?),
            Err(Trouble::Refused(_)) => None,
            Err(trouble) => return Err(trouble),
        };
        let main = match other {
            Some(other) => compared(&ctx, &file, &other).await?,
            None => finder(&ctx, &file, &named).await?,
        };
        frame::page(&ctx, &file, &TITLE, main, None).await
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        since::look(&mut ctx, &case).await?;
        let (merged, survivor) = merge(&ctx).await?;
        let told =
            say!("case-merger-was-merged-into-this-case-its", reference = merged.reference());
        Ok(Answer::redirect(&frame::at(&survivor, "")).told(told))
    })
}

/// What could be the same matter: other open cases of the customer, and whatever is looked for.
async fn finder(ctx: &Ctx, file: &File, named: &str) -> Result<Markup, Trouble> {
    let case = &file.case;
    let words = ctx.query.words("q").trim().to_owned();
    let action = frame::at(case, "merger/new");
    let found = if words.is_empty() { near(ctx, case).await? } else { sought(ctx, &words).await? };
    let records = records(ctx, case).await?;
    let found: Vec<CaseRow> = found.into_iter().filter(|row| fits(case, &records, row)).collect();
    let mut lines = rows_of_one(ctx, &found)?;
    for one in &mut lines {
        one.lead_to(format!("{action}?survivor={}", encode(one.reference())));
    }
    let shown: Vec<_> = lines.iter().map(line).collect();
    Ok(html! {
        p.lead {
            (tell!("case-merger-which-case-is-about-the-same", reference = case.reference()))
        }
        form.finder role="search" aria-label=(say!("case-merger-the-other-case")) method="get" action=(action) {
            label for="find-case" { (say!("case-merger-find-the-other-case")) }
            p.hint #find-case-hint { (say!("case-merger-its-reference-or-words-that")) }
            div.finder-line {
                input.input #find-case type="search" name="q" value=(words) autocomplete="off"
                    aria-describedby="find-case-hint";
                (ui::button::plain(say!("case-merger-find")))
            }
        }
        @if !named.is_empty() { p role="status" { "“" (named) (say!("case-merger-is-no-case-that-you-can")) } }
        @if shown.is_empty() {
            p role="status" { (nothing(case, &words)) }
        } @else {
            h2 { @if words.is_empty() { (say!("case-merger-open-cases-that-it-may-belong")) } @else { (say!("case-merger-found")) } }
            (ui::row::rows(&shown))
        }
        (ui::button::row(&[ui::button::plain_link(say!("case-merger-back-to-the-case"), &frame::at(case, ""))]))
    })
}

fn nothing(case: &Case, words: &str) -> String {
    match (words.is_empty(), case.is_internal()) {
        (false, _) => say!("case-merger-no-open-case-fits-both-must", words),
        (true, false) => say!("case-merger-this-customer-has-no-other-open").to_owned(),
        (true, true) => say!("case-merger-your-department-has-no-other").to_owned(),
    }
}

/// The other cases of the customer; without one, what is open in the department.
async fn near(ctx: &Ctx, case: &Case) -> Result<Vec<CaseRow>, Trouble> {
    let records = records(ctx, case).await?;
    let whose = match case.customer {
        Some(_) => Whose::Customer(records),
        None => Whose::Departments(vec![case.department]),
    };
    let link = ctx.desk()?.store().link();
    let order = if case.customer.is_some() { Order::Newest } else { Order::Due };
    Ok(rows::case::list(&link, &whose, None, order, None, OFFERED).await?.items)
}

/// All records of the customer of a case.
async fn records(ctx: &Ctx, case: &Case) -> Result<Vec<CustomerId>, Trouble> {
    let Some(id) = case.customer else { return Ok(Vec::new()) };
    let customer = ctx.desk()?.stands_for(id).await?;
    Ok(ctx.desk()?.records_of(&customer).await?)
}

async fn stands_for(ctx: &Ctx, case: &Case) -> Result<Option<CustomerId>, Trouble> {
    Ok(records(ctx, case).await?.first().copied())
}

/// A case by its reference, or those that fit the words.
async fn sought(ctx: &Ctx, words: &str) -> Result<Vec<CaseRow>, Trouble> {
    if let Ok(case) = survivor(ctx, words).await {
        let link = ctx.desk()?.store().link();
        return Ok(rows::case::get(&link, case.id).await?.into_iter().collect());
    }
    let asked = Asked::of(ctx, words).await?;
    Ok(find::cases(ctx, &asked, Within::ALL).await?.items)
}

/// Whether a row could be the other case.
fn fits(case: &Case, records: &[CustomerId], row: &CaseRow) -> bool {
    let internal = row.channel == baton_core::case::kinds::Channel::Internal;
    let same = row.customer.is_some_and(|customer| records.contains(&customer));
    row.id != case.id
        && row.department == case.department
        && !row.state.is_over()
        && (same || (internal && case.is_internal()))
}

/// Both side by side, what merging does, and the button; or why it cannot be.
async fn compared(ctx: &Ctx, file: &File, other: &File) -> Result<Markup, Trouble> {
    let (case, on) = (&file.case, &other.case);
    let customers = [stands_for(ctx, case).await?, stands_for(ctx, on).await?];
    let refused = may_merge_into(case, on, customers, &ctx.who, ctx.now).err();
    let turned = may_merge_into(on, case, customers, &ctx.who, ctx.now).is_ok();
    let around = format!("{}?survivor={}", frame::at(on, "merger/new"), case.reference());
    let elsewhere = frame::at(case, "merger/new");
    let hidden = html! { input type="hidden" name="survivor" value=(on.id); };
    Ok(html! {
        (side_by_side(ctx, file, other))
        @match &refused {
            Some(refusal) => {
                @if refusal.fields.is_empty() { p.lead { (refusal.detail) } }
                @for field in &refusal.fields { p.lead { (field.message) } }
                (ui::button::row(&[ui::button::plain_link(say!("case-merger-back-to-the-case"), &frame::at(case, ""))]))
            }
            None => {
                (what_happens(ctx, case, on))
                (frame::form(ctx, case, "merger", &hidden,
                    ui::button::main(&say!("case-merger-merge-into", reference = case.reference(), reference_2 = on.reference()))))
            }
        }
        p {
            @if turned {
                a href=(around) { (tell!("case-merger-the-other-way-round-goes-on", reference = case.reference())) } " · "
            }
            a href=(elsewhere) { (say!("case-merger-choose-another-case")) }
        }
    })
}

fn what_happens(ctx: &Ctx, case: &Arc<Case>, on: &Arc<Case>) -> Markup {
    let (own, goes_on) = (case.reference(), on.reference());
    let untold = !case.is_internal() && case.standing() != Standing::Resolved;
    let until = ui::when::when(ctx.now + TAKE_BACK, ctx.now, &ctx.zone());
    html! {
        h2 { (say!("case-merger-what-happens")) }
        ul {
            li { (tell!("case-merger-rests-all-of-it-can-still", own, goes_on)) }
            li { (tell!("case-merger-what-the-customer-writes-to", own, goes_on)) }
            @if untold {
                li { (tell!("case-merger-the-customer-has-not-been-told", own, goes_on)) }
            }
            @if case.owner != on.owner { li { (say!("case-merger-the-owners-of-both-are-told")) } }
            li { (tell!("case-merger-it-can-be-taken-back-until", until, goes_on)) }
        }
    }
}

fn side_by_side(ctx: &Ctx, file: &File, other: &File) -> Markup {
    let (case, on) = (&file.case, &other.case);
    let (own, goes_on) = (
        say!("case-merger-rests", reference = case.reference()),
        say!("case-merger-goes-on", reference = on.reference()),
    );
    let row = |name: &str, of: fn(&Ctx, &File) -> Markup| {
        vec![Cell::head(html! { (name) }), Cell::new(of(ctx, file)), Cell::new(of(ctx, other))]
    };
    Table {
        caption: say!("case-merger-both-cases-side-by-side"),
        heads: &[say!("case-merger-what"), &own, &goes_on],
        rows: vec![
            row(say!("case-merger-subject"), |_, file| html! { a href=(frame::at(&file.case, "")) { (file.texts.show(file.case.subject)) } }),
            row(say!("case-merger-state"), |_, file| html! { (ui::words::standing(file.case.standing()).1) }),
            row(say!("case-merger-owner"), |_, file| html! { (file.directory.person_name(file.case.owner)) }),
            row(say!("case-merger-priority"), |_, file| html! { (ui::words::priority(file.case.priority)) }),
            row(say!("case-merger-received"), |ctx, file| ui::when::when(file.case.first_received(), ctx.now, &ctx.zone())),
            row(say!("case-merger-came-by"), |_, file| html! { (ui::words::channel(file.case.channel)) }),
            row(say!("case-merger-outcome-told"), |ctx, file| match file.case.told() {
                Some(told) => ui::when::when(told.at, ctx.now, &ctx.zone()),
                None => html! { (say!("case-merger-not-yet")) },
            }),
            row(say!("case-merger-messages"), |_, file| html! { (file.case.messages.len()) }),
            row(say!("case-merger-requests"), |_, file| html! { (file.case.requests.len()) }),
            row(say!("case-merger-first-words"), |_, file| first_words(file)),
        ],
    }
    .markup()
}

/// What was said first, cut where a table needs it.
fn first_words(file: &File) -> Markup {
    let body = file.case.messages.first().map(|message| file.texts.show(message.body));
    let mut words: String =
        body.unwrap_or(say!("case-merger-nothing-was-written")).chars().take(280).collect();
    if words.chars().count() == 280 {
        words.push('…');
    }
    html! { (words) }
}

pub fn samples() -> Vec<Page> {
    let row = |name: &str, own: &str, on: &str| {
        vec![Cell::head(html! { (name) }), Cell::new(html! { (own) }), Cell::new(html! { (on) })]
    };
    let table = Table {
        caption: "Both cases side by side",
        heads: &["What", "C-1077 rests", "C-1042 goes on"],
        rows: vec![
            row("Subject", "My new kettle leaks", "Kettle arrived broken"),
            row("Received", "Monday 9:12", "Friday 16:40"),
        ],
    };
    vec![Page::new(TITLE, table.markup()).at(Place::Cases)]
}
