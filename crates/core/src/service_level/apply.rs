//! What events make of a service level. Total: nothing here fails or looks outside.

use super::event::ServiceLevelEvent;
use super::state::{LevelVersion, ServiceLevel};
use crate::ids::{Id, PersonId, ServiceLevelId};
use crate::log::{Actor, Recorded, Unreadable, Version};
use crate::time::Instant;

/// When and by whom an event came about, and which version it leads to.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    pub version: Version,
    pub at: Instant,
    pub actor: Actor,
}

impl Stamp {
    /// Only people set a service level; another actor in a damaged log is nobody.
    fn person(self) -> PersonId {
        match self.actor {
            Actor::Person(id) => id,
            Actor::Customer | Actor::System => PersonId::from_bits(0),
        }
    }
}

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

/// The service level out of its stream, on top of what was folded before; `None` when there is none.
pub fn fold<'a>(
    level: Option<ServiceLevel>,
    id: ServiceLevelId,
    events: impl IntoIterator<Item = &'a Recorded>,
) -> Result<Option<ServiceLevel>, Unreadable> {
    events.into_iter().try_fold(level, |level, recorded| {
        let event = ServiceLevelEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
        let (version, at, actor) = (recorded.version, recorded.at, recorded.actor);
        Ok(Some(apply(level, id, Stamp { version, at, actor }, &event)))
    })
}
