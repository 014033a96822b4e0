//! What an agreement is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::kinds::{ClockKind, CounterRule, PauseReason, ServiceClass, Side};
use super::targets::Target;
use crate::ids::{AgreementId, CalendarId, DepartmentId, PersonId, ServiceId};
use crate::log::Version;
use crate::time::{Instant, Span};
use crate::vault::WordRef;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agreement {
    pub id: AgreementId,
    pub version: Version,
    /// Who asks.
    pub from: DepartmentId,
    /// Who is asked.
    pub to: DepartmentId,
    /// `None`: everything that `to` does for `from` and that no other agreement is about.
    pub service: Option<ServiceId>,
    /// In the order in which they were begun. The last one may still be a draft.
    pub versions: Vec<TermsVersion>,
    pub ending: Option<Ending>,
}

/// One version of the terms, from its first draft on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TermsVersion {
    /// From 1.
    pub number: u32,
    pub terms: Terms,
    /// The agreement's version when these words were put there. Who signs names it, so that nobody
    /// signs what they have not read.
    pub written: Version,
    pub proposed_by: PersonId,
    pub proposed_at: Instant,
    pub from_signature: Option<Signature>,
    pub to_signature: Option<Signature>,
    pub withdrawn_at: Option<Instant>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Signature {
    pub person: PersonId,
    pub at: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ending {
    /// Nothing that is sent from then on falls under it.
    pub from: Instant,
    pub by: PersonId,
}

/// What the two sides owe each other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Terms {
    pub in_scope: Vec<WordRef>,
    pub out_of_scope: Vec<WordRef>,
    /// Where they differ from what is [usual](super::usual).
    pub targets: Vec<Target>,
    /// Tags of the customer's fields that a request brings along. While one is missing, the clocks
    /// of whoever is asked do not start.
    pub facts: Vec<String>,
    pub from_duties: Vec<WordRef>,
    pub to_duties: Vec<WordRef>,
    /// What the asking side needs from the other one to reach its own goals.
    pub from_needs: Vec<WordRef>,
    pub to_needs: Vec<WordRef>,
    /// What stops the clock of the delivery, beside a question to who asks.
    pub pauses: Vec<PauseReason>,
    /// When a request is of which class of service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// By whose working hours both sides count; `None`: each by its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    #[serde(default = "usual_counter", skip_serializing_if = "is_usual_counter")]
    pub counter: CounterRule,
    /// What happens when a target is missed.
    pub on_breach: Option<WordRef>,
    /// The day on which both look at it again.
    pub review_on: Date,
    /// It binds from then on, or from the second signature if that comes later.
    pub effective_from: Option<Instant>,
}

/// What makes a request one of a class.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Priority {
    pub class: ServiceClass,
    pub when: WordRef,
}

fn usual_counter() -> CounterRule {
    CounterRule::Moves
}

fn is_usual_counter(rule: &CounterRule) -> bool {
    *rule == usual_counter()
}

/// Where an agreement stands at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// No version has both signatures.
    Proposed,
    /// Both have signed, and it binds from that moment on.
    Agreed {
        from: Instant,
    },
    Active,
    Ended,
    /// It was withdrawn before anything was agreed.
    Withdrawn,
}

/// The terms that a request is sent under; they stay with it whatever is agreed later.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Binding {
    pub agreement: AgreementId,
    pub number: u32,
    /// Those of the request's own class of service.
    pub targets: Vec<Target>,
    pub pauses: Vec<PauseReason>,
    /// Tags of the fields without which the receiver's clocks do not start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<String>,
    /// Those of them that the sender could not have shared: they hold no clock up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unobtainable: Vec<String>,
    #[serde(default = "usual_counter", skip_serializing_if = "is_usual_counter")]
    pub counter: CounterRule,
}

impl TermsVersion {
    pub fn signature(&self, side: Side) -> Option<Signature> {
        match side {
            Side::From => self.from_signature,
            Side::To => self.to_signature,
        }
    }

    /// When it begins to bind; `None` while a signature is missing.
    pub fn binds_from(&self) -> Option<Instant> {
        let signed = self.from_signature?.at.max(self.to_signature?.at);
        Some(self.terms.effective_from.map_or(signed, |from| from.max(signed)))
    }

    pub fn is_draft(&self) -> bool {
        self.binds_from().is_none() && self.withdrawn_at.is_none()
    }
}

impl Agreement {
    /// The side that a department is on.
    pub fn side(&self, department: DepartmentId) -> Option<Side> {
        match department {
            d if d == self.from => Some(Side::From),
            d if d == self.to => Some(Side::To),
            _ => None,
        }
    }

    pub fn department(&self, side: Side) -> DepartmentId {
        match side {
            Side::From => self.from,
            Side::To => self.to,
        }
    }

    /// The terms that wait for a signature.
    pub fn draft(&self) -> Option<&TermsVersion> {
        self.versions.last().filter(|version| version.is_draft())
    }

    /// The terms under which a request falls that is sent at this moment.
    pub fn terms_at(&self, at: Instant) -> Option<&TermsVersion> {
        if self.ending.is_some_and(|ending| at >= ending.from) {
            return None;
        }
        let binds = |version: &&TermsVersion| version.binds_from().is_some_and(|from| from <= at);
        self.versions.iter().rev().find(binds)
    }

    pub fn standing(&self, now: Instant) -> Standing {
        if self.ending.is_some_and(|ending| now >= ending.from) {
            return Standing::Ended;
        }
        if self.terms_at(now).is_some() {
            return Standing::Active;
        }
        let agreed = self.versions.iter().rev().find_map(TermsVersion::binds_from);
        match (agreed, self.draft()) {
            (Some(from), _) => Standing::Agreed { from },
            (None, Some(_)) => Standing::Proposed,
            (None, None) => Standing::Withdrawn,
        }
    }

    /// Whether there is nothing left of it that binds, may come to bind, or waits for a signature.
    pub fn is_over(&self, now: Instant) -> bool {
        matches!(self.standing(now), Standing::Ended | Standing::Withdrawn)
    }

    /// What a request of this class carries that is sent at this moment.
    pub fn binding(&self, class: ServiceClass, at: Instant) -> Option<Binding> {
        let version = self.terms_at(at)?;
        let of_class = |target: &&Target| target.class == class;
        Some(Binding {
            agreement: self.id,
            number: version.number,
            targets: version.terms.targets.iter().filter(of_class).copied().collect(),
            pauses: version.terms.pauses.clone(),
            facts: version.terms.facts.clone(),
            unobtainable: Vec::new(),
            counter: version.terms.counter,
        })
    }
}

impl Terms {
    /// The working time that was agreed for a step, if any was.
    pub fn agreed(&self, clock: ClockKind, class: ServiceClass) -> Option<Span> {
        let agreed = self.targets.iter().find(|t| t.clock == clock && t.class == class);
        agreed.map(|target| target.span())
    }

    /// The working time that is allowed, agreed or usual.
    pub fn target(&self, clock: ClockKind, class: ServiceClass) -> Option<Span> {
        self.agreed(clock, class).or_else(|| super::usual(clock, class))
    }
}

impl Binding {
    /// The working time that was agreed for a step, if they differ from what is usual.
    pub fn target(&self, clock: ClockKind) -> Option<Span> {
        self.targets.iter().find(|target| target.clock == clock).map(|target| target.span())
    }

    pub fn pauses_for(&self, reason: PauseReason) -> bool {
        super::stops(&self.pauses, reason)
    }
}
