//! A customer for people whose department takes cases from customers.

use baton_core::customer::Customer;
use baton_core::tags::KNOWN_TAGS;
use baton_core::vault::Texts;
use std::collections::BTreeMap;

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};

view! {
    CustomerView as CUSTOMER "Customer" {
        "id" id: String = Out::Id,
        "version" version: u32 = Out::Whole,
        "name" name: Option<String> = MAYBE_TEXT,
        "emails" emails: Vec<String> = Out::List(&Out::Text),
        "phones" phones: Vec<String> = Out::List(&Out::Text),
        "address" address: Option<String> = MAYBE_TEXT,
        "account" account: Option<String> = MAYBE_TEXT,
        "date_of_birth" date_of_birth: Option<String> = MAYBE_TEXT,
        "notes" notes: Option<String> = MAYBE_TEXT,
        "fields" fields: BTreeMap<String, String> = Out::Map(&Out::Text),
        "classes" classes: BTreeMap<String, String> = Out::Map(&Out::Text),
        "created_at" created_at: String = Out::Time,
        "erased_at" erased_at: Option<String> = MAYBE_TIME,
        /// The record that stands for this one, when it was merged.
        "merged_into" merged_into: Option<String> = MAYBE_ID,
        /// The records for which this one stands.
        "joined" joined: Vec<String> = Out::List(&Out::Id),
    }
}

pub fn customer(customer: &Customer, texts: &Texts) -> CustomerView {
    let one = |tag: &str| customer.value(tag).map(|field| texts.show(field.value).to_owned());
    let all = |tag| customer.values(tag).map(|field| texts.show(field.value).to_owned()).collect();
    let own =
        customer.fields.iter().filter(|field| !KNOWN_TAGS.iter().any(|(tag, _)| *tag == field.tag));
    CustomerView {
        id: customer.id.to_string(),
        version: customer.version,
        name: one("name"),
        emails: all("email"),
        phones: all("phone"),
        address: one("address"),
        account: one("account"),
        date_of_birth: one("date_of_birth"),
        notes: one("notes"),
        fields: own.map(|field| (field.tag.clone(), texts.show(field.value).to_owned())).collect(),
        classes: customer
            .fields
            .iter()
            .map(|field| (field.tag.clone(), format!("P{}", field.class.level())))
            .collect(),
        created_at: time(customer.created_at),
        erased_at: maybe_time(customer.erased_at),
        merged_into: customer.merger.map(|merger| merger.into.to_string()),
        joined: customer.joined.iter().map(|joined| joined.customer.to_string()).collect(),
    }
}
