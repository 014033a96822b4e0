//! What the log keeps of a customer.

use serde::{Deserialize, Serialize};

use super::state::Field;
use crate::vault::WordRef;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerCreated {
    pub fields: Vec<Field>,
}

/// The tags of `set` have these values from now on and no others; those of `removed` have none.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerRevised {
    pub set: Vec<Field>,
    pub removed: Vec<String>,
}

/// Text and salt of every word about them are gone with this event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerErased {
    /// Nobody's data: it must not name the customer.
    pub reason: WordRef,
}

crate::events! {
    /// An event of a customer's stream.
    CustomerEvent {
        CustomerCreated = "customer_created" v 1,
        CustomerRevised = "customer_revised" v 1,
        CustomerErased = "customer_erased" v 1,
    }
}
