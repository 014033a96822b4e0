//! What a macro would say and do in a case, before anything happens.

use baton_core::macros::Act;

use super::here::{Here, why};
use super::seen;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{MAYBE_TEXT, view};

view! {
    PreviewView as PREVIEW "MacroPreview" {
        /// Filled in. A blank that nothing is known for stands in it as it was typed; a message to
        /// a customer that holds one is refused.
        "text" text: String = Out::Text,
        "missing" missing: Vec<MissingView> = Out::List(&Out::Thing(&MISSING)),
        "acts" acts: Vec<DeedView> = Out::List(&Out::Thing(&DEED)),
        /// To be sent with the acts: what was looked at is what is done.
        "version" version: u32 = Out::Whole,
    }
    MissingView as MISSING "MacroBlank" {
        "blank" blank: String = Out::Text,
        "stands_for" stands_for: &'static str = Out::Text,
    }
    DeedView as DEED "MacroAct" {
        "act" act: &'static str = Out::Choice(Act::NAMES),
        "what" what: String = Out::Text,
        /// Why it cannot be done now; null: it can.
        "why_not" why_not: Option<String> = MAYBE_TEXT,
    }
}

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/cases/{id}/macros/{macro}", "cases.macros.show", Access::SignedIn, show)
        .summary("What a macro would say and do in a case; nothing is done")
        .answers(&[Reply::ok("The text, and the acts", &Out::Thing(&PREVIEW))])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = reach::file(&ctx, reach::case(&ctx, ctx.param("id")).await?).await?;
        let kept = seen(&ctx, ctx.param("macro")).await?;
        let Here { text, deeds } = Here::of(&ctx, &file, &kept)?;
        let missing = text
            .missing
            .into_iter()
            .map(|blank| MissingView { stands_for: blank.variable.words(), blank: blank.typed });
        let acts = deeds.into_iter().map(|deed| DeedView {
            act: deed.step.act().name(),
            what: deed.words,
            why_not: deed.refusal.as_ref().map(why),
        });
        Answer::json(&PreviewView {
            text: text.text,
            missing: missing.collect(),
            acts: acts.collect(),
            version: kept.version,
        })
    })
}
