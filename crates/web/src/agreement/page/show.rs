//! One agreement: what binds, what waits for a signature, and how it came about.

use baton_core::agreement::{
    Agreement, AgreementMove, Side, Signature, Standing, TermsVersion, moves,
};
use baton_core::directory::Directory;
use baton_core::say;
use baton_core::vault::Texts;
use maud::{Markup, html};

use super::simulation::Tried;
use super::terms::{Sides, terms};
use super::{changes, page, performance, simulation, standing, title};
use crate::agreement::acts::{SIGNATURE, sign};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] = &[
    Route::get("/agreements/{id}", "pages.agreements.show", Access::SignedIn, show)
        .summary("An agreement with its versions")
        .answers(&[Reply::bare(200, "The page")]),
    Route::post(
        "/agreements/{id}/signature",
        "pages.agreements.signature.create",
        Access::SignedIn,
        create_signature,
    )
    .summary("From its button, sign the terms for one's side")
    .body(&SIGNATURE)
    .again(show)
    .answers(&[Reply::bare(303, "Signed")]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
        let one = book.get(ctx.id("id")?).ok_or_else(Trouble::not_found)?;
        let sides = Sides {
            from: directory.department_name(one.from),
            to: directory.department_name(one.to),
        };
        let legal = moves(one, &ctx.who, ctx.now);
        let binding = one.terms_at(ctx.now);
        let coming = one.versions.iter().rev().find(|version| {
            version.binds_from().is_some() && binding.is_none_or(|now| now.number < version.number)
        });
        let kept = match binding {
            Some(version) => html! {
                (performance::needs(&ctx, &book, one, sides, &version.terms))
                (performance::section(&ctx, &book, &directory, one).await?)
            },
            None => html! {},
        };
        let Tried { summary, whole } = simulation::tried(&ctx, one, sides).await?;
        let terms_of = |version| numbered(&ctx, &book.texts, sides, version);
        let main = html! {
            p.tags { (standing(one, ctx.now)) }
            p.lead { (sentence(&ctx, one)) }
            @if let Some(draft) = one.draft() {
                section.news {
                    h2 { (tell!("agreement-show-version-waits-for-signatures", number = draft.number)) }
                    (signatures(&ctx, &directory, sides, draft))
                    @if let Some(now) = coming.or(binding) {
                        (changes::changes(&ctx, &book.texts, sides, now, draft))
                    }
                    (summary)
                    (signing(&ctx, one, draft, &legal))
                }
                h2 { (tell!("agreement-show-the-terms-of-version", number = draft.number)) }
                (terms_of(draft))
                (whole)
            }
            (kept)
            @if let Some(coming) = coming {
                h2 { (tell!("agreement-show-version-agreed", number = coming.number)) }
                (terms_of(coming))
            }
            @if let Some(binding) = binding {
                h2 { (tell!("agreement-show-what-binds-now-version", number = binding.number)) }
                @if one.draft().is_some() {
                    details { summary { (say!("agreement-show-read-the-terms")) } (terms_of(binding)) }
                } @else { (terms_of(binding)) }
            }
            h2 { (say!("agreement-show-versions")) }
            (versions(&ctx, &directory, sides, one))
            (earlier(&ctx, &book.texts, sides, one))
        };
        let shown = page(title(&directory, one), main).caption(say!("agreement-show-agreement"));
        Ok(Answer::page(shown.aside(aside(&directory, one, &legal))))
    })
}

fn sentence(ctx: &Ctx, one: &Agreement) -> Markup {
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    html! {
        @match (one.standing(ctx.now), one.ending) {
            (Standing::Proposed, _) => (say!("agreement-show-nothing-binds-yet-both-leads")),
            (Standing::Agreed { from }, _) => { (tell!("agreement-show-both-have-signed-it-binds-from", from = when(from))) }
            (Standing::Active, Some(ending)) => { (tell!("agreement-show-notice-has-been-given-it-binds", from = when(ending.from))) }
            (Standing::Active, None) => (say!("agreement-show-it-binds-what-is-sent-under")),
            (Standing::Ended, Some(ending)) => { (tell!("agreement-show-it-ended-what-was-sent-before", from = when(ending.from))) }
            (Standing::Ended, None) => (say!("agreement-show-it-has-ended")),
            (Standing::Withdrawn, _) => (say!("agreement-show-it-was-withdrawn-before-both")),
        }
    }
}

fn signatures(
    ctx: &Ctx,
    directory: &Directory,
    sides: Sides<'_>,
    version: &TermsVersion,
) -> Markup {
    let said = |signature: Option<Signature>| match signature {
        Some(signed) => html! {
            (tell!("agreement-show-signed", signed = directory.person_name(signed.person), zone = ui::when::when(signed.at, ctx.now, &ctx.zone())))
        },
        None => html! { (say!("agreement-show-not-signed-yet")) },
    };
    let (from, to) = (
        say!("agreement-show-for", from = sides.from),
        say!("agreement-show-for-2", to = sides.to),
    );
    pairs(&[
        (&from, Some(said(version.signature(Side::From)))),
        (&to, Some(said(version.signature(Side::To)))),
    ])
}

/// The button for whoever signs next; for everybody else, who that is.
fn signing(ctx: &Ctx, one: &Agreement, draft: &TermsVersion, legal: &[AgreementMove]) -> Markup {
    let href = format!("/agreements/{}/signature", one.id);
    let inside = html! {
        input type="hidden" name="written" value=(draft.written);
        (ui::button::row(&[ui::button::main(say!("agreement-show-sign-for-your-side"))]))
    };
    html! {
        @if legal.contains(&AgreementMove::Sign) {
            p { (say!("agreement-show-read-the-terms-below-with-your")) }
            (ui::form::post(&ctx.token, &href, &inside))
        } @else {
            p.muted { (say!("agreement-show-signed-by-the-leads-of-the")) }
        }
    }
}

fn versions(ctx: &Ctx, directory: &Directory, sides: Sides<'_>, one: &Agreement) -> Markup {
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    let signed = |name: &str, signature: Option<Signature>| {
        html! {
            @if let Some(signed) = signature {
                div { (name) ": " (directory.person_name(signed.person)) ", " (when(signed.at)) }
            }
        }
    };
    let row = |version: &TermsVersion| {
        vec![
            Cell::head(html! { (tell!("agreement-show-version", number = version.number)) }),
            Cell::new(html! {
                (directory.person_name(version.proposed_by)) ", " (when(version.proposed_at))
            }),
            Cell::new(html! {
                (signed(sides.from, version.signature(Side::From)))
                (signed(sides.to, version.signature(Side::To)))
            }),
            Cell::new(stands(ctx, one, version)),
        ]
    };
    let rows = one.versions.iter().rev().map(row).collect();
    let heads = &[
        say!("agreement-show-version-2"),
        say!("agreement-show-put-down-by"),
        say!("agreement-show-signed-by"),
        say!("agreement-show-where-it-stands"),
    ];
    Table { caption: say!("agreement-show-every-version-the-newest-first"), heads, rows }.markup()
}

/// From when it binds, and until when it has bound.
fn stands(ctx: &Ctx, one: &Agreement, version: &TermsVersion) -> Markup {
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    let next = one.versions.iter().filter(|later| later.number > version.number);
    let until = next.filter_map(TermsVersion::binds_from).min().filter(|until| *until <= ctx.now);
    match (version.withdrawn_at, version.binds_from(), until) {
        (Some(at), _, _) => html! { (tell!("agreement-show-withdrawn", at = when(at))) },
        (None, Some(from), Some(until)) => {
            html! { (tell!("agreement-show-bound-from-until", from = when(from), until = when(until))) }
        }
        (None, Some(from), None) => {
            html! { (tell!("agreement-show-binds-from", from = when(from))) }
        }
        (None, None, _) => html! { (say!("agreement-show-waits-for-signatures")) },
    }
}

/// The terms of a version, where links to it lead.
fn numbered(ctx: &Ctx, texts: &Texts, sides: Sides<'_>, version: &TermsVersion) -> Markup {
    html! { div id={ "version-" (version.number) } { (terms(ctx, texts, sides, version)) } }
}

/// The terms of each version that bound once: requests that were sent then run by them.
fn earlier(ctx: &Ctx, texts: &Texts, sides: Sides<'_>, one: &Agreement) -> Markup {
    let binding = one.terms_at(ctx.now).map(|version| version.number);
    let over = |version: &&TermsVersion| {
        version.binds_from().is_some_and(|from| from <= ctx.now) && Some(version.number) != binding
    };
    html! {
        @for version in one.versions.iter().rev().filter(over) {
            details {
                summary { (tell!("agreement-show-the-terms-of-version", number = version.number)) }
                (numbered(ctx, texts, sides, version))
            }
        }
    }
}

fn aside(directory: &Directory, one: &Agreement, legal: &[AgreementMove]) -> Markup {
    let department = |id: baton_core::ids::DepartmentId| {
        html! { a href={ "/directory/" (id) } { (directory.department_name(id)) } }
    };
    let service = one.service.and_then(|id| directory.service(id));
    let at = |noun: &str| format!("/agreements/{}/{noun}/new", one.id);
    let mut acts = Vec::new();
    if legal.contains(&AgreementMove::Revise) {
        let text = if one.draft().is_some() {
            say!("agreement-show-change-the-terms")
        } else {
            say!("agreement-show-propose-new-terms")
        };
        acts.push(ui::button::plain_link(text, &at("revision")));
    }
    if legal.contains(&AgreementMove::Withdraw) {
        acts.push(ui::button::plain_link(
            say!("agreement-show-withdraw-these-terms"),
            &at("withdrawal"),
        ));
    }
    if legal.contains(&AgreementMove::End) {
        acts.push(ui::button::plain_link(say!("agreement-show-give-notice"), &at("ending")));
    }
    html! {
        h2 { (say!("agreement-show-between")) }
        (pairs(&[
            (say!("agreement-show-who-asks"), Some(department(one.from))),
            (say!("agreement-show-who-is-asked"), Some(department(one.to))),
            (say!("agreement-show-about"), Some(html! {
                @match service {
                    Some(service) => (directory.texts.show(service.name)),
                    None => (say!("agreement-show-all-that-it-does-on-request")),
                }
            })),
        ]))
        @if !acts.is_empty() { (ui::button::row(&acts)) }
    }
}

fn create_signature(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = ctx.id("id")?;
        let command = sign(&ctx.input)?;
        let done = ctx.desk()?.act_on_agreement(&ctx.who, Some(id), command, ctx.asked()).await?;
        let told = match done.state.draft() {
            Some(_) => say!("agreement-show-you-have-signed-it-binds-when"),
            None => say!("agreement-show-you-have-signed-and-so-has"),
        };
        Ok(Answer::redirect(&format!("/agreements/{id}")).told(told))
    })
}
