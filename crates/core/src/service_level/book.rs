//! All service levels of the organisation.

use super::state::{Binding, ServiceLevel};
use crate::ids::{DepartmentId, ServiceLevelId};
use crate::records::Records;
use crate::time::Instant;

/// Every service level that was ever set; the organisation's own comes first.
pub type Levels = Records<ServiceLevel>;

impl Levels {
    /// What a case of a department is promised that reaches it at this moment: by the department,
    /// else by the organisation.
    pub fn binding(&self, department: DepartmentId, at: Instant) -> Option<Binding> {
        let of = |department| self.get(ServiceLevelId::of(department))?.binding(at);
        of(Some(department)).or_else(|| of(None))
    }
}
