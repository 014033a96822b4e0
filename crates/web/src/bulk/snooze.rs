//! Many things are put to sleep at once, for oneself, and woken again at once.

use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_core::time::Instant;

use super::perform::{Tally, some};
use super::{BackView, BulkView};
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::snooze::{self, Asleep, Thing};

/// What the rows are, as the way back names it.
pub const CASES: &str = "snooze_cases";
pub const REQUESTS: &str = "snooze_requests";

async fn thing(ctx: &Ctx, of: &str, id: &str) -> Result<Thing, Trouble> {
    if of == CASES { snooze::case_of(ctx, id).await } else { snooze::request_of(ctx, id).await }
}

fn sleeps(asleep: &Asleep, thing: &Thing) -> Option<Instant> {
    thing.request.map_or_else(|| asleep.case(thing.case), |id| asleep.request(id))
}

pub async fn put(ctx: &Ctx) -> Result<BulkView, Trouble> {
    let requests: Vec<String> = ctx.input.texts("requests").map(str::to_owned).collect();
    let cases: Vec<String> = ctx.input.texts("cases").map(str::to_owned).collect();
    let (of, ids) = if requests.is_empty() { (CASES, cases) } else { (REQUESTS, requests) };
    some("cases", &ids)?;
    let until = snooze::moment(ctx, "when", ctx.input.words("when"))?;
    let (asleep, mut tally) = (snooze::asleep(ctx).await?, Tally::default());
    for id in &ids {
        let thing = match thing(ctx, of, id).await {
            Ok(thing) => thing,
            Err(trouble) => {
                tally.refused(id, id, trouble)?;
                continue;
            }
        };
        let was = sleeps(&asleep, &thing).map(|at| at.to_string()).unwrap_or_default();
        snooze::put(ctx, &thing, until).await?;
        tally.done(&thing.id(), thing.reference.clone());
        tally.back.push(BackView { case: thing.id(), was, is: until.to_string() });
    }
    Ok(tally.view(of))
}

/// What has been woken or put off again since stays as it is.
pub async fn take_back(ctx: &Ctx, of: &str) -> Result<BulkView, Trouble> {
    let (asleep, mut tally) = (snooze::asleep(ctx).await?, Tally::default());
    for back in ctx.input.groups("back") {
        let id = back.words("case");
        let thing = match thing(ctx, of, id).await {
            Ok(thing) => thing,
            Err(trouble) => {
                tally.refused(id, id, trouble)?;
                continue;
            }
        };
        if sleeps(&asleep, &thing) != back.words("is").parse().ok() {
            let why = say!("bulk-snooze-it-has-woken-or-was-put");
            let trouble = Refusal::new(Code::StaleVersion, why).into();
            tally.refused(id, &thing.reference, trouble)?;
            continue;
        }
        match back.words("was").parse::<Instant>() {
            Ok(was) if was > ctx.now => {
                snooze::put(ctx, &thing, was).await?;
            }
            _ => snooze::end(ctx, &thing).await?,
        }
        tally.done(id, thing.reference);
    }
    Ok(tally.view("undo"))
}
