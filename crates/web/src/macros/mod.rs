//! Macros: a text with blanks, and acts that follow it, under a name; for oneself, or for the
//! people of a department, whose leads keep them.

mod acts;
mod bar;
mod here;
mod insert;
mod keep;
mod known;
mod list;
mod page;
mod preview;
#[cfg(test)]
mod tests;

use baton_core::case::kinds::Priority;
use baton_core::macros::{Act, LONGEST, MOST_STEPS, Step};
use baton_core::word;
use baton_store::macros::{self, Kept};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::{MAYBE_ID, view};

pub use acts::follow;
pub use bar::{CHOSEN, INSERT, MOST_TICKED, TICKED, chooser, follows, samples as parts};
pub use insert::insert;
pub use page::samples;

/// Every route of macros.
pub static ROUTES: &[&[Route]] =
    &[list::ROUTES, keep::ROUTES, page::ROUTES, preview::ROUTES, acts::ROUTES];

pub static STEP: Shape = Shape::new(
    "MacroStep",
    &[
        Field::choice("act", Act::NAMES).label(word!("macros-what-it-does")).needed(),
        Field::choice("priority", Priority::NAMES).label(word!("macros-priority")).needed(),
        Field::text("text", LONGEST)
            .label(word!("macros-in-which-words"))
            .needed()
            .hint(word!("macros-why-the-priority-changes-the")),
    ],
);

pub static MACRO: Shape = Shape::new(
    "MacroForm",
    &[
        Field::text("name", 60)
            .required()
            .label(word!("macros-name"))
            .ask(word!("macros-give-the-macro-a-name")),
        Field::lines("text", LONGEST)
            .label(word!("macros-text"))
            .needed()
            .hint(word!("macros-blanks-are-filled-in-from-the")),
        Field::list("steps", &Kind::Group(&STEP), MOST_STEPS)
            .label(word!("macros-what-it-does-besides")),
        Field::id("department")
            .label(word!("macros-who-uses-it"))
            .hint(word!("macros-a-department-that-you-lead-left")),
    ],
);

view! {
    MacroView as MACRO_OUT "Macro" {
        "id" id: String = Out::Text,
        "name" name: String = Out::Text,
        "text" text: String = Out::Text,
        /// In the order in which they are done.
        "steps" steps: Vec<StepView> = Out::List(&Out::Thing(&STEP_OUT)),
        /// The department that uses it; null: it is its owner's alone.
        "department" department: Option<String> = MAYBE_ID,
        /// Whether the caller may change and remove it.
        "changeable" changeable: bool = Out::Flag,
        "version" version: u32 = Out::Whole,
    }
    StepView as STEP_OUT "MacroStepOut" {
        "act" act: &'static str = Out::Choice(Act::NAMES),
        "priority" priority: Option<&'static str> = Out::Maybe(&Out::Choice(Priority::NAMES)),
        "text" text: String = Out::Text,
    }
}

fn told(ctx: &Ctx, kept: &Kept) -> MacroView {
    MacroView {
        id: kept.id.clone(),
        name: kept.of.name.clone(),
        text: kept.of.text.clone(),
        steps: kept.of.steps.iter().map(step).collect(),
        department: kept.department.map(|id| id.to_string()),
        changeable: may_change(ctx, kept),
        version: kept.version,
    }
}

fn step(step: &Step) -> StepView {
    let (priority, text) = match step {
        Step::SetPriority { priority, reason } => (Some(priority.name()), reason),
        Step::AddNote { text } => (None, text),
        Step::Snooze { until } => (None, until),
    };
    StepView { act: step.act().name(), priority, text: text.clone() }
}

/// All that this person may use: their own first.
async fn all(ctx: &Ctx) -> Result<Vec<Kept>, Trouble> {
    let Some(person) = ctx.who.person() else { return Ok(Vec::new()) };
    let link = ctx.desk()?.store().link();
    Ok(macros::seen_by(&link, person, &ctx.who.departments).await?)
}

/// The macro of an id, for whoever may use it.
async fn seen(ctx: &Ctx, id: &str) -> Result<Kept, Trouble> {
    // What is no id is asked of no database.
    if !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Trouble::not_found());
    }
    let link = ctx.desk()?.store().link();
    let kept = macros::get(&link, id).await?.ok_or_else(Trouble::not_found)?;
    let used = match kept.department {
        Some(department) => ctx.who.belongs_to(department),
        None => ctx.who.person() == Some(kept.owner),
    };
    if used { Ok(kept) } else { Err(Trouble::not_found()) }
}

/// One's own is changed by oneself, a department's by its leads.
fn may_change(ctx: &Ctx, kept: &Kept) -> bool {
    match kept.department {
        Some(department) => ctx.who.leads(department),
        None => ctx.who.person() == Some(kept.owner),
    }
}
