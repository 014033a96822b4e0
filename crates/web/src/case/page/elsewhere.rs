//! A case that somebody may not open: as if it were not there, unless a request of it is theirs.

use baton_core::case::request::sight::sight;
use baton_core::ids::CaseId;
use baton_core::say;
use baton_store::rows;
use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::ui;

/// Leads people who were asked something about the case to what was shared with them; for all
/// others there is nothing here.
pub async fn page(ctx: &Ctx) -> Result<Answer, Trouble> {
    let theirs = theirs(ctx).await?;
    if theirs.is_empty() {
        return Err(Trouble::not_found());
    }
    let main = html! {
        p.lead {
            (say!("case-elsewhere-this-case-belongs-to-another"))
        }
        ul { @for (text, href) in &theirs { li { a href=(href) { (text) } } } }
        p { (say!("case-elsewhere-if-you-need-more-ask-in")) }
        (ui::button::row(&[ui::button::plain_link(say!("case-elsewhere-to-us"), "/to-us")]))
    };
    let page = Page::new(say!("case-elsewhere-you-see-a-part-of-this"), main).at(Place::Cases);
    Ok(Answer::page(page).status(axum::http::StatusCode::NOT_FOUND))
}

/// The requests of the case that may be seen: reference and address of each.
async fn theirs(ctx: &Ctx) -> Result<Vec<(String, String)>, Trouble> {
    let (desk, text) = (ctx.desk()?, ctx.param("id"));
    let id: Option<CaseId> = match text.parse() {
        Ok(id) => Some(id),
        Err(_) => match text.strip_prefix("C-").and_then(|digits| digits.parse().ok()) {
            Some(number) => rows::case::by_number(&desk.store().link(), number).await?,
            None => None,
        },
    };
    let Some(id) = id else { return Ok(Vec::new()) };
    let case = match desk.case(id).await {
        Err(baton_desk::Trouble::Refused(_)) => return Ok(Vec::new()),
        other => other?,
    };
    let seen = case.requests.iter().filter(|one| sight(&case, one, &ctx.who).any());
    let line = |request: &baton_core::case::request::Request| {
        (format!("{}/{}", case.reference(), request.ordinal), format!("/requests/{}", request.id))
    };
    Ok(seen.map(line).collect())
}
