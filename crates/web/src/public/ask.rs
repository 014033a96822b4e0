//! Asking: every answer travels in the form itself until it is sent, so nothing is kept of who does
//! not send it.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::html;

use super::page::{sheet, step_page};
use super::steps::{Step, check, next, question};
use super::{ASK, count, sending};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::tell;
use crate::ui;
use crate::view::view;

const GO: &[&str] = &["next", "back", "send", "about", "happened", "wanted", "reach"];

const ANSWERS: [Field; 6] = [
    Field::text("about", 200)
        .needed()
        .label(word!("public-ask-in-a-few-words"))
        .hint(word!("public-ask-for-example-my-delivery-of-12")),
    Field::lines("happened", 10_000)
        .needed()
        .label(word!("public-ask-tell-us-in-your-own-words"))
        .hint(word!("public-ask-dates-names-and-order-numbers")),
    Field::lines("wanted", 4_000).needed().label(word!("public-ask-what-would-put-it-right-for")),
    Field::text("name", 200).label(word!("public-ask-your-name")),
    Field::text("email", 254)
        .needed()
        .label(word!("public-ask-e-mail-address"))
        .hint(word!("public-ask-an-e-mail-address-or-a")),
    Field::text("phone", 40).needed().label(word!("public-ask-telephone-number")),
];

const STEP_AND_ANSWERS: [Field; 8] = {
    let [about, happened, wanted, name, email, phone] = ANSWERS;
    let step = Field::choice("step", Step::NAMES);
    [step, Field::choice("go", GO), about, happened, wanted, name, email, phone]
};

/// What a program sends at once.
static QUESTION: Shape = Shape::new("QuestionForm", &ANSWERS);

/// What a page of the form sends: everything so far, where it is, and where it goes.
pub static ASKING: Shape = Shape::new("AskForm", &STEP_AND_ANSWERS);

view! {
    AskedView as ASKED "Asked" {
        /// With it and the address, the question can be followed.
        "ref" reference: String = Out::Text,
    }
}

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/questions", "questions.create", Access::Anyone, create)
        .summary("Ask as a customer")
        .body(&QUESTION)
        .answers(&[Reply::created("It is taken in", &Out::Thing(&ASKED))]),
    Route::get("/ask", "public.ask.new", Access::Anyone, new)
        .summary("The first question of the public form")
        .answers(&[Reply::bare(200, "The question")]),
    Route::post("/ask", "public.ask.create", Access::Anyone, go_on)
        .summary("Answer a question of the public form, and go on")
        .body(&ASKING)
        .again(again)
        .answers(&[Reply::bare(200, "The next question"), Reply::bare(303, "Sent")]),
    Route::get("/ask/sent", "public.ask.sent.show", Access::Anyone, sent)
        .summary("What happens next with a question")
        .query(&[Field::whole("number", 1, 999_999_999)])
        .answers(&[Reply::bare(200, "The page")]),
];

/// The form is not there where the organisation does not want it.
fn is_open(ctx: &Ctx) -> Result<(), Trouble> {
    if ctx.desk()?.house().asking { Ok(()) } else { Err(Trouble::not_found()) }
}

/// Opens the case.
async fn send(ctx: &Ctx) -> Result<Arc<Case>, Trouble> {
    let question = question(&ctx.input);
    check(&Step::ALL, &question)?;
    count(ctx, ASK)?;
    Ok(ctx.desk()?.take_in_question(&question, &sending(ctx)).await?)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        is_open(&ctx)?;
        let reference = send(&ctx).await?.reference();
        Answer::created("/status", &AskedView { reference })
    })
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        is_open(&ctx)?;
        Ok(Answer::page(step_page(&ctx, Step::About, &Kept::default())))
    })
}

fn go_on(ctx: Ctx) -> Pending {
    Box::pin(async move {
        is_open(&ctx)?;
        let step = Step::parse(ctx.input.words("step")).unwrap_or(Step::About);
        let so_far = question(&ctx.input);
        let to = match ctx.input.words("go") {
            "back" => step.before(),
            "send" => {
                let case = send(&ctx).await?;
                return Ok(Answer::redirect(&format!("/ask/sent?number={}", case.number)));
            }
            "" | "next" => {
                check(&[step], &so_far)?;
                next(&so_far)
            }
            named => Step::parse(named).unwrap_or(Step::About),
        };
        Ok(Answer::page(step_page(&ctx, to, &typed(&ctx))))
    })
}

/// Everything that was typed so far, for the next page.
fn typed(ctx: &Ctx) -> Kept {
    let fields = Step::ALL.iter().flat_map(|step| step.fields());
    let texts = fields.filter_map(|name| {
        let text = ctx.input.text(name)?;
        Some(((*name).to_owned(), text.to_owned()))
    });
    Kept::new(texts.collect())
}

/// The page on which something needs another look.
fn again(ctx: Ctx) -> Pending {
    Box::pin(async move {
        is_open(&ctx)?;
        let wrong = |refusal: &Arc<Refusal>| {
            refusal.fields.iter().find_map(|error| Step::of_field(&error.field))
        };
        let step = ctx.refusal.as_ref().and_then(wrong);
        let step = step.or_else(|| Step::parse(ctx.kept("step"))).unwrap_or(Step::About);
        let kept = Arc::clone(&ctx.kept);
        Ok(Answer::page(step_page(&ctx, step, &kept)))
    })
}

fn sent(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let Some(number) = ctx.query.whole("number") else { return Err(Trouble::not_found()) };
        let main = html! {
            div.reference-box {
                p { (say!("public-ask-your-reference")) }
                p.reference-big { (tell!("public-ask-c", number)) }
            }
            h2 { (say!("public-ask-what-happens-next")) }
            p { (say!("public-ask-somebody-reads-what-you-have")) }
            p { (say!("public-ask-keep-the-reference-with-it-and")) }
            (ui::button::row(&[ui::button::link(say!("public-ask-see-how-it-stands"), "/status")]))
        };
        Ok(Answer::page(sheet(say!("public-ask-we-have-your-question"), main)))
    })
}
