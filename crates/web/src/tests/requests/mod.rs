//! The pages of requests and of the directory, for people of either side, on a real desk.

mod directory;
mod forms;
mod offered;
mod raising;
mod trays;

use serde_json::{Value, json};

use super::house::{House, PRIYA, TOM};

/// `C-1001/1`, of the id that the API gave.
pub async fn reference(house: &House, id: &str) -> String {
    let request = house.api(PRIYA, "GET", &format!("/requests/{id}"), Value::Null).await;
    super::pages::text(&request["ref"])
}

/// Does an act of the API, which must go well.
pub async fn act(house: &House, who: &str, request: &str, noun: &str, body: Value) {
    house.post(who, &format!("/requests/{request}/{noun}"), body).await;
}

pub async fn read_back(house: &House, request: &str) {
    let body = json!({
        "outcome": "Somebody gets a working replacement at their door by courier",
        "will_do": "Book the courier for Thursday and put one from stock in the van",
        "by": "2026-12-01T12:00:00Z", "acknowledge": true,
        "restated": { "needed_by": "2026-12-01T17:00:00Z" }, "data_sufficient": true,
    });
    act(house, TOM, request, "read-back", body).await;
}
