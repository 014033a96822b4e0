//! A fact that a person has confirmed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::facts::{Facts, NotFacts};

/// One fact by its name and its value, as somebody ticked it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tick {
    pub fact: String,
    pub value: Value,
}

/// What Baton counts itself: a tick may say more, never less.
const COUNTED: [&str; 3] = ["contacts", "bounces", "departments"];

impl Tick {
    /// Reads `legal_threat=true`, `complaint=formal`, `contacts=3`; `None` when it says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let (fact, said) = text.split_once('=')?;
        let (fact, said) = (fact.trim(), said.trim());
        let value = match said {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            said => said.parse::<u32>().map_or_else(|_| Value::from(said), Value::from),
        };
        (!fact.is_empty() && !said.is_empty()).then(|| Self { fact: fact.to_owned(), value })
    }

    /// As [`Tick::read`] reads it.
    pub fn text(&self) -> String {
        match &self.value {
            Value::String(said) => format!("{}={said}", self.fact),
            other => format!("{}={other}", self.fact),
        }
    }

    /// The facts with this one.
    ///
    /// # Errors
    /// When there is no such fact, or it cannot have this value.
    pub fn over(&self, facts: &Facts) -> Result<Facts, NotFacts> {
        let unread = |error: serde_json::Error| NotFacts::Unread(error.to_string());
        let mut value = serde_json::to_value(facts).map_err(unread)?;
        if let Some(fields) = value.as_object_mut() {
            let known = fields.get(&self.fact).and_then(Value::as_u64);
            let more = self.value.as_u64() > known;
            if !COUNTED.contains(&self.fact.as_str()) || more {
                fields.insert(self.fact.clone(), self.value.clone());
            }
        }
        serde_json::from_value(value).map_err(unread)
    }
}
