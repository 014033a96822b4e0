//! Whether a command about a customer may be, and what it leads to.
//!
//! Customers are kept by people who take cases from customers and by Baton itself. Whoever may not
//! see a customer is told that there is none.

mod create;
mod erase;
mod fields;
mod merger;
mod revise;

pub use erase::erase_joined;
pub use merger::{Both, conflicts, fits, merge, separate};

use crate::access::{Who, customer_sight};
use crate::draw::Draw;
use crate::log::{Decided, Effect, Entry};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::{Texts, Word};

use super::apply::apply;
use super::command::Command;
use super::event::CustomerEvent;
use super::state::Customer;
use crate::ids::{CustomerId, StreamId};

/// Decides on a command. `customer` is `None` for one who is to be created; `texts` are the texts
/// of their fields. The decision has one event.
pub fn decide(
    customer: Option<&Customer>,
    texts: &Texts,
    command: Command,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Customer>, Refusal> {
    match (customer, command) {
        (None, Command::Create { fields }) => create::create(&fields, who, now, draw),
        (Some(_), Command::Create { .. }) => {
            Err(Refusal::new(Code::IllegalMove, say!("customer-this-customer-is-there-already")))
        }
        (None, _) => Err(Refusal::not_found()),
        (Some(customer), Command::Revise { set, remove }) => {
            revise::revise(customer, texts, &set, &remove, who, now, draw)
        }
        (Some(customer), Command::Erase { reason }) => {
            erase::erase(customer, texts, &reason, who, now, draw)
        }
    }
}

fn may_see(who: &Who) -> bool {
    customer_sight(who).any()
}

fn not_erased(customer: &Customer) -> Result<(), Refusal> {
    if customer.is_erased() {
        let detail = say!("customer-everything-about-this-customer");
        return Err(Refusal::new(Code::Terminal, detail));
    }
    Ok(())
}

/// The decision that one event makes.
fn decided(
    (customer, id): (Option<&Customer>, CustomerId),
    event: impl Into<CustomerEvent>,
    words: Vec<Word>,
    effects: Vec<Effect>,
    who: &Who,
    now: Instant,
) -> Decided<Customer> {
    let event = event.into();
    let expected = customer.map_or(0, |customer| customer.version);
    let next = apply(customer.cloned(), id, expected + 1, now, &event);
    let entry =
        Entry { at: now, actor: who.actor, kind: event.kind(), v: event.v(), data: event.encode() };
    Decided::new(StreamId::Customer(id), expected, vec![entry], words, effects, next)
}
