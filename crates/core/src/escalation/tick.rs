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

impl Tick {
    /// Reads `legal_threat=true`, `complaint=formal`, `contacts=3`; `None` when it says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let (fact, said) = text.split_once('=')?;
        let (fact, said) = (fact.trim(), said.trim());
        let value = match said {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            said => said.parse::<i64>().map_or_else(|_| Value::from(said), Value::from),
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

    /// The facts with this one: a tick may say more than what is known, never less.
    ///
    /// # Errors
    /// When there is no such fact, or it cannot have this value.
    pub fn over(&self, facts: &Facts) -> Result<Facts, NotFacts> {
        let unread = |error: serde_json::Error| NotFacts::Unread(error.to_string());
        let mut value = serde_json::to_value(facts).map_err(unread)?;
        if let Some(fields) = value.as_object_mut() {
            fields.insert(self.fact.clone(), self.value.clone());
        }
        serde_json::from_value(value).map(|said| facts.graver(&said)).map_err(unread)
    }

    /// Whether it says anything beyond what goes without saying, as `safety=none` does not.
    pub fn says_more(&self) -> bool {
        let quiet = Facts::default();
        self.over(&quiet).is_ok_and(|said| said != quiet)
    }
}
