//! Putting terms down: of a new agreement, and other ones for an agreement that is there.

use baton_core::agreement::{AgreementMove, Command, USUAL_PAUSES, may};
use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use maud::{Markup, html};

use super::form::{NEW, REVISION, beside, fields, read, start};
use super::{page, title};
use crate::agreement::acts::propose;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::directory::page::calendars;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::request::page::choices::{borrowed, departments};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;
use crate::ui;

/// Between whom, where somebody comes from a place that knows it.
const PARTIES: &[Field] = &[Field::id("from"), Field::id("to")];

pub const PROPOSING: &[Route] = &[
    Route::get("/agreements/new", "pages.agreements.new", Access::SignedIn, new)
        .summary("The form to propose an agreement")
        .query(PARTIES)
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/agreements", "pages.agreements.create", Access::SignedIn, create)
        .summary("From its form, propose an agreement")
        .body(&NEW)
        .again(new)
        .answers(&[Reply::bare(303, "Proposed")]),
];
pub const REVISING: &[Route] = &[
    Route::get(
        "/agreements/{id}/revision/new",
        "pages.agreements.revision.new",
        Access::SignedIn,
        new_revision,
    )
    .summary("The form to put other terms down")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/agreements/{id}/revision",
        "pages.agreements.revision.create",
        Access::SignedIn,
        create_revision,
    )
    .summary("From its form, put other terms down")
    .body(&REVISION)
    .again(new_revision)
    .answers(&[Reply::bare(303, "Put down")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if ctx.who.leads.is_empty() {
            let detail = say!("agreement-new-an-agreement-is-proposed-by-the");
            return Err(Refusal::new(Code::NotAllowed, detail).into());
        }
        let directory = ctx.desk()?.directory();
        let own = ctx.who.leads.first().map(ToString::to_string).unwrap_or_default();
        let asked = |name: &str| ctx.query.text(name).map(str::to_owned);
        let mut start = vec![("counter".to_owned(), "moves".to_owned())];
        start.push(("to".to_owned(), asked("to").unwrap_or(own)));
        start.extend(asked("from").map(|from| ("from".to_owned(), from)));
        let ticked = USUAL_PAUSES.iter();
        start.extend(ticked.map(|reason| ("pauses".to_owned(), reason.name().to_owned())));
        let start = Kept::new(start);
        let form = ctx.form(&NEW).starting(&start);
        let all = departments(&directory, &[]);
        let mut services: Vec<(String, String)> = directory
            .services
            .values()
            .filter(|service| service.active)
            .map(|service| {
                let department = directory.department_name(service.department);
                let name = directory.texts.show(service.name);
                (service.id.to_string(), format!("{department}: {name}"))
            })
            .collect();
        services.sort_by(|a, b| a.1.cmp(&b.1));
        let hours = calendars(&ctx, None)?;
        let inside = html! {
            (form.select("from", &borrowed(&all)))
            (form.select("to", &borrowed(&all)))
            (form.select("service", &borrowed(&services)))
            (fields(&form, &hours))
            (ui::button::row(&[
                ui::button::main(say!("agreement-new-propose-it")),
                ui::button::plain_link(say!("agreement-new-back-to-the-agreements"), "/agreements"),
            ]))
        };
        let main = html! {
            p.lead {
                (say!("agreement-new-what-two-departments-owe-each"))
            }
            (ui::form::post(&ctx.token, "/agreements", &inside))
        };
        Ok(Answer::page(page(say!("agreement-new-propose-an-agreement"), main)))
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let (terms, boxes) = read(&ctx)?;
        let command = propose(&ctx, terms)?;
        let done = ctx.desk()?.act_on_agreement(&ctx.who, None, command, ctx.asked()).await;
        let done = done.map_err(|trouble| beside(trouble.into(), &boxes))?;
        let told = say!("agreement-new-the-agreement-is-proposed-sign");
        Ok(Answer::redirect(&format!("/agreements/{}", done.state.id)).told(told))
    })
}

fn new_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
        let one = book.get(ctx.id("id")?).ok_or_else(Trouble::not_found)?;
        if ctx.refusal.is_none() {
            may(one, AgreementMove::Revise, &ctx.who, ctx.now)?;
        }
        let newest = one.draft().or_else(|| one.terms_at(ctx.now)).or_else(|| one.versions.last());
        let hours = calendars(&ctx, newest.and_then(|version| version.terms.calendar))?;
        let known = newest.map(|version| start(&version.terms, &book.texts, &ctx.zone()));
        let known = known.unwrap_or_default();
        let at = format!("/agreements/{}", one.id);
        let inside = html! {
            (ui::version::version(&ctx, one.version))
            (fields(&ctx.form(&REVISION).starting(&known), &hours))
            (ui::button::row(&[
                ui::button::main(say!("agreement-new-put-these-terms-down")),
                ui::button::plain_link(say!("agreement-new-back-to-the-agreement"), &at),
            ]))
        };
        let main = html! {
            (what_follows(one.draft().is_some()))
            @if ui::version::is_stale(&ctx) {
                (ui::notice::warn(say!("agreement-new-somebody-else-changed-this")))
            }
            (ui::form::post(&ctx.token, &format!("{at}/revision"), &inside))
        };
        Ok(Answer::page(
            page(say!("agreement-new-other-terms"), main).caption(title(&directory, one)),
        ))
    })
}

fn what_follows(draft: bool) -> Markup {
    html! {
        p.lead {
            @if draft { (say!("agreement-new-a-signature-under-the-draft-is")) }
            @else { (say!("agreement-new-what-binds-now-stays-as-it")) }
        }
    }
}

fn create_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = ctx.id("id")?;
        let (terms, boxes) = read(&ctx)?;
        let command = Command::Revise { terms };
        let done = ctx.desk()?.act_on_agreement(&ctx.who, Some(id), command, ctx.asked()).await;
        done.map_err(|trouble| beside(trouble.into(), &boxes))?;
        let told = say!("agreement-new-the-terms-are-put-down-they");
        Ok(Answer::redirect(&format!("/agreements/{id}")).told(told))
    })
}
