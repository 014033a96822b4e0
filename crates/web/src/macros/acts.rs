//! The acts of a macro are done: each by its own command, in order, and what could not be done is
//! said with the reason.

use baton_core::macros::{Act, Step};
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};
use baton_store::macros::Kept;

use super::here::{Deed, Here, why};
use super::seen;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::snooze;
use crate::view::view;

pub static ACTS: Shape = Shape::new(
    "MacroActs",
    &[Field::whole("version", 1, 1_000_000)
        .required()
        .hint(word!("macros-acts-of-the-macro-as-its-preview"))],
);

view! {
    OutcomeView as OUTCOME "MacroOutcome" {
        "done" done: Vec<&'static str> = Out::List(&Out::Choice(Act::NAMES)),
        "refused" refused: Vec<RefusedView> = Out::List(&Out::Thing(&REFUSED)),
    }
    RefusedView as REFUSED "MacroRefused" {
        "act" act: &'static str = Out::Choice(Act::NAMES),
        "why" why: String = Out::Text,
    }
}

pub const ROUTES: &[Route] = &[Route::post(
    "/api/v1/cases/{id}/macros/{macro}/acts",
    "cases.macros.acts.create",
    Access::SignedIn,
    create,
)
.summary("Do in a case what a macro does beside its text")
.body(&ACTS)
.answers(&[Reply::ok("What was done, and what was not", &Out::Thing(&OUTCOME))])
.refusals(&[Code::StaleVersion])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = reach::file(&ctx, reach::case(&ctx, ctx.param("id")).await?).await?;
        let version = ctx.input.whole("version").and_then(|n| u32::try_from(n).ok());
        let kept = looked_at(&ctx, ctx.param("macro"), version.unwrap_or_default()).await?;
        let outcome = perform(&ctx, &file, &kept).await?;
        let refused = outcome.refused.into_iter();
        Answer::json(&OutcomeView {
            done: outcome.done.iter().map(|step| step.act().name()).collect(),
            refused: refused.map(|(act, why)| RefusedView { act: act.name(), why }).collect(),
        })
    })
}

/// The macro, as long as it is the one that somebody has looked at.
async fn looked_at(ctx: &Ctx, id: &str, version: u32) -> Result<Kept, Trouble> {
    let kept = seen(ctx, id).await?;
    if kept.version == version {
        return Ok(kept);
    }
    let why = say!("macros-acts-was-changed-after-you-looked-at", kept = kept.of.name);
    Err(Refusal::new(Code::StaleVersion, why).into())
}

#[derive(Default)]
struct Outcome {
    done: Vec<Step>,
    refused: Vec<(Act, String)>,
}

async fn perform(ctx: &Ctx, file: &File, kept: &Kept) -> Result<Outcome, Trouble> {
    let mut outcome = Outcome::default();
    for (n, deed) in Here::of(ctx, file, kept)?.deeds.into_iter().enumerate() {
        match one(ctx, file, &deed, &format!("{}-{n}", kept.id)).await {
            Ok(()) => outcome.done.push(deed.step),
            Err(Trouble::Refused(refusal)) => {
                outcome.refused.push((deed.step.act(), why(&refusal)));
            }
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(outcome)
}

/// One act; sent twice, it is done once.
async fn one(ctx: &Ctx, file: &File, deed: &Deed, key: &str) -> Result<(), Trouble> {
    if let Some(refusal) = &deed.refusal {
        return Err(refusal.clone().into());
    }
    let Some(command) = deed.step.command(&deed.filled) else {
        let Step::Snooze { until } = &deed.step else { return Ok(()) };
        return snooze::put_case(ctx, &file.case, until).await;
    };
    let mut asked = ctx.asked();
    asked.if_match = None;
    if let Some(receipt) = &mut asked.receipt {
        receipt.key = format!("{}-{key}", receipt.key);
    }
    ctx.desk()?.act(&ctx.who, file.case.id, command, asked).await?;
    Ok(())
}

/// After a form was accepted: does what the macros do whose acts were left ticked, each named as
/// `ID.VERSION`, and says so beside what the form says. What goes wrong here does not undo what was
/// sent.
pub async fn follow(ctx: &Ctx, ticked: &[String], answer: Answer) -> Answer {
    let mut said = answer.told.iter().map(|told| told.sentence().to_owned()).collect::<Vec<_>>();
    for name in ticked {
        match after(ctx, name).await {
            Ok(outcome) => said.extend(sentences(&outcome)),
            Err(Trouble::Refused(refusal)) => {
                said.push(say!("macros-acts-the-macro-did-nothing-more", why = why(&refusal)));
            }
            Err(trouble) => {
                tracing::warn!(
                    operation = &*ctx.operation,
                    ?trouble,
                    "a macro was not carried out"
                );
                said.push(say!("macros-acts-what-the-macro-does-besides").to_owned());
            }
        }
    }
    if said.is_empty() { answer } else { answer.told(said.join(" ")) }
}

async fn after(ctx: &Ctx, ticked: &str) -> Result<Outcome, Trouble> {
    let (id, version) = ticked.split_once('.').ok_or_else(Trouble::not_found)?;
    let kept = looked_at(ctx, id, version.parse().unwrap_or_default()).await?;
    let file = reach::file(ctx, reach::case(ctx, ctx.param("id")).await?).await?;
    perform(ctx, &file, &kept).await
}

fn sentences(outcome: &Outcome) -> Vec<String> {
    let done: Vec<String> = outcome.done.iter().map(short).collect();
    let done = (!done.is_empty()).then(|| say!("macros-acts-done-too", done = done.join(", ")));
    let refused = outcome.refused.iter();
    let refused = refused.map(|(act, why)| say!("macros-acts-not-done", noun = noun(*act), why));
    done.into_iter().chain(refused).collect()
}

fn short(step: &Step) -> String {
    match step {
        Step::SetPriority { priority, .. } => say!("macros-acts-the-priority-is", priority),
        Step::AddNote { .. } => say!("macros-acts-a-note-is-kept").to_owned(),
        Step::Snooze { until } => say!("macros-acts-it-is-snoozed", until),
    }
}

fn noun(act: Act) -> &'static str {
    match act {
        Act::SetPriority => say!("macros-acts-the-priority"),
        Act::AddNote => say!("macros-acts-the-note"),
        Act::Snooze => say!("macros-acts-the-snooze"),
    }
}
