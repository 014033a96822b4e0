//! What is offered is exactly what succeeds: for every stage, every person and every act.

use baton_core::case::moves::CaseMove;
use baton_core::case::request::moves::Move;
use baton_core::ids::PersonId;
use serde_json::{Value, json};

use crate::bodies;
use crate::scenes::{Scene, text};
use crate::world::World;

/// How to come to a stage, again and again.
pub type Stage = (&'static str, fn(&World) -> Scene);

fn then(world: &World, scene: Scene, who: PersonId, noun: &str, body: Value) -> Scene {
    world.act(who, &scene.request, noun, &body);
    scene
}

pub const STAGES: &[Stage] = &[
    ("draft", |world| {
        let mut form = bodies::ask(world, world.cast.logistics);
        form["draft"] = json!(true);
        world.raised(&form)
    }),
    ("sent", World::sent),
    ("acknowledged", World::acknowledged),
    ("read back", World::was_read_back),
    ("in progress", World::in_progress),
    ("clarifying", |world| {
        let question = json!({ "question": "Which order is it?", "field": "email" });
        then(world, world.acknowledged(), world.cast.tom, "clarification", question)
    }),
    ("countered", |world| {
        let counter = bodies::counter(world);
        then(world, world.acknowledged(), world.cast.tom, "counter", counter)
    }),
    ("waiting for a third party", |world| {
        let wait = bodies::wait(world, "third_party");
        then(world, world.in_progress(), world.cast.tom, "wait", wait)
    }),
    ("waiting for the customer", |world| {
        let scene = world.in_progress();
        let path = format!("/cases/{}/customer-updates", scene.case);
        world.done(world.cast.amira, &path, &bodies::holding());
        then(world, scene, world.cast.tom, "wait", bodies::wait(world, "customer"))
    }),
    ("delivered", World::delivered),
    ("rejected", |world| {
        let failed = json!({ "failed": "There is no day." });
        then(world, world.delivered(), world.cast.amira, "rejection", failed)
    }),
    ("verified", World::verified),
    ("told", |world| {
        let scene = world.verified();
        world.told(&scene);
        scene
    }),
    ("of a closed case", World::closed),
    ("declined", World::declined),
    ("passed on twice", World::passed_on_twice),
    ("withdrawn", |world| {
        then(world, world.sent(), world.cast.amira, "withdrawal", bodies::reason())
    }),
    ("a notice", |world| world.raised(&bodies::notice(world.cast.logistics))),
    ("a transfer", |world| {
        let mut form = bodies::ask(world, world.cast.logistics);
        form["mode"] = json!("transfer");
        let scene = world.raised(&form);
        then(world, scene, world.cast.tom, "acknowledgement", json!({}))
    }),
    ("a transfer that was confirmed", |world| {
        let mut form = bodies::ask(world, world.cast.logistics);
        form["mode"] = json!("transfer");
        let scene = world.raised(&form);
        world.act(world.cast.tom, &scene.request, "acknowledgement", &json!({}));
        world.reads_back(&scene);
        then(world, scene, world.cast.amira, "confirmation", json!({}))
    }),
    ("disputed", |world| {
        let dispute = json!({ "subject": "routing", "position": "This was never ours." });
        then(world, world.in_progress(), world.cast.tom, "dispute", dispute)
    }),
    ("disputed, and both sides were heard", |world| {
        let dispute = json!({ "subject": "routing", "position": "This was never ours." });
        let scene = then(world, world.in_progress(), world.cast.tom, "dispute", dispute);
        let position = json!({ "position": "The depot is theirs." });
        then(world, scene, world.cast.amira, "position", position)
    }),
    ("escalated", |world| {
        let level = json!({
            "level": 1, "reason": "Two days have gone by.", "decision_wanted": "Who calls.",
        });
        then(world, world.in_progress(), world.cast.tom, "escalation", level)
    }),
    ("one of two", |world| {
        let scene = world.sent();
        let form = bodies::ask(world, world.cast.logistics);
        world.done(world.cast.amira, &format!("/cases/{}/requests", scene.case), &form);
        scene
    }),
    ("served by another", |world| {
        let scene = world.in_progress();
        let part = bodies::ask(world, world.cast.technical);
        then(world, scene, world.cast.tom, "delegation", part)
    }),
];

/// A body that is complete and right, as far as a body can be.
pub fn body(world: &World, request: &Value, mv: Move) -> Value {
    let cast = world.cast;
    let held = request["assignee"] == cast.tom.to_string();
    let to_technical = request["to"] == cast.technical.to_string();
    let elsewhere = if to_technical { cast.billing } else { cast.technical };
    let of_elsewhere = if to_technical { "Billing" } else { "Technical Support" };
    match mv {
        Move::Revise => {
            let mut form = bodies::ask(world, cast.logistics);
            form["draft"] = json!(true);
            form
        }
        Move::Assign => json!({ "assignee": if held { cast.ken } else { cast.tom }.to_string() }),
        Move::ReadBack => bodies::read_back(world, request),
        Move::Correct => json!({ "corrections": [{ "item": "outcome", "text": "The day." }] }),
        Move::Ask => json!({ "question": "Which order is it?" }),
        Move::Answer => json!({ "text": "Order 7731." }),
        Move::Counter => bodies::counter(world),
        Move::ReplyToCounter => json!({ "accept": false, "text": "It was promised." }),
        Move::Decline => bodies::decline(of_elsewhere),
        Move::Redirect => json!({ "to": elsewhere.to_string() }),
        Move::Progress => json!({ "note": "Two depots called." }),
        Move::Wait => bodies::wait(world, "third_party"),
        Move::Deliver => bodies::delivery(),
        Move::Reject => json!({ "failed": "There is no day." }),
        Move::Withdraw | Move::Reopen => bodies::reason(),
        Move::Escalate => json!({
            "level": above_what_waits(request), "reason": "Two days have gone by.", "decision_wanted": "Who calls.",
            "advice_reason": "We have agreed how it goes on.",
        }),
        Move::AnswerEscalation => json!({ "decision": "Tom calls.", "reason": "He knows them." }),
        Move::Dispute => json!({ "subject": "clock", "position": "It began on Tuesday." }),
        Move::TakePosition => json!({ "position": "The depot is theirs." }),
        Move::Rule => json!({ "decision": "Logistics does it.", "reason": "The depots." }),
        Move::Excuse => json!({ "clock": "deliver", "reason": "The depot was flooded." }),
        Move::Note => json!({ "text": "The depot opens at seven." }),
        Move::Merge => json!({ "survivor": survivor(world, request) }),
        Move::Share => json!({ "shared_fields": [bodies::shared("email")] }),
        Move::Unshare => json!({ "field": "phone", "reason": "No longer needed." }),
        Move::Delegate => bodies::ask(world, cast.technical),
        Move::Send
        | Move::Acknowledge
        | Move::Confirm
        | Move::Resume
        | Move::Verify
        | Move::Convert => json!({}),
    }
}

/// One above the level that waits for its decision, else the first.
fn above_what_waits(request: &Value) -> u64 {
    let newest = request["escalations"].as_array().and_then(|all| all.last());
    let waiting = newest.filter(|one| one["answer"].is_null());
    waiting.and_then(|one| one["level"].as_u64()).unwrap_or(0) + 1
}

/// Another request of the same case, if there is one.
fn survivor(world: &World, request: &Value) -> String {
    let reference = text(request, "ref");
    let (case, _) = reference.split_once('/').unwrap();
    let second = world.get(world.cast.amira, &format!("/requests/{case}%2F2"));
    if second.status == 200 { text(&second.json(), "id") } else { text(request, "id") }
}

/// Names of the offered moves; nothing when the thing is not there for them.
pub fn offered(world: &World, who: PersonId, below: &str) -> Vec<String> {
    let reply = world.get(who, &format!("{below}/moves"));
    if reply.status == 404 {
        return Vec::new();
    }
    let moves = reply.ok();
    let read = |offered: &Value| {
        assert_eq!(offered["method"], "POST");
        let href = text(offered, "href");
        assert!(href.starts_with(&format!("/api/v1{below}/")), "{href}");
        text(offered, "move")
    };
    moves.as_array().unwrap().iter().map(read).collect()
}

/// What is not offered must be refused as not theirs, not now, or not there.
#[track_caller]
fn is_refused(world: &World, who: PersonId, path: &str, body: &Value, what: &str) {
    let reply = world.post(who, path, body);
    let name = world.cast.name(who);
    let said = matches!(reply.status, 403 | 404 | 409);
    assert!(said, "{name}, {what}: not offered, and {} {}", reply.status, reply.text());
}

fn probe(world: &World, stage: &Stage, people: &[PersonId]) {
    let (name, make) = stage;
    let scene = make(world);
    let below = format!("/requests/{}", scene.request);
    let looker = if world.get(world.cast.amira, &below).status == 200 {
        world.cast.amira
    } else {
        world.cast.tom
    };
    let request = world.seen(looker, &below);
    for who in people {
        let legal = offered(world, *who, &below);
        for mv in Move::ALL {
            let what = format!("{} on what is {name}", mv.name());
            if legal.iter().any(|known| known == mv.name()) {
                let fresh = make(world);
                let shown = world.seen(*who, &format!("/requests/{}", fresh.request));
                let path = format!("/requests/{}/{}", fresh.request, mv.path());
                let reply = world.post(*who, &path, &body(world, &shown, *mv));
                let person = world.cast.name(*who);
                assert!(reply.went_well(), "{person}, {what}: offered, and {}", reply.text());
            } else {
                let path = format!("{below}/{}", mv.path());
                is_refused(world, *who, &path, &body(world, &request, *mv), &what);
            }
        }
    }
    assert_eq!(world.seen(looker, &below), request, "refusals changed nothing: {name}");
}

pub const CASES: &[Stage] = &[
    ("new", World::sent),
    ("told with nothing open", |world| {
        let scene = world.verified();
        world.told(&scene);
        scene
    }),
    ("closed", World::closed),
    ("internal", |world| {
        let made = world.done(world.cast.amira, "/cases", &bodies::case(None));
        Scene { case: text(&made, "id"), request: String::new() }
    }),
    ("merged", |world| {
        let case = world.case();
        let survivor = json!({ "survivor": world.beside(&case) });
        world.done(world.cast.amira, &format!("/cases/{case}/merger"), &survivor);
        Scene { case, request: String::new() }
    }),
    ("one to which the customer wrote again", |world| {
        let case = world.case();
        crate::waivers::writes(world, &case);
        Scene { case, request: String::new() }
    }),
    ("one with a message that needs no reply", |world| {
        let case = world.case();
        crate::waivers::writes(world, &case);
        let path = format!("/cases/{case}/reply-waivers");
        world.done(world.cast.amira, &path, &crate::waivers::thanks(world, &case));
        Scene { case, request: String::new() }
    }),
    ("waiting for a third party", |world| {
        let scene = world.verified();
        world.told(&scene);
        let path = format!("/cases/{}/wait", scene.case);
        world.done(world.cast.amira, &path, &bodies::wait(world, "third_party"));
        scene
    }),
    ("one with a promise", |world| {
        let scene = world.verified();
        world.told(&scene);
        let promise = json!({ "what": "A call on Friday.", "by": world.in_hours(48) });
        world.done(world.cast.amira, &format!("/cases/{}/promises", scene.case), &promise);
        scene
    }),
];

pub fn case_body(world: &World, case: &str, mv: CaseMove) -> Value {
    match mv {
        CaseMove::AddMessage => json!({ "kind": "call", "body": "She called again." }),
        CaseMove::TellCustomer => bodies::holding(),
        CaseMove::WaiveReply => crate::waivers::thanks(world, case),
        CaseMove::ExpectReply => json!({ "message": crate::waivers::newest(world, case) }),
        CaseMove::MakePromise => json!({ "what": "A call.", "by": world.in_hours(48) }),
        CaseMove::Raise => bodies::ask(world, world.cast.technical),
        CaseMove::Wait => bodies::wait(world, "third_party"),
        CaseMove::Resume => json!({}),
        CaseMove::ChangeOwner => json!({ "person": world.cast.sam.to_string() }),
        CaseMove::ChangePriority => json!({ "priority": "high", "reason": "She is ill." }),
        CaseMove::Close => bodies::closure(),
        CaseMove::Reopen => bodies::reason(),
        CaseMove::Merge => json!({ "survivor": world.beside(case) }),
        CaseMove::Separate => json!({}),
    }
}

fn probe_case(world: &World, stage: &Stage, people: &[PersonId]) {
    let (name, make) = stage;
    let case = make(world).case;
    let below = format!("/cases/{case}");
    for who in people {
        let legal = offered(world, *who, &below);
        for mv in CaseMove::ALL {
            let what = format!("{} on a case that is {name}", mv.name());
            if legal.iter().any(|known| known == mv.name()) {
                let case = make(world).case;
                let path = format!("/cases/{case}/{}", mv.path());
                let reply = world.post(*who, &path, &case_body(world, &case, *mv));
                assert!(reply.went_well(), "{what}: offered, and {}", reply.text());
            } else {
                let path = format!("{below}/{}", mv.path());
                is_refused(world, *who, &path, &case_body(world, &case, *mv), &what);
            }
        }
    }
}

fn everybody(world: &World) -> Vec<PersonId> {
    world.cast.people().into_iter().map(|(_, id)| id).collect()
}

#[test]
fn an_act_on_a_request_is_offered_if_and_only_if_it_succeeds() {
    let world = World::on_sqlite();
    let people = everybody(&world);
    for stage in STAGES {
        probe(&world, stage, &people);
    }
}

#[test]
fn an_act_on_a_request_is_offered_alike_on_postgresql() {
    let world = World::new(baton_testkit::Place::postgres());
    let people = [world.cast.amira, world.cast.tom, world.cast.artur];
    for stage in STAGES.iter().step_by(2) {
        probe(&world, stage, &people);
    }
}

#[test]
fn an_act_on_a_case_is_offered_if_and_only_if_it_succeeds() {
    World::both(|world| {
        let people = everybody(world);
        for stage in CASES {
            probe_case(world, stage, &people);
        }
    });
}
