//! What a customer is.

use serde::{Deserialize, Serialize};

use super::joined::{Joined, Merger};
use crate::ids::CustomerId;
use crate::log::Version;
use crate::say;
use crate::tags::canonical_tag;
use crate::time::Instant;
use crate::vault::{Class, Texts, WordRef, erased};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Customer {
    pub id: CustomerId,
    pub version: Version,
    /// In the order in which they were given; e-mail and phone may come several times.
    pub fields: Vec<Field>,
    pub created_at: Instant,
    /// Set for ever once erased; there are no fields then.
    pub erased_at: Option<Instant>,
    /// The record that stands for this one, when it was merged.
    pub merger: Option<Merger>,
    /// The records for which this one stands.
    pub joined: Vec<Joined>,
}

/// One thing known of a customer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Field {
    pub tag: String,
    pub class: Class,
    pub value: WordRef,
}

impl Customer {
    /// The values of a tag, the most important first.
    pub fn values<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Field> {
        let tag = canonical_tag(tag);
        self.fields.iter().filter(move |field| field.tag == tag)
    }

    /// The first value of a tag.
    pub fn value(&self, tag: &str) -> Option<&Field> {
        let tag = canonical_tag(tag);
        self.fields.iter().find(|field| field.tag == tag)
    }

    /// The word of the first value of a tag.
    pub fn first(&self, tag: &str) -> Option<WordRef> {
        self.value(tag).map(|field| field.value)
    }

    pub fn is_erased(&self) -> bool {
        self.erased_at.is_some()
    }

    /// What they are called in lists: their name, else their first address or number.
    pub fn name<'a>(&self, texts: &'a Texts) -> &'a str {
        if self.is_erased() {
            return erased();
        }
        let shown = ["name", "email", "phone", "account"].iter().find_map(|tag| self.value(tag));
        shown.map_or(say!("customer-state-no-name"), |field| texts.show(field.value))
    }
}

/// A value as it is compared with others of its tag: an address without regard to case, a number
/// without its spaces and dashes, all else without regard to case and outer spaces.
pub fn normal(tag: &str, value: &str) -> String {
    match canonical_tag(tag) {
        "phone" => value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        _ => value.trim().to_lowercase(),
    }
}
