use baton_core::refusal::Code;
use jiff::tz::TimeZone;

use super::*;
use crate::problem::Fault;
use crate::shape::{Field, Kind, Shape};

static PART: Shape =
    Shape::new("Part", &[Field::text("field", 20).required(), Field::text("purpose", 20)]);

static ALL: Shape = Shape::new(
    "All",
    &[
        Field::text("name", 5).required(),
        Field::whole("count", 1, 9),
        Field::flag("draft"),
        Field::choice("kind", &["note", "call"]),
        Field::time("by"),
        Field::date("born"),
        Field::group("part", &PART),
        Field::list("parts", &Kind::Group(&PART), 2),
        Field::list("emails", &Kind::Text { most: 20, lines: false }, 2),
        Field::map("fields", &Kind::Text { most: 20, lines: false }, 2),
    ],
);

fn json(body: &str) -> Result<Input, Refusal> {
    from_json(&ALL, body.as_bytes()).unwrap()
}

fn form(encoded: &str) -> Result<Input, Refusal> {
    from_form(&ALL, &pairs(encoded.as_bytes()), TimeZone::get("Europe/London").unwrap())
}

fn errors(reading: Result<Input, Refusal>) -> Vec<(String, &'static str)> {
    let fields = reading.unwrap_err().fields;
    fields.into_iter().map(|error| (error.field, error.code)).collect()
}

#[test]
fn a_body_is_read_into_what_the_shape_declares() {
    let input = json(
        r#"{"name":"Ada","count":3,"draft":true,"kind":"call","by":"2026-12-01T17:00:00Z",
            "born":"1990-02-03","part":{"field":"phone"},"parts":[{"field":"a"},{"field":"b"}],
            "emails":["a@b.c"],"fields":{"tier":"gold"}}"#,
    )
    .unwrap();
    assert_eq!(input.text("name"), Some("Ada"));
    assert_eq!((input.whole("count"), input.flag("draft")), (Some(3), true));
    assert_eq!(input.time("by"), "2026-12-01T17:00:00Z".parse().ok());
    assert_eq!(input.date("born").map(|day| day.to_string()).as_deref(), Some("1990-02-03"));
    assert_eq!(input.group("part").and_then(|part| part.text("field")), Some("phone"));
    let fields: Vec<&str> = input.groups("parts").map(|part| part.words("field")).collect();
    assert_eq!(fields, ["a", "b"]);
    assert_eq!(input.texts("emails").collect::<Vec<_>>(), ["a@b.c"]);
    assert_eq!(input.group("fields").and_then(|map| map.text("tier")), Some("gold"));
}

#[test]
fn null_and_absent_are_the_same_and_a_blank_optional_text_is_absent() {
    let input = json(r#"{"name":"Ada","count":null,"part":null,"kind":null}"#).unwrap();
    assert!(!input.has("count") && !input.has("part") && !input.has("kind"));
    assert!(!json(r#"{"name":"Ada","emails":[]}"#).unwrap().has("emails"));
}

#[test]
fn each_kind_of_mistake_has_its_own_code() {
    for (body, field, code) in [
        (r#"{}"#, "name", "missing"),
        (r#"{"name":null}"#, "name", "missing"),
        (r#"{"name":" "}"#, "name", "blank"),
        (r#"{"name":7}"#, "name", "wrong_type"),
        (r#"{"name":"éééééé"}"#, "name", "too_long"),
        (r#"{"name":"a\u0000"}"#, "name", "nul_byte"),
        (r#"{"name":"Ada","count":0}"#, "count", "out_of_range"),
        (r#"{"name":"Ada","count":1.5}"#, "count", "wrong_type"),
        (r#"{"name":"Ada","count":"3"}"#, "count", "wrong_type"),
        (r#"{"name":"Ada","draft":"on"}"#, "draft", "wrong_type"),
        (r#"{"name":"Ada","kind":"shout"}"#, "kind", "not_one_of"),
        (r#"{"name":"Ada","by":"tomorrow"}"#, "by", "not_a_time"),
        (r#"{"name":"Ada","by":"2026-12-01T17:00"}"#, "by", "not_a_time"),
        (r#"{"name":"Ada","born":"2026-02-30"}"#, "born", "not_a_date"),
        (r#"{"name":"Ada","part":{}}"#, "part.field", "missing"),
        (r#"{"name":"Ada","part":[]}"#, "part", "wrong_type"),
        (r#"{"name":"Ada","parts":[{"field":"a"},{"purpose":"b"}]}"#, "parts[1].field", "missing"),
        (r#"{"name":"Ada","parts":[{},{},{}]}"#, "parts", "too_many"),
        (r#"{"name":"Ada","part":{"field":"a","x":1}}"#, "part.x", "unknown_field"),
        (r#"{"name":"Ada","fields":{"tier":7}}"#, "fields.tier", "wrong_type"),
        (r#"[]"#, "", "wrong_type"),
    ] {
        assert_eq!(errors(json(body)), [(field.to_owned(), code)], "{body}");
    }
}

#[test]
fn only_unknown_fields_make_the_refusal_unknown_field() {
    let refusal = json(r#"{"name":"Ada","a":1,"b":2}"#).unwrap_err();
    assert_eq!((refusal.code, refusal.fields.len()), (Code::UnknownField, 2));
    assert_eq!(json(r#"{"a":1}"#).unwrap_err().code, Code::Invalid);
}

#[test]
fn what_is_no_json_is_a_fault_of_its_own() {
    let fault = |body: &[u8]| from_json(&ALL, body).unwrap_err();
    assert!(matches!(fault(b"{\"name\":"), Fault::BrokenJson { line: 1, .. }));
    assert!(matches!(fault(b"{} {}"), Fault::BrokenJson { .. }));
    assert_eq!(fault(b"{\"name\":\"\xff\"}"), Fault::NotUtf8);
    assert_eq!(fault(br#"{"name":"a","name":"b"}"#), Fault::DuplicateField);
    let deep = format!("{}{}", "[".repeat(20), "]".repeat(20));
    assert_eq!(fault(deep.as_bytes()), Fault::TooDeep);
    let deeper = "[".repeat(200_000);
    assert_eq!(fault(deeper.as_bytes()), Fault::TooDeep);
}

#[test]
fn a_form_is_read_into_the_same_tree() {
    let input = form(
        "name=Ada&count=3&draft=on&kind=call&by.date=2026-12-01&by.time=17%3A00&born.day=3\
         &born.month=Feb&born.year=1990&parts[0].field=a&parts[1].field=b&emails=a%40b.c\
         &emails=c%40d.e&fields.tier=gold&part.field=ph%C3%B6ne",
    )
    .unwrap();
    assert_eq!((input.whole("count"), input.flag("draft")), (Some(3), true));
    assert_eq!(input.time("by"), "2026-12-01T17:00:00Z".parse().ok());
    assert_eq!(input.date("born").map(|day| day.to_string()).as_deref(), Some("1990-02-03"));
    assert_eq!(input.groups("parts").count(), 2);
    assert_eq!(input.texts("emails").collect::<Vec<_>>(), ["a@b.c", "c@d.e"]);
    assert_eq!(input.group("fields").and_then(|map| map.text("tier")), Some("gold"));
    assert_eq!(input.group("part").and_then(|part| part.text("field")), Some("phöne"));
}

#[test]
fn a_field_left_empty_in_a_form_is_absent() {
    let input = form("name=Ada&count=&kind=&by.date=&by.time=&born=&emails=").unwrap();
    assert_eq!(input.entries().count(), 1);
}

#[test]
fn mistakes_in_a_form_are_told_by_the_same_paths() {
    for (encoded, field, code) in [
        ("name=", "name", "blank"),
        ("name=Ada&name=Bob", "name", "wrong_type"),
        ("name=%FF", "name", "not_utf8"),
        ("name=a%00", "name", "nul_byte"),
        ("name=Ada&by.date=2026-12-01", "by", "not_a_time"),
        ("name=Ada&by=2026-12-01", "by", "not_a_time"),
        ("name=Ada&parts[0].purpose=x", "parts[0].field", "missing"),
        ("name=Ada&other=1", "other", "unknown_field"),
    ] {
        assert_eq!(errors(form(encoded)), [(field.to_owned(), code)], "{encoded}");
    }
}

#[test]
fn wall_times_are_those_of_the_viewers_zone_on_that_day() {
    let by =
        |text: &str| form(&format!("name=Ada&by={text}")).unwrap().time("by").unwrap().to_string();
    assert_eq!(by("2026-12-01T17:00"), "2026-12-01T17:00:00Z");
    assert_eq!(by("2027-06-01T17:00"), "2027-06-01T16:00:00Z");
    assert_eq!(by("2027-06-01%2017.00"), "2027-06-01T16:00:00Z");
    assert_eq!(by("2027-03-28T01:30"), "2027-03-28T01:30:00Z", "skipped by the clock change");
    assert_eq!(by("2027-10-31T01:30"), "2027-10-31T00:30:00Z", "the first of two");
    assert_eq!(by("2026-12-01T17:00:00%2B01:00"), "2026-12-01T16:00:00Z");
}

#[test]
fn secrets_are_not_kept() {
    static SECRET: Shape =
        Shape::new("S", &[Field::text("password", 9).secret(), Field::text("email", 9)]);
    let kept = Kept::of_form(&SECRET, &pairs(b"password=p&email=e"));
    assert_eq!((kept.get("password"), kept.get("email")), (None, Some("e")));
}
