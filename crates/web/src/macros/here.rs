//! A macro held against one case: what it would say, and what it would do, act by act.

use baton_core::macros::Step;
use baton_core::refusal::Refusal;
use baton_core::template::Filled;
use baton_store::macros::Kept;

use super::known::{Known, missing};
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::File;

pub struct Here {
    pub text: Filled,
    pub deeds: Vec<Deed>,
}

/// One act of it.
pub struct Deed {
    pub step: Step,
    /// What it does, in a sentence.
    pub words: String,
    /// The text of a note, filled in.
    pub filled: String,
    /// Why it cannot be done now.
    pub refusal: Option<Refusal>,
}

impl Here {
    pub fn of(ctx: &Ctx, file: &File, kept: &Kept) -> Result<Self, Trouble> {
        let known = Known::of(ctx, file)?;
        let text = known.fill(&kept.of.template()?);
        let deed = |step: &Step| {
            let note = known.fill(&step.template()?);
            let refusal = match note.missing.first() {
                Some(blank) => Some(Refusal::invalid("text", "unresolved", missing(blank))),
                None => step.may(&file.case, &ctx.who, ctx.now).err(),
            };
            let words = step.words(&note.text);
            Ok(Deed { step: step.clone(), words, filled: note.text, refusal })
        };
        let deeds = kept.of.steps.iter().map(deed).collect::<Result<_, Refusal>>()?;
        Ok(Self { text, deeds })
    }
}

/// Why something cannot be done, in a sentence.
pub fn why(refusal: &Refusal) -> String {
    let said = refusal.fields.first().map(|error| error.message.clone());
    said.unwrap_or_else(|| refusal.detail.clone().into_owned())
}
