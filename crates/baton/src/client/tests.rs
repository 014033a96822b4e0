use super::*;
use serde_json::json;

#[test]
fn the_slash_of_a_request_reference_stays_in_its_part_of_the_path() {
    assert_eq!(encode("C-1001/1"), "C-1001%2F1");
    assert_eq!(encode("é?"), "%C3%A9%3F");
}

#[test]
fn each_refusal_of_the_api_ends_with_its_own_number() {
    for (status, code) in
        [(401, 4), (403, 4), (404, 3), (409, 5), (422, 2), (429, 7), (500, 7), (503, 7), (418, 1)]
    {
        assert_eq!(refused(status, None, "x").kind.code(), code, "{status}");
    }
}

#[test]
fn a_refusal_is_passed_on_with_its_next_step_and_its_operation() {
    let problem = json!({
        "title": "There is nothing here that you can see.",
        "detail": "It belongs to another department.\u{1b}[2J",
        "operation": "op-7"
    });
    let exit = refused(404, Some(&problem), "x");
    assert_eq!(
        exit.message,
        "There is nothing here that you can see. It belongs to another department.[2J (operation op-7)"
    );
}
