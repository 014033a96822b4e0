//! Carries out an act on many rows, one command after the other.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::command::Command;
use baton_core::case::kinds::Priority;
use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_desk::Asked;

use super::{BackView, BulkView, DoneView, RefusedView, UndoView, snooze};
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{choice, words};
use crate::request::escalation;

/// What has come of it so far.
#[derive(Default)]
pub struct Tally {
    done: Vec<DoneView>,
    refused: Vec<RefusedView>,
    pub back: Vec<BackView>,
}

impl Tally {
    pub fn done(&mut self, id: &str, reference: String) {
        self.done.push(DoneView { id: id.to_owned(), reference });
    }

    /// A refusal is said of its row; only what breaks ends the rest.
    pub fn refused(&mut self, id: &str, reference: &str, trouble: Trouble) -> Result<(), Trouble> {
        let Trouble::Refused(refusal) = trouble else { return Err(trouble) };
        let said = refusal.fields.first().map(|error| error.message.clone());
        let why = said.unwrap_or_else(|| refusal.to_string());
        let (id, reference) = (id.to_owned(), reference.to_owned());
        self.refused.push(RefusedView { id, reference, code: refusal.code.name(), why });
        Ok(())
    }

    pub fn view(self, act: &str) -> BulkView {
        let undo = UndoView { act: act.to_owned(), back: self.back };
        let undo = Some(undo).filter(|undo| !undo.back.is_empty());
        BulkView { done: self.done, refused: self.refused, undo }
    }
}

/// Does what was sent.
pub async fn perform(ctx: &Ctx) -> Result<BulkView, Trouble> {
    let act = ctx.input.words("act").to_owned();
    if act == "escalate" {
        return escalate(ctx).await;
    }
    if act == "snooze" {
        return snooze::put(ctx).await;
    }
    let command = command(ctx, &act)?;
    let ids: Vec<String> = ctx.input.texts("cases").map(str::to_owned).collect();
    some("cases", &ids)?;
    let mut tally = Tally::default();
    for (n, id) in ids.iter().enumerate() {
        let before = match reach::case(ctx, id).await {
            Ok(before) => before,
            Err(trouble) => {
                tally.refused(id, id, trouble)?;
                continue;
            }
        };
        match change(ctx, &before, command.clone(), n).await {
            Ok(after) => {
                let (was, is) = (value(&before, &act), value(&after, &act));
                tally.done(id, after.reference());
                if was != is {
                    tally.back.push(BackView { case: after.id.to_string(), was, is });
                }
            }
            Err(trouble) => tally.refused(id, &before.reference(), trouble)?,
        }
    }
    Ok(tally.view(&act))
}

/// Nothing was ticked: nothing is done.
pub fn some(field: &str, ids: &[String]) -> Result<(), Trouble> {
    if ids.is_empty() {
        let message = say!("bulk-perform-tick-the-rows-that-it-is");
        return Err(Refusal::invalid(field, "missing", message).into());
    }
    Ok(())
}

fn command(ctx: &Ctx, act: &str) -> Result<Command, Trouble> {
    if act == "owner" {
        let owner = reach::person(ctx, "person", ctx.input.words("person"))?;
        return Ok(Command::ChangeOwner { owner });
    }
    let priority = choice(&ctx.input, "priority", Priority::parse).ok_or_else(|| {
        Refusal::invalid("priority", "missing", say!("bulk-perform-choose-the-priority"))
    })?;
    let reason = words(&ctx.input, "reason");
    if reason.trim().is_empty() {
        let message = say!("bulk-perform-say-why-the-priority-changes");
        return Err(Refusal::invalid("reason", "missing", message).into());
    }
    Ok(Command::ChangePriority { priority, reason, customer_agreed: false })
}

/// What the act changes, as it can be set back.
pub fn value(case: &Case, act: &str) -> String {
    if act == "owner" { case.owner.to_string() } else { case.priority.name().to_owned() }
}

/// One command of many; sent twice, each is done once.
pub async fn change(
    ctx: &Ctx,
    case: &Case,
    command: Command,
    n: usize,
) -> Result<Arc<Case>, Trouble> {
    let done = ctx.desk()?.act(&ctx.who, case.id, command, nth(ctx, n)).await?;
    Ok(done.state)
}

fn nth(ctx: &Ctx, n: usize) -> Asked {
    let mut asked = Asked { if_match: None, ..ctx.asked() };
    if let Some(receipt) = &mut asked.receipt {
        receipt.key = format!("{}-{n}", receipt.key);
    }
    asked
}

async fn escalate(ctx: &Ctx) -> Result<BulkView, Trouble> {
    let ids: Vec<String> = ctx.input.texts("requests").map(str::to_owned).collect();
    some("requests", &ids)?;
    let act = escalation::act(ctx)?;
    let mut tally = Tally::default();
    for (n, id) in ids.iter().enumerate() {
        let (of, request) = match reach::request(ctx, id).await {
            Ok((of, request, _)) => (of, request),
            Err(trouble) => {
                tally.refused(id, id, trouble)?;
                continue;
            }
        };
        let ordinal = of.request(request).map_or(0, |request| request.ordinal);
        let reference = format!("{}/{ordinal}", of.reference());
        let command = Command::Request(request, Box::new(act.clone()));
        match change(ctx, &of, command, n).await {
            Ok(_) => tally.done(id, reference),
            Err(trouble) => tally.refused(id, &reference, trouble)?,
        }
    }
    // What is wrong with the form is wrong with it for every row.
    let incomplete = |one: &RefusedView| {
        [Code::Invalid, Code::RequestIncomplete].iter().any(|code| code.name() == one.code)
    };
    if tally.done.is_empty() && tally.refused.iter().all(incomplete) {
        let why = tally.refused.into_iter().next().map(|one| one.why).unwrap_or_default();
        return Err(Refusal::invalid("reason", "missing", why).into());
    }
    Ok(tally.view("escalate"))
}
