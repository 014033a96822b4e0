//! Raising a request in a case, and passing part of one on.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::command::Command;
use baton_core::case::request::command::Raise;
use baton_core::case::request::moves::{Move, may};
use baton_core::say;
use maud::html;

use super::act::{around, unavailable};
use super::raising::{self, RAISE, Raising};
use super::sheet::{Sheet, href};
use super::{ask, choose, packet, papers};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::draft;
use crate::draft::form::RESTORE;
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach;
use crate::request::fit::{Planned, fitting, words as fit_words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;

const TO: &[Field] = &[Field::text("to", 200), RESTORE];

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/requests/new", "pages.cases.requests.new", Access::SignedIn, new)
        .summary("The form to ask another department")
        .query(TO)
        .answers(&[Reply::bare(200, "The form, or whom to ask")]),
    Route::post("/cases/{id}/requests", "pages.cases.requests.create", Access::SignedIn, create)
        .summary("From its form, ask another department")
        .body(&RAISE)
        .answers(&[Reply::bare(303, "Raised; on to the request")])
        .again(new),
    Route::get(
        "/requests/{id}/delegation/new",
        "pages.requests.delegation.new",
        Access::SignedIn,
        new_part,
    )
    .summary("The form to pass part of a request on")
    .query(TO)
    .answers(&[Reply::bare(200, "The form, or whom to ask")]),
    Route::post(
        "/requests/{id}/delegation",
        "pages.requests.delegation.create",
        Access::SignedIn,
        create_part,
    )
    .summary("From its form, pass part of a request on")
    .body(&RAISE)
    .answers(&[Reply::bare(303, "Raised; on to the request")])
    .again(new_part),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let (file, reference) = (reach::file(&ctx, case).await?, ctx.param("id").to_owned());
        let caption = file.case.reference();
        let form = format!("/cases/{reference}/requests/new");
        let Some(to) = raising::chosen(&ctx) else {
            let main = choose::choose(&file.directory, &[file.case.department], &form);
            let page = Page::new(say!("request-raise-whom-do-you-ask"), main)
                .at(Place::Cases)
                .caption(caption);
            return Ok(Answer::page(page));
        };
        let place = draft::Place::of_case(file.case.id, format!("requests/new?to={to}"));
        let drafting = draft::form::open(&ctx, place).await?;
        let raising = Raising {
            action: format!("/cases/{reference}/requests"),
            back: (format!("/cases/{reference}"), say!("request-raise-back-to-the-case")),
            from: file.case.department,
            to,
            offers: packet::of_customer(&file),
            papers: papers::of_case(&file, &[]),
            part: false,
            version: None,
            start: drafting.start(start(to)),
            drafting: Some(drafting),
            ctx: &ctx,
            file: &file,
        };
        let title = say!("request-raise-ask", to = file.directory.department_name(to));
        let page = Page::new(title, raising.markup()?).at(Place::Cases).caption(caption);
        Ok(Answer::page(page.aside(raising.aside())))
    })
}

/// The usual answers. What the customer was told is not put in for anybody: it may say more of
/// them than this department needs to know.
fn start(to: baton_core::ids::DepartmentId) -> Kept {
    let usual = [
        ("to", to.to_string()),
        ("service_class", "standard".to_owned()),
        ("channel", "desk".to_owned()),
        ("needed_by_reason", "preference".to_owned()),
    ];
    Kept::new(usual.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let raise = raising::read(&ctx, None).map_err(|trouble| placed(&ctx, trouble))?;
        raised(&ctx, &case, raise).await.map_err(|trouble| placed(&ctx, trouble))
    })
}

fn placed(ctx: &Ctx, trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Refused(refusal) => Trouble::Refused(raising::place(ctx, refusal)),
        other => other,
    }
}

async fn raised(ctx: &Ctx, case: &Arc<Case>, raise: Raise) -> Result<Answer, Trouble> {
    let (draft, to) = (raise.draft, raise.to);
    let command = Command::Raise(Box::new(raise));
    let done = ctx.desk()?.act(&ctx.who, case.id, command, ctx.asked()).await?;
    let request = done.state.requests.last();
    let request = request.ok_or_else(|| Trouble::broken("a raised request is not there"))?;
    let at = href(&format!("{}/{}", done.state.reference(), request.ordinal));
    let directory = ctx.desk()?.directory();
    let name = directory.department_name(to);
    if draft {
        return Ok(Answer::redirect(&at).told(say!("request-raise-saved-as-a-draft-nobody-else")));
    }
    let told = say!("request-raise-your-request-was-sent-to-they", name);
    let late = fitting(ctx, &done.state, &Planned::of(request))?.filter(|fit| !fit.fits);
    let told = late.map_or_else(|| told.clone(), |fit| format!("{told} {}", fit_words(ctx, &fit)));
    Ok(Answer::redirect(&at).told(told))
}

fn new_part(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        let allowed = may(&sheet.file.case, &sheet.request, Move::Delegate, &sheet.ctx.who);
        if let (Err(refusal), None) = (allowed, &sheet.ctx.refusal) {
            return unavailable(&sheet, &refusal);
        }
        let from = sheet.request.ask.to;
        let Some(to) = raising::chosen(&sheet.ctx) else {
            let form = sheet.form_of(Move::Delegate);
            let main = choose::choose(&sheet.file.directory, &[from], &form);
            return Ok(Answer::page(around(
                &sheet,
                say!("request-raise-who-can-do-part-of-it"),
                main,
            )));
        };
        let place = draft::Place::of_request(sheet.request.id, format!("delegation/new?to={to}"));
        let drafting = draft::form::open(&sheet.ctx, place).await?;
        let usual = Kept::new(vec![
            ("to".to_owned(), to.to_string()),
            ("mode".to_owned(), "delegate".to_owned()),
            ("service_class".to_owned(), sheet.request.ask.service_class.name().to_owned()),
            ("channel".to_owned(), "desk".to_owned()),
            ("needed_by_reason".to_owned(), "dependency".to_owned()),
        ]);
        let raising = Raising {
            action: sheet.act_of(Move::Delegate),
            back: (sheet.href(), say!("request-raise-back-to-the-request")),
            from,
            to,
            offers: packet::of_packet(&sheet),
            papers: Vec::new(),
            part: true,
            version: None,
            start: drafting.start(usual),
            drafting: Some(drafting),
            ctx: &sheet.ctx,
            file: &sheet.file,
        };
        let title =
            say!("request-raise-ask-for-part-of-it", to = sheet.file.directory.department_name(to));
        let page = around(&sheet, &title, raising.markup()?);
        Ok(Answer::page(page.aside(html! { (raising.aside()) (ask::brief(&sheet)) })))
    })
}

fn create_part(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, parent, _) = reach::request(&ctx, ctx.param("id")).await?;
        let raise = raising::read(&ctx, Some(parent)).map_err(|trouble| placed(&ctx, trouble))?;
        raised(&ctx, &case, raise).await.map_err(|trouble| placed(&ctx, trouble))
    })
}
