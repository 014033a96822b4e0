//! Macros: a text with blanks, and acts that follow it, under a name. Rows and no events: what
//! follows from using one is done by the ordinary commands and stands in the case.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::access::Who;
use crate::case::command::{AddMessage, Command};
use crate::case::kinds::{Channel, MessageKind, Priority};
use crate::case::moves::{CaseMove, may, may_act};
use crate::case::state::Case;
use crate::check::Check;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::template::{self, Template};
use crate::time::Instant;

/// Longest text, in characters; most acts.
pub const LONGEST: usize = 10_000;
pub const MOST_STEPS: usize = 5;

choice! {
    /// What a macro can do beside its text.
    Act { SetPriority = "set_priority", AddNote = "add_note", Snooze = "snooze" }
}

/// One act of a macro. Texts of notes are templates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Step {
    SetPriority {
        priority: Priority,
        reason: String,
    },
    AddNote {
        text: String,
    },
    /// Until a moment in plain words: `in 3 days`, `next Monday`.
    Snooze {
        until: String,
    },
}

/// What a macro says and does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Macro {
    pub name: String,
    /// Empty where it only does something.
    pub text: String,
    /// In the order in which they are done.
    pub steps: Vec<Step>,
}

/// An act as it was filled in: `text` is the reason, the note, or the moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepForm {
    pub act: Option<Act>,
    pub priority: Option<Priority>,
    pub text: String,
}

impl Macro {
    /// Reads what was filled in. Whether the words of a snooze name a moment is asked by `moment`.
    ///
    /// # Errors
    /// `invalid`, with all that is wrong.
    pub fn read(
        name: &str,
        text: &str,
        steps: &[StepForm],
        moment: impl Fn(&str) -> Result<(), String>,
    ) -> Result<Self, Refusal> {
        let mut check = Check::default();
        check.line("name", name, 60);
        template_of(&mut check, "text", text, LONGEST);
        check.count("steps", steps.len(), MOST_STEPS);
        let step = |(n, form): (usize, &StepForm)| step(&mut check, n, form, &moment);
        let steps: Vec<Step> = steps.iter().enumerate().filter_map(step).collect();
        if text.trim().is_empty() && steps.is_empty() {
            check.add("text", "missing", say!("macros-write-a-text-or-choose"));
        }
        check.done()?;
        Ok(Self { name: name.trim().to_owned(), text: text.trim().to_owned(), steps })
    }

    /// The text, to be filled in.
    ///
    /// # Errors
    /// `invalid` for one that was kept by a newer version and is not understood.
    pub fn template(&self) -> Result<Template, Refusal> {
        read(&self.text)
    }
}

fn read(text: &str) -> Result<Template, Refusal> {
    template::read(text).map_err(|flaw| Refusal::invalid("text", "no_template", flaw.to_string()))
}

fn template_of(check: &mut Check, field: &str, text: &str, longest: usize) {
    if text.chars().count() > longest {
        check.add(field, "too_long", say!("macros-use-at-most-characters", longest));
    } else if let Err(flaw) = template::read(text) {
        check.add(field, "no_template", flaw.to_string());
    }
}

fn step(
    check: &mut Check,
    n: usize,
    form: &StepForm,
    moment: impl Fn(&str) -> Result<(), String>,
) -> Option<Step> {
    let field = |name: &str| format!("steps[{n}].{name}");
    let text = form.text.trim().to_owned();
    let mut needed = |message: &str| {
        if text.is_empty() {
            check.add(field("text"), "missing", message);
        }
        !text.is_empty()
    };
    match form.act {
        None => {
            check.add(field("act"), "missing", say!("macros-say-what-it-does"));
            None
        }
        Some(Act::SetPriority) => {
            needed(say!("macros-say-why-the-priority-changes"));
            if form.priority.is_none() {
                check.add(field("priority"), "missing", say!("macros-choose-the-priority"));
            }
            Some(Step::SetPriority { priority: form.priority?, reason: text })
        }
        Some(Act::AddNote) => {
            if needed(say!("macros-write-the-note")) {
                template_of(check, &field("text"), &text, LONGEST);
            }
            Some(Step::AddNote { text })
        }
        Some(Act::Snooze) => {
            if needed(say!("macros-say-until-when-like-in-3"))
                && let Err(message) = moment(&text)
            {
                check.add(field("text"), "not_a_moment", message);
            }
            Some(Step::Snooze { until: text })
        }
    }
}

impl Step {
    /// Whether it can be done now, by the rules that will be asked again when it is.
    ///
    /// # Errors
    /// The refusal that it would meet.
    pub fn may(&self, case: &Case, who: &Who, now: Instant) -> Result<(), Refusal> {
        match self {
            Self::SetPriority { priority, .. } if case.priority == *priority => {
                Err(Refusal::new(Code::IllegalMove, say!("macros-it-has-this-priority-already")))
            }
            Self::SetPriority { .. } => may(case, CaseMove::ChangePriority, who, now),
            Self::AddNote { .. } | Self::Snooze { .. } => may_act(case, who),
        }
    }

    /// The command that it is; `None` for a snooze, which only its own person knows of. `filled`
    /// is the text of a note with its blanks filled in.
    pub fn command(&self, filled: &str) -> Option<Command> {
        Some(match self {
            Self::SetPriority { priority, reason } => {
                let (priority, reason) = (*priority, reason.clone());
                Command::ChangePriority { priority, reason, customer_agreed: false }
            }
            Self::AddNote { .. } => {
                Command::AddMessage(AddMessage::plain(MessageKind::Note, Channel::Internal, filled))
            }
            Self::Snooze { .. } => return None,
        })
    }

    /// The template in it.
    ///
    /// # Errors
    /// As for [`Macro::template`].
    pub fn template(&self) -> Result<Template, Refusal> {
        match self {
            Self::AddNote { text } => read(text),
            Self::SetPriority { .. } | Self::Snooze { .. } => read(""),
        }
    }

    /// What it does, in a sentence for whoever is about to do it.
    pub fn words(&self, filled: &str) -> String {
        match self {
            Self::SetPriority { priority, reason } => {
                say!("macros-the-priority-becomes", priority, reason)
            }
            Self::AddNote { .. } => say!("macros-a-note-is-kept", filled),
            Self::Snooze { until } => say!("macros-the-case-is-snoozed-for", until),
        }
    }

    pub fn act(&self) -> Act {
        match self {
            Self::SetPriority { .. } => Act::SetPriority,
            Self::AddNote { .. } => Act::AddNote,
            Self::Snooze { .. } => Act::Snooze,
        }
    }
}
