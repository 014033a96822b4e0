//! How an organisation weighs things: its table, and how much each level may decide.

use super::pack::Pack;

/// What advice is given by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Practice {
    pub pack: Pack,
    /// In minor units: what a colleague may decide alone, then leads, heads, the director; ascending.
    /// Empty: no amount is beyond anybody.
    pub limits_minor: Vec<i64>,
}

impl Default for Practice {
    fn default() -> Self {
        Self { pack: Pack::standard(), limits_minor: Vec::new() }
    }
}
