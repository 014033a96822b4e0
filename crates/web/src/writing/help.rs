//! What is worth another look in a text, for programs.

use baton_core::refusal::Code;
use baton_core::word;
use baton_core::writing::{About, Finding, Kind, Rule, look, reading_age};

use super::about::{self, Known};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::{MAYBE_TEXT, view};

/// Longest text that is looked at, in characters.
const LONG: usize = 20_000;

pub static TEXT: Shape = Shape::new(
    "WritingHelpForm",
    &[
        Field::choice("kind", Kind::NAMES)
            .required()
            .ask(word!("writing-help-say-what-the-text-is-for")),
        Field::lines("text", LONG).required().ask(word!("writing-help-give-the-text")),
        Field::id("case").hint(word!("writing-help-the-case-that-it-is-about")),
        Field::id("request").hint(word!("writing-help-the-request-that-it-is-about")),
        Field::flag("dated").hint(word!("writing-help-a-date-is-given-in-another")),
    ],
);

view! {
    HelpView as HELP "WritingHelp" {
        /// The age in years at which it can be read; null for a short text.
        "reading_age" reading_age: Option<i64> = Out::Maybe(&Out::Whole),
        "findings" findings: Vec<FindingView> = Out::List(&Out::Thing(&FINDING)),
    }
    FindingView as FINDING "Finding" {
        /// First character of the place, counted from 0, and the one after its last.
        "start" start: usize = Out::Whole,
        "end" end: usize = Out::Whole,
        "rule" rule: &'static str = Out::Choice(Rule::NAMES),
        "sentence" sentence: String = Out::Text,
        "why" why: &'static str = Out::Text,
        "suggestion" suggestion: Option<String> = MAYBE_TEXT,
    }
}

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/writing-help", "writing-help.create", Access::SignedIn, create)
        .summary("Look at a text: vague words, jargon, a customer's own data. Nothing is kept")
        .body(&TEXT)
        .answers(&[Reply::ok("What is worth another look", &Out::Thing(&HELP))])
        .refusals(&[Code::NotFound])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let findings = found(&ctx).await?;
        let view = |one: Finding| FindingView {
            start: one.start,
            end: one.end,
            rule: one.rule.name(),
            sentence: one.sentence,
            why: one.rule.why(),
            suggestion: one.suggestion,
        };
        Answer::json(&HelpView {
            reading_age: reading_age(ctx.input.words("text")),
            findings: findings.into_iter().map(view).collect(),
        })
    })
}

/// Looks at the text of the call.
pub async fn found(ctx: &Ctx) -> Result<Vec<Finding>, Trouble> {
    let input = &ctx.input;
    let known = match (input.text("request"), input.text("case")) {
        (Some(request), _) => about::of_request(ctx, request).await?,
        (None, Some(case)) => about::of_case(ctx, case).await?,
        (None, None) => Known::default(),
    };
    let about = About { dated: input.flag("dated"), ..known.about() };
    let kind = Kind::parse(input.words("kind")).unwrap_or(Kind::Colleague);
    Ok(look(kind, input.words("text"), &about))
}
