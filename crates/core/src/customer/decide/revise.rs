//! Changing what is known of a customer.

use crate::access::Who;
use crate::check::Check;
use crate::draw::Draw;
use crate::log::Decided;
use crate::refusal::Refusal;
use crate::say;
use crate::tags::canonical_tag;
use crate::time::Instant;
use crate::vault::{Ink, Retention, Subject, Texts};

use super::super::command::FieldRecord;
use super::super::event::CustomerRevised;
use super::super::state::{Customer, Field};
use super::fields::Tidy;
use super::merger::not_merged;
use super::{decided, fields, may_see, not_erased};

pub(super) fn revise(
    customer: &Customer,
    texts: &Texts,
    set: &[FieldRecord],
    remove: &[String],
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Customer>, Refusal> {
    if !may_see(who) {
        return Err(Refusal::not_found());
    }
    not_erased(customer)?;
    not_merged(customer)?;
    let records = fields::tidy(set);
    let removed = tags_to_remove(customer, remove);
    check(customer, &records, &removed, now)?;

    let mut ink = Ink::new(draw, Subject::Customer(customer.id), Retention::OrdinaryCase);
    let set = records.into_iter().map(|record| keep_or_write(customer, texts, record, &mut ink));
    let event = CustomerRevised { set: set.collect(), removed };
    Ok(decided((Some(customer), customer.id), event, ink.dry(), Vec::new(), who, now))
}

/// The tags among those named that the customer has, each once.
fn tags_to_remove(customer: &Customer, remove: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = remove
        .iter()
        .map(|tag| canonical_tag(tag.trim()).to_owned())
        .filter(|tag| customer.value(tag).is_some())
        .collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn check(
    customer: &Customer,
    records: &[Tidy],
    removed: &[String],
    now: Instant,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if records.is_empty() && removed.is_empty() {
        check.add("set", "missing", say!("customer-revise-say-what-changes-a-field-to"));
    }
    if let Some(both) = removed.iter().find(|tag| records.iter().any(|new| new.tag == **tag)) {
        let message = say!("customer-revise-is-both-set-and-removed-do", both);
        check.add("remove", "contradiction", message);
    }
    fields::check(&mut check, records, now);
    let kept = customer.fields.iter().map(|field| field.tag.as_str()).filter(|tag| {
        !removed.iter().any(|gone| gone == tag) && !records.iter().any(|new| new.tag == *tag)
    });
    let new = records.iter().map(|record| record.tag.as_str());
    fields::check_whole(&mut check, kept.chain(new));
    check.done()
}

/// A value that stays as it was keeps its word, so that the vault does not fill with copies.
fn keep_or_write(customer: &Customer, texts: &Texts, record: Tidy, ink: &mut Ink<'_>) -> Field {
    let class = record.class();
    let same = customer.values(&record.tag).find(|field| {
        field.class == class && texts.get(field.value) == Some(record.value.as_str())
    });
    let value = same.map_or_else(|| ink.write(class, &record.value), |field| field.value);
    Field { tag: record.tag, class, value }
}
