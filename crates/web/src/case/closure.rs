//! A case closes through its gate, and reopens.

use baton_core::case::command::{ClaimExemption, Command, Survivor};
use baton_core::case::kinds::ExemptionKind;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::case;
use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{LONG, choice, maybe, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static EXEMPTION: Shape = Shape::new(
    "Exemption",
    &[
        Field::choice("kind", ExemptionKind::NAMES)
            .needed()
            .label(word!("case-closure-why-the-customer-need-not-be")),
        Field::lines("evidence", LONG)
            .label(word!("case-closure-evidence"))
            .hint(word!("case-closure-what-shows-it-who-told-them")),
        Field::id("message").label(word!("case-closure-message-or-call-in-which-the")),
        Field::id("approved_by").label(word!("case-closure-who-of-compliance-approved")),
        Field::id("survivor")
            .label(word!("case-closure-case-that-goes-on"))
            .hint(word!("case-closure-its-reference-like-c-1042")),
    ],
);
pub static CLOSURE: Shape = Shape::new(
    "ClosureForm",
    &[
        Field::lines("outcome", LONG).needed().label(word!("case-closure-how-did-it-end")),
        Field::group("exemption", &EXEMPTION).label(word!("case-closure-exemption")),
    ],
);
pub static REOPENING: Shape = Shape::new(
    "ReopeningForm",
    &[Field::lines("reason", LONG).needed().label(word!("case-closure-why"))],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/closure", "cases.closure.create", Access::SignedIn, create)
        .summary("Close a case")
        .body(&CLOSURE)
        .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
        .refusals(&[
            Code::RequestOpen,
            Code::CustomerNotTold,
            Code::PromiseOpen,
            Code::ExemptionUnproven,
            Code::Terminal,
        ]),
    Route::post("/api/v1/cases/{id}/reopening", "cases.reopening.create", Access::SignedIn, reopen)
        .summary("Reopen a case")
        .body(&REOPENING)
        .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
        .refusals(&[Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, command(&ctx).await?).await?;
        case::answer(&ctx, case).await
    })
}

pub async fn command(ctx: &Ctx) -> Result<Command, Trouble> {
    let exemption = match ctx.input.group("exemption") {
        Some(group) => claim(ctx, group).await?,
        None => None,
    };
    Ok(Command::Close { outcome: words(&ctx.input, "outcome"), exemption })
}

async fn claim(ctx: &Ctx, group: &Input) -> Result<Option<ClaimExemption>, Trouble> {
    if group.is_empty() {
        return Ok(None);
    }
    let Some(kind) = choice(group, "kind", ExemptionKind::parse) else {
        let message = say!("case-closure-say-why-the-customer-need-not");
        return Err(Refusal::invalid("exemption.kind", "missing", message).into());
    };
    let approver = group.text("approved_by");
    let approved_by =
        approver.map(|text| reach::person(ctx, "exemption.approved_by", text)).transpose()?;
    Ok(Some(ClaimExemption {
        kind,
        evidence: maybe(group, "evidence"),
        message: group.read("message")?,
        approved_by,
        survivor: survivor(ctx, group).await?,
    }))
}

/// The case in which a duplicate goes on; one that the caller cannot see proves nothing.
async fn survivor(ctx: &Ctx, group: &Input) -> Result<Option<Survivor>, Trouble> {
    let Some(text) = group.text("survivor") else { return Ok(None) };
    match reach::case(ctx, text.trim()).await {
        Ok(case) => Ok(Some(Survivor { case: case.id, customer: case.customer })),
        Err(Trouble::Refused(_)) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

fn reopen(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let reason = words(&ctx.input, "reason");
        let case = case::act(&ctx, Command::Reopen { reason }).await?;
        case::answer(&ctx, case).await
    })
}
