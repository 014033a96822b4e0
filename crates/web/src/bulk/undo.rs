//! Takes an act on many rows back; what somebody has changed since stays as it is.

use baton_core::case::command::Command;
use baton_core::case::kinds::Priority;
use baton_core::refusal::{Code, Refusal};
use baton_core::say;

use super::perform::{Tally, change, value};
use super::{BULK_OUT, BulkView, UNDO, snooze};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/bulk/undo", "bulk.undo.create", Access::SignedIn, create)
        .summary("Take an act on many cases back")
        .body(&UNDO)
        .answers(&[Reply::ok("What was taken back, and what was not", &Out::Thing(&BULK_OUT))])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::json(&undo(&ctx).await?) })
}

pub async fn undo(ctx: &Ctx) -> Result<BulkView, Trouble> {
    let act = ctx.input.words("act").to_owned();
    if [snooze::CASES, snooze::REQUESTS].contains(&act.as_str()) {
        return snooze::take_back(ctx, &act).await;
    }
    let mut tally = Tally::default();
    for (n, back) in ctx.input.groups("back").enumerate() {
        let id = back.words("case");
        let case = match reach::case(ctx, id).await {
            Ok(case) => case,
            Err(trouble) => {
                tally.refused(id, id, trouble)?;
                continue;
            }
        };
        let outcome = if value(&case, &act) == back.words("is") {
            match command(ctx, &act, back.words("was")) {
                Ok(command) => change(ctx, &case, command, n).await.map(|_| ()),
                Err(trouble) => Err(trouble),
            }
        } else {
            let why = say!("bulk-undo-somebody-has-changed-it-since");
            Err(Refusal::new(Code::StaleVersion, why).into())
        };
        match outcome {
            Ok(()) => tally.done(id, case.reference()),
            Err(trouble) => tally.refused(id, &case.reference(), trouble)?,
        }
    }
    Ok(tally.view("undo"))
}

fn command(ctx: &Ctx, act: &str, was: &str) -> Result<Command, Trouble> {
    if act == "owner" {
        return Ok(Command::ChangeOwner { owner: reach::person(ctx, "back", was)? });
    }
    let message = say!("bulk-undo-this-is-no-priority");
    let priority =
        Priority::parse(was).ok_or_else(|| Refusal::invalid("back", "not_known", message))?;
    let reason = say!("bulk-undo-taken-back-it-was-changed").to_owned();
    Ok(Command::ChangePriority { priority, reason, customer_agreed: false })
}
