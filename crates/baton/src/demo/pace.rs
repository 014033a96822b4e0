//! How long things take, in working minutes; here lies the trouble that insight shall find.

use super::dates::DAY;
use super::luck::Luck;
use super::path::Beat;

/// What is particular about the pair of departments of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Pair {
    /// Billing asks Logistics: taken in late, delivered late.
    pub slow: bool,
    /// Sales asked: its people leave read-backs lying.
    pub unread: bool,
    /// Must be quick: danger, or a case that shall have got somewhere when the demo ends.
    pub brisk: bool,
}

/// Working days until a slow pair takes a request in: 2 to 4.
const SLOW_FIRST_TOUCH: (i64, i64) = (2 * DAY, 4 * DAY);
/// Working days by which a slow pair misses the date: 2 to 5.
pub(super) const SLOW_DELIVERY: (i64, i64) = (2 * DAY, 5 * DAY);
/// Working days for which read-backs wait for Sales: 2 to 5.
const UNREAD: (i64, i64) = (2 * DAY, 5 * DAY);
/// Working days between Billing's answer and the customer's hearing of it: 2 to 5.
const TOLD_LATE: (i64, i64) = (2 * DAY, 5 * DAY);

/// Working minutes until a beat follows the one before.
pub(super) fn before(beat: Beat, first_touch: bool, pair: Pair, luck: &mut Luck) -> i64 {
    let range = match beat {
        _ if first_touch && pair.slow => SLOW_FIRST_TOUCH,
        Beat::Confirm | Beat::Correct if pair.unread => UNREAD,
        _ if first_touch => (8, 300),
        Beat::ReadBack => (10, 220),
        Beat::Send => (60, 300),
        Beat::Confirm | Beat::Correct => (5, 260),
        Beat::OwedReadBack => (20, 70),
        Beat::Acknowledge | Beat::Child => (10, 90),
        Beat::Ask | Beat::Counter | Beat::Decline | Beat::PassOn => (30, 420),
        Beat::Redirect | Beat::Answer | Beat::AcceptCounter | Beat::RefuseCounter => (25, 400),
        Beat::RuleOnHops => (240, 900),
        Beat::Progress => (60, 600),
        Beat::AskCustomer => (15, 200),
        Beat::WaitCustomer => (3, 12),
        Beat::CustomerAnswers => (120, 1_400),
        Beat::WaitThird => (40, 300),
        Beat::Resume => (20, 200),
        Beat::Deliver => (60, 400),
        Beat::Reject | Beat::Verify => (15, 420),
        Beat::Withdraw => (120, 700),
        Beat::Merge => (5, 20),
        Beat::Escalate | Beat::Dispute => (120, 500),
        Beat::Position => (60, 300),
        Beat::Rule => (300, 800),
        Beat::Reopen => (60, 300),
        Beat::ShareMore | Beat::Unshare => (20, 120),
        Beat::Rest => (0, 0),
    };
    let minutes = luck.skewed(range.0, range.1);
    match pair {
        _ if pair.slow || pair.unread => luck.between(range.0, range.1),
        Pair { brisk: true, .. } => minutes / 4 + 1,
        _ => minutes,
    }
}

/// Working minutes between the last answer and the customer's hearing of it.
pub(super) fn before_telling(late: bool, luck: &mut Luck) -> i64 {
    if late { luck.between(TOLD_LATE.0, TOLD_LATE.1) } else { luck.skewed(8, 300) }
}
