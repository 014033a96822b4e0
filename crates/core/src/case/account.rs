//! The fair account: the working time of a case or request, split exactly among those in whose
//! hands it was. Every working second is charged to one of them, and none twice.
//!
//! A request is in one pair of hands at every moment (its [`Turn`]s). A case with several open
//! requests is where the one that was sent first is; without one it is with its own department, or with
//! whom that waits for.

use crate::calendar::{Calendar, Calendars};
use crate::case::kinds::{Hand, Mover};
use crate::case::request::hands::{self, Turn};
use crate::case::request::state::{Request, Stage};
use crate::case::state::Case;
use crate::ids::DepartmentId;
use crate::say;
use crate::time::{Instant, Span};

/// A time in one pair of hands, [since, until).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    pub hand: Hand,
    /// The department that had to move.
    pub department: DepartmentId,
    pub since: Instant,
    pub until: Instant,
    pub working: Span,
    /// Whole working seconds, so that the intervals sum to the whole account to the second.
    pub seconds: i64,
}

/// What one of them had in all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    pub hand: Hand,
    pub department: DepartmentId,
    pub working: Span,
    pub seconds: i64,
}

/// Intervals in order, and their sums in the order in which each began first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Account {
    pub intervals: Vec<Interval>,
    pub shares: Vec<Share>,
    pub working: Span,
    pub seconds: i64,
}

/// The account of a request from sending to its end, or until now, in the working hours of who is
/// asked.
pub fn of_request(request: &Request, calendars: &Calendars, now: Instant) -> Account {
    account(&request.turns, request.asked_calendar(calendars), now)
}

/// The account of a case from its receipt to its closing, or until now, in the working hours of the
/// department that opened it. The time between a closing
/// and a reopening belongs to nobody and is left out; so does the time for which it was merged, as
/// it goes on in the other case.
pub fn of_case(case: &Case, calendars: &Calendars, now: Instant) -> Account {
    account(&case.turns, calendars.of(case.calendar), now)
}

fn account(turns: &[Turn], calendar: &Calendar, now: Instant) -> Account {
    let mut account = Account::default();
    let ends = turns.iter().skip(1).map(|next| next.since).chain([now]);
    for (turn, until) in turns.iter().zip(ends) {
        // What changed hands again in the same moment was in nobody's.
        if turn.hand == Hand::Nobody || until <= turn.since {
            continue;
        }
        let working = calendar.elapsed(turn.since, until);
        // Cutting off at the sum, not at each part, loses no second.
        let sum = Span::millis(account.working.as_millis() + working.as_millis());
        let seconds = sum.as_seconds() - account.seconds;
        (account.working, account.seconds) = (sum, sum.as_seconds());
        let (hand, department, since) = (turn.hand, turn.department, turn.since);
        account.intervals.push(Interval { hand, department, since, until, working, seconds });
        let same = |share: &&mut Share| share.hand == hand && share.department == department;
        match account.shares.iter_mut().find(same) {
            Some(share) => {
                share.working = Span::millis(share.working.as_millis() + working.as_millis());
                share.seconds += seconds;
            }
            None => account.shares.push(Share { hand, department, working, seconds }),
        }
    }
    account
}

/// Writes down where a case is from now on, when that has changed.
pub(in crate::case) fn pass(case: &mut Case, at: Instant) {
    let turn = turn(case, at);
    if !case.turns.last().is_some_and(|last| turn.continues(last)) {
        case.turns.push(turn);
    }
}

fn turn(case: &Case, since: Instant) -> Turn {
    let department = case.department;
    let hand = case.wait.map_or(Hand::Department, |wait| wait.on.into());
    let own = Turn { side: Mover::From, hand, department, since };
    if case.is_over() {
        return Turn { side: Mover::Nobody, hand: Hand::Nobody, ..own };
    }
    leading(case).map_or(own, |request| hands::now(request, since))
}

/// The open request that was sent first; one within another is part of the other's time.
pub(in crate::case) fn leading(case: &Case) -> Option<&Request> {
    let open = |request: &&Request| {
        request.parent.is_none()
            && request.ask.mode.obliges()
            && request.stage != Stage::Draft
            && !request.ended()
    };
    let open = case.requests.iter().filter(open);
    open.min_by_key(|request| (request.sent_at, request.ordinal))
}

impl Hand {
    /// What a share was spent on, said with the department's name.
    pub fn words(self, department: &str) -> String {
        match self {
            Self::Department => department.to_owned(),
            Self::Sender => say!("case-account-waiting-for", department),
            Self::Customer => say!("case-account-waiting-for-the-customer").to_owned(),
            Self::ThirdParty => say!("case-account-waiting-for-a-third-party").to_owned(),
            Self::LegalHold => say!("case-account-on-legal-hold").to_owned(),
            Self::Between => say!("case-account-between-departments-on-the-way", department),
            Self::Verify => say!("case-account-to-verify", department),
            Self::Tell => say!("case-account-to-tell-the-customer", department),
            Self::Nobody => "nobody".to_owned(),
        }
    }
}
