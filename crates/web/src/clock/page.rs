//! The board: two views, each clock said as a sentence.

use baton_core::case::kinds::AnyClock;
use baton_core::case::words as case_words;
use baton_core::directory::Directory;
use baton_core::say;
use baton_core::vault::erased;
use baton_store::rows::Page as Rows;
use baton_store::rows::clock::{self, About, ClockRow, Filter, State};
use maud::{Markup, html};

use super::{QUERY, STATES, filter};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::page::{Live, Page, Place};
use crate::request::page::sheet::href;
use crate::request::page::show::heading;
use crate::request::page::words::clock;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::status::{Status, tag_saying};
use crate::ui::tabs::{Tab, tabs};
use crate::ui::when;

/// More are said as `99+`.
const COUNTED: u32 = 100;

pub const ROUTES: &[Route] =
    &[Route::get("/at-risk", "pages.at-risk.show", Access::SignedIn, show)
        .summary(
            "Running clocks of your departments, on cases and requests, that are at risk or late",
        )
        .query(QUERY)
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (link, directory) = (ctx.desk()?.store().link(), ctx.desk()?.directory());
        let (filter, after) = (filter(&ctx)?, listing::after(&ctx)?);
        let limit = listing::limit(&ctx);
        let rows = clock::list(&link, &filter, ctx.now, after.as_ref(), limit).await?;
        let mut counts = [0, 0];
        for (count, state) in counts.iter_mut().zip([State::AtRisk, State::Breached]) {
            let of = Filter { state, ..filter.clone() };
            *count = clock::count(&link, &of, ctx.now, COUNTED).await?;
        }
        let main = html! {
            p.lead { (say!("clock-what-runs-between-your-departments")) }
            (views(&filter, counts))
            (narrowing(&ctx, &directory, &filter))
            @if rows.items.is_empty() { (nothing(&filter)) }
            @else { (list(&ctx, &directory, &rows)) }
            (pager(&ctx, &filter, &rows))
        };
        let page = Page::new(say!("clock-at-risk-and-late"), main).at(Place::Today);
        Ok(Answer::page(page.live(Live::List)))
    })
}

fn name(state: State) -> &'static str {
    match state {
        State::AtRisk => STATES[0],
        State::Breached => STATES[1],
    }
}

/// The address of the same board, looked at in another way.
fn address(filter: &Filter, state: State) -> String {
    let mut href = format!("/at-risk?state={}", name(state));
    if let Some(mover) = filter.mover {
        href.push_str(&format!("&department={mover}"));
    }
    if let Some(kind) = filter.kind {
        href.push_str(&format!("&kind={}", kind.name()));
    }
    if filter.person.is_some() {
        href.push_str("&mine=true");
    }
    href
}

fn views(filter: &Filter, [at_risk, breached]: [u64; 2]) -> Markup {
    let count = |n: u64| if n >= u64::from(COUNTED) { "99+".to_owned() } else { n.to_string() };
    let texts = [
        (State::AtRisk, say!("clock-at-risk", count = count(at_risk))),
        (State::Breached, say!("clock-late", count = count(breached))),
    ];
    let both: Vec<Tab<'_>> = texts
        .iter()
        .map(|(state, text)| (text.as_str(), address(filter, *state), filter.state == *state))
        .collect();
    tabs(say!("clock-at-risk-or-late"), &both)
}

fn narrowing(ctx: &Ctx, directory: &Directory, filter: &Filter) -> Markup {
    let departments = crate::request::page::choices::departments(directory, &[]);
    html! {
        form.filters method="get" action="/at-risk" {
            input type="hidden" name="state" value=(name(filter.state));
            div.filter {
                label for="department" { (say!("clock-who-must-move")) }
                select.input #department name="department" {
                    option value="" { (say!("clock-any-department")) }
                    @for (id, text) in &departments {
                        option value=(id) selected[ctx.query.text("department") == Some(id)] { (text) }
                    }
                }
            }
            div.filter {
                label for="kind" { (say!("clock-what-is-owed")) }
                select.input #kind name="kind" {
                    option value="" { (say!("clock-anything")) }
                    @for kind in AnyClock::shown() {
                        option value=(kind.name()) selected[filter.kind == Some(kind)] {
                            (named(kind))
                        }
                    }
                }
            }
            div.filter {
                label for="mine" { (say!("clock-whose")) }
                select.input #mine name="mine" {
                    option value="" { (say!("clock-anybodys")) }
                    option value="true" selected[filter.person.is_some()] { (say!("clock-mine")) }
                }
            }
            (ui::button::plain(say!("clock-show")))
        }
    }
}

fn list(ctx: &Ctx, directory: &Directory, rows: &Rows<ClockRow>) -> Markup {
    html! {
        ul.rows {
            @for row in &rows.items { li data-key=(row.id) { (one(ctx, directory, row)) } }
        }
    }
}

/// What is owed, at the beginning of a sentence.
fn named(kind: AnyClock) -> &'static str {
    match kind {
        AnyClock::Request(kind) => clock(kind),
        AnyClock::Case(kind) => case_words::clock(kind),
    }
}

/// `Logistics has to acknowledge it; Customer Service waits.`
fn owed(directory: &Directory, row: &ClockRow) -> String {
    let mover = directory.department_name(row.mover());
    match row.waiter() {
        Some(waiter) => {
            let (step, waiter) =
                (ui::words::small(named(row.kind)), directory.department_name(waiter));
            say!("clock-has-to", mover, step, waiter)
        }
        None => say!("clock-is-up-to", what = named(row.kind), mover),
    }
}

fn place(row: &ClockRow) -> String {
    match row.about {
        About::Case(_) => format!("/cases/{}", row.reference()),
        About::Request { .. } => href(&row.reference()),
    }
}

fn one(ctx: &Ctx, directory: &Directory, row: &ClockRow) -> Markup {
    let what = row.what.as_deref().unwrap_or_else(|| erased());
    let person = row.person.map(|person| directory.person_name(person));
    html! {
        div.row {
            p.row-subject {
                a href=(place(row)) { (heading(what)) }
                " " span.row-reference { (row.reference()) }
            }
            p.row-who {
                (owed(directory, row))
                @if let Some(name) = person { " " (say!("clock-it-is-with", name)) }
            }
            @if row.still.is_some() {
                p.row-state { (tag_saying(Status::Waiting, say!("clock-tag-stands-still"))) }
            }
            p.row-when {
                (when::due(row.due_at, ctx.now, &ctx.zone()))
                " " a href={ (place(row)) "/clocks" } aria-label=(say!("clock-why-of", reference = row.reference())) {
                    (say!("clock-why"))
                }
            }
        }
    }
}

fn nothing(filter: &Filter) -> Markup {
    let all = format!("/at-risk?state={}", name(filter.state));
    if filter.mover.is_some() || filter.kind.is_some() || filter.person.is_some() {
        let action = (say!("clock-see-all-of-them"), all.as_str());
        let why = say!("clock-of-other-departments-or-steps");
        return ui::empty::empty(say!("clock-nothing-here-fits"), why, Some(action));
    }
    match filter.state {
        State::AtRisk => ui::empty::empty(
            say!("clock-nothing-is-at-risk"),
            say!("clock-a-clock-comes-here-when"),
            Some((say!("clock-see-what-is-late"), "/at-risk?state=breached")),
        ),
        State::Breached => ui::empty::empty(
            say!("clock-nothing-is-late"),
            say!("clock-what-was-due-and-is-not-done"),
            Some((say!("clock-see-what-is-at-risk"), "/at-risk")),
        ),
    }
}

fn pager(ctx: &Ctx, filter: &Filter, rows: &Rows<ClockRow>) -> Markup {
    let here = address(filter, filter.state);
    let next = rows.next.as_ref().map(|cursor| format!("{here}&after={cursor}"));
    let first = ctx.query.has("after").then_some(here.as_str());
    ui::pager::pager(first, next.as_deref())
}
