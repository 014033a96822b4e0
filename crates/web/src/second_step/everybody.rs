//! Who signs in with a code; and taking it from somebody who has lost their device.

use std::collections::BTreeMap;

use baton_core::ids::PersonId;
use baton_core::say;
use baton_store::second_step::Line;
use maud::html;

use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::tell;
use crate::ui;
use crate::ui::table::{Cell, Table};
use crate::view::{Items, MAYBE_TIME, maybe_time, view};

const PATH: &str = "/admin/second-steps";

view! {
    SecondStepLine as LINE "SecondStepOf" {
        "person" person: String = Out::Id,
        /// When the code beside the password was turned on; null where there are passkeys only.
        "since" since: Option<String> = MAYBE_TIME,
        "recovery_codes_left" recovery_codes_left: u64 = Out::Whole,
        "passkeys" passkeys: u64 = Out::Whole,
        /// Whether an account of the organisation's single sign-on is bound to them.
        "single_sign_on" single_sign_on: bool = Out::Flag,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/second-steps", "second_steps.list", Access::Administrator, list)
        .summary("Who signs in with a code beside the password, or with passkeys")
        .answers(&[Reply::ok("Everybody who does", &Out::Items(&Out::Thing(&LINE)))]),
    Route::get(PATH, "pages.admin.second_steps.list", Access::Administrator, show)
        .summary("Who signs in with a code beside the password, or with passkeys, as a page")
        .answers(&[Reply::bare(200, "The list")]),
    Route::post(
        "/admin/people/{id}/second-step/ending",
        "pages.admin.second_step.ending.create",
        Access::Administrator,
        reset,
    )
    .summary("Take code and passkeys from somebody who has lost their device")
    .fresh()
    .answers(&[Reply::bare(303, "Back to the list")]),
];

/// What somebody signs in with, beside a password.
#[derive(Default)]
struct Has {
    code: Option<Line>,
    passkeys: u64,
    sso: bool,
}

/// Everybody who has anything.
async fn all(ctx: &Ctx) -> Result<BTreeMap<PersonId, Has>, Trouble> {
    let desk = ctx.desk()?;
    let mut all: BTreeMap<PersonId, Has> = BTreeMap::new();
    for line in desk.second_steps().await? {
        let person = line.person;
        all.entry(person).or_default().code = Some(line);
    }
    for (person, count) in desk.passkey_counts().await? {
        all.entry(person).or_default().passkeys = count;
    }
    for person in desk.has_sso_all().await? {
        all.entry(person).or_default().sso = true;
    }
    Ok(all)
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let line = |(person, has): (PersonId, Has)| SecondStepLine {
            person: person.to_string(),
            since: maybe_time(has.code.as_ref().map(|code| code.since)),
            recovery_codes_left: has.code.map_or(0, |code| code.left),
            passkeys: has.passkeys,
            single_sign_on: has.sso,
        };
        Answer::json(&Items::whole(all(&ctx).await?.into_iter().map(line).collect()))
    })
}

/// `asked`: they have to set one up before anything else.
fn row(ctx: &Ctx, (id, name): (PersonId, &str), has: Option<&Has>, asked: bool) -> Vec<Cell> {
    let zone = ctx.zone();
    let off = if asked {
        say!("second-step-everybody-off-sets-it-up-at-the")
    } else {
        say!("second-step-everybody-off")
    };
    let code = has.and_then(|has| has.code.as_ref());
    let keys = has.map_or(0, |has| has.passkeys);
    let action = format!("/admin/people/{id}/second-step/ending");
    let reset = say!("second-step-everybody-reset");
    vec![
        Cell::head(html! { a href={ "/people/" (id) } { (name) } }),
        Cell::new(html! {
            @if has.is_none() { (off) }
            @if let Some(code) = code {
                div { (tell!("second-step-everybody-a-code-since", since = ui::when::when(code.since, ctx.now, &zone))) }
                div { (say!("second-step-everybody-recovery-codes-left", count = code.left)) }
            }
            @if keys > 0 { div { (say!("second-step-everybody-passkeys", count = keys)) } }
            @if has.is_some_and(|has| has.sso) { div { (say!("second-step-everybody-single-sign-on")) } }
        }),
        Cell::new(
            html! { @if has.is_some() { (ui::form::act(&ctx.token, &action, reset, name)) } },
        ),
    ]
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let desk = ctx.desk()?;
        let (directory, required) = (desk.directory(), desk.house().second_step);
        let steps = all(&ctx).await?;
        let counts = desk.sso().is_some_and(|provider| provider.second_step);
        let mut people: Vec<(&str, PersonId)> = directory
            .active_people()
            .filter(|person| person.is_human())
            .map(|person| (directory.person_name(person.id), person.id))
            .collect();
        people.sort_unstable();
        let rows = people.into_iter().map(|(name, id)| {
            let has = steps.get(&id);
            let other = has.is_some_and(|has| has.passkeys > 0 || has.sso && counts);
            let asked = directory.who(id).is_some_and(|who| required.of(&who)) && !other;
            row(&ctx, (id, name), has, asked)
        });
        let table = Table {
            caption: say!("second-step-everybody-second-steps-of-everybody"),
            heads: &[
                say!("second-step-everybody-who"),
                say!("second-step-everybody-beside-the-password"),
                say!("second-step-everybody-lost-device"),
            ],
            rows: rows.collect(),
        };
        let main = html! {
            p.lead { (say!("second-step-everybody-reset-it-for-somebody-who-has")) }
            p { a href="/admin/organisation" { (say!("second-step-everybody-choose-who-must-have-one")) } }
            (table.markup())
        };
        Ok(Answer::page(
            Page::new(say!("second-step-everybody-second-steps"), main)
                .at(Place::More)
                .above(way(&ctx)),
        ))
    })
}

fn reset(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person: PersonId = ctx.id("id")?;
        let desk = ctx.desk()?;
        if desk.directory().person(person).is_none() {
            return Err(Trouble::not_found());
        }
        desk.reset_second_step(person).await?;
        ctx.app.session_ended();
        tracing::info!(%person, by = ?ctx.who.person(), "a second step was reset");
        Ok(Answer::redirect(PATH).told(say!("second-step-everybody-the-second-step-is-reset-they")))
    })
}
