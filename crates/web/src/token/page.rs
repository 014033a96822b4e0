//! Tokens, as pages: one's own, and everybody's for administrators.

use baton_core::say;
use baton_store::access::Token;
use maud::{Markup, html};

use super::{TOKEN_FORM, handle, make, revocation, tokens};
use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::crumbs::crumbs;
use crate::ui::table::{Cell, Table};

const OWN: &str = "/account/tokens";
const ALL: &str = "/admin/tokens";

pub const ROUTES: &[Route] = &[
    Route::get(OWN, "account.tokens.list", Access::SignedIn, own)
        .summary("What programs act with in your name")
        .answers(&[Reply::bare(200, "The list")]),
    Route::post(OWN, "account.tokens.create", Access::SignedIn, create)
        .summary("Make a token for yourself")
        .body(&TOKEN_FORM)
        .again(own)
        .fresh()
        .answers(&[Reply::bare(200, "The token, shown this once")]),
    Route::post(
        "/account/tokens/{id}/revocation",
        "account.tokens.revocation.create",
        Access::SignedIn,
        revoke,
    )
    .summary("Revoke one of your tokens")
    .answers(&[Reply::bare(303, "Back to the list")]),
    Route::get(ALL, "pages.admin.tokens.list", Access::Administrator, everybody)
        .summary("What programs act with, for everybody")
        .answers(&[Reply::bare(200, "The list")]),
];

fn own(ctx: Ctx) -> Pending {
    Box::pin(async move { page(&ctx, None).await })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let made = make(&ctx).await?;
        let shown = html! {
            section.once {
                h2 { (tell!("token-your-new-token", label = made.label)) }
                p { (say!("token-copy-it-now-it-is-shown")) }
                p { code { (made.token) } }
            }
        };
        page(&ctx, Some(shown)).await
    })
}

async fn page(ctx: &Ctx, made: Option<Markup>) -> Result<Answer, Trouble> {
    let tokens = tokens(ctx, false).await?;
    let form = ctx.form(&TOKEN_FORM);
    let inside = html! { (form.text("label")) (ui::button::main(say!("token-make-a-token"))) };
    let main = html! {
        @if let Some(made) = made { (made) }
        p.lead { (say!("token-a-program-that-has-one-of")) }
        @if tokens.is_empty() {
            p { (say!("token-you-have-none-make-one-for")) }
        } @else { (table(ctx, &tokens, false)) }
        h2 { (say!("token-make-a-token")) }
        (ui::form::post(&ctx.token, OWN, &inside))
    };
    let page = Page::new(say!("token-your-tokens"), main).at(Place::More);
    Ok(Answer::page(page.above(crumbs(&[(say!("token-more"), "/more")]))))
}

fn everybody(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let tokens = tokens(&ctx, true).await?;
        let main = html! {
            p.lead { (say!("token-revoke-what-nobody-uses-any")) }
            @if tokens.is_empty() {
                (ui::empty::empty(
                    say!("token-nobody-has-a-token"),
                    say!("token-a-token-lets-a-program-act"),
                    Some((say!("token-make-one-for-yourself"), OWN)),
                ))
            } @else { (table(&ctx, &tokens, true)) }
        };
        Ok(Answer::page(Page::new(say!("token-tokens"), main).at(Place::More).above(way(&ctx))))
    })
}

fn table(ctx: &Ctx, tokens: &[Token], all: bool) -> Markup {
    let zone = ctx.zone();
    let directory = ctx.desk().map(baton_desk::Desk::directory).unwrap_or_default();
    let moment = |at| ui::when::when(at, ctx.now, &zone);
    let rows = tokens.iter().map(|token| {
        let action = format!("{OWN}/{}/revocation", handle(token));
        let label =
            if token.label.is_empty() { say!("token-without-a-name") } else { &token.label };
        let mut row = vec![Cell::head(html! { (label) })];
        if all {
            row.push(Cell::new(html! { (directory.person_name(token.person)) }));
        }
        row.push(Cell::new(moment(token.created_at)));
        row.push(Cell::new(token.used_at.map_or_else(|| html! { (say!("token-never")) }, moment)));
        row.push(Cell::new(ui::form::act(&ctx.token, &action, say!("token-revoke"), label)));
        row
    });
    let rows = rows.collect();
    if all {
        let heads = &[
            say!("token-for"),
            say!("token-whose"),
            say!("token-made"),
            say!("token-last-used"),
            say!("token-revoke-it"),
        ];
        Table { caption: say!("token-tokens-of-everybody-newest"), heads, rows }.markup()
    } else {
        let heads = &[
            say!("token-for"),
            say!("token-made"),
            say!("token-last-used"),
            say!("token-revoke-it"),
        ];
        Table { caption: say!("token-your-tokens-newest-first"), heads, rows }.markup()
    }
}

fn revoke(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person = revocation(&ctx).await?;
        let own = ctx.viewer()?.person == person;
        Ok(Answer::redirect(if own { OWN } else { ALL })
            .told(say!("token-the-token-opens-nothing-any")))
    })
}
