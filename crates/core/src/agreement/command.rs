//! What can be done with an agreement.

use jiff::civil::Date;

use super::kinds::{CounterRule, PauseReason, ServiceClass};
use super::targets::Target;
use crate::ids::{CalendarId, DepartmentId, ServiceId};
use crate::log::Version;
use crate::time::Instant;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    Propose {
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        terms: TermsRecord,
    },
    /// Other terms: of the draft if there is one, else of the next version.
    Revise {
        terms: TermsRecord,
    },
    Sign {
        /// The version of the agreement at which the terms were read.
        written: Version,
    },
    Withdraw {
        reason: String,
    },
    /// Gives notice; the agreement binds for 28 more days at least.
    End {
        from: Instant,
        reason: String,
    },
}

/// The terms in plain text; see [`super::Terms`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TermsRecord {
    pub in_scope: Vec<String>,
    pub out_of_scope: Vec<String>,
    pub targets: Vec<Target>,
    pub facts: Vec<String>,
    pub from_duties: Vec<String>,
    pub to_duties: Vec<String>,
    pub from_needs: Vec<String>,
    pub to_needs: Vec<String>,
    pub pauses: Vec<PauseReason>,
    /// When a request is of which class of service.
    pub priorities: Vec<(ServiceClass, String)>,
    pub calendar: Option<CalendarId>,
    pub counter: CounterRule,
    pub on_breach: Option<String>,
    pub review_on: Date,
    pub effective_from: Option<Instant>,
}
