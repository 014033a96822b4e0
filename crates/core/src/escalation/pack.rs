//! The rules as data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::facts::Facts;

const RULES: &str = include_str!("data/rules.json");

/// How to work on it, from the least to the most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Mode {
    #[serde(alias = "inform")]
    Inform,
    #[serde(alias = "collaborate")]
    Collaborate,
    /// Everybody who is needed looks at it together.
    #[serde(alias = "swarm")]
    Swarm,
    #[serde(alias = "emergency")]
    Emergency,
}

/// Who has to be brought in for what it is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    Communications,
    Complaints,
    Compliance,
    Dpo,
    IndependentReviewer,
    Safeguarding,
    Vulnerability,
}

impl Route {
    pub const ALL: [Self; 7] = [
        Self::Communications,
        Self::Complaints,
        Self::Compliance,
        Self::Dpo,
        Self::IndependentReviewer,
        Self::Safeguarding,
        Self::Vulnerability,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Communications => "communications",
            Self::Complaints => "complaints",
            Self::Compliance => "compliance",
            Self::Dpo => "dpo",
            Self::IndependentReviewer => "independent_reviewer",
            Self::Safeguarding => "safeguarding",
            Self::Vulnerability => "vulnerability",
        }
    }
}

impl Mode {
    pub fn name(self) -> &'static str {
        match self {
            Self::Inform => "inform",
            Self::Collaborate => "collaborate",
            Self::Swarm => "swarm",
            Self::Emergency => "emergency",
        }
    }
}

/// How high it goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Level {
    Fixed(u8),
    Named(NamedLevel),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedLevel {
    /// The lowest level whose limit covers the amount.
    Limit,
}

impl Level {
    pub fn of(self, facts: &Facts) -> u8 {
        match self {
            Self::Fixed(level) => level,
            Self::Named(NamedLevel::Limit) => facts.limit_level(),
        }
    }
}

/// What a fact must be: one of some values, or a number between two.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Test {
    OneOf(Vec<Value>),
    Between(Between),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Between {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Test {
    fn holds(&self, fact: &Value) -> bool {
        match self {
            Self::OneOf(values) => values.contains(fact),
            Self::Between(Between { min, max }) => fact
                .as_i64()
                .is_some_and(|n| min.is_none_or(|min| n >= min) && max.is_none_or(|max| n <= max)),
        }
    }
}

/// A rule: when it fires, what it asks for, and the sentence that says why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    /// Any of these; each holds when all of its facts do.
    pub when: Vec<BTreeMap<String, Test>>,
    #[serde(default)]
    pub mode: Option<Mode>,
    #[serde(default)]
    pub functional: Vec<Route>,
    pub level: Level,
    pub why: String,
}

impl Rule {
    pub(super) fn holds(&self, facts: &Map<String, Value>) -> bool {
        let fact = |(name, test): (&String, &Test)| facts.get(name).is_some_and(|f| test.holds(f));
        self.when.iter().any(|all| all.iter().all(fact))
    }
}

/// A version of the table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub version: String,
    pub source: String,
    pub rules: Vec<Rule>,
}

impl Pack {
    /// The table that Baton brings.
    pub fn standard() -> Self {
        // A test holds that the data are read; without them nothing would be advised.
        serde_json::from_str(RULES).unwrap_or(Self {
            version: String::new(),
            source: String::new(),
            rules: Vec::new(),
        })
    }

    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

#[cfg(test)]
pub(super) fn data() -> &'static str {
    RULES
}
