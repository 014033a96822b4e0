//! Putting terms down: of a new agreement, of a draft, of the next version.

use super::super::command::TermsRecord;
use super::super::event::{AgreementProposed, AgreementRevised};
use super::super::state::Agreement;
use super::{Asked, Facts, decided, terms};
use crate::access::Who;
use crate::check::Check;
use crate::draw::Draw;
use crate::ids::{AgreementId, DepartmentId, ServiceId};
use crate::log::Decided;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::{Ink, Retention, Subject};

/// Between whom, and about what.
pub(super) struct Parties {
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub service: Option<ServiceId>,
}

pub(super) fn propose(
    parties: &Parties,
    facts: &Facts,
    record: &TermsRecord,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Agreement>, Refusal> {
    if !who.human || !(who.leads(parties.from) || who.leads(parties.to)) {
        let detail = say!("agreement-propose-an-agreement-is-proposed-by-the");
        return Err(Refusal::new(Code::NotAllowed, detail));
    }
    check(parties, facts)?;
    if facts.taken.is_some() {
        let detail = say!("agreement-propose-there-is-an-agreement-between");
        return Err(Refusal::new(Code::IllegalMove, detail));
    }
    begins_after(record, facts)?;
    let id: AgreementId = draw.id();
    let mut ink = Ink::new(draw, Subject::Nobody, Retention::Organisation);
    let terms = terms::write(record, facts, now, &mut ink)?;
    let (from, to, service) = (parties.from, parties.to, parties.service);
    let event = AgreementProposed { from, to, service, terms };
    decided(None, id, event.into(), ink.dry(), who, now)
}

fn check(parties: &Parties, facts: &Facts) -> Result<(), Refusal> {
    let mut check = Check::default();
    for (field, department) in [("from", parties.from), ("to", parties.to)] {
        if !facts.departments.contains(&department) {
            check.add(field, "unknown", say!("agreement-propose-choose-a-department-that-is-at"));
        }
    }
    if parties.from == parties.to {
        check.add("to", "same_department", say!("agreement-propose-an-agreement-is-between-two"));
    }
    if parties.service.is_some() && facts.service_of != Some(parties.to) {
        let message = say!("agreement-propose-choose-a-service-of-the");
        check.add("service", "unknown", message);
    }
    check.done()
}

/// What comes after terms of which notice was given begins when these end, or later.
fn begins_after(record: &TermsRecord, facts: &Facts) -> Result<(), Refusal> {
    let Some(end) = facts.ends else { return Ok(()) };
    if record.effective_from.is_some_and(|from| from >= end) {
        return Ok(());
    }
    let message = say!("agreement-propose-what-is-there-binds-until");
    Err(Refusal::invalid("effective_from", "out_of_range", message))
}

pub(super) fn revise(
    asked: &Asked<'_>,
    facts: &Facts,
    record: &TermsRecord,
    draw: &mut Draw,
) -> Result<Decided<Agreement>, Refusal> {
    begins_after(record, facts)?;
    let mut ink = Ink::new(draw, Subject::Nobody, Retention::Organisation);
    let terms = terms::write(record, facts, asked.now, &mut ink)?;
    let number = match asked.agreement.draft() {
        Some(draft) => draft.number,
        None => {
            asked.agreement.versions.iter().map(|version| version.number).max().unwrap_or(0) + 1
        }
    };
    asked.decided(AgreementRevised { number, terms }, ink.dry())
}
