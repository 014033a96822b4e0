//! Saying what is promised from now on, for programs.

use baton_core::case::kinds::{Priority, WaitOn};
use baton_core::policy::{Raising, Reopening};
use baton_core::refusal::Code;
use baton_core::service_level::{Command, Goal, Target, Terms};
use baton_core::word;

use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::choice;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::service_level::LEVEL;

static TARGET: Shape = Shape::new(
    "ServiceLevelTargetForm",
    &[
        Field::choice("priority", Priority::NAMES).required(),
        Field::choice("goal", Goal::NAMES).required(),
        Field::whole("business_seconds", 0, 10_000_000)
            .required()
            .hint(word!("service-level-set-seconds-of-working-time")),
    ],
);
static VERSION: Shape = Shape::new(
    "ServiceLevelForm",
    &[
        Field::list("targets", &Kind::Group(&TARGET), 50)
            .label(word!("service-level-set-times"))
            .hint(word!("service-level-set-where-there-is-none")),
        Field::id("calendar").label(word!("service-level-set-by-which-working-hours")),
        Field::list("pauses", &Kind::Choice(WaitOn::NAMES), 10)
            .label(word!("service-level-set-what-stops-the-resolution")),
        Field::choice("reopening", Reopening::NAMES)
            .label(word!("service-level-set-when-a-case-is-reopened")),
        Field::choice("raising", Raising::NAMES)
            .label(word!("service-level-set-when-the-priority-is-raised")),
        Field::flag("says_next")
            .label(word!("service-level-set-the-first-reply-says"))
            .hint(word!("service-level-set-so-when-it-is-left-out")),
        Field::time("effective_from").label(word!("service-level-set-holds-from")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::post(
        "/api/v1/service-levels/{id}/version",
        "service_levels.version.create",
        Access::SignedIn,
        create,
    )
    .summary("Say what is promised to cases that come from now on")
    .body(&VERSION)
    .answers(&[Reply::ok("The service level", &Out::Thing(&LEVEL))])
    .refusals(&[Code::NotAllowed]),
    Route::post(
        "/api/v1/service-levels/{id}/ending",
        "service_levels.ending.create",
        Access::SignedIn,
        end,
    )
    .summary("Promise nothing more by it")
    .answers(&[Reply::ok("The service level", &Out::Thing(&LEVEL))])
    .refusals(&[Code::NotAllowed, Code::IllegalMove]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let targets = ctx.input.groups("targets").filter_map(target).collect();
        let command = command(&ctx, targets)?;
        act(ctx, command).await
    })
}

fn end(ctx: Ctx) -> Pending {
    Box::pin(act(ctx, Command::End))
}

async fn act(ctx: Ctx, command: Command) -> Result<crate::answer::Answer, crate::problem::Trouble> {
    let id = super::id_of(&ctx)?;
    let done = ctx.desk()?.act_on_service_level(&ctx.who, id, command, ctx.asked()).await?;
    super::answer(&ctx, &done.state)
}

/// The shape lets nothing else through.
fn target(input: &Input) -> Option<Target> {
    Some(Target {
        priority: Priority::parse(input.words("priority"))?,
        goal: Goal::parse(input.words("goal"))?,
        business_seconds: u32::try_from(input.whole("business_seconds")?).ok()?,
    })
}

/// The command that the fields beside the times make.
pub fn command(ctx: &Ctx, targets: Vec<Target>) -> Result<Command, Trouble> {
    let input = &ctx.input;
    let terms = Terms {
        targets,
        calendar: reach::calendar(ctx, "calendar", input.words("calendar"))?,
        pauses: input.texts("pauses").filter_map(WaitOn::parse).collect(),
        reopening: choice(input, "reopening", Reopening::parse).unwrap_or_default(),
        raising: choice(input, "raising", Raising::parse).unwrap_or_default(),
        says_next: input.maybe_flag("says_next").unwrap_or(true),
    };
    Ok(Command::Set { terms, effective_from: input.time("effective_from") })
}
