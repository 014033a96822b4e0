//! All service levels of the organisation.

use std::collections::BTreeMap;

use super::apply::fold;
use super::state::{Binding, ServiceLevel};
use crate::ids::{DepartmentId, ServiceLevelId};
use crate::log::{Recorded, Unreadable, Version};
use crate::time::Instant;

/// Every service level that was ever set; the organisation's own comes first.
#[derive(Clone, Debug, Default)]
pub struct Levels(BTreeMap<ServiceLevelId, ServiceLevel>);

impl Levels {
    pub fn get(&self, id: ServiceLevelId) -> Option<&ServiceLevel> {
        self.0.get(&id)
    }

    pub fn iter(&self) -> impl Iterator<Item = &ServiceLevel> {
        self.0.values()
    }

    /// The version of a service level that is folded in; 0 for what is not known.
    pub fn version_of(&self, id: ServiceLevelId) -> Version {
        self.get(id).map_or(0, |level| level.version)
    }

    /// Folds in events of one service level that came after what is known of it.
    pub fn catch_up<'a>(
        &mut self,
        id: ServiceLevelId,
        events: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<(), Unreadable> {
        if let Some(level) = fold(self.0.remove(&id), id, events)? {
            self.0.insert(id, level);
        }
        Ok(())
    }

    /// What a case of a department is promised that reaches it at this moment: by the department,
    /// else by the organisation.
    pub fn binding(&self, department: DepartmentId, at: Instant) -> Option<Binding> {
        let of = |department| self.get(ServiceLevelId::of(department))?.binding(at);
        of(Some(department)).or_else(|| of(None))
    }
}
