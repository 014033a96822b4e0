//! What the log keeps of a service level.

use serde::{Deserialize, Serialize};

use super::state::Terms;
use crate::time::Instant;

/// The next version of what is promised.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ServiceLevelSet {
    pub number: u32,
    pub terms: Terms,
    pub effective_from: Instant,
}

/// Cases that come from then on are promised nothing by it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ServiceLevelEnded {
    pub number: u32,
}

crate::events! {
    /// An event of a service level's stream.
    ServiceLevelEvent {
        ServiceLevelSet = "service_level_set" v 1,
        ServiceLevelEnded = "service_level_ended" v 1,
    }
}
