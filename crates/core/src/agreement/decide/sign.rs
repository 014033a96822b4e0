//! Signing terms for one's side.

use super::super::event::AgreementSigned;
use super::super::moves::signing_side;
use super::super::state::Agreement;
use super::Asked;
use crate::log::{Decided, Version};
use crate::refusal::{Code, Refusal};
use crate::say;

pub(super) fn sign(asked: &Asked<'_>, written: Version) -> Result<Decided<Agreement>, Refusal> {
    let side = signing_side(asked.agreement, asked.who)?;
    let Some(draft) = asked.agreement.draft() else {
        return Err(Refusal::not_found());
    };
    if draft.written != written {
        let detail = say!("agreement-sign-the-terms-were-changed-after");
        return Err(Refusal::new(Code::StaleVersion, detail));
    }
    asked.decided(AgreementSigned { number: draft.number, side }, Vec::new())
}
