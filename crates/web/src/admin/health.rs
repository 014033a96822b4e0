//! How everything is, for whoever looks after it.

use baton_desk::health::{Condition, Finding};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{Items, view};

view! {
    FindingView as FINDING "HealthFinding" {
        "what" what: &'static str = Out::Text,
        "condition" condition: &'static str = Out::Choice(Condition::NAMES),
        /// How it is, and the cause where it is not well.
        "says" says: String = Out::Text,
        /// What to do; empty where there is nothing to do.
        "next" next: String = Out::Text,
    }
}

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/health", "health.list", Access::Administrator, list)
        .summary("Everything that must be well, and what to do where it is not")
        .answers(&[Reply::ok("What was looked at", &Out::Items(&Out::Thing(&FINDING)))])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let findings = ctx.desk()?.health().await;
        Answer::json(&Items::whole(findings.into_iter().map(view).collect()))
    })
}

fn view(finding: Finding) -> FindingView {
    let Finding { what, condition, says, next, .. } = finding;
    FindingView { what, condition: condition.name(), says, next }
}
