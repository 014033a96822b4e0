//! One's own passkeys as a list.

use baton_core::ids::{Id, PersonId};
use baton_core::say;
use baton_core::time::Instant;
use baton_store::passkeys::Passkey;
use maud::{Markup, html};

use super::{NEW, PATH, called};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::ui;
use crate::ui::crumbs::crumbs;
use crate::ui::table::{Cell, Table};
use crate::view::{Items, MAYBE_TIME, maybe_time, time, view};

view! {
    PasskeyView as PASSKEY "Passkey" {
        "id" id: String = Out::Id,
        /// What its person calls it; may be empty.
        "name" name: String = Out::Text,
        "since" since: String = Out::Time,
        "used_at" used_at: Option<String> = MAYBE_TIME,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/me/passkeys", "me.passkeys.list", Access::SignedIn, list)
        .summary("Your passkeys")
        .answers(&[Reply::ok("The passkeys", &Out::Items(&Out::Thing(&PASSKEY)))]),
    Route::get(PATH, "account.passkeys.list", Access::SignedIn, show)
        .summary("Your passkeys as a page")
        .setting_up()
        .answers(&[Reply::bare(200, "The list")]),
];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let mine = ctx.desk()?.passkeys(ctx.viewer()?.person).await?;
        listed(mine)
    })
}

/// Somebody's passkeys, as the API gives them.
pub fn listed(all: Vec<Passkey>) -> Result<Answer, Trouble> {
    let view = |one: Passkey| PasskeyView {
        id: one.id,
        name: one.name,
        since: time(one.since),
        used_at: maybe_time(one.used_at),
    };
    Answer::json(&Items::whole(all.into_iter().map(view).collect()))
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let desk = ctx.desk()?;
        let mine = desk.passkeys(ctx.viewer()?.person).await?;
        let zone = ctx.zone();
        let when = |at| ui::when::when(at, ctx.now, &zone);
        Ok(Answer::page(page(&mine, desk.takes_passkeys_at(&ctx.origin), when)))
    })
}

fn page(mine: &[Passkey], here: bool, when: impl Fn(Instant) -> Markup) -> Page {
    let main = html! {
        p.lead { (say!("passkey-show-a-passkey-signs-you-in")) }
        @if !here { (ui::notice::know(say!("passkey-show-they-do-not-work-here"))) }
        @if mine.is_empty() {
            p { (say!("passkey-show-you-have-none-yet")) }
        } @else { (table(mine, when)) }
        @if here { p { (ui::button::link(say!("passkey-show-make-a-passkey"), NEW)) } }
    };
    Page::new(say!("passkey-my-passkeys"), main)
        .at(Place::Account)
        .above(crumbs(&[(say!("passkey-my-settings"), "/settings")]))
}

fn table(mine: &[Passkey], when: impl Fn(Instant) -> Markup) -> Markup {
    let rows = mine.iter().map(|one| {
        let way = |to: &str, text: &str| {
            html! {
                a.button.small href={ (PATH) "/" (one.id) "/" (to) "/new" } {
                    (text) span.unseen { " " (called(one)) }
                }
            }
        };
        let never = || html! { (say!("passkey-show-never")) };
        vec![
            Cell::head(html! { (called(one)) }),
            Cell::new(when(one.since)),
            Cell::new(one.used_at.map_or_else(never, &when)),
            Cell::new(ui::button::row(&[
                way("revision", say!("passkey-show-rename")),
                way("ending", say!("passkey-show-remove")),
            ])),
        ]
    });
    Table {
        caption: say!("passkey-show-your-passkeys-the-first-one"),
        heads: &[
            say!("passkey-show-name"),
            say!("passkey-show-made"),
            say!("passkey-show-last-used"),
            say!("passkey-show-change-it"),
        ],
        rows: rows.collect(),
    }
    .markup()
}

pub fn samples() -> Vec<Page> {
    let since = Instant::from_millis(1_796_144_400_000);
    let one = |name: &str, used_at| Passkey {
        id: "5f".repeat(32),
        person: PersonId::from_bits(1),
        name: name.to_owned(),
        credential: String::new(),
        since,
        used_at,
    };
    let when = |_| html! { "Mon 1 Dec, 09:00" };
    let two = [one("My telephone", Some(since)), one("", None)];
    vec![page(&[], true, when), page(&two, true, when), page(&[], false, when)]
}
