//! What the reader is asked to decide, as a page of its own and on Today.

use baton_core::case::request::deciders::Wanted;
use baton_core::case::request::words;
use baton_core::directory::Directory;
use baton_core::ids::RequestId;
use baton_core::say;
use baton_core::time::Instant;
use baton_core::vault::erased;
use maud::{Markup, html};

use super::{QUERY, Wanting, wanted};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::page::{Live, Page, Place};
use crate::problem::Trouble;
use crate::request::page::show::heading;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::row::Row;
use crate::ui::status::Status;

pub const ROUTES: &[Route] =
    &[Route::get("/decisions", "pages.decisions.show", Access::SignedIn, show)
        .summary("What you are asked to decide")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let after = listing::after(&ctx)?;
        let (items, next) = wanted(&ctx, after.as_ref(), listing::limit(&ctx)).await?;
        let lines = lines(&ctx, &items)?;
        let rows: Vec<Row<'_>> = lines.iter().map(ToDecide::row).collect();
        let next = next.map(|cursor| format!("/decisions?after={cursor}"));
        let first = ctx.query.has("after").then_some("/decisions");
        let main = html! {
            p.lead { (say!("decision-who-asks-you")) }
            @if rows.is_empty() { (nothing()) } @else { (ui::row::rows(&rows)) }
            (ui::pager::pager(first, next.as_deref()))
        };
        let page = Page::new(say!("decision-to-decide"), main).at(Place::Today);
        Ok(Answer::page(page.live(Live::List)))
    })
}

fn nothing() -> Markup {
    let (what, why) = (say!("decision-nothing-waits"), say!("decision-what-comes-here"));
    ui::empty::empty(what, why, Some((say!("decision-back-to-today"), "/")))
}

/// One of them in a list.
pub struct ToDecide {
    pub request: RequestId,
    href: String,
    reference: String,
    need: String,
    between: String,
    status: Status,
    says: String,
    pub due: Instant,
    when: Markup,
    next: &'static str,
}

impl ToDecide {
    pub fn row(&self) -> Row<'_> {
        Row {
            href: &self.href,
            reference: &self.reference,
            subject: &self.need,
            who: &self.between,
            status: self.status,
            says: Some(&self.says),
            when: Some(self.when.clone()),
            next: Some(self.next),
            acts: None,
        }
    }

    /// What waits for the reader, up to so many.
    pub async fn mine(ctx: &Ctx, most: u32) -> Result<Vec<Self>, Trouble> {
        let (items, _) = wanted(ctx, None, most).await?;
        lines(ctx, &items)
    }

    fn of(ctx: &Ctx, directory: &Directory, Wanting { row, late }: &Wanting) -> Self {
        let (from, to) = (directory.department_name(row.from), directory.department_name(row.to));
        let (status, says, next) = match (row.wanted, row.level) {
            (Wanted::Level, level) => {
                let level = level.unwrap_or(1).to_string();
                (Status::Escalated, say!("decision-level", level), say!("decision-decide"))
            }
            (Wanted::Ruling, _) => {
                (Status::Disputed, say!("decision-a-dispute").to_owned(), say!("decision-rule"))
            }
        };
        Self {
            request: row.request,
            href: format!("/requests/{}", row.request),
            reference: row.reference(),
            need: heading(row.need.as_deref().unwrap_or_else(|| erased())).to_owned(),
            between: match late {
                Some(clock) => {
                    say!("decision-between-late", from, to, clock = words::clock(*clock))
                }
                None => say!("decision-between", from, to),
            },
            status,
            says,
            due: row.due_at,
            when: ui::when::due(row.due_at, ctx.now, &ctx.zone()),
            next,
        }
    }
}

fn lines(ctx: &Ctx, rows: &[Wanting]) -> Result<Vec<ToDecide>, Trouble> {
    let directory = ctx.desk()?.directory();
    Ok(rows.iter().map(|row| ToDecide::of(ctx, &directory, row)).collect())
}
