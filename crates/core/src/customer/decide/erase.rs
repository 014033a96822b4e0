//! Erasing a customer: their words go, the log stays whole (architecture, L4).

use crate::access::Who;
use crate::check::Check;
use crate::draw::Draw;
use crate::log::{Actor, Decided, Effect};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::{Class, Ink, Retention, Subject, Texts};

use super::super::event::CustomerErased;
use super::super::state::Customer;
use super::merger::not_merged;
use super::{decided, may_see, not_erased};

const SHORTEST_REASON: usize = 20;
const LONGEST_REASON: usize = 500;

/// By these a customer can be told apart.
const TELLING_TAGS: [&str; 5] = ["name", "email", "phone", "address", "account"];

/// Values shorter than this say nothing about who is meant.
const SHORTEST_TELLING_VALUE: usize = 4;

pub(super) fn erase(
    customer: &Customer,
    texts: &Texts,
    reason: &str,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Customer>, Refusal> {
    if !who.compliance && who.actor != Actor::System {
        return Err(not_theirs(who));
    }
    not_merged(customer)?;
    erase_joined(customer, texts, reason, who, now, draw)
}

/// Erases a record that goes with another one: whoever decided on that one has decided on both.
pub fn erase_joined(
    customer: &Customer,
    texts: &Texts,
    reason: &str,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Customer>, Refusal> {
    not_erased(customer)?;
    let reason = reason.trim();
    check(customer, texts, reason)?;

    let subject = Subject::Customer(customer.id);
    let mut ink = Ink::new(draw, Subject::Nobody, Retention::Organisation);
    let event = CustomerErased { reason: ink.write(Class::P1, reason) };
    let effects = vec![Effect::EraseWords { subject }];
    Ok(decided((Some(customer), customer.id), event, ink.dry(), effects, who, now))
}

fn not_theirs(who: &Who) -> Refusal {
    if !may_see(who) {
        return Refusal::not_found();
    }
    let detail = say!("customer-erase-erasing-cannot-be-undone-so");
    Refusal::new(Code::NotAllowed, detail)
}

fn check(customer: &Customer, texts: &Texts, reason: &str) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.text("reason", reason, LONGEST_REASON);
    let length = reason.chars().count();
    if (1..SHORTEST_REASON).contains(&length) {
        let message = say!(
            "customer-erase-say-in-at-least-characters-who",
            shortest_reason = SHORTEST_REASON,
            length
        );
        check.add("reason", "too_short", message);
    }
    if names_the_customer(customer, texts, reason) {
        let message = say!("customer-erase-the-reason-outlives");
        check.add("reason", "names_the_customer", message);
    }
    check.done()
}

fn names_the_customer(customer: &Customer, texts: &Texts, reason: &str) -> bool {
    let reason = reason.to_lowercase();
    customer
        .fields
        .iter()
        .filter(|field| TELLING_TAGS.contains(&field.tag.as_str()))
        .filter_map(|field| texts.get(field.value))
        .map(|value| value.trim().to_lowercase())
        .any(|value| value.chars().count() >= SHORTEST_TELLING_VALUE && reason.contains(&value))
}
