//! All agreements, and those of one department both ways.

use baton_core::agreement::Agreement;
use baton_core::directory::Directory;
use baton_core::ids::DepartmentId;
use maud::{Markup, html};

use super::{page, standing, title};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] =
    &[Route::get("/agreements", "pages.agreements.list", Access::SignedIn, list)
        .summary("Every agreement between departments")
        .answers(&[Reply::bare(200, "The page")])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
        let may_propose = !ctx.who.leads.is_empty();
        let (over, running): (Vec<_>, Vec<_>) =
            book.iter().partition(|agreement| agreement.is_over(ctx.now));
        let main = html! {
            p.lead {
                "What departments owe each other. Only what both leads have signed binds, and \
                 whatever was sent under it keeps its terms."
            }
            @if may_propose {
                (ui::button::row(&[ui::button::link("Propose an agreement", "/agreements/new")]))
            }
            @if running.is_empty() { (nothing(may_propose)) }
            @else { (table(&ctx, &directory, "Agreements", &running)) }
            @if !over.is_empty() {
                details {
                    summary { "Ended or withdrawn: " (over.len()) }
                    (table(&ctx, &directory, "Ended or withdrawn", &over))
                }
            }
        };
        Ok(Answer::page(page("Agreements", main)))
    })
}

/// What belongs here, where there is nothing.
pub(super) fn nothing(may_propose: bool) -> Markup {
    let why = if may_propose {
        "Requests are counted by the usual times until two departments agree on their own. Propose \
         what yours and another one owe each other; their lead signs it or puts other terms down."
    } else {
        "Requests are counted by the usual times until the leads of two departments agree on their \
         own."
    };
    ui::empty::empty("No agreement yet", why, None)
}

fn table(ctx: &Ctx, directory: &Directory, caption: &str, all: &[&Agreement]) -> Markup {
    let row = |agreement: &&Agreement| {
        let newest = agreement.terms_at(ctx.now).or_else(|| agreement.versions.last());
        let review = newest.map(|version| version.terms.review_on);
        let href = format!("/agreements/{}", agreement.id);
        vec![
            Cell::head(html! { a href=(href) { (title(directory, agreement)) } }),
            Cell::new(standing(agreement, ctx.now)),
            Cell::new(html! { @if let Some(day) = review { (ui::when::date(day)) } }),
        ]
    };
    let rows = all.iter().map(row).collect();
    Table { caption, heads: &["Who asks whom", "Where it stands", "Looked at again"], rows }
        .markup()
}

/// The agreements of a department, in both directions.
pub fn between(ctx: &Ctx, department: DepartmentId) -> Result<Markup, Trouble> {
    let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
    let of = |agreement: &&Agreement| agreement.side(department).is_some();
    let running: Vec<&Agreement> =
        book.iter().filter(of).filter(|agreement| !agreement.is_over(ctx.now)).collect();
    Ok(html! {
        h2 { "Agreements" }
        @if running.is_empty() {
            p.muted { "None yet: what is asked of it, and what it asks, is counted by the usual times." }
        } @else {
            (table(ctx, &directory, "What it asks and what is asked of it", &running))
        }
    })
}
