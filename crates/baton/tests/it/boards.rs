//! What runs out of time: the same board for whoever must move and whoever waits.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::{Browser, plain};
use crate::scenes::{Scene, text};
use crate::service_levels;
use crate::world::World;

fn board(world: &World, person: PersonId, query: &str) -> Vec<Value> {
    let shown = world.seen(person, &format!("/clocks?{query}"));
    shown["items"].as_array().unwrap().clone()
}

fn kinds(board: &[Value], scene: &Scene) -> Vec<String> {
    let of = board.iter().filter(|row| row["request"] == json!(scene.request));
    of.map(|row| row["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_clock_comes_to_the_board_after_three_quarters_and_moves_to_late_when_it_was_due() {
    World::both(|world| {
        let cast = &world.cast;
        let scene = world.sent();
        assert_eq!(kinds(&board(world, cast.tom, "state=at_risk"), &scene), [""; 0]);
        // Four hours to acknowledge, from ten o'clock.
        world.clock.advance(Span::minutes(190));
        for person in [cast.tom, cast.amira, cast.lena, cast.ken] {
            let rows = board(world, person, "state=at_risk");
            assert_eq!(kinds(&rows, &scene), ["acknowledge"]);
            assert_eq!(rows[0]["mover"], json!(cast.logistics.to_string()));
            assert_eq!(board(world, person, "state=breached"), Vec::<Value>::new());
        }
        assert!(board(world, cast.priya, "state=at_risk").is_empty(), "it is not hers to see");
        let page = Browser::of(world, cast.tom).get("/at-risk");
        let text = plain(&page.text());
        for said in ["At risk (1)", "Late (0)", "has to acknowledge; ", "waits."] {
            assert!(text.contains(said), "{said}: {text}");
        }
        world.clock.advance(Span::hours(1));
        assert!(board(world, cast.tom, "state=at_risk").is_empty());
        assert_eq!(kinds(&board(world, cast.tom, "state=breached"), &scene), ["acknowledge"]);
        let page = Browser::of(world, cast.amira).get("/at-risk?state=breached");
        assert!(plain(&page.text()).contains("late by"));
        world.act(cast.tom, &scene.request, "acknowledgement", &json!({}));
        assert!(board(world, cast.tom, "state=breached").is_empty(), "it has stopped");
    });
}

#[test]
fn a_board_comes_in_pages_and_is_narrowed_to_who_must_move_and_what_is_owed() {
    World::both(|world| {
        let cast = &world.cast;
        for _ in 0..5 {
            world.sent();
            world.clock.advance(Span::minutes(1));
        }
        let asks = world.was_read_back();
        world.clock.advance(Span::hours(5));
        let all = board(world, cast.amira, "state=breached");
        assert_eq!(all.len(), 6);
        let mut paged = Vec::new();
        let mut after = String::new();
        loop {
            let shown = world.seen(cast.amira, &format!("/clocks?state=breached&limit=2{after}"));
            paged.extend(shown["items"].as_array().unwrap().clone());
            let Some(next) = shown["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(paged, all);
        let ours = format!("state=breached&department={}", cast.customer_service);
        let ours = board(world, cast.amira, &ours);
        assert_eq!(ours.iter().map(|row| &row["kind"]).collect::<Vec<_>>(), ["hear_back"]);
        assert_eq!(kinds(&ours, &asks), ["hear_back"]);
        let mine = board(world, cast.amira, "state=breached&mine=true");
        assert_eq!(kinds(&mine, &asks), ["hear_back"], "she sent it");
        assert_eq!(board(world, cast.lena, "state=breached&mine=true"), Vec::<Value>::new());
        let page = Browser::of(world, cast.amira).get("/at-risk?state=breached&mine=true");
        let why = page
            .text()
            .split("href=\"")
            .find(|part| part.split('"').next().is_some_and(|href| href.ends_with("/clocks")))
            .map(|part| part.split('"').next().unwrap_or_default().to_owned());
        let days = Browser::of(world, cast.amira).get(&why.expect("it says why"));
        assert!(plain(&days.text()).contains("Confirm the read-back"), "{}", plain(&days.text()));
        assert_eq!(board(world, cast.amira, "state=breached&kind=acknowledge").len(), 5);
        let page = Browser::of(world, cast.amira).get("/at-risk?state=breached&kind=deliver");
        assert!(plain(&page.text()).contains("Nothing here fits"));
    });
}

#[test]
fn who_is_asked_reads_the_request_and_nothing_of_the_case() {
    let world = World::on_sqlite();
    let scene = world.sent();
    world.clock.advance(Span::minutes(190));
    let shown = world.get(world.cast.tom, "/clocks?state=at_risk");
    let page = Browser::of(&world, world.cast.tom).get("/at-risk").text();
    for text in [shown.text(), page] {
        // A heading has no full stop.
        assert!(text.contains(bodies::NEED.trim_end_matches('.')), "{text}");
        for hidden in ["Where is my parcel", "Okafor, Grace", "grace@customer", &scene.case] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
    }
}

#[test]
fn an_empty_board_says_what_comes_here() {
    let world = World::on_sqlite();
    let page = Browser::of(&world, world.cast.tom).get("/at-risk");
    assert!(plain(&page.text()).contains("Nothing is at risk"));
    let page = Browser::of(&world, world.cast.tom).get("/at-risk?state=breached");
    assert!(plain(&page.text()).contains("Nothing is late"));
}

/// What stands on a board of a case itself.
fn of_case<'b>(board: &'b [Value], case: &str) -> Vec<&'b str> {
    let of = board.iter().filter(|row| row["case"] == json!(case));
    of.map(|row| row["kind"].as_str().unwrap()).collect()
}

#[test]
fn what_a_customer_was_promised_comes_to_the_board_beside_the_requests_what_is_due_first_first() {
    World::both(|world| {
        let cast = &world.cast;
        // Two hours for the first response, five for the resolution.
        service_levels::set(world, 5);
        let scene = world.sent();
        let case = scene.case.as_str();
        world.done(cast.amira, &format!("/cases/{case}/promises"), &promise(world));
        assert_eq!(board(world, cast.amira, "state=at_risk"), Vec::<Value>::new());
        world.clock.advance(Span::minutes(95));
        let rows = board(world, cast.amira, "state=at_risk");
        assert_eq!(of_case(&rows, case), ["first_response"]);
        assert_eq!(rows[0]["mover"], json!(cast.customer_service.to_string()));
        assert_eq!((&rows[0]["request"], &rows[0]["to"]), (&Value::Null, &Value::Null));
        assert_eq!(rows[0]["person"], json!(cast.amira.to_string()));
        world.clock.advance(Span::minutes(131));
        assert_eq!(of_case(&board(world, cast.amira, "state=breached"), case), ["first_response"]);
        let rows = board(world, cast.amira, "state=at_risk");
        let kinds: Vec<&Value> = rows.iter().map(|row| &row["kind"]).collect();
        assert_eq!(kinds, ["promise", "acknowledge", "final_resolution"], "{rows:?}");
        assert!(rows.is_sorted_by_key(|row| row["due"].as_str().unwrap()));
        let text = plain(&Browser::of(world, cast.amira).get("/at-risk").text());
        for said in
            ["At risk (3)", "Late (1)", "The promise is up to Customer Service.", "Where is"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        world.done(cast.amira, &format!("/cases/{case}/customer-updates"), &bodies::outcome());
        assert!(of_case(&board(world, cast.amira, "state=breached"), case).is_empty());
        assert!(of_case(&board(world, cast.amira, "state=at_risk"), case).is_empty());
    });
}

fn promise(world: &World) -> Value {
    json!({ "what": "We call back.", "by": (world.now() + Span::minutes(230)).to_string() })
}

#[test]
fn clocks_of_a_case_are_on_the_board_of_its_own_department_alone() {
    World::both(|world| {
        let cast = &world.cast;
        service_levels::set(world, 4);
        let scene = world.sent();
        world.clock.advance(Span::hours(7));
        let own = [cast.amira, cast.lena];
        let others = [cast.tom, cast.ken, cast.priya, cast.ada];
        for person in own {
            let rows = board(world, person, "state=breached");
            assert_eq!(of_case(&rows, &scene.case), ["first_response", "final_resolution"]);
        }
        for person in others {
            let shown = world.get(person, "/clocks?state=breached").text();
            let page = Browser::of(world, person).get("/at-risk?state=breached").text();
            for text in [shown, page] {
                assert!(!text.contains(&scene.case), "{text}");
                assert!(!text.contains("Where is my parcel"), "{text}");
            }
        }
    });
}

#[test]
fn the_board_is_narrowed_to_one_clock_of_cases_and_pages_run_through_both() {
    World::both(|world| {
        let cast = &world.cast;
        service_levels::set(world, 4);
        for _ in 0..2 {
            world.sent();
            world.clock.advance(Span::minutes(1));
        }
        world.clock.advance(Span::hours(7));
        let all = board(world, cast.amira, "state=breached");
        let mut paged = Vec::new();
        let mut after = String::new();
        loop {
            let shown = world.seen(cast.amira, &format!("/clocks?state=breached&limit=1{after}"));
            paged.extend(shown["items"].as_array().unwrap().clone());
            let Some(next) = shown["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!((paged.len(), &paged), (6, &all));
        let responses = board(world, cast.amira, "state=breached&kind=first_response");
        assert_eq!(responses.len(), 2);
        let ours = format!("state=breached&department={}", cast.customer_service);
        assert_eq!(board(world, cast.amira, &ours).len(), 4);
        let theirs = format!("state=breached&department={}", cast.logistics);
        assert_eq!(board(world, cast.amira, &theirs).len(), 2);
        let page = Browser::of(world, cast.amira).get("/at-risk?state=breached&kind=next_response");
        assert!(plain(&page.text()).contains("Nothing here fits"));
    });
}

#[test]
fn a_message_that_was_taken_back_brings_the_first_response_back_to_the_board() {
    World::both(|world| {
        let cast = &world.cast;
        service_levels::set(world, 4);
        let case = world.case();
        world.clock.advance(Span::minutes(119));
        let reply = json!({
            "kind": "reply", "channel": "email", "body": "We look for it.",
            "next_update_by": world.in_hours(24),
        });
        let path = format!("/cases/{case}/messages");
        world.done(cast.amira, &path, &reply);
        assert!(of_case(&board(world, cast.amira, "state=at_risk"), &case).is_empty());
        let shown = world.seen(cast.amira, &format!("/cases/{case}"));
        let message = text(shown["messages"].as_array().unwrap().last().unwrap(), "id");
        let undo = format!("{path}/{message}/undo");
        world.done(cast.amira, &undo, &json!({}));
        let rows = board(world, cast.amira, "state=at_risk");
        assert_eq!(of_case(&rows, &case), ["first_response"]);
    });
}
