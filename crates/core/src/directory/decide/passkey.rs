//! Taking one passkey from somebody who has lost its device.

use crate::check::Check;
use crate::draw::Draw;
use crate::ids::{PersonId, StreamId};
use crate::log::Decided;
use crate::refusal::Refusal;
use crate::say;
use crate::vault::Subject;

use super::super::apply::{Change, apply_person};
use super::super::event::{DirectoryEvent, PasskeyRemoved};
use super::write::Pen;
use super::{Asked, only_administrators};

const LONGEST_REASON: usize = 1_000;

/// Whether they have such a passkey is looked at where it is kept.
pub(super) fn remove(
    asked: &Asked<'_>,
    id: PersonId,
    reason: &str,
    draw: &mut Draw,
) -> Result<Decided<Change>, Refusal> {
    if !asked.keeps_all_records() {
        return Err(only_administrators(say!("directory-passkey-remove-the-passkey-of")));
    }
    let person = asked.directory.person(id).ok_or_else(Refusal::not_found)?;
    if reason.trim().is_empty() {
        let message = say!("directory-passkey-say-why-it-is-removed");
        return Err(Refusal::invalid("reason", "missing", message));
    }
    let mut check = Check::default();
    check.line("reason", reason, LONGEST_REASON);
    check.done()?;
    let mut pen = Pen::person(draw, &asked.directory.texts, Subject::Person(id));
    let reason = pen.write([], reason);
    let event = DirectoryEvent::from(PasskeyRemoved { reason });
    let expected = person.version;
    let next = apply_person(Some(person.clone()), id, expected + 1, asked.now, &event);
    let next = Change::Person(next.ok_or_else(Refusal::not_found)?);
    Ok(asked.decided(StreamId::Person(id), expected, &event, pen.words(), next))
}
