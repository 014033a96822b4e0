//! Passkeys of a person on their page, and the form that takes one of them away.

use baton_core::ids::PersonId;
use baton_core::say;
use baton_store::passkeys::Passkey;
use maud::{Markup, html};

use super::edit::page;
use super::person::reached;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::directory::passkey::{REMOVAL, remove};
use crate::passkey::called;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] = &[
    Route::get(
        "/people/{id}/passkeys/{passkey}/removal/new",
        "pages.people.passkeys.removal.new",
        Access::Administrator,
        new,
    )
    .summary("The form to take a passkey from somebody who has lost its device")
    .fresh()
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/people/{id}/passkeys/{passkey}/removal",
        "pages.people.passkeys.removal.create",
        Access::Administrator,
        create,
    )
    .summary("Take a passkey from somebody who has lost its device")
    .body(&REMOVAL)
    .again(new)
    .fresh()
    .answers(&[Reply::bare(303, "Back to the person")]),
];

/// What administrators see on the page of a person; nothing for anybody else.
pub async fn section(ctx: &Ctx, person: PersonId) -> Result<Markup, Trouble> {
    if !ctx.who.administrator {
        return Ok(html! {});
    }
    let all = ctx.desk()?.passkeys(person).await?;
    Ok(html! {
        h2 { (say!("directory-passkey-passkeys")) }
        @if all.is_empty() { p.muted { (say!("directory-passkey-none")) } }
        @else { div.table-alone { (table(ctx, person, &all)) } }
    })
}

fn table(ctx: &Ctx, person: PersonId, all: &[Passkey]) -> Markup {
    let zone = ctx.zone();
    let when = |at| ui::when::when(at, ctx.now, &zone);
    let row = |one: &Passkey| {
        vec![
            Cell::head(html! { (called(one)) }),
            Cell::new(when(one.since)),
            Cell::new(one.used_at.map_or_else(|| html! { (say!("passkey-show-never")) }, when)),
            Cell::new(html! {
                a.button.small href={ "/people/" (person) "/passkeys/" (one.id) "/removal/new" } {
                    (say!("passkey-show-remove")) span.unseen { " " (called(one)) }
                }
            }),
        ]
    };
    let heads = &[
        say!("passkey-show-name"),
        say!("passkey-show-made"),
        say!("passkey-show-last-used"),
        say!("directory-passkey-lost-device"),
    ];
    let caption = say!("directory-passkey-their-passkeys");
    Table { caption, heads, rows: all.iter().map(row).collect() }.markup()
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person = reached(&ctx)?;
        let all = ctx.desk()?.passkeys(person).await?;
        let one = all.iter().find(|one| one.id == ctx.param("passkey"));
        let one = one.ok_or_else(Trouble::not_found)?;
        let (zone, back) = (ctx.zone(), format!("/people/{person}"));
        let used = one.used_at.map(|at| ui::when::when(at, ctx.now, &zone));
        let inside = html! {
            (ctx.form(&REMOVAL).text("reason"))
            (ui::button::row(&[
                ui::button::grave(say!("directory-passkey-remove-it")),
                ui::button::plain_link(say!("directory-passkey-back"), &back),
            ]))
        };
        let main = html! {
            p.lead { (say!("directory-passkey-what-it-does")) }
            (pairs(&[
                (say!("directory-passkey-its-name"), Some(html! { (called(one)) })),
                (say!("passkey-show-made"), Some(ui::when::when(one.since, ctx.now, &zone))),
                (say!("passkey-show-last-used"), Some(used.unwrap_or_else(|| html! { (say!("passkey-show-never")) }))),
            ]))
            (ui::form::post(&ctx.token, &format!("{back}/passkeys/{}/removal", one.id), &inside))
        };
        let directory = ctx.desk()?.directory();
        let page = page(say!("directory-passkey-remove-one"), main);
        Ok(Answer::page(page.caption(directory.person_name(person))))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        remove(&ctx).await?;
        let to = format!("/people/{}", reached(&ctx)?);
        Ok(Answer::redirect(&to).told(say!("directory-passkey-it-is-removed")))
    })
}
