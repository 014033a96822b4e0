//! Acts that take next to nothing: acknowledging, confirming, correcting, going on, ending.

use baton_core::case::kinds::Mode;
use baton_core::case::request::command::Act;
use baton_core::refusal::Code;
use baton_core::word;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{LONG, SHARED, choice, maybe, pairs, route, run, shares, words};
use crate::route::Route;
use crate::shape::{Field, Kind, Shape};

pub static ACKNOWLEDGEMENT: Shape = Shape::new(
    "Acknowledgement",
    &[Field::id("assignee")
        .label(word!("request-simple-who-takes-it"))
        .hint(word!("request-simple-id-or-e-mail-address-you"))],
);
pub static ASSIGNMENT: Shape = Shape::new(
    "Assignment",
    &[Field::id("assignee")
        .required()
        .label(word!("request-simple-who-takes-it"))
        .ask(word!("request-simple-say-who-takes-it"))],
);
pub static CORRECTION_ITEM: Shape = Shape::new(
    "CorrectionItem",
    &[
        Field::text("item", 100).label(word!("request-simple-what")),
        Field::lines("text", LONG).needed().label(word!("request-simple-what-is-right")),
    ],
);
pub static CORRECTION: Shape = Shape::new(
    "CorrectionForm",
    &[Field::list("corrections", &Kind::Group(&CORRECTION_ITEM), 20)
        .label(word!("request-simple-corrections"))],
);
pub static NOTE: Shape = Shape::new(
    "NoteForm",
    &[Field::lines("text", LONG).needed().label(word!("request-simple-note"))],
);
pub static PROGRESS: Shape = Shape::new(
    "ProgressForm",
    &[Field::lines("note", LONG).needed().label(word!("request-simple-progress"))],
);
pub static REASON: Shape = Shape::new(
    "ReasonForm",
    &[Field::lines("reason", LONG).needed().label(word!("request-simple-why"))],
);
pub static REDIRECTION: Shape = Shape::new(
    "Redirection",
    &[Field::text("to", 200)
        .required()
        .label(word!("request-simple-to"))
        .ask(word!("request-simple-say-which-department-takes-it"))],
);
pub static REJECTION: Shape = Shape::new(
    "Rejection",
    &[
        Field::lines("failed", LONG).needed().label(word!("request-simple-what-is-not-met")),
        Field::lines("text", LONG).label(word!("request-simple-note")),
    ],
);
pub static MERGER: Shape = Shape::new(
    "Merger",
    &[Field::id("survivor")
        .required()
        .label(word!("request-simple-goes-on-in"))
        .ask(word!("request-simple-name-the-request-that-goes-on"))],
);
pub static SHARING: Shape = Shape::new(
    "Sharing",
    &[Field::list("shared_fields", &SHARED, 50).label(word!("request-simple-fields-to-share"))],
);
pub static UNSHARING: Shape = Shape::new(
    "Unsharing",
    &[
        Field::text("field", 40)
            .required()
            .label(word!("request-simple-field"))
            .ask(word!("request-simple-name-the-field")),
        Field::lines("reason", LONG).needed().label(word!("request-simple-why")),
    ],
);
pub static CONVERSION: Shape = Shape::new(
    "Conversion",
    &[Field::choice("mode", Mode::NAMES)
        .label(word!("request-simple-mode"))
        .hint(word!("request-simple-collaborate-if-left-out"))],
);

const MOVED: &[Code] = &[Code::NotYourSide, Code::IllegalMove, Code::Terminal];

macro_rules! at {
    ($path:literal) => {
        concat!("/api/v1/requests/{id}/", $path)
    };
}

pub const ROUTES: &[Route] = &[
    route(
        at!("acknowledgement"),
        "requests.acknowledgement.create",
        "Take a request in, as a named person",
        |ctx| run(ctx, acknowledge),
        &ACKNOWLEDGEMENT,
        MOVED,
    ),
    route(
        at!("assignment"),
        "requests.assignment.create",
        "Give a request to another person of the department",
        |ctx| run(ctx, assign),
        &ASSIGNMENT,
        MOVED,
    ),
    route(
        at!("confirmation"),
        "requests.confirmation.create",
        "Confirm that the read-back says what was meant",
        |ctx| run(ctx, |_| Ok(Act::Confirm)),
        &Shape::EMPTY,
        MOVED,
    ),
    route(
        at!("correction"),
        "requests.correction.create",
        "Correct a read-back",
        |ctx| run(ctx, |ctx| Ok(Act::Correct(pairs(&ctx.input, "corrections", "item", "text")))),
        &CORRECTION,
        MOVED,
    ),
    route(
        at!("redirection"),
        "requests.redirection.create",
        "Send a declined request to another department",
        |ctx| run(ctx, redirect),
        &REDIRECTION,
        &[Code::ThirdHopNeedsRuling, Code::SameDepartment, Code::NotYourSide, Code::IllegalMove],
    ),
    route(
        at!("progress"),
        "requests.progress.create",
        "Note progress",
        |ctx| run(ctx, progress),
        &PROGRESS,
        MOVED,
    ),
    route(
        at!("notes"),
        "requests.notes.create",
        "Add a note that both departments read",
        |ctx| run(ctx, note),
        &NOTE,
        &[Code::NotYourSide],
    ),
    route(
        at!("resumption"),
        "requests.resumption.create",
        "Go on with the work",
        |ctx| run(ctx, |_| Ok(Act::Resume)),
        &Shape::EMPTY,
        MOVED,
    ),
    route(
        at!("verification"),
        "requests.verification.create",
        "Verify a delivery",
        |ctx| run(ctx, |_| Ok(Act::Verify)),
        &Shape::EMPTY,
        &[Code::SelfVerification, Code::ReadbackUnconfirmed, Code::NotYourSide, Code::IllegalMove],
    ),
    route(
        at!("rejection"),
        "requests.rejection.create",
        "Reject a delivery",
        |ctx| run(ctx, reject),
        &REJECTION,
        MOVED,
    ),
    route(
        at!("withdrawal"),
        "requests.withdrawal.create",
        "Withdraw a request",
        |ctx| run(ctx, withdraw),
        &REASON,
        MOVED,
    ),
    route(
        at!("reopening"),
        "requests.reopening.create",
        "Reopen a request",
        |ctx| run(ctx, reopen),
        &REASON,
        MOVED,
    ),
    route(
        at!("merger"),
        "requests.merger.create",
        "Merge a request into another one of the case",
        |ctx| run(ctx, merge),
        &MERGER,
        MOVED,
    ),
    route(
        at!("sharing"),
        "requests.sharing.create",
        "Share more fields of the customer",
        |ctx| run(ctx, |ctx| Ok(Act::Share(shares(&ctx.input, "shared_fields")))),
        &SHARING,
        &[Code::PurposeMissing, Code::NotYourSide, Code::Terminal],
    ),
    route(
        at!("unsharing"),
        "requests.unsharing.create",
        "Take a shared field back",
        |ctx| run(ctx, unshare),
        &UNSHARING,
        MOVED,
    ),
    route(
        at!("conversion"),
        "requests.conversion.create",
        "Turn a notice into joint work",
        |ctx| run(ctx, convert),
        &CONVERSION,
        MOVED,
    ),
    route(
        at!("sending"),
        "requests.sending.create",
        "Send a draft",
        |ctx| run(ctx, |_| Ok(Act::Send)),
        &Shape::EMPTY,
        &[Code::RequestIncomplete, Code::NeededByPast, Code::PurposeMissing, Code::IllegalMove],
    ),
];

pub fn acknowledge(ctx: &Ctx) -> Result<Act, Trouble> {
    let assignee = ctx.input.text("assignee");
    let assignee = assignee.map(|text| reach::person(ctx, "assignee", text));
    Ok(Act::Acknowledge { assignee: assignee.transpose()? })
}

pub fn assign(ctx: &Ctx) -> Result<Act, Trouble> {
    let assignee = reach::person(ctx, "assignee", ctx.input.words("assignee"))?;
    Ok(Act::Assign { assignee })
}

pub fn redirect(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Redirect { to: reach::department(ctx, "to", ctx.input.words("to"))? })
}

pub fn progress(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Progress { note: words(&ctx.input, "note") })
}

pub fn note(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Note { text: words(&ctx.input, "text") })
}

pub fn reject(ctx: &Ctx) -> Result<Act, Trouble> {
    let (failed, text) = (words(&ctx.input, "failed"), maybe(&ctx.input, "text"));
    Ok(Act::Reject { failed, text })
}

pub fn withdraw(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Withdraw { reason: words(&ctx.input, "reason") })
}

pub fn reopen(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Reopen { reason: words(&ctx.input, "reason") })
}

pub fn merge(ctx: &Ctx) -> Result<Act, Trouble> {
    let survivor = ctx.input.read("survivor")?;
    Ok(Act::Merge { survivor: survivor.ok_or_else(Trouble::not_found)? })
}

pub fn unshare(ctx: &Ctx) -> Result<Act, Trouble> {
    let (field, reason) = (words(&ctx.input, "field"), words(&ctx.input, "reason"));
    Ok(Act::Unshare { field, reason })
}

pub fn convert(ctx: &Ctx) -> Result<Act, Trouble> {
    let mode = choice(&ctx.input, "mode", Mode::parse);
    Ok(Act::Convert { mode: mode.unwrap_or(Mode::Collaborate) })
}
