//! Another priority on the way: another target for a clock that runs (reference §2.6).

use super::Clock;
use crate::time::{Instant, Span};

/// What people get at least when a shorter target takes effect backwards.
pub const RAISED_AT_LEAST: Span = Span::minutes(30);

choice! {
    /// How a shorter target takes effect.
    #[derive(Default)]
    Raising {
        /// As if it had held from the start, with [`RAISED_AT_LEAST`] of working time left.
        #[default]
        Retroactive = "retroactive",
        /// The share of the old target that is left, of the new one.
        ProRata = "pro_rata",
        /// The whole new target from the change on.
        FromChange = "forward",
    }
}

impl Raising {
    /// The new due time of a clock, which still has its old target, after a change at `at`. Raising
    /// a priority never gives more time than there was.
    pub fn raised(self, clock: &Clock<'_>, at: Instant, target: Span) -> Instant {
        let new = match self {
            Self::Retroactive => {
                let since_start = clock.due_after(clock.start, target);
                since_start.max(clock.due_after(at, RAISED_AT_LEAST))
            }
            Self::FromChange => clock.due_after(at, target),
            Self::ProRata => {
                let (old, used) = (clock.target.as_millis(), clock.used(at).as_millis());
                let left = i128::from((old - used).max(0)) * i128::from(target.as_millis());
                let left = left.checked_div(i128::from(old)).unwrap_or(0);
                clock.due_after(at, Span::millis(i64::try_from(left).unwrap_or(i64::MAX)))
            }
        };
        new.min(clock.due())
    }
}

/// The due time when the priority is lowered to a longer target: the earlier one stays, unless the
/// customer has agreed.
pub fn lowered(clock: &Clock<'_>, target: Span, customer_agreed: bool) -> Instant {
    let (old, new) = (clock.due(), clock.due_after(clock.start, target));
    if customer_agreed { old.max(new) } else { old.min(new) }
}
