//! How the events of an agreement are said.

use super::event::AgreementEvent;
use super::kinds::Side;
use crate::say;
use crate::vault::Texts;

/// One sentence about an event, with the name of whoever did it and of the two departments.
pub fn say(event: &AgreementEvent, actor: &str, from: &str, to: &str, texts: &Texts) -> String {
    match event {
        AgreementEvent::AgreementProposed(_) => {
            say!("agreement-words-proposed-an-agreement-between", actor, from, to)
        }
        AgreementEvent::AgreementRevised(revised) => {
            say!("agreement-words-put-down-terms-for-version", actor, number = revised.number)
        }
        AgreementEvent::AgreementSigned(signed) => {
            let side = match signed.side {
                Side::From => from,
                Side::To => to,
            };
            say!("agreement-words-signed-version-for", actor, number = signed.number, side)
        }
        AgreementEvent::AgreementDraftWithdrawn(withdrawn) => {
            let reason = texts.show(withdrawn.reason);
            say!(
                "agreement-words-withdrew-the-draft-of-version",
                actor,
                number = withdrawn.number,
                reason
            )
        }
        AgreementEvent::AgreementEnded(ended) => {
            say!("agreement-words-gave-notice", actor, reason = texts.show(ended.reason))
        }
    }
}
