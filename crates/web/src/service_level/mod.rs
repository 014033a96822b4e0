//! What customers are promised: by the organisation, and by a department of its own.

pub mod page;
pub mod set;
mod show;

use baton_core::ids::{DepartmentId, ServiceLevelId};
use baton_core::service_level::ServiceLevel;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::view::service_level::{Source, level};

pub static ROUTES: &[&[Route]] = &[show::ROUTES, set::ROUTES];

/// The service level of the address: `organisation`, or a department's id.
fn id_of(ctx: &Ctx) -> Result<ServiceLevelId, Trouble> {
    if ctx.param("id") == "organisation" {
        return Ok(ServiceLevelId::of(None));
    }
    let department: DepartmentId = ctx.id("id")?;
    let known = ctx.desk()?.directory().department(department).is_some();
    if known { Ok(ServiceLevelId::of(Some(department))) } else { Err(Trouble::not_found()) }
}

/// The service level as it is now.
fn answer(ctx: &Ctx, one: &ServiceLevel) -> Result<Answer, Trouble> {
    let directory = ctx.desk()?.directory();
    let source = Source { directory: &directory, who: &ctx.who, now: ctx.now };
    Ok(Answer::json(&level(&source, one))?.version(one.version))
}
