//! Jobs that were given up, for whoever owns them: look, try again, or let go.

use baton_core::access::Who;
use baton_core::ids::JobId;
use baton_core::refusal::{Code, Refusal};
use baton_core::word;
use baton_store::jobs::{self, Job};

pub mod page;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::{Items, MAYBE_TIME, maybe_time, time, view};

/// The most that are listed; more would be an outage, not a list.
const MOST: u32 = 200;

pub static DISMISSAL: Shape = Shape::new(
    "Dismissal",
    &[Field::lines("reason", 1_000)
        .label(word!("job-why-can-it-be-let-go"))
        .hint(word!("job-without-names-it-is-kept-for"))
        .ask(word!("job-say-why-it-can-be-let"))
        .required()],
);

view! {
    JobView as JOB "Job" {
        "id" id: String = Out::Id,
        "kind" kind: String = Out::Text,
        "attempts" attempts: u32 = Out::Whole,
        "run_at" run_at: String = Out::Time,
        "dead_at" dead_at: Option<String> = MAYBE_TIME,
        "last_error" last_error: String = Out::Text,
        /// The person or department who looks at it; administrators do when it is empty.
        "owner" owner: String = Out::Text,
    }
}

pub static ROUTES: &[&[Route]] = &[&[
    Route::get("/api/v1/jobs", "jobs.list", Access::SignedIn, list)
        .summary("Jobs that were given up: yours, or all of them for administrators")
        .answers(&[Reply::ok("The jobs", &Out::Items(&Out::Thing(&JOB)))]),
    Route::post("/api/v1/jobs/{id}/revival", "jobs.revival.create", Access::SignedIn, revive)
        .summary("Try a job again")
        .answers(&[Reply::bare(204, "It will be tried again")])
        .refusals(&[Code::NotAllowed]),
    Route::post("/api/v1/jobs/{id}/dismissal", "jobs.dismissal.create", Access::SignedIn, dismiss)
        .summary("Let go of a job that cannot be done")
        .body(&DISMISSAL)
        .answers(&[Reply::bare(204, "It is gone")])
        .refusals(&[Code::NotAllowed]),
]];

fn is_theirs(who: &Who, job: &Job) -> bool {
    let owner = who.person().map(|person| person.to_string());
    let leads = who.departments.iter().any(|id| id.to_string() == job.owner);
    who.administrator || leads || owner.as_deref() == Some(job.owner.as_str())
}

/// The dead jobs that the caller looks after.
pub async fn dead(ctx: &Ctx) -> Result<Vec<Job>, Trouble> {
    let mut dead = jobs::dead(&ctx.desk()?.store().link(), MOST).await?;
    dead.retain(|job| is_theirs(&ctx.who, job));
    Ok(dead)
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let view = |job: Job| JobView {
            id: job.id.to_string(),
            kind: job.kind,
            attempts: job.attempts,
            run_at: time(job.run_at),
            dead_at: maybe_time(job.dead_at),
            last_error: job.last_error,
            owner: job.owner,
        };
        Answer::json(&Items::whole(dead(&ctx).await?.into_iter().map(view).collect()))
    })
}

async fn mine(ctx: &Ctx) -> Result<Job, Trouble> {
    let id: JobId = ctx.id("id")?;
    let found = dead(ctx).await?.into_iter().find(|job| job.id == id);
    found.ok_or_else(|| Refusal::not_found().into())
}

fn revive(ctx: Ctx) -> Pending {
    Box::pin(async move {
        revival(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}

fn dismiss(ctx: Ctx) -> Pending {
    Box::pin(async move {
        dismissal(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}

/// Has the job of the address tried again.
async fn revival(ctx: &Ctx) -> Result<(), Trouble> {
    let (id, desk) = (mine(ctx).await?.id, ctx.desk()?);
    Ok(desk.revive_job(id).await?)
}

/// Lets the job of the address go, for the reason of the form.
async fn dismissal(ctx: &Ctx) -> Result<(), Trouble> {
    let (job, reason) = (mine(ctx).await?, ctx.input.words("reason").trim());
    let person = ctx.viewer()?.person;
    Ok(ctx.desk()?.dismiss_job(&job, person, reason).await?)
}
