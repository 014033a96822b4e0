//! A letter comes back: the customer does not know, so the gate is armed again.

use baton_core::time::Span;
use baton_testkit::http::Reply;
use serde_json::json;

use super::letters;
use crate::bodies;
use crate::refusals::is_problem;
use crate::scenes::{Scene, text};
use crate::world::World;

/// The Message-ID of the one letter that was written in a case, as it left.
fn letter_of(world: &World, scene: &Scene) -> String {
    let case = world.seen(world.cast.amira, &format!("/cases/{}", scene.case));
    let tag = format!("[{}]", text(&case, "ref"));
    world.clock.advance(Span::seconds(16));
    world.wait(world.desk.run_due_jobs()).unwrap();
    let outbox = world.place.folder().join("outbox");
    let files = std::fs::read_dir(outbox).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.map(|path| std::fs::read_to_string(path).unwrap());
    let of_case = |text: &String| text.contains(&tag) && text.contains("grace@customer.example");
    let letters: Vec<String> = texts.filter(of_case).collect();
    assert_eq!(letters.len(), 1, "{letters:?}");
    message_id(&letters[0])
}

fn message_id(letter: &str) -> String {
    let line = letter.lines().find(|line| line.to_lowercase().starts_with("message-id:")).unwrap();
    line.split_once(':').unwrap().1.trim().to_owned()
}

/// Told by letter and closed on the strength of it.
fn closed_by_letter(world: &World) -> Scene {
    let scene = world.verified();
    let mut told = bodies::outcome();
    told["channel"] = json!("email");
    let path = format!("/cases/{}", scene.case);
    world.done(world.cast.amira, &format!("{path}/customer-updates"), &told);
    world.done(world.cast.amira, &format!("{path}/closure"), &bodies::closure());
    scene
}

fn close(world: &World, scene: &Scene) -> Reply {
    world.post(world.cast.amira, &format!("/cases/{}/closure", scene.case), &bodies::closure())
}

fn a_bounce_reopens(world: &World) {
    let scene = closed_by_letter(world);
    let id = letter_of(world, &scene);
    let report = letters::bounce(&id, "grace@customer.example");
    let taken = world.wait(world.desk.take_in(report.into_bytes())).unwrap();
    assert_eq!(taken.case.map(|case| case.to_string()), Some(scene.case.clone()));

    let case = world.seen(world.cast.amira, &format!("/cases/{}", scene.case));
    assert_ne!(case["state"], "closed");
    let told = case["messages"].as_array().unwrap().last().unwrap();
    assert_eq!(text(told, "dispatch"), "bounced");
    is_problem(&close(world, &scene), 409, "customer_not_told");
    // Told by telephone this time, it closes again.
    world.told(&scene);
    close(world, &scene).ok();
}

/// A report about a message that was never ours changes nothing.
fn a_forged_bounce_changes_nothing(world: &World) {
    let scene = closed_by_letter(world);
    let ours = letter_of(world, &scene);
    let (local, domain) = ours.trim_matches(['<', '>']).split_once('@').unwrap();
    let (named, token) = local.rsplit_once('.').unwrap();
    let other: String = token.chars().rev().collect();
    let forged = format!("<{named}.{other}@{domain}>");
    let report = letters::bounce(&forged, "grace@customer.example");
    let taken = world.wait(world.desk.take_in(report.into_bytes())).unwrap();
    assert_eq!(taken.case, None);
    let case = world.seen(world.cast.amira, &format!("/cases/{}", scene.case));
    assert_eq!(case["state"], "closed");
}

/// An answer to our letter joins its case; a stranger who names the same case does not.
fn an_answer_joins_its_case(world: &World) {
    let scene = closed_by_letter(world);
    let ours = letter_of(world, &scene);
    let answer = |from: &str, names: &str| {
        format!(
            "From: {from}\r\nTo: desk@localhost\r\nSubject: Re: [C-1001] Your parcel\r\n\
             Message-ID: <a-{}@customer.example>\r\n{names}\r\n\r\nIt has not come.\r\n",
            from.len()
        )
    };
    let grace = answer("grace@customer.example", &format!("In-Reply-To: {ours}"));
    let taken = world.wait(world.desk.take_in(grace.into_bytes())).unwrap();
    assert_eq!(taken.case.map(|case| case.to_string()), Some(scene.case.clone()));
    let case = world.seen(world.cast.amira, &format!("/cases/{}", scene.case));
    assert_ne!(case["state"], "closed", "the customer wrote again");
    let stranger = answer("stranger@elsewhere.example", "X-Nothing: here");
    let taken = world.wait(world.desk.take_in(stranger.into_bytes())).unwrap();
    assert_ne!(
        taken.case.map(|case| case.to_string()),
        Some(scene.case),
        "the subject never counts"
    );
}

/// The post cannot be reached for days: the case must not stay closed on a letter that never left.
/// Tried once more by somebody, it leaves after all.
fn a_letter_that_is_given_up_counts_as_come_back(world: &World) {
    let outbox = world.place.folder().join("outbox");
    let aside = world.place.folder().join("outbox-aside");
    world.clock.advance(Span::minutes(1));
    world.wait(world.desk.run_due_jobs()).unwrap();
    std::fs::rename(&outbox, &aside).unwrap();
    std::fs::write(&outbox, "A file stands where the folder was.").unwrap();
    let scene = closed_by_letter(world);
    let told = |world: &World| {
        let case = world.seen(world.cast.amira, &format!("/cases/{}", scene.case));
        text(case["messages"].as_array().unwrap().last().unwrap(), "dispatch")
    };
    for _ in 0..14 {
        assert_eq!(told(world), "held");
        world.clock.advance(Span::hours(7));
        world.wait(world.desk.run_due_jobs()).unwrap();
        if told(world) != "held" {
            break;
        }
    }
    assert_eq!(told(world), "bounced");
    is_problem(&close(world, &scene), 409, "customer_not_told");

    std::fs::remove_file(&outbox).unwrap();
    std::fs::rename(&aside, &outbox).unwrap();
    let dead = world.seen(world.cast.amira, "/jobs");
    let letters = dead["items"].as_array().unwrap().iter();
    let letters: Vec<String> =
        letters.filter(|job| job["kind"] == "send_message").map(|job| text(job, "id")).collect();
    assert_eq!(letters.len(), 1, "{dead}");
    let revival = format!("/jobs/{}/revival", letters[0]);
    assert_eq!(world.post(world.cast.amira, &revival, &json!({})).status, 204);
    world.wait(world.desk.run_due_jobs()).unwrap();
    assert_eq!(told(world), "left");
    close(world, &scene).ok();
}

fn a_letter_is_taken_back_in_time_only(world: &World) {
    let case = world.case();
    let path = format!("/cases/{case}");
    let reply = json!({ "kind": "reply", "channel": "email", "body": "We look for it." });
    let message = || text(&world.done(world.cast.amira, &format!("{path}/messages"), &reply), "id");
    let undo = |who, message: &str| {
        world.post(who, &format!("{path}/messages/{message}/undo"), &json!({}))
    };
    let (early, late) = (message(), message());
    is_problem(&undo(world.cast.sam, &early), 403, "not_your_side");
    world.clock.advance(Span::seconds(14));
    undo(world.cast.amira, &early).ok();
    is_problem(&undo(world.cast.amira, &early), 409, "illegal_move");
    world.clock.advance(Span::seconds(1));
    is_problem(&undo(world.cast.amira, &late), 409, "illegal_move");
}

#[test]
fn a_letter_that_comes_back_or_is_given_up_opens_the_case_again_and_a_forged_report_does_not() {
    World::both(|world| {
        a_bounce_reopens(world);
        a_forged_bounce_changes_nothing(world);
        an_answer_joins_its_case(world);
        a_letter_is_taken_back_in_time_only(world);
        a_letter_that_is_given_up_counts_as_come_back(world);
    });
}
