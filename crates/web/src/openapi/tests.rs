use serde_json::json;

use super::*;

static INNER: Thing = Thing::new("Inner", &[("due", Out::Time)]);
static OUTER: Thing = Thing::new(
    "Outer",
    &[
        ("id", Out::Id),
        ("inner", Out::Maybe(&Out::Thing(&INNER))),
        ("state", Out::Choice(&["new"])),
    ],
)
.sometimes(&[("phone", Out::Text)]);

static LIST: Out = Out::Items(&Out::Thing(&OUTER));

fn checked(value: &Value) -> Result<(), String> {
    let document = json!({ "components": { "schemas": {
        "Inner": INNER.schema(), "Outer": OUTER.schema(),
    } } });
    conforms(&document, &LIST.schema(), value)
}

fn one(item: &Value) -> Result<(), String> {
    checked(&json!({ "items": [item], "next": null }))
}

#[test]
fn what_is_declared_conforms_and_nothing_else() {
    let due = "2026-12-01T17:00:00Z";
    assert_eq!(one(&json!({ "id": "a", "inner": null, "state": "new" })), Ok(()));
    assert_eq!(
        one(&json!({ "id": "a", "inner": { "due": due }, "state": "new", "phone": "1" })),
        Ok(())
    );
    for (item, at) in [
        (json!({ "id": "a", "state": "new" }), "$.items[0].inner"),
        (json!({ "id": 7, "inner": null, "state": "new" }), "$.items[0].id"),
        (json!({ "id": "a", "inner": null, "state": "old" }), "$.items[0].state"),
        (json!({ "id": "a", "inner": { "due": "tomorrow" }, "state": "new" }), "$.items[0].inner"),
        (json!({ "id": "a", "inner": null, "state": "new", "email": "x" }), "$.items[0].email"),
    ] {
        let failure = one(&item).unwrap_err();
        assert!(failure.starts_with(at), "{failure}");
    }
    assert!(checked(&json!({ "items": [] })).is_err());
}

#[test]
fn a_time_that_is_not_in_utc_does_not_conform() {
    let schema = Out::Time.schema();
    assert!(conforms(&Value::Null, &schema, &json!("2026-12-01T17:00:00Z")).is_ok());
    assert!(conforms(&Value::Null, &schema, &json!("2026-12-01T17:00:00+01:00")).is_err());
}

#[test]
fn references_of_the_whole_document_lead_somewhere() {
    let document = document(crate::table::table());
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(document.pointer(reference).is_some(), "{reference}");
    }
}
