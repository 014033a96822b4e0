//! Two records of one customer become one, and are taken apart again (decision 9).

use crate::access::Who;
use crate::draw::Draw;
use crate::log::Decided;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::tags::{canonical_tag, holds_many};
use crate::time::Instant;
use crate::vault::{Ink, Retention, Subject, Texts};

use super::super::event::{CustomerJoined, CustomerMerged, CustomerParted, CustomerSeparated};
use super::super::state::{Customer, Field, normal};
use super::{decided, may_see, not_erased};

/// What is decided for the two records; neither is written without the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Both {
    /// The record that was merged.
    pub merged: Decided<Customer>,
    /// The record that stands for both.
    pub survivor: Decided<Customer>,
}

/// The other record stands for this one, too. Of the fields that can have one value only, those in
/// `take` come from this one; what the other one lacks comes along.
pub fn merge(
    (customer, theirs): (&Customer, &Texts),
    (survivor, own): (&Customer, &Texts),
    take: &[String],
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Both, Refusal> {
    if !may_see(who) {
        return Err(Refusal::not_found());
    }
    not_erased(customer)?;
    not_merged(customer)?;
    fits(customer, survivor)?;
    let mut ink = Ink::new(draw, Subject::Customer(survivor.id), Retention::OrdinaryCase);
    let mut set: Vec<Field> = Vec::new();
    for tag in tags(customer) {
        let missing = missing((customer, theirs), (survivor, own), &tag);
        let taken = take.iter().any(|take| canonical_tag(take) == tag);
        if missing.is_empty() || (!holds_many(&tag) && !taken && survivor.value(&tag).is_some()) {
            continue;
        }
        if holds_many(&tag) {
            set.extend(survivor.values(&tag).cloned());
        }
        set.extend(missing.into_iter().map(|field| Field {
            tag: field.tag.clone(),
            class: field.class,
            value: ink.write(field.class, theirs.show(field.value)),
        }));
    }
    let words = ink.dry();
    let joined = CustomerJoined { customer: customer.id, set };
    let survivor = decided((Some(survivor), survivor.id), joined, words, Vec::new(), who, now);
    let into = survivor.next().id;
    let event = CustomerMerged { into };
    let merged = decided((Some(customer), customer.id), event, Vec::new(), Vec::new(), who, now);
    Ok(Both { merged, survivor })
}

/// A merger is taken back.
pub fn separate(
    customer: &Customer,
    survivor: &Customer,
    who: &Who,
    now: Instant,
) -> Result<Both, Refusal> {
    if !may_see(who) {
        return Err(Refusal::not_found());
    }
    not_erased(customer)?;
    let Some(merger) = &customer.merger else {
        return Err(Refusal::new(
            Code::IllegalMove,
            say!("customer-merger-the-customer-was-not-merged"),
        ));
    };
    if now > merger.until() {
        return Err(Refusal::new(
            Code::Terminal,
            say!("customer-merger-a-merger-can-be-taken-back"),
        ));
    }
    let (from, none) = (survivor.id, Vec::new);
    let event = CustomerSeparated { from };
    let merged = decided((Some(customer), customer.id), event, none(), Vec::new(), who, now);
    let event = CustomerParted { customer: customer.id };
    let survivor = decided((Some(survivor), from), event, none(), Vec::new(), who, now);
    Ok(Both { merged, survivor })
}

/// Each tag once, in the order of the fields.
fn tags(customer: &Customer) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for field in &customer.fields {
        if !tags.contains(&field.tag) {
            tags.push(field.tag.clone());
        }
    }
    tags
}

/// The values of a tag that the survivor does not have in these or nearly these words.
fn missing<'a>(
    (customer, theirs): (&'a Customer, &Texts),
    (survivor, own): (&Customer, &Texts),
    tag: &str,
) -> Vec<&'a Field> {
    let known: Vec<String> =
        survivor.values(tag).map(|field| normal(tag, own.show(field.value))).collect();
    let new = |field: &&Field| {
        theirs.get(field.value).is_some_and(|text| !known.contains(&normal(tag, text)))
    };
    customer.fields.iter().filter(|field| field.tag == tag).filter(new).collect()
}

/// Tags of which both have one value, and not the same.
pub fn conflicts(
    (customer, theirs): (&Customer, &Texts),
    (survivor, own): (&Customer, &Texts),
) -> Vec<String> {
    let differs = |tag: &String| {
        !holds_many(tag)
            && survivor.value(tag).is_some()
            && !missing((customer, theirs), (survivor, own), tag).is_empty()
    };
    tags(customer).into_iter().filter(differs).collect()
}

/// Whoever stands for another record is changed there.
pub(super) fn not_merged(customer: &Customer) -> Result<(), Refusal> {
    if customer.merger.is_none() {
        return Ok(());
    }
    Err(Refusal::new(Code::Terminal, say!("customer-merger-this-record-was-merged-with")))
}

/// Whether the other record can stand for this one.
pub fn fits(customer: &Customer, survivor: &Customer) -> Result<(), Refusal> {
    let wrong = |code, message: &'static str| Err(Refusal::invalid("survivor", code, message));
    if survivor.id == customer.id {
        return wrong("itself", say!("customer-merger-name-another-record-this-one"));
    }
    if survivor.merger.is_some() {
        return wrong("merged", say!("customer-merger-that-record-was-merged-itself"));
    }
    if survivor.is_erased() {
        return wrong("erased", say!("customer-merger-everything-about-that-customer"));
    }
    Ok(())
}
