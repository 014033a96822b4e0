//! One agreement: what binds, what waits for a signature, and how it came about.

use baton_core::agreement::{
    Agreement, AgreementMove, Side, Signature, Standing, TermsVersion, moves,
};
use baton_core::directory::Directory;
use maud::{Markup, html};

use super::terms::{Sides, terms};
use super::{page, standing, title};
use crate::agreement::acts::{SIGNATURE, sign};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
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
        let main = html! {
            p.tags { (standing(one, ctx.now)) }
            p.lead { (sentence(&ctx, one)) }
            @if let Some(draft) = one.draft() {
                section.news {
                    h2 { "Version " (draft.number) " waits for signatures" }
                    (signatures(&ctx, &directory, sides, draft))
                    (signing(&ctx, one, draft, &legal))
                }
                h2 { "The terms of version " (draft.number) }
                (terms(&ctx, &book.texts, sides, draft))
            }
            @if let Some(coming) = coming {
                h2 { "Version " (coming.number) ", agreed" }
                (terms(&ctx, &book.texts, sides, coming))
            }
            @if let Some(binding) = binding {
                h2 { "What binds now: version " (binding.number) }
                (terms(&ctx, &book.texts, sides, binding))
            }
            h2 { "Versions" }
            (versions(&ctx, &directory, one))
        };
        let shown = page(title(&directory, one), main).caption("Agreement");
        Ok(Answer::page(shown.aside(aside(&directory, one, &legal))))
    })
}

fn sentence(ctx: &Ctx, one: &Agreement) -> Markup {
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    html! {
        @match (one.standing(ctx.now), one.ending) {
            (Standing::Proposed, _) => "Nothing binds yet: both leads have to sign the same terms.",
            (Standing::Agreed { from }, _) => { "Both have signed. It binds from " (when(from)) "." }
            (Standing::Active, Some(ending)) => { "Notice has been given: it binds until " (when(ending.from)) "." }
            (Standing::Active, None) => "It binds. What is sent under it keeps its terms, whatever is agreed later.",
            (Standing::Ended, Some(ending)) => { "It ended " (when(ending.from)) ". What was sent before keeps its terms." }
            (Standing::Ended, None) => "It has ended.",
            (Standing::Withdrawn, _) => "It was withdrawn before both had signed.",
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
            (directory.person_name(signed.person)) " signed "
            (ui::when::when(signed.at, ctx.now, &ctx.zone()))
        },
        None => html! { "Not signed yet" },
    };
    let (from, to) = (format!("For {}", sides.from), format!("For {}", sides.to));
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
        (ui::button::row(&[ui::button::main("Sign for your side")]))
    };
    html! {
        @if legal.contains(&AgreementMove::Sign) {
            p { "Read the terms below. With your signature your department owes what they say." }
            (ui::form::post(&ctx.token, &href, &inside))
        } @else {
            p.muted { "Signed by the leads of the two departments, or who stands in for them." }
        }
    }
}

fn versions(ctx: &Ctx, directory: &Directory, one: &Agreement) -> Markup {
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    let row = |version: &TermsVersion| {
        let stands = match (version.withdrawn_at, version.binds_from()) {
            (Some(at), _) => html! { "Withdrawn " (when(at)) },
            (None, Some(from)) => html! { "Binds from " (when(from)) },
            (None, None) => html! { "Waits for signatures" },
        };
        vec![
            Cell::head(html! { "Version " (version.number) }),
            Cell::new(html! {
                (directory.person_name(version.proposed_by)) ", " (when(version.proposed_at))
            }),
            Cell::new(stands),
        ]
    };
    let rows = one.versions.iter().rev().map(row).collect();
    let heads = &["Version", "Put down by", "Where it stands"];
    Table { caption: "Every version, the newest first", heads, rows }.markup()
}

fn aside(directory: &Directory, one: &Agreement, legal: &[AgreementMove]) -> Markup {
    let department = |id: baton_core::ids::DepartmentId| {
        html! { a href={ "/directory/" (id) } { (directory.department_name(id)) } }
    };
    let service = one.service.and_then(|id| directory.service(id));
    let at = |noun: &str| format!("/agreements/{}/{noun}/new", one.id);
    let mut acts = Vec::new();
    if legal.contains(&AgreementMove::Revise) {
        let text = if one.draft().is_some() { "Change the terms" } else { "Propose new terms" };
        acts.push(ui::button::plain_link(text, &at("revision")));
    }
    if legal.contains(&AgreementMove::Withdraw) {
        acts.push(ui::button::plain_link("Withdraw these terms", &at("withdrawal")));
    }
    if legal.contains(&AgreementMove::End) {
        acts.push(ui::button::plain_link("Give notice", &at("ending")));
    }
    html! {
        h2 { "Between" }
        (pairs(&[
            ("Who asks", Some(department(one.from))),
            ("Who is asked", Some(department(one.to))),
            ("About", Some(html! {
                @match service {
                    Some(service) => (directory.texts.show(service.name)),
                    None => "All that it does on request",
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
            Some(_) => "You have signed. It binds when the other side has signed too.",
            None => "You have signed, and so has the other side: it is agreed.",
        };
        Ok(Answer::redirect(&format!("/agreements/{id}")).told(told))
    })
}
