//! Tokens: what programs act with in somebody's name. Made, listed, revoked; shown once.

pub mod page;

use baton_core::ids::PersonId;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};
use baton_store::access::{self, Token};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::{Items, MAYBE_TIME, maybe_time, time, view};

/// The most that are listed.
const MOST: u32 = 500;
const WHOSE: &[&str] = &["mine", "all"];

pub static TOKEN_FORM: Shape = Shape::new(
    "TokenForm",
    &[Field::text("label", 100)
        .label(word!("token-what-is-it-for"))
        .hint(word!("token-the-program-that-will-use-it"))
        .ask(word!("token-say-what-the-token-is-for"))
        .required()],
);

view! {
    TokenView as TOKEN "Token" {
        "id" id: String = Out::Id,
        "person" person: String = Out::Id,
        "label" label: String = Out::Text,
        "created_at" created_at: String = Out::Time,
        "used_at" used_at: Option<String> = MAYBE_TIME,
        "expires_at" expires_at: Option<String> = MAYBE_TIME,
    }
    NewTokenView as NEW_TOKEN "NewToken" {
        /// Shown this once; only its hash is kept.
        "token" token: String = Out::Text,
        "label" label: String = Out::Text,
    }
}

pub static ROUTES: &[&[Route]] = &[
    &[
        Route::get("/api/v1/tokens", "tokens.list", Access::SignedIn, list)
            .summary("Your tokens, or everybody's for administrators")
            .query(&[Field::choice("whose", WHOSE)])
            .answers(&[Reply::ok("The tokens", &Out::Items(&Out::Thing(&TOKEN)))])
            .refusals(&[Code::NotAllowed]),
        Route::post("/api/v1/tokens", "tokens.create", Access::SignedIn, create)
            .summary("Make a token for yourself")
            .body(&TOKEN_FORM)
            .answers(&[Reply::created("The token, shown this once", &Out::Thing(&NEW_TOKEN))]),
        Route::post(
            "/api/v1/tokens/{id}/revocation",
            "tokens.revocation.create",
            Access::SignedIn,
            revoke,
        )
        .summary("Revoke a token of your own, or anybody's as an administrator")
        .answers(&[Reply::bare(204, "It opens nothing any more")]),
    ],
    page::ROUTES,
];

/// What names a token on pages and in the API: enough to tell it from others, too little to be it.
fn handle(token: &Token) -> &str {
    token.id.get(..16).unwrap_or_default()
}

/// The tokens that were not revoked: one's own, or everybody's.
async fn tokens(ctx: &Ctx, all: bool) -> Result<Vec<Token>, Trouble> {
    let link = ctx.desk()?.store().link();
    if all {
        return Ok(access::all_tokens(&link, MOST).await?);
    }
    let mut own = access::tokens(&link, ctx.viewer()?.person).await?;
    own.retain(|token| token.revoked_at.is_none());
    Ok(own)
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let all = ctx.query.text("whose") == Some("all");
        if all && !ctx.who.administrator {
            let detail = say!("token-administrators-see-the-tokens");
            return Err(Refusal::new(Code::NotAllowed, detail).into());
        }
        let view = |token: Token| TokenView {
            id: handle(&token).to_owned(),
            person: token.person.to_string(),
            created_at: time(token.created_at),
            used_at: maybe_time(token.used_at),
            expires_at: maybe_time(token.expires_at),
            label: token.label,
        };
        let tokens = tokens(&ctx, all).await?;
        Answer::json(&Items::whole(tokens.into_iter().map(view).collect()))
    })
}

/// Makes a token for whoever asks, with the label of the form.
async fn make(ctx: &Ctx) -> Result<NewTokenView, Trouble> {
    let label = ctx.input.words("label").trim().to_owned();
    let token = ctx.desk()?.make_token(ctx.viewer()?.person, &label).await?;
    Ok(NewTokenView { token, label })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::created("/api/v1/tokens", &make(&ctx).await?) })
}

fn revoke(ctx: Ctx) -> Pending {
    Box::pin(async move {
        revocation(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}

/// Revokes the token of the address; says whose it was.
async fn revocation(ctx: &Ctx) -> Result<PersonId, Trouble> {
    let tokens = tokens(ctx, ctx.who.administrator).await?;
    let wanted = ctx.param("id");
    let token = tokens.into_iter().find(|token| handle(token) == wanted);
    let token = token.ok_or_else(Trouble::not_found)?;
    let person = token.person;
    ctx.desk()?.revoke_token(person, token.id).await?;
    Ok(person)
}
