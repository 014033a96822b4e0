//! Whatever is changed behind Baton's back is found, and the first bad event is named.

use std::time::Duration;

use baton_testkit::Place;
use baton_testkit::wait::{in_seconds, pause, until};
use serde_json::{Value, json};

use crate::bodies;
use crate::program::Program;
use crate::scenes::text;

/// A small history: a customer, a case, a request, an answer, and a checkpoint over it.
fn history(program: &Program<'_>) -> String {
    let ada = program.init();
    program.department("Logistics");
    program.person("Tom", "Logistics");
    let served = program.serve();
    let customer = served.post(&ada, "/customers", &bodies::customer());
    let case = served.post(&ada, "/cases", &bodies::case(customer["id"].as_str()));
    let path = format!("/cases/{}/requests", text(&case, "id"));
    let ask = json!({
        "mode": "delegate", "to": "Logistics", "need": bodies::NEED,
        "outcome_wanted": "A day.", "why": "She waits.", "why_department": "The depots.",
        "background": "Order 7731.", "needed_by": in_seconds(86_400), "channel": "desk",
        "shared_fields": [bodies::shared("phone")],
    });
    served.post(&ada, &path, &ask);
    served.stop();
    sign(program);
    text(&customer, "id")
}

/// A server that starts signs a checkpoint of what is settled by then. On PostgreSQL a transaction
/// of anybody on the server holds that up, and the next start signs it.
fn sign(program: &Program<'_>) {
    let whole = "select count(*) from checkpoints where seq = (select max(seq) from events)";
    until("a checkpoint over all of it", || {
        let served = program.serve();
        let signed = (0..400).any(|_| {
            pause(Duration::from_millis(5));
            one(program.place, whole) == "1"
        });
        served.stop();
        signed.then_some(())
    });
}

/// A change that nobody may make, what undoes it, and what the report must name.
struct Change {
    what: &'static str,
    done: String,
    undone: String,
    /// The event that is bad: its place in the log; `None` where no event is.
    event: Option<i64>,
}

fn one(place: &Place, query: &str) -> String {
    place.rows(query)[0][0].clone()
}

/// Changes a column of a row and changes it back.
fn column(place: &Place, what: &'static str, table: &str, set: (&str, &str), of: &str) -> Change {
    let (name, value) = set;
    let before = one(place, &format!("select {name} from {table} where {of}"));
    let quoted = before.replace('\'', "''");
    let event = (table == "events").then(|| {
        let seq = one(place, &format!("select seq from events where {of}"));
        seq.parse().unwrap()
    });
    Change {
        what,
        done: format!("update {table} set {name} = {value} where {of}"),
        undone: format!("update {table} set {name} = '{quoted}' where {of}"),
        event,
    }
}

fn changes(place: &Place) -> Vec<Change> {
    let seq = one(place, "select seq from events where kind = 'request_sent'");
    let sent = &format!("seq = {seq}");
    let case = one(place, &format!("select stream from events where {sent}"));
    let word = one(place, "select id from words where subject like 'customer%' limit 1");
    let other = "'person-00000000000000000000000000'";
    let mut changes = vec![
        column(place, "whose act it was", "events", ("actor", other), sent),
        column(place, "what happened", "events", ("kind", "'request_withdrawn'"), sent),
        column(place, "what it held", "events", ("data", "'{}'"), sent),
        column(place, "the hash itself", "events", ("hash", "prev"), sent),
        column(
            place,
            "a text",
            "words",
            ("content", "'something else'"),
            &format!("id = '{word}'"),
        ),
        column(place, "a list", "cases", ("state", "'closed'"), "1 = 1"),
        column(place, "a name in a list", "customers", ("name_text", "'Another'"), "1 = 1"),
        column(place, "a checkpoint", "checkpoints", ("root", "prev"), "n = 1"),
    ];
    let moment = one(place, &format!("select at from events where {sent}"));
    changes.push(Change {
        what: "when it was",
        done: format!("update events set at = at - 1 where {sent}"),
        undone: format!("update events set at = {moment} where {sent}"),
        event: seq.parse().ok(),
    });
    changes.push(Change {
        what: "a cut tail",
        done: format!("update streams set version = version - 1 where id = '{case}'"),
        undone: format!("update streams set version = version + 1 where id = '{case}'"),
        event: None,
    });
    changes
}

fn found(program: &Program<'_>, change: &Change) {
    program.place.run(&change.done);
    let ran = program.run(&["verify", "--json"]);
    assert_eq!(ran.code, 6, "{}: {}{}", change.what, ran.out, ran.talk);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let bad = &report["first_bad"];
    assert!(bad["what"].as_str().is_some_and(|what| !what.is_empty()), "{report}");
    if let Some(event) = change.event {
        assert_eq!(bad["seq"], event, "{}: {report}", change.what);
        assert!(ran.talk.contains(&format!("event {event} ")), "{}", ran.talk);
    }
    program.place.run(&change.undone);
    program.is_whole();
}

#[test]
fn verify_ends_with_six_and_names_the_first_bad_event_for_every_change() {
    for place in Place::both() {
        let program = Program::at(&place);
        history(&program);
        program.is_whole();
        for change in changes(&place) {
            found(&program, &change);
        }
        // The last event taken away: only a checkpoint or the stream's own row can tell.
        place.run("delete from events where seq = (select max(seq) from events)");
        assert_eq!(program.run(&["verify"]).code, 6);
    }
}

#[test]
fn verify_finds_a_changed_and_a_missing_file() {
    let place = Place::sqlite();
    let program = Program::at(&place);
    program.init();
    let mails = place.folder().join("mails");
    std::fs::create_dir_all(&mails).unwrap();
    let mail = "From: g@customer.example\r\nSubject: Parcel\r\n\r\nWhere is it?\r\n";
    std::fs::write(mails.join("one.eml"), mail).unwrap();
    program.done(&["import", "mail", mails.to_str().unwrap()]);
    program.is_whole();
    let hash = one(&place, "select hash from files");
    let file = place.folder().join("attachments").join(&hash[..2]).join(&hash[2..]);
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, mail.replace("Where", "There")).unwrap();
    assert_eq!(program.run(&["verify"]).code, 6);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(program.run(&["verify"]).code, 6);
    std::fs::write(&file, bytes).unwrap();
    program.is_whole();
}

#[test]
fn verify_where_there_is_nothing_ends_with_three() {
    let place = Place::sqlite();
    let ran = Program::at(&place).run(&["verify"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.talk);
}
