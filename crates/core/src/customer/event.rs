//! What the log keeps of a customer.

use serde::{Deserialize, Serialize};

use super::state::Field;
use crate::ids::CustomerId;
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

/// Another record of the same customer stands for this one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerMerged {
    pub into: CustomerId,
}

/// This record stands for itself again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerSeparated {
    pub from: CustomerId,
}

/// This record stands for another one, and its tags of `set` have these values from now on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerJoined {
    pub customer: CustomerId,
    pub set: Vec<Field>,
}

/// A record that had joined stands for itself again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerParted {
    pub customer: CustomerId,
}

crate::events! {
    /// An event of a customer's stream.
    CustomerEvent {
        CustomerCreated = "customer_created" v 1,
        CustomerRevised = "customer_revised" v 1,
        CustomerErased = "customer_erased" v 1,
        CustomerMerged = "customer_merged" v 1,
        CustomerSeparated = "customer_separated" v 1,
        CustomerJoined = "customer_joined" v 1,
        CustomerParted = "customer_parted" v 1,
    }
}
