//! A case that was resolved goes on (reference §2.6).

use super::Clock;
use crate::calendar::Calendar;
use crate::time::{Instant, Span};

/// So many calendar days after its end a case goes on; later it is a new one, linked to the old.
pub const REOPEN_DAYS: i32 = 14;

choice! {
    /// What happens to the time that was used before.
    #[derive(Default)]
    Reopening {
        /// It is kept, and the time between does not count.
        #[default]
        Resume = "resume",
        /// The whole target again, from the reopening on.
        Restart = "restart",
        /// The clock has never stood still.
        Continuous = "continuous",
    }
}

/// The end of the last day on which a case that is closed now can be reopened.
pub fn reopen_until(calendar: &Calendar, closed: Instant) -> Instant {
    let days = jiff::Span::new().days(i64::from(REOPEN_DAYS) + 1);
    let after = calendar.date(closed).checked_add(days).ok();
    // Nobody closes a case in the last days of the year 9999.
    after.and_then(|day| calendar.begin_of(day)).unwrap_or(closed)
}

/// What comes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reopened {
    /// The final resolution is due then; the first one stays as it was.
    Due(Instant),
    /// The window is over: a new case, so that nothing is breached at once.
    NewCase,
}

impl Reopening {
    /// The clock of a case that was resolved and reopened at these moments.
    pub fn reopened(self, clock: &Clock<'_>, resolved: Instant, reopened: Instant) -> Reopened {
        let days = clock.calendar.date(resolved).until(clock.calendar.date(reopened));
        if days.is_ok_and(|between| between.get_days() > REOPEN_DAYS) {
            return Reopened::NewCase;
        }
        Reopened::Due(match self {
            Self::Continuous => clock.due(),
            Self::Restart => clock.due_after(reopened, clock.target),
            Self::Resume => {
                let left = clock.target.as_millis() - clock.used(resolved).as_millis();
                // What was late already stays late.
                if left < 0 { clock.due() } else { clock.due_after(reopened, Span::millis(left)) }
            }
        })
    }
}
