//! Taking a draft back, and giving notice.

use super::super::event::{AgreementDraftWithdrawn, AgreementEnded};
use super::super::state::Agreement;
use super::Asked;
use crate::check::Check;
use crate::draw::Draw;
use crate::log::Decided;
use crate::refusal::Refusal;
use crate::say;
use crate::time::{Instant, Span};
use crate::vault::{Class, Ink, Retention, Subject, Word, WordRef};

const LONGEST_REASON: usize = 500;
/// Calendar days between giving notice and the end.
const NOTICE_DAYS: i64 = 28;
/// Nobody is bound further ahead by somebody else's notice.
const LONGEST_NOTICE_DAYS: i64 = 366;

pub(super) fn withdraw(
    asked: &Asked<'_>,
    reason: &str,
    draw: &mut Draw,
) -> Result<Decided<Agreement>, Refusal> {
    let Some(draft) = asked.agreement.draft() else {
        return Err(Refusal::not_found());
    };
    let (reason, words) = written(Check::default(), reason, draw)?;
    asked.decided(AgreementDraftWithdrawn { number: draft.number, reason }, words)
}

pub(super) fn end(
    asked: &Asked<'_>,
    from: Instant,
    reason: &str,
    draw: &mut Draw,
) -> Result<Decided<Agreement>, Refusal> {
    let mut check = Check::default();
    if from < asked.now + Span::times_24h(NOTICE_DAYS) {
        let message =
            say!("agreement-undo-the-other-side-needs-time-to", notice_days = NOTICE_DAYS);
        check.add("from", "out_of_range", message);
    }
    if from > asked.now + Span::times_24h(LONGEST_NOTICE_DAYS) {
        check.add("from", "out_of_range", say!("agreement-undo-a-year-ahead-at-most"));
    }
    let (reason, words) = written(check, reason, draw)?;
    asked.decided(AgreementEnded { from, reason }, words)
}

fn written(
    mut check: Check,
    reason: &str,
    draw: &mut Draw,
) -> Result<(WordRef, Vec<Word>), Refusal> {
    check.text("reason", reason, LONGEST_REASON);
    check.done()?;
    let mut ink = Ink::new(draw, Subject::Nobody, Retention::Organisation);
    let reason = ink.write(Class::P0, reason.trim());
    Ok((reason, ink.dry()))
}
