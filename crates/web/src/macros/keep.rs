//! Macros are made, changed and removed.

use baton_core::case::kinds::Priority;
use baton_core::ids::DepartmentId;
use baton_core::macros::{Act, Macro, StepForm};
use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_core::vault::hex;
use baton_core::when::read;
use baton_store::macros::{self, Kept};

use super::{MACRO, MACRO_OUT, all, may_change, seen, told};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{choice, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;

/// Most macros of one person, and of one department.
const MOST: usize = 100;

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/macros", "macros.create", Access::SignedIn, create)
        .summary("Make a macro")
        .body(&MACRO)
        .answers(&[Reply::created("The macro", &Out::Thing(&MACRO_OUT))])
        .refusals(&[Code::IllegalMove]),
    Route::post("/api/v1/macros/{id}/revision", "macros.revision.create", Access::SignedIn, change)
        .summary("Change a macro; what is left out is taken out of it")
        .body(&MACRO)
        .answers(&[Reply::ok("The macro as it is now", &Out::Thing(&MACRO_OUT))])
        .refusals(&[Code::NotAllowed, Code::StaleVersion]),
    Route::post("/api/v1/macros/{id}/removal", "macros.removal.create", Access::SignedIn, removal)
        .summary("Remove a macro")
        .answers(&[Reply::ok("The macro that was removed", &Out::Thing(&MACRO_OUT))])
        .refusals(&[Code::NotAllowed]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let kept = add(&ctx).await?;
        Answer::created("/api/v1/macros", &told(&ctx, &kept))
    })
}

fn change(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::json(&told(&ctx, &revise(&ctx).await?)) })
}

fn removal(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::json(&told(&ctx, &remove(&ctx).await?)) })
}

/// Makes a macro of what was sent.
pub async fn add(ctx: &Ctx) -> Result<Kept, Trouble> {
    let owner = ctx.who.person().ok_or_else(Trouble::not_found)?;
    let department = department(ctx)?;
    let of = of(ctx)?;
    let known = all(ctx).await?.iter().filter(|one| one.department == department).count();
    if known >= MOST {
        let why = say!("macros-keep-there-are-100-macros-already");
        return Err(Refusal::new(Code::IllegalMove, why).into());
    }
    let id = hex(&ctx.app.doors.random().map_err(Trouble::Broken)?).chars().take(32).collect();
    let kept = Kept { id, owner, department, of, version: 1 };
    let (made, now) = (kept.clone(), ctx.now);
    let work = ctx.desk()?.store().keep(move |tx| {
        let made = made.clone();
        Box::pin(async move { macros::add(tx, &made, now).await })
    });
    work.await?;
    Ok(kept)
}

/// The macro of the address, for whoever may change it.
pub async fn own(ctx: &Ctx) -> Result<Kept, Trouble> {
    let kept = seen(ctx, ctx.param("id")).await?;
    if may_change(ctx, &kept) {
        return Ok(kept);
    }
    let why = say!("macros-keep-a-macro-of-a-department-is");
    Err(Refusal::new(Code::NotAllowed, why).into())
}

/// Puts what was sent in place of the macro of the address.
pub async fn revise(ctx: &Ctx) -> Result<Kept, Trouble> {
    let known = own(ctx).await?;
    let (department, of) = (department(ctx)?, of(ctx)?);
    let stale = ctx.seen_version.is_some_and(|seen| seen != known.version);
    let kept = Kept { department, of, version: known.version + 1, ..known };
    let (made, now) = (kept.clone(), ctx.now);
    let work = ctx.desk()?.store().keep(move |tx| {
        let made = made.clone();
        Box::pin(
            async move { if stale { Ok(false) } else { macros::revise(tx, &made, now).await } },
        )
    });
    if work.await? {
        return Ok(kept);
    }
    let why = say!("macros-keep-somebody-has-changed-the-macro");
    Err(Refusal::new(Code::StaleVersion, why).into())
}

pub async fn remove(ctx: &Ctx) -> Result<Kept, Trouble> {
    let kept = own(ctx).await?;
    let id = kept.id.clone();
    let work = ctx.desk()?.store().keep(move |tx| {
        let id = id.clone();
        Box::pin(async move { macros::remove(tx, &id).await })
    });
    work.await?;
    Ok(kept)
}

/// The department that was chosen, which must be one that this person leads.
fn department(ctx: &Ctx) -> Result<Option<DepartmentId>, Trouble> {
    let Some(text) = ctx.input.text("department").filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let id = reach::department(ctx, "department", text)?;
    if ctx.who.leads(id) && ctx.who.belongs_to(id) {
        return Ok(Some(id));
    }
    let message = say!("macros-keep-choose-a-department-that-you");
    Err(Refusal::invalid("department", "not_led", message).into())
}

/// What was sent, read as a macro.
fn of(ctx: &Ctx) -> Result<Macro, Trouble> {
    let calendar = ctx.calendar()?;
    let zone = ctx.zone();
    let steps: Vec<StepForm> = ctx
        .input
        .groups("steps")
        .map(|group| StepForm {
            act: choice(group, "act", Act::parse),
            priority: choice(group, "priority", Priority::parse),
            text: words(group, "text"),
        })
        .collect();
    let moment = |text: &str| {
        read(text, ctx.now, &zone, &calendar).map(|_| ()).map_err(|unclear| unclear.to_string())
    };
    let (name, text) = (ctx.input.words("name"), ctx.input.words("text"));
    Ok(Macro::read(name, text, &steps, moment)?)
}
