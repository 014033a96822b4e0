//! What the cast types, complete and right unless a story changes it.

use serde_json::{Value, json};

use crate::world::World;

pub const NEED: &str = "Find the parcel that Ms Okafor has been waiting for since Friday.";

/// A customer with something in every field.
pub fn customer() -> Value {
    json!({
        "name": "Grace Okafor",
        "emails": ["grace@customer.example"],
        "phones": ["+44 20 7946 0001"],
        "address": "4 Canal Street, Leeds",
        "account": "ACC-7731",
        "date_of_birth": "1984-02-29",
        "notes": "Rings the bell twice.",
        "fields": { "loyalty_card": "LC-4455" },
    })
}

/// A macro with a text and something that it does.
pub fn greeting() -> Value {
    json!({
        "name": "Greeting",
        "text": "Hello {{customer.first_name or \"there\"}}, this is {{person.name}}.",
        "steps": [{ "act": "add_note", "text": "Greeted, about {{case.ref}}." }],
    })
}

pub fn case(customer: Option<&str>) -> Value {
    json!({
        "customer": customer,
        "subject": "Where is my parcel?",
        "body": "I have stayed at home for two days.",
        "channel": if customer.is_some() { "phone" } else { "internal" },
    })
}

/// A complete request, needed in 48 hours.
pub fn ask(world: &World, to: impl ToString) -> Value {
    json!({
        "mode": "delegate",
        "to": to.to_string(),
        "need": NEED,
        "outcome_wanted": "We know where it is and when it comes.",
        "why": "She has stayed at home for two days.",
        "why_department": "Only Logistics sees the depots.",
        "background": "Order 7731, sent on Thursday.",
        "needed_by": world.in_hours(48),
        "needed_by_reason": "customer_promise",
        "service_class": "standard",
        "channel": "desk",
    })
}

/// Something to know, and nothing to do.
pub fn notice(to: impl ToString) -> Value {
    json!({
        "mode": "inform",
        "to": to.to_string(),
        "need": "The customer was refunded.",
        "why": "So that nobody refunds it again.",
    })
}

pub fn shared(field: &str) -> Value {
    json!({ "field": field, "purpose": "arrange_delivery", "why": "To reach her at the door." })
}

/// A read-back that agrees with the request in every item, made from what the request shows.
pub fn read_back(world: &World, request: &Value) -> Value {
    let by = request["needed_by"].as_str().map_or_else(|| world.in_hours(4), str::to_owned);
    json!({
        "outcome": "Amira hears which depot holds it, with a new day.",
        "will_do": "I call the depots today and book a van.",
        "by": by,
        "restated": {
            "customer": request["customer"],
            "needed_by": request["needed_by"],
            "contingency": request["contingency"],
        },
        "data_sufficient": true,
    })
}

pub fn delivery() -> Value {
    json!({
        "outcome": "It lies in Leeds and comes on Wednesday.",
        "customer_may_be_told": "Your parcel comes on Wednesday.",
        "evidence": "Scan of the depot.",
    })
}

pub fn decline(team: &str) -> Value {
    json!({
        "reason": "wrong_team",
        "text": "Parcels of this size are handled elsewhere.",
        "alternative": { "kind": "team", "value": team },
    })
}

pub fn counter(world: &World) -> Value {
    json!({
        "by": world.in_hours(72),
        "reason": "The depot is closed today.",
        "effect_on_customer": "She hears a day later.",
    })
}

pub fn wait(world: &World, on: &str) -> Value {
    json!({
        "on": on,
        "reason": "They look for it.",
        "evidence": "Call at noon.",
        "resume_by": world.in_hours(8),
    })
}

pub fn outcome() -> Value {
    json!({ "kind": "outcome", "channel": "phone", "body": "Your parcel comes on Wednesday." })
}

pub fn holding() -> Value {
    json!({ "kind": "holding", "channel": "phone", "body": "We are looking for your parcel." })
}

pub fn closure() -> Value {
    json!({ "outcome": "The parcel came on Wednesday." })
}

pub fn reason() -> Value {
    json!({ "reason": "It was the wrong parcel." })
}

/// The least that an act takes.
pub fn reason_of(noun: &str) -> Value {
    if noun == "withdrawal" { reason() } else { json!({}) }
}
