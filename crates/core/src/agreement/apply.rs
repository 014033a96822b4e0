//! What events make of an agreement. Total: nothing here fails or looks outside.

use super::event::{AgreementEvent, AgreementProposed};
use super::kinds::Side;
use super::state::{Agreement, Ending, Signature, Terms, TermsVersion};
use crate::ids::{AgreementId, StreamId};
use crate::log::{Recorded, Stamp, Unreadable, Version};
use crate::records::Record;

/// The agreement after one more event. `None` stays `None` until it is proposed; an event that no
/// agreement could have changes nothing but the version.
pub fn apply(
    agreement: Option<Agreement>,
    id: AgreementId,
    stamp: Stamp,
    event: &AgreementEvent,
) -> Option<Agreement> {
    let mut agreement = match (agreement, event) {
        (None, AgreementEvent::AgreementProposed(proposed)) => {
            return Some(begun(id, stamp, proposed));
        }
        (agreement, _) => agreement?,
    };
    agreement.version = stamp.version;
    match event {
        AgreementEvent::AgreementProposed(_) => {}
        AgreementEvent::AgreementRevised(revised) => {
            agreement.versions.retain(|version| version.number != revised.number);
            agreement.versions.push(drafted(revised.number, revised.terms.clone(), stamp));
        }
        AgreementEvent::AgreementSigned(signed) => {
            let signature = Some(Signature { person: stamp.person(), at: stamp.at });
            for version in numbered(&mut agreement, signed.number) {
                match signed.side {
                    Side::From => version.from_signature = signature,
                    Side::To => version.to_signature = signature,
                }
            }
        }
        AgreementEvent::AgreementDraftWithdrawn(withdrawn) => {
            for version in numbered(&mut agreement, withdrawn.number) {
                version.withdrawn_at = Some(stamp.at);
            }
        }
        AgreementEvent::AgreementEnded(ended) => {
            agreement.ending = Some(Ending { from: ended.from, by: stamp.person() });
        }
    }
    Some(agreement)
}

fn begun(id: AgreementId, stamp: Stamp, proposed: &AgreementProposed) -> Agreement {
    Agreement {
        id,
        version: stamp.version,
        from: proposed.from,
        to: proposed.to,
        service: proposed.service,
        versions: vec![drafted(1, proposed.terms.clone(), stamp)],
        ending: None,
    }
}

fn drafted(number: u32, terms: Terms, stamp: Stamp) -> TermsVersion {
    TermsVersion {
        number,
        terms,
        written: stamp.version,
        proposed_by: stamp.person(),
        proposed_at: stamp.at,
        from_signature: None,
        to_signature: None,
        withdrawn_at: None,
    }
}

fn numbered(agreement: &mut Agreement, number: u32) -> impl Iterator<Item = &mut TermsVersion> {
    agreement.versions.iter_mut().filter(move |version| version.number == number)
}

impl Record for Agreement {
    type Id = AgreementId;
    const KIND: &'static str = "agreement";

    fn id_of(stream: StreamId) -> Option<AgreementId> {
        if let StreamId::Agreement(id) = stream { Some(id) } else { None }
    }
    fn version(&self) -> Version {
        self.version
    }
    fn after(
        known: Option<Self>,
        id: AgreementId,
        recorded: &Recorded,
    ) -> Result<Option<Self>, Unreadable> {
        let event = AgreementEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
        Ok(apply(known, id, recorded.stamp(), &event))
    }
}
