//! The fields of the customer that a request carries.

use baton_core::case::request::Request;
use baton_core::case::request::sight::readable;

use super::{PacketView, Source, time};

/// The shared fields that may be read now, with the values that the customer has now.
pub fn packet(source: &Source<'_>, request: &Request) -> Vec<PacketView> {
    let Some(customer) = source.customer else { return Vec::new() };
    readable(request, source.calendars, source.now)
        .into_iter()
        .map(|(grant, until)| {
            let values = customer.values(&grant.item.field);
            let values: Vec<&str> = values.map(|field| source.texts.show(field.value)).collect();
            PacketView {
                field: grant.item.field.clone(),
                value: values.join(", "),
                purpose: source.text(grant.item.purpose),
                why: source.maybe(grant.item.why),
                until: time(until),
            }
        })
        .collect()
}
