//! Two records of one customer. The one that was merged keeps its stream and rests; the other one
//! stands for both.

use super::event::CustomerJoined;
use super::state::{Customer, Field};
use crate::ids::CustomerId;
use crate::time::{Instant, Span};

/// How long a merger can be taken back.
pub const TAKE_BACK: Span = Span::times_24h(30);

/// The record that stands for this one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Merger {
    pub into: CustomerId,
    pub at: Instant,
}

impl Merger {
    /// Until when it can be taken back.
    pub fn until(&self) -> Instant {
        self.at + TAKE_BACK
    }
}

/// Another record for which this one stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    pub customer: CustomerId,
    /// The fields as they were before it joined, and with what was taken over.
    before: Vec<Field>,
    after: Vec<Field>,
}

pub(super) fn join(customer: &mut Customer, event: &CustomerJoined) {
    let before = customer.fields.clone();
    customer.fields.retain(|field| !event.set.iter().any(|new| new.tag == field.tag));
    customer.fields.extend(event.set.iter().cloned());
    let after = customer.fields.clone();
    customer.joined.push(Joined { customer: event.customer, before, after });
}

/// What was taken over goes back, but for the tags that somebody has changed since.
pub(super) fn part(customer: &mut Customer, other: CustomerId) {
    let Some(place) = customer.joined.iter().position(|joined| joined.customer == other) else {
        return;
    };
    let joined = customer.joined.remove(place);
    if customer.fields == joined.after {
        customer.fields = joined.before;
        return;
    }
    let of = |fields: &[Field], tag: &str| -> Vec<Field> {
        fields.iter().filter(|field| field.tag == tag).cloned().collect()
    };
    let mut tags: Vec<String> = joined.after.iter().map(|field| field.tag.clone()).collect();
    tags.dedup();
    for tag in tags {
        let (was, taken) = (of(&joined.before, &tag), of(&joined.after, &tag));
        if was != taken && of(&customer.fields, &tag) == taken {
            customer.fields.retain(|field| field.tag != tag);
            customer.fields.extend(was);
        }
    }
}

/// Nothing of them is kept once they are erased.
pub(super) fn forget(customer: &mut Customer) {
    for joined in &mut customer.joined {
        joined.before.clear();
        joined.after.clear();
    }
}
