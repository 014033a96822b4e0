//! What an organisation may change about the table, and what nobody may.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::pack::{Level, Pack};

/// Safety and breaches of personal data: these fire whatever is configured.
pub const PROTECTED: [&str; 3] = ["D02", "D03", "D04"];

/// The highest level that there is.
const HIGHEST: u8 = 3;

/// Changes to the table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tuning {
    /// Rules that do not fire here.
    pub off: BTreeSet<String>,
    /// Other levels than the table's.
    pub levels: BTreeMap<String, u8>,
}

/// A change that is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTunable {
    #[error("there is no rule {0}")]
    Unknown(String),
    #[error("rule {0} is about safety or a breach of personal data: it cannot be switched off")]
    Protected(String),
    #[error("rule {0} is about safety or a breach of personal data: its level cannot be lowered")]
    Lowered(String),
    #[error("rule {0}: levels are 0 to 3")]
    NoLevel(String),
}

impl Pack {
    /// The table with the changes, or the first change that is refused.
    pub fn tuned(mut self, tuning: &Tuning) -> Result<Self, NotTunable> {
        let protected = |id: &String| PROTECTED.contains(&id.as_str());
        for id in &tuning.off {
            if self.rule(id).is_none() {
                return Err(NotTunable::Unknown(id.clone()));
            }
            if protected(id) {
                return Err(NotTunable::Protected(id.clone()));
            }
        }
        for (id, level) in &tuning.levels {
            let rules = &mut self.rules;
            let rule = rules.iter_mut().find(|rule| rule.id == *id);
            let rule = rule.ok_or_else(|| NotTunable::Unknown(id.clone()))?;
            if *level > HIGHEST {
                return Err(NotTunable::NoLevel(id.clone()));
            }
            if protected(id) && matches!(rule.level, Level::Fixed(least) if *level < least) {
                return Err(NotTunable::Lowered(id.clone()));
            }
            rule.level = Level::Fixed(*level);
        }
        self.rules.retain(|rule| !tuning.off.contains(&rule.id));
        Ok(self)
    }
}
