//! What the log keeps of an agreement.

use serde::{Deserialize, Serialize};

use super::kinds::Side;
use super::state::Terms;
use crate::ids::{DepartmentId, ServiceId};
use crate::time::Instant;
use crate::vault::WordRef;

/// A lead of one of the two departments has put the first terms down.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AgreementProposed {
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub service: Option<ServiceId>,
    pub terms: Terms,
}

/// Other terms. They take the place of a draft, whose signatures are void then, or begin the next
/// version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AgreementRevised {
    pub number: u32,
    pub terms: Terms,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AgreementSigned {
    pub number: u32,
    pub side: Side,
}

/// Terms that are not agreed on any more. What was agreed before stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AgreementDraftWithdrawn {
    pub number: u32,
    pub reason: WordRef,
}

/// One side has given notice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AgreementEnded {
    /// Nothing that is sent from then on falls under it.
    pub from: Instant,
    pub reason: WordRef,
}

crate::events! {
    /// An event of an agreement's stream.
    AgreementEvent {
        AgreementProposed = "agreement_proposed" v 1,
        AgreementRevised = "agreement_revised" v 1,
        AgreementSigned = "agreement_signed" v 1,
        AgreementDraftWithdrawn = "agreement_draft_withdrawn" v 1,
        AgreementEnded = "agreement_ended" v 1,
    }
}
