//! What can be done with a service level.

use super::state::Terms;
use crate::time::Instant;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// The next version. `effective_from` is now when it is left out.
    Set { terms: Terms, effective_from: Option<Instant> },
    /// From now on nothing is promised here; what runs keeps its promise.
    End,
}
