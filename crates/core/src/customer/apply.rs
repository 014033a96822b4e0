//! What events make of a customer. Total: nothing here fails or looks outside.

use crate::ids::{CustomerId, StreamId};
use crate::log::{Recorded, Unreadable, Version};
use crate::records::Record;
use crate::time::Instant;

use super::event::CustomerEvent;
use super::joined::{self, Merger};
use super::state::Customer;

/// The customer after one more event. Before the first one there is none; an event that no
/// customer could have changes nothing but the version.
pub fn apply(
    customer: Option<Customer>,
    id: CustomerId,
    version: Version,
    at: Instant,
    event: &CustomerEvent,
) -> Customer {
    let mut customer = customer.unwrap_or_else(|| Customer {
        id,
        version,
        fields: Vec::new(),
        created_at: at,
        erased_at: None,
        merger: None,
        joined: Vec::new(),
    });
    customer.version = version;
    match event {
        CustomerEvent::CustomerCreated(created) => customer.fields.clone_from(&created.fields),
        CustomerEvent::CustomerRevised(revised) => {
            customer.fields.retain(|field| {
                !revised.removed.contains(&field.tag)
                    && !revised.set.iter().any(|new| new.tag == field.tag)
            });
            customer.fields.extend(revised.set.iter().cloned());
        }
        CustomerEvent::CustomerErased(_) => {
            customer.fields.clear();
            customer.erased_at = Some(at);
            joined::forget(&mut customer);
        }
        CustomerEvent::CustomerMerged(merged) => {
            customer.merger = Some(Merger { into: merged.into, at });
        }
        CustomerEvent::CustomerSeparated(_) => customer.merger = None,
        CustomerEvent::CustomerJoined(event) => joined::join(&mut customer, event),
        CustomerEvent::CustomerParted(event) => joined::part(&mut customer, event.customer),
    }
    customer
}

impl Record for Customer {
    type Id = CustomerId;
    const KIND: &'static str = "customer";

    fn id_of(stream: StreamId) -> Option<CustomerId> {
        if let StreamId::Customer(id) = stream { Some(id) } else { None }
    }
    fn version(&self) -> Version {
        self.version
    }
    fn after(
        known: Option<Self>,
        id: CustomerId,
        recorded: &Recorded,
    ) -> Result<Option<Self>, Unreadable> {
        let event = CustomerEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
        Ok(Some(apply(known, id, recorded.version, recorded.at, &event)))
    }
}
