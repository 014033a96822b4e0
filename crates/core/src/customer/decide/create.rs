//! Creating a customer.

use crate::access::Who;
use crate::check::Check;
use crate::draw::Draw;
use crate::ids::CustomerId;
use crate::log::Decided;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::{Ink, Retention, Subject};

use super::super::command::FieldRecord;
use super::super::event::CustomerCreated;
use super::super::state::{Customer, Field};
use super::{decided, fields, may_see};

pub(super) fn create(
    records: &[FieldRecord],
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Customer>, Refusal> {
    if !may_see(who) {
        let detail = say!("customer-create-customers-are-recorded-by");
        return Err(Refusal::new(Code::NotAllowed, detail));
    }
    let records = fields::tidy(records);
    let mut check = Check::default();
    fields::check(&mut check, &records, now);
    fields::check_whole(&mut check, records.iter().map(|record| record.tag.as_str()));
    check.done()?;

    let id: CustomerId = draw.id();
    let mut ink = Ink::new(draw, Subject::Customer(id), Retention::OrdinaryCase);
    let fields = records
        .into_iter()
        .map(|record| Field {
            class: record.class(),
            value: ink.write(record.class(), &record.value),
            tag: record.tag,
        })
        .collect();
    Ok(decided((None, id), CustomerCreated { fields }, ink.dry(), Vec::new(), who, now))
}
