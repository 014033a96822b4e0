//! The pages of cases, customers, search and Today, on a real desk.

mod acts;
mod agreements;
mod calendars;
mod case;
mod closing;
mod customers;
mod finding;
mod first_run;
mod mail;
mod naming;
mod public;
mod service_levels;
mod writing;

use serde_json::{Value, json};

use super::house::{House, PRIYA, TOM};

/// Ada has written about her kettle; the case is Priya's.
pub async fn kettle(house: &House) -> String {
    let customer =
        json!({ "name": "Ada Okafor", "emails": ["ada@example.com"], "notes": "Lives alone." });
    let customer = house.post(PRIYA, "/customers", customer).await;
    let case = json!({
        "customer": customer["id"], "subject": "Kettle arrived broken", "channel": "email",
        "body": "The kettle <b>arrived</b> broken.",
    });
    text(&house.post(PRIYA, "/cases", case).await["id"])
}

/// Logistics is asked for a new one.
pub async fn asked(house: &House, case: &str) -> String {
    let request = json!({
        "mode": "delegate", "to": "Logistics", "need": "Send a new kettle to the customer",
        "outcome_wanted": "The customer has a kettle that works", "why": "Theirs arrived broken",
        "why_department": "You run the couriers", "background": "Order 5512, bought last week",
        "needed_by": "2026-12-01T17:00:00Z", "needed_by_reason": "customer_promise",
        "service_class": "standard", "channel": "desk",
        "shared_fields": [{ "field": "email", "purpose": "arrange_delivery" }],
    });
    text(&house.post(PRIYA, &format!("/cases/{case}/requests"), request).await["id"])
}

/// Logistics has read it back, and Priya has confirmed it.
pub async fn agreed(house: &House, request: &str) {
    let at = |act: &str| format!("/requests/{request}/{act}");
    let shown = house.api(TOM, "GET", &format!("/requests/{request}"), Value::Null).await;
    let read_back = json!({
        "outcome": "Somebody gets a working replacement at their door by courier",
        "will_do": "Book the courier for Thursday and put one from stock in the van",
        "by": "2026-12-01T12:00:00Z", "acknowledge": true,
        "restated": { "customer": shown["customer"], "needed_by": shown["needed_by"] },
        "data_sufficient": true,
    });
    house.post(TOM, &at("read-back"), read_back).await;
    house.post(PRIYA, &at("confirmation"), json!({})).await;
}

/// Logistics has delivered, too, and Priya has checked it.
pub async fn answered(house: &House, request: &str) {
    agreed(house, request).await;
    let at = |act: &str| format!("/requests/{request}/{act}");
    let delivery = json!({
        "outcome": "Van 4 took it, signed for by a neighbour",
        "customer_may_be_told": "Your new kettle is with your neighbour at number 12.",
    });
    house.post(TOM, &at("delivery"), delivery).await;
    house.post(PRIYA, &at("verification"), json!({})).await;
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What a reader gets to see of a page: its text without tags.
pub fn seen(page: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in page.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => out.push(letter),
            _ => {}
        }
    }
    out
}
