//! Following a question: how it stands, in words, for whoever knows its reference and the address
//! that was given with it. Whatever is wrong is answered alike.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::{Markup, html};

use super::page::sheet;
use super::show::{View, view_of};
use super::{FOLLOW, count, sending};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::ui;
use crate::view::{MAYBE_TIME, view};

const REFERENCE: Field = Field::text("reference", 20)
    .needed()
    .label(word!("public-follow-reference"))
    .hint(word!("public-follow-for-example-c-1042-you-read"));
const CONTACT: Field = Field::text("contact", 254)
    .needed()
    .label(word!("public-follow-e-mail-address-or-telephone"))
    .hint(word!("public-follow-the-one-that-you-gave-us"));

static WHICH: Shape = Shape::new("FollowForm", &[REFERENCE, CONTACT]);
static MORE: Shape = Shape::new(
    "InformationForm",
    &[
        REFERENCE,
        CONTACT,
        Field::lines("text", 10_000)
            .needed()
            .label(word!("public-follow-is-there-anything-to-add"))
            .hint(word!("public-follow-it-goes-to-whoever-looks-after")),
    ],
);

view! {
    FollowedView as FOLLOWED "Followed" {
        "ref" reference: String = Out::Text,
        /// How it stands, in words for the customer.
        "state" state: String = Out::Text,
        "who" who: String = Out::Text,
        "next" next: String = Out::Text,
        "next_update_by" next_update_by: Option<String> = MAYBE_TIME,
        "told" told: Vec<ToldView> = Out::List(&Out::Thing(&TOLD)),
    }
    ToldView as TOLD "ToldCustomer" {
        "at" at: String = Out::Time,
        "text" text: String = Out::Text,
    }
}

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/questions/status", "questions.status.create", Access::Anyone, api)
        .summary("How a question stands, for the customer")
        .body(&WHICH)
        .answers(&[Reply::ok("How it stands", &Out::Thing(&FOLLOWED))]),
    Route::post(
        "/api/v1/questions/information",
        "questions.information.create",
        Access::Anyone,
        api_add,
    )
    .summary("Add to a question as its customer")
    .body(&MORE)
    .answers(&[Reply::ok("How it stands", &Out::Thing(&FOLLOWED))]),
    Route::get("/status", "public.status.new", Access::Anyone, new)
        .summary("The form to follow a question with")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/status", "public.status.create", Access::Anyone, show)
        .summary("How a question stands")
        .body(&WHICH)
        .again(new)
        .answers(&[Reply::bare(200, "How it stands")]),
    Route::post("/status/information", "public.status.information.create", Access::Anyone, add)
        .summary("Add to a question")
        .body(&MORE)
        .again(again)
        .answers(&[Reply::bare(200, "How it stands")]),
];

/// The case that the form names.
async fn find(ctx: &Ctx, reference: &str, contact: &str) -> Result<Arc<Case>, Trouble> {
    let missing = |field: &str, text: &str, says: &'static str| {
        let missing = || Refusal::invalid(field, "missing", says);
        if text.trim().is_empty() { Err(missing()) } else { Ok(()) }
    };
    missing("reference", reference, say!("public-follow-enter-the-reference-of-your"))?;
    missing("contact", contact, say!("public-follow-enter-the-e-mail-address-or"))?;
    count(ctx, FOLLOW)?;
    let found = ctx.desk()?.follow(reference, contact.trim()).await?;
    found.ok_or_else(|| {
        let says = say!("public-follow-check-the-reference-and-the");
        Refusal::invalid("reference", "not_recognised", says).into()
    })
}

async fn sent(ctx: &Ctx) -> Result<Arc<Case>, Trouble> {
    find(ctx, ctx.input.words("reference"), ctx.input.words("contact")).await
}

async fn added(ctx: &Ctx) -> Result<Arc<Case>, Trouble> {
    let case = sent(ctx).await?;
    let text = ctx.input.words("text").trim();
    if text.is_empty() {
        return Err(Refusal::invalid(
            "text",
            "missing",
            say!("public-follow-write-what-you-want-to-add"),
        )
        .into());
    }
    Ok(ctx.desk()?.add_information(case.id, text, &sending(ctx)).await?)
}

async fn answer(ctx: &Ctx, case: &Case) -> Result<Answer, Trouble> {
    let View { reference, state, who, next, next_update_by, told, .. } = view_of(ctx, case).await?;
    let told = told.into_iter().map(|(at, text)| ToldView { at: at.to_string(), text });
    Answer::json(&FollowedView {
        reference,
        state: state.to_owned(),
        who,
        next,
        next_update_by: next_update_by.map(|by| by.to_string()),
        told: told.collect(),
    })
}

fn api(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = sent(&ctx).await?;
        answer(&ctx, &case).await
    })
}

fn api_add(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = added(&ctx).await?;
        answer(&ctx, &case).await
    })
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let form = ctx.form(&WHICH);
        let inside = html! {
            (form.text("reference"))
            (form.text("contact"))
            (ui::button::main(say!("public-follow-see-how-it-stands")))
        };
        let main = ui::form::post(&ctx.token, "/status", &inside);
        Ok(Answer::page(sheet(say!("public-follow-follow-your-question"), main)))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = sent(&ctx).await?;
        let (reference, contact) = (ctx.input.words("reference"), ctx.input.words("contact"));
        page(&ctx, &case, (reference, contact), html! {}).await
    })
}

fn add(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = added(&ctx).await?;
        let said = ui::notice::done(say!("public-follow-we-have-what-you-added-whoever"));
        let (reference, contact) = (ctx.input.words("reference"), ctx.input.words("contact"));
        page(&ctx, &case, (reference, contact), said).await
    })
}

/// The page with what was typed, when something was wrong with it.
fn again(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (reference, contact) = (ctx.kept("reference"), ctx.kept("contact"));
        match find(&ctx, reference, contact).await {
            Ok(case) => page(&ctx, &case, (reference, contact), html! {}).await,
            Err(Trouble::Refused(_)) => new(ctx).await,
            Err(trouble) => Err(trouble),
        }
    })
}

async fn page(
    ctx: &Ctx,
    case: &Case,
    (reference, contact): (&str, &str),
    said: Markup,
) -> Result<Answer, Trouble> {
    let view = view_of(ctx, case).await?;
    let form = ctx.form(&MORE);
    let inside = html! {
        input type="hidden" name="reference" value=(reference);
        input type="hidden" name="contact" value=(contact);
        (form.lines("text", 5))
        (ui::button::main(say!("public-follow-add-it")))
    };
    let main = html! {
        (said)
        (view.markup())
        (ui::form::post(&ctx.token, "/status/information", &inside))
    };
    Ok(Answer::page(sheet(view.state, main).caption(view.reference.clone())))
}
