//! What a clock runs under. A redirection brings the terms and hours of another department; the
//! clocks of the one before keep theirs.

use crate::agreement::Binding;
use crate::case::request::hours::Hours;
use crate::case::request::state::Request;
use crate::ids::DepartmentId;
use crate::time::Instant;

/// A department that was asked before the request was redirected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    pub department: DepartmentId,
    pub binding: Option<Binding>,
    pub hours: Hours,
    /// Until it was redirected.
    pub until: Instant,
}

/// The terms and hours of one run.
#[derive(Clone, Copy, Debug)]
pub struct Under<'a> {
    /// The department that was asked.
    pub department: DepartmentId,
    pub binding: Option<&'a Binding>,
    pub hours: Hours,
}

impl Request {
    /// What a clock runs under that started then.
    pub fn under(&self, started: Instant) -> Under<'_> {
        // A clock that starts with the redirection is the next department's.
        let earlier = self.earlier.iter().find(|one| started < one.until);
        earlier.map_or(
            Under { department: self.ask.to, binding: self.binding.as_ref(), hours: self.hours },
            |one| Under {
                department: one.department,
                binding: one.binding.as_ref(),
                hours: one.hours,
            },
        )
    }
}
