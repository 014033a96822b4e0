//! What events make of a service level. Total: nothing here fails or looks outside.

use super::event::ServiceLevelEvent;
use super::state::{LevelVersion, ServiceLevel};
use crate::ids::{ServiceLevelId, StreamId};
use crate::log::{Recorded, Stamp, Unreadable, Version};
use crate::records::Record;

/// The service level after one more event.
pub fn apply(
    level: Option<ServiceLevel>,
    id: ServiceLevelId,
    stamp: Stamp,
    event: &ServiceLevelEvent,
) -> ServiceLevel {
    let department = id.department();
    let fresh = || ServiceLevel { id, version: 0, department, versions: Vec::new() };
    let mut level = level.unwrap_or_else(fresh);
    level.version = stamp.version;
    let (number, terms, effective_from) = match event {
        ServiceLevelEvent::ServiceLevelSet(set) => {
            (set.number, Some(set.terms.clone()), set.effective_from)
        }
        ServiceLevelEvent::ServiceLevelEnded(ended) => (ended.number, None, stamp.at),
    };
    let (set_by, set_at) = (stamp.person(), stamp.at);
    level.versions.push(LevelVersion { number, terms, set_by, set_at, effective_from });
    level
}

impl Record for ServiceLevel {
    type Id = ServiceLevelId;
    const KIND: &'static str = "service_level";

    fn id_of(stream: StreamId) -> Option<ServiceLevelId> {
        if let StreamId::ServiceLevel(id) = stream { Some(id) } else { None }
    }
    fn version(&self) -> Version {
        self.version
    }
    fn after(
        known: Option<Self>,
        id: ServiceLevelId,
        recorded: &Recorded,
    ) -> Result<Option<Self>, Unreadable> {
        let event = ServiceLevelEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
        Ok(Some(apply(known, id, recorded.stamp(), &event)))
    }
}
