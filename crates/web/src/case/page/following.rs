//! A closed matter that was taken up again: which case this one follows, and which one follows it.

use baton_core::case::Case;
use baton_core::say;
use baton_store::rows;
use maud::{Markup, html};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::File;
use crate::tell;

/// The form of the case that would follow.
pub fn href(case: &Case) -> String {
    let customer = case.customer.map(|id| format!("&customer={id}")).unwrap_or_default();
    format!("/cases/new?follows={}{customer}", case.reference())
}

/// Both ways, each with a link for whoever may open it.
pub async fn line(ctx: &Ctx, file: &File) -> Result<Markup, Trouble> {
    let desk = ctx.desk()?;
    let link = desk.store().link();
    let earlier = match file.case.follows {
        Some(earlier) => rows::case::get(&link, earlier.case).await?,
        None => None,
    };
    let later = match desk.follower(file.case.id).await? {
        Some(id) => rows::case::get(&link, id).await?,
        None => None,
    };
    let named = |row: &rows::case::CaseRow| {
        let reference = row.reference();
        html! {
            @if ctx.who.belongs_to(row.department) {
                a href={ "/cases/" (reference) } { (reference) }
            } @else { (reference) }
        }
    };
    Ok(html! {
        @if let Some(row) = &earlier {
            p.muted { (tell!("case-following-it-takes-up-again", reference = named(row))) }
        }
        @if let Some(row) = &later {
            p.muted { (tell!("case-following-was-taken-up-again", reference = named(row))) }
        }
    })
}

/// What stands where it can be reopened no more.
pub fn instead(case: &Case) -> (&'static str, String) {
    (say!("case-following-open-a-case-that-follows"), href(case))
}
