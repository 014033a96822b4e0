//! What can be done with a calendar that is kept.

use super::super::Description;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    Create {
        description: Description,
    },
    /// Sets it anew, as a whole. What is over stays as it was.
    Revise {
        description: Description,
    },
    /// Nobody chooses it from then on; what counts by it goes on doing so.
    Retire,
}
