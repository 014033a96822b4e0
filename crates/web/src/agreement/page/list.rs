//! All agreements, and those of one department both ways.

use baton_core::agreement::{Agreement, FEWEST, Window};
use baton_core::directory::Directory;
use baton_core::ids::DepartmentId;
use baton_core::say;
use baton_store::rows::clock::kept;
use maud::{Markup, html};

use super::to_sign::waits_for;
use super::{page_of_all, standing, title};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::kpi::pair;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::status::{Status, tag_saying};
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] =
    &[Route::get("/agreements", "pages.agreements.list", Access::SignedIn, list)
        .summary("Every agreement between departments")
        .answers(&[Reply::bare(200, "The page")])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
        let may_propose = !ctx.who.leads.is_empty();
        let (over, mut running): (Vec<_>, Vec<_>) =
            book.iter().partition(|agreement| agreement.is_over(ctx.now));
        running.sort_by_key(|agreement| !waits_for(&ctx, agreement));
        let main = html! {
            p.lead {
                (say!("agreement-list-what-departments-owe-each-other"))
            }
            @if may_propose {
                (ui::button::row(&[ui::button::link(say!("agreement-list-propose-an-agreement"), "/agreements/new")]))
            }
            @if running.is_empty() { (nothing(may_propose)) }
            @else {
                div.table-alone {
                    (table(&ctx, &directory, say!("agreement-list-agreements"), &running).await?)
                }
            }
            @if !over.is_empty() {
                details {
                    summary { (tell!("agreement-list-ended-or-withdrawn", over = over.len())) }
                    (table(&ctx, &directory, say!("agreement-list-ended-or-withdrawn-2"), &over).await?)
                }
            }
        };
        Ok(Answer::page(page_of_all(main)))
    })
}

/// What belongs here, where there is nothing.
pub(super) fn nothing(may_propose: bool) -> Markup {
    let why = if may_propose {
        say!("agreement-list-requests-are-counted-by-the")
    } else {
        say!("agreement-list-requests-are-counted-by-the-2")
    };
    ui::empty::empty(say!("agreement-list-no-agreement-yet"), why, None)
}

async fn table(
    ctx: &Ctx,
    directory: &Directory,
    caption: &str,
    all: &[&Agreement],
) -> Result<Markup, Trouble> {
    let (link, window) = (ctx.desk()?.store().link(), Window::up_to(ctx.now));
    let mut rows = Vec::with_capacity(all.len());
    for agreement in all {
        let newest = agreement.terms_at(ctx.now).or_else(|| agreement.versions.last());
        let review = newest.map(|version| version.terms.review_on);
        let href = format!("/agreements/{}", agreement.id);
        let (n, met) = kept(&link, pair(agreement), window).await?;
        rows.push(vec![
            Cell::head(html! { a href=(href) { (title(directory, agreement)) } }),
            Cell::new(html! {
                (standing(agreement, ctx.now))
                @if waits_for(ctx, agreement) {
                    " " (tag_saying(Status::DueSoon, say!("agreement-to-sign-waits-for-your-signature")))
                }
            }),
            Cell::new(html! { (hit_rate(met, n)) }),
            Cell::new(html! { @if let Some(day) = review { (ui::when::date(day)) } }),
        ]);
    }
    let table = Table {
        caption,
        heads: &[
            say!("agreement-list-who-asks-whom"),
            say!("agreement-list-where-it-stands"),
            say!("agreement-list-kept"),
            say!("agreement-list-looked-at-again"),
        ],
        rows,
    };
    Ok(table.markup())
}

/// The share that was kept in time; how many of how many where that is too few for a share.
fn hit_rate(met: u64, n: u64) -> String {
    match n {
        0 => say!("agreement-list-nothing-fell-due").to_owned(),
        n if n < u64::from(FEWEST) => say!("agreement-simulation-of", met, n),
        n => say!("agreement-simulation-share", share = met * 100 / n),
    }
}

/// The agreements of a department, in both directions.
pub async fn between(ctx: &Ctx, department: DepartmentId) -> Result<Markup, Trouble> {
    let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
    let of = |agreement: &&Agreement| agreement.side(department).is_some();
    let running: Vec<&Agreement> =
        book.iter().filter(of).filter(|agreement| !agreement.is_over(ctx.now)).collect();
    Ok(html! {
        h2 { (say!("agreement-list-agreements")) }
        @if running.is_empty() {
            p.muted { (say!("agreement-list-none-yet-what-is-asked-of")) }
        } @else {
            (table(ctx, &directory, say!("agreement-list-what-it-asks-and-what-is"), &running).await?)
        }
    })
}
