//! What is known of a request or case when somebody asks for advice.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident: $first:ident $(, $other:ident)*;)*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name { #[default] $first $(, $other)* }
    )*};
}

// From the least grave to the gravest.
choices! {
    Safety: None, Possible, Imminent;
    /// Of personal data.
    DataBreach: None, Suspected, Confirmed;
    Vulnerability: None, Declared, HarmRisk;
    /// At risk from 75 % of the agreed time on; failing above 200 %, or when breached twice.
    Standing: Ok, AtRisk, Breached, Failing;
    Dispute: None, Open, Deadlocked;
    /// Adr: before an ombudsman or another body for settling disputes.
    Complaint: None, Informal, Formal, Regulated, Adr;
    /// Of the customer, when it takes longer: money, home, health, an essential service.
    Risk: Low, Medium, High;
}

/// Facts; what is not said has its quiet value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub action_wanted: bool,
    pub safety: Safety,
    pub data_breach: DataBreach,
    /// Working days until the law's deadline; less than 0 when it has passed.
    pub legal_deadline_working_days: Option<i64>,
    pub vulnerability: Vulnerability,
    /// The customer needs things done in another way than usual.
    pub adjustment: bool,
    /// What has to be decided, in minor units of one currency.
    pub amount_minor: Option<i64>,
    /// How much one may decide: oneself first, then each level above, ascending.
    pub limits_minor: Vec<i64>,
    /// Contacts about the same in 30 days, this one included.
    pub contacts: u32,
    pub agreement: Standing,
    /// How often it was declined or redirected.
    pub bounces: u32,
    pub dispute: Dispute,
    pub complaint: Complaint,
    pub media: bool,
    /// A regulator, a court or a lawyer was named.
    pub legal_threat: bool,
    /// Departments that take part.
    pub departments: u32,
    /// There is no known procedure.
    pub novel: bool,
    pub customer_risk: Risk,
    /// Whoever is complained about works in the team that handles it.
    pub own_team: bool,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            action_wanted: true,
            safety: Safety::None,
            data_breach: DataBreach::None,
            legal_deadline_working_days: None,
            vulnerability: Vulnerability::None,
            adjustment: false,
            amount_minor: None,
            limits_minor: Vec::new(),
            contacts: 1,
            agreement: Standing::Ok,
            bounces: 0,
            dispute: Dispute::None,
            complaint: Complaint::None,
            media: false,
            legal_threat: false,
            departments: 2,
            novel: false,
            customer_risk: Risk::Low,
            own_team: false,
        }
    }
}

/// Facts that cannot be weighed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotFacts {
    #[error("these are not facts: {0}")]
    Unread(String),
    #[error(
        "an amount is given without limits_minor: say how much may be decided, own limit first"
    )]
    NoLimits,
    #[error("limits_minor must ascend: own limit first, then each level above")]
    LimitsNotAscending,
}

impl Facts {
    /// Whether safety or a breach of personal data is the matter.
    pub fn is_grave(&self) -> bool {
        self.safety != Safety::None || self.data_breach != DataBreach::None
    }

    /// Reads JSON; a fact that is not known is refused, so that none is overlooked by a slip.
    pub fn read(text: &str) -> Result<Self, NotFacts> {
        let facts: Self =
            serde_json::from_str(text).map_err(|error| NotFacts::Unread(error.to_string()))?;
        facts.checked()
    }

    pub fn checked(self) -> Result<Self, NotFacts> {
        if self.amount_minor.is_some() && self.limits_minor.is_empty() {
            return Err(NotFacts::NoLimits);
        }
        if !self.limits_minor.is_sorted() {
            return Err(NotFacts::LimitsNotAscending);
        }
        Ok(self)
    }

    /// The lowest level whose limit covers the amount: 0 within one's own, 3 beyond all of them.
    pub fn limit_level(&self) -> u8 {
        let Some(amount) = self.amount_minor else { return 0 };
        let covers = self.limits_minor.iter().position(|limit| *limit >= amount);
        covers.map_or(HIGHEST, |level| u8::try_from(level).unwrap_or(HIGHEST).min(HIGHEST))
    }

    /// Of each fact the graver value of both.
    pub(super) fn graver(&self, other: &Self) -> Self {
        let sooner = [self.legal_deadline_working_days, other.legal_deadline_working_days];
        Self {
            action_wanted: self.action_wanted || other.action_wanted,
            safety: self.safety.max(other.safety),
            data_breach: self.data_breach.max(other.data_breach),
            legal_deadline_working_days: sooner.into_iter().flatten().min(),
            vulnerability: self.vulnerability.max(other.vulnerability),
            adjustment: self.adjustment || other.adjustment,
            amount_minor: self.amount_minor.max(other.amount_minor),
            // Nobody says of themselves how much they may decide.
            limits_minor: self.limits_minor.clone(),
            contacts: self.contacts.max(other.contacts),
            agreement: self.agreement.max(other.agreement),
            bounces: self.bounces.max(other.bounces),
            dispute: self.dispute.max(other.dispute),
            complaint: self.complaint.max(other.complaint),
            media: self.media || other.media,
            legal_threat: self.legal_threat || other.legal_threat,
            departments: self.departments.max(other.departments),
            novel: self.novel || other.novel,
            customer_risk: self.customer_risk.max(other.customer_risk),
            own_team: self.own_team || other.own_team,
        }
    }

    /// The facts by name, as rules see them.
    pub(super) fn seen(&self) -> Map<String, Value> {
        let mut seen = match serde_json::to_value(self) {
            Ok(Value::Object(facts)) => facts,
            _ => Map::new(),
        };
        seen.insert("limit_level".to_owned(), Value::from(self.limit_level()));
        seen
    }
}

/// The director on duty.
const HIGHEST: u8 = 3;
