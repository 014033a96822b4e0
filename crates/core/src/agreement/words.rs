//! How the events of an agreement are said.

use super::event::AgreementEvent;
use super::kinds::Side;
use crate::vault::Texts;

/// One sentence about an event, with the name of whoever did it and of the two departments.
pub fn say(event: &AgreementEvent, actor: &str, from: &str, to: &str, texts: &Texts) -> String {
    match event {
        AgreementEvent::AgreementProposed(_) => {
            format!("{actor} proposed an agreement between {from} and {to}.")
        }
        AgreementEvent::AgreementRevised(revised) => {
            format!("{actor} put down terms for version {}.", revised.number)
        }
        AgreementEvent::AgreementSigned(signed) => {
            let side = match signed.side {
                Side::From => from,
                Side::To => to,
            };
            format!("{actor} signed version {} for {side}.", signed.number)
        }
        AgreementEvent::AgreementDraftWithdrawn(withdrawn) => {
            let reason = texts.show(withdrawn.reason);
            format!("{actor} withdrew the draft of version {}: {reason}", withdrawn.number)
        }
        AgreementEvent::AgreementEnded(ended) => {
            format!("{actor} gave notice: {}", texts.show(ended.reason))
        }
    }
}
