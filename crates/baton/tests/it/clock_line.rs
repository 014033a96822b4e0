//! Time on the command line: what anybody can check a due time with.

use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;

#[allow(clippy::disallowed_methods, reason = "the test runs the program itself")]
pub fn baton(arguments: &[&str]) -> (i32, String, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_baton"));
    let Output { status, stdout, stderr } = command.args(arguments).env_clear().output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

fn json(arguments: &[&str]) -> Value {
    let (code, out, talk) = baton(arguments);
    assert_eq!(code, 0, "{arguments:?}: {talk}");
    serde_json::from_str(&out).unwrap()
}

/// A folder that is there for one test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("baton-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const BUSINESS: &str = include_str!("../../../core/src/calendar/tests/vectors/business.csv");

#[test]
fn the_examples_of_the_reference_hold_and_a_changed_one_ends_with_six() {
    let scratch = Scratch::new("vectors");
    let right = scratch.write("right.csv", BUSINESS);
    let answer = json(&["clock", "vectors", &right, "--json"]);
    assert_eq!((&answer["checked"], &answer["mismatches"]), (&31.into(), &Value::Array(vec![])));
    let wrong = BUSINESS.replace(",2026-03-02T14:00:00Z\nB02", ",2026-03-02T14:01:00Z\nB02");
    let (code, out, talk) = baton(&["clock", "vectors", &scratch.write("wrong.csv", &wrong)]);
    assert_eq!(code, 6, "{talk}");
    assert_eq!(out, "B01\t2026-03-02T14:01:00Z\t2026-03-02T14:00:00Z\n");
    let nameless = scratch.write("nameless.csv", "id,calendar\nB01,EW\n");
    assert_eq!(baton(&["clock", "vectors", &nameless]).0, 2);
    let moon = scratch.write("moon.csv", &BUSINESS.replace("B01,EW", "B01,MOON"));
    let (code, _, talk) = baton(&["clock", "vectors", &moon]);
    assert!(code == 2 && talk.contains("MOON") && talk.contains("D0130"), "{talk}");
}

#[test]
fn due_elapsed_and_before_are_one_arithmetic() {
    let due = |more: &[&str]| {
        let mut call = vec!["clock", "due", "--calendar", "EW", "--start", "2026-03-02T10:00"];
        call.extend(more);
        baton(&call)
    };
    let (code, out, _) = due(&["--target", "14400"]);
    assert_eq!((code, out.as_str()), (0, "2026-03-02T14:00:00Z\n"));
    let pause = "2026-03-02T18:00:00Z/2026-03-03T08:00:00Z";
    let (code, out, _) = due(&["--target", "28800", "--pause", pause]);
    assert_eq!((code, out.as_str()), (0, "2026-03-03T10:00:00Z\n"));
    let night = ["--calendar", "NIGHT", "--start", "2026-03-28T20:00", "--end", "2026-03-29T20:00"];
    let elapsed = json(&[&["clock", "elapsed"], &night[..], &["--json"]].concat());
    assert_eq!(elapsed["elapsed_seconds"], 7 * 3_600);
    let met = |end: &str| {
        let call = ["clock", "elapsed", "--calendar", "EW", "--start", "2026-03-02T10:00:00Z"];
        json(&[&call[..], &["--end", end, "--target", "14400", "--json"]].concat())["met"].clone()
    };
    assert_eq!(
        (met("2026-03-02T14:00:00Z"), met("2026-03-02T14:00:01Z")),
        (true.into(), false.into())
    );
    let back = ["clock", "before", "--calendar", "EW", "--end", "2026-03-09T09:30"];
    let (_, out, _) = baton(&[&back[..], &["--offset", "3600"]].concat());
    assert_eq!(out, "2026-03-06T16:30:00Z\n");
}

#[test]
fn an_account_names_the_days_and_sums_to_the_target() {
    let call =
        ["clock", "explain", "--calendar", "EW", "--start", "2026-04-02T16:00", "--target", "7200"];
    let (code, out, _) = baton(&call);
    assert_eq!(code, 0);
    assert!(out.contains("Friday 3 April 2026: nothing, Good Friday\n"), "{out}");
    assert!(out.ends_with("to Tuesday 7 April 2026 10:00.\n"), "{out}");
    let account = json(&[&call[..], &["--json"]].concat());
    assert_eq!(account["counted_seconds"], 7_200);
    assert_eq!(account["due"], "2026-04-07T09:00:00Z");
    assert_eq!(account["days"].as_array().unwrap().len(), 6);
}

#[test]
fn a_calendar_can_be_a_file_with_holidays_out_of_icalendar() {
    let scratch = Scratch::new("calendar");
    scratch.write(
        "council.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260413\nSUMMARY:Spring\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    let hours = r#"{ "zone": "Europe/London", "hours": [ { "monday": ["09:00-17:00"],
        "tuesday": ["09:00-17:00"], "holidays": ["SC", "council.ics"] } ] }"#;
    let file = scratch.write("hours.json", hours);
    let due = |file: &str| {
        let start = "2026-04-12T12:00:00Z";
        baton(&["clock", "due", "--calendar", file, "--start", start, "--target", "3600"])
    };
    assert_eq!(due(&file).1, "2026-04-14T09:00:00Z\n");
    let missing = scratch.write("missing.json", &hours.replace("council", "county"));
    let (code, _, talk) = due(&missing);
    assert!(code == 2 && talk.contains("county.ics"), "{talk}");
    let (code, _, talk) = due("no-such-calendar");
    assert!(code == 2 && talk.contains("EWX"), "{talk}");
    let (code, _, talk) = due(&scratch.write("bad.json", &hours.replace("09:00", "9")));
    assert!(code == 2 && talk.contains("opening hours"), "{talk}");
}

#[test]
fn moments_that_are_none_or_two_are_refused_with_the_way_out() {
    let at = |start: &str| {
        baton(&["clock", "due", "--calendar", "X24", "--start", start, "--target", "1"])
    };
    assert!(at("2026-03-29T01:30").2.contains("does not exist"));
    assert!(at("2026-10-25T01:30").2.contains("twice"));
    assert_eq!(at("2026-10-25T01:30:00+01:00").1, "2026-10-25T00:30:01Z\n");
    assert_eq!(at("tomorrow").0, 2);
    let negative = ["clock", "due", "--start", "2026-03-02T10:00:00Z", "--target", "-5"];
    let (code, _, talk) = baton(&negative);
    assert!(code == 2 && talk.contains("a number of seconds, 0 or more"), "{talk}");
    let from = ["--from", "2026-06-11", "--holidays", "SC"];
    let (code, _, talk) = baton(&[&["daycount", "--unit", "wd", "--n", "-3"], &from[..]].concat());
    assert!(code == 2 && talk.contains("a whole number, 0 or more"), "{talk}");
    let back = ["--start", "2026-03-02T10:00:00Z", "--end", "2026-03-02T09:00:00Z"];
    let (code, _, talk) = baton(&[&["clock", "elapsed"], &back[..]].concat());
    assert!(code == 2 && talk.contains("The end lies before the start."), "{talk}");
}

#[test]
fn what_lies_beyond_the_known_holidays_is_said_to_move_still() {
    for verb in ["due", "explain"] {
        let call = ["clock", verb, "--calendar", "EW", "--start", "2035-03-02T10:00"];
        let (code, _, talk) = baton(&[&call[..], &["--target", "3600"]].concat());
        assert!(code == 0 && talk.contains("it may still fall later"), "{verb}: {talk}");
    }
}

#[test]
fn a_calendar_whose_spans_overlap_is_refused_with_both_of_them() {
    let scratch = Scratch::new("overlap");
    let hours = r#"{ "zone": "Europe/London",
        "hours": [ { "monday": ["09:00-13:00", "12:00-17:00"] } ] }"#;
    let file = scratch.write("hours.json", hours);
    let start = "2026-04-13T12:00:00Z";
    let call = ["clock", "due", "--calendar", &file, "--start", start, "--target", "3600"];
    let (code, _, talk) = baton(&call);
    assert!(code == 2 && talk.contains("Monday") && talk.contains("12:00"), "{talk}");
}

#[test]
fn whole_days_are_counted_by_unit_with_holidays_and_rolls() {
    let count = |unit: &str, n: &str, from: &str, holidays: &str, roll: Option<&str>| {
        let call = ["daycount", "--unit", unit, "--n", n, "--from", from, "--holidays", holidays];
        let (code, out, talk) = baton(&call.into_iter().chain(roll).collect::<Vec<_>>());
        assert_eq!(code, 0, "{talk}");
        out.trim().to_owned()
    };
    assert_eq!(count("wd", "20", "2026-06-11", "SC", None), "2026-07-10");
    assert_eq!(count("wd", "20", "2026-03-09", "EW+SC+NI", None), "2026-04-09");
    assert_eq!(count("cd_after", "30", "2026-07-01", "EW", None), "2026-07-31");
    assert_eq!(count("cd_beginning", "30", "2026-07-01", "none", None), "2026-07-30");
    assert_eq!(count("weeks", "8", "2026-10-31", "EW", None), "2026-12-26");
    assert_eq!(count("weeks", "8", "2026-10-31", "EW", Some("--roll=back")), "2026-12-24");
    assert_eq!(count("m_corr", "1", "2026-03-03", "EW", Some("--roll")), "2026-04-07");
    let bare =
        ["daycount", "--unit", "day", "--n", "1", "--from", "2026-03-02", "--holidays", "EW"];
    let (code, _, talk) = baton(&bare);
    assert!(code == 2 && talk.contains("cd_after"), "{talk}");
    let moon =
        ["daycount", "--unit", "wd", "--n", "1", "--from", "2026-03-02", "--holidays", "MOON"];
    assert_eq!(baton(&moon).0, 2);
}

#[test]
fn facts_give_advice_and_words_only_propose() {
    let scratch = Scratch::new("escalate");
    let facts = scratch.write("facts.json", r#"{"safety":"possible","contacts":2}"#);
    let letter = scratch.write("letter.txt", "My solicitor will write.");
    let advice = json(&["escalate", &facts, "--text", &letter, "--json"]);
    assert_eq!((&advice["mode"], &advice["level"]), (&"SWARM".into(), &2.into()));
    assert_eq!(advice["functional"], serde_json::json!(["safeguarding"]));
    assert_eq!(advice["fired"], serde_json::json!(["D01", "D03", "D11"]));
    assert_eq!(advice["explanation"][0]["rule"], "D03");
    assert_eq!(advice["proposed"][0]["matched"], "solicitor");
    let quieter = scratch.write("quieter.json", r#"{"off":["D11"]}"#);
    let advice = json(&["escalate", &facts, "--tuning", &quieter, "--json"]);
    assert_eq!(advice["mode"], "COLLABORATE");
    let silent = scratch.write("silent.json", r#"{"off":["D03"]}"#);
    let (code, _, talk) = baton(&["escalate", &facts, "--tuning", &silent]);
    assert!(code == 2 && talk.contains("D03"), "{talk}");
    let slip = scratch.write("slip.json", r#"{"safty":"possible"}"#);
    let (code, _, talk) = baton(&["escalate", &slip]);
    assert!(code == 2 && talk.contains("safty"), "{talk}");
    let (code, out, _) = baton(&["escalate", &facts]);
    assert!(code == 0 && out.contains("Harm cannot wait for a queue."), "{out}");
}
