//! What is advised goes by the log, by words and by what people confirm, and hides nothing.

use baton_core::case::command::{Command, Open};
use baton_core::case::kinds::*;
use baton_core::case::request::advice::{Matter, Weighed, confirmed, facts, weigh};
use baton_core::case::request::command::{Raise, WeighingForm};
use baton_core::case::request::heard::{Voice, heard};
use baton_core::escalation::{Practice, Standing, Tick};
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, form, ground};

fn hear(world: &mut World, kind: MessageKind, body: &str) {
    let mut command = message(kind, Channel::Phone);
    if let Command::AddMessage(form) = &mut command {
        form.body = body.to_owned();
    }
    world.person(cast().amira, command).unwrap();
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn plain(world: &World) -> Raise {
    ask(Mode::Delegate, cast().logistics, world.now)
}

fn ticked(world: &World, facts: &[&str]) -> Raise {
    let facts = facts.iter().filter_map(|fact| Tick::read(fact)).collect();
    Raise { weighing: WeighingForm { facts, ..WeighingForm::default() }, ..plain(world) }
}

/// Whose words suggest which fact, and whether they were set aside.
fn words(world: &World) -> Vec<(String, Voice, bool)> {
    let found = heard(&world.case, &world.texts);
    found.iter().map(|one| (one.tick().text(), one.by, !one.is_open())).collect()
}

const LEAK: &str = "There is a gas leak, and your statement went to the wrong person.";

#[test]
fn whoever_denies_what_words_suggest_says_why() {
    let mut world = World::new();
    hear(&mut world, MessageKind::Inbound, LEAK);
    let denied = ticked(&world, &["safety=none", "data_breach=none"]);
    assert_eq!(code(world.raise(cast().amira, denied.clone())), Code::AdviceNeedsReason);
    let mut reasoned = denied;
    reasoned.weighing.reason = text("The engineer was there, and it was her own address.");
    let id = world.raise(cast().amira, reasoned).unwrap();
    let kept = world.request(id).advised.clone().unwrap();
    assert_eq!(kept.set_aside, ["safety=imminent", "data_breach=suspected"]);
    assert!(kept.facts.is_empty() && kept.otherwise.is_some());
    let aside = |fact: &str| (fact.to_owned(), Voice::Customer, true);
    assert_eq!(words(&world), [aside("safety=imminent"), aside("data_breach=suspected")]);
}

#[test]
fn a_reason_holds_for_the_words_of_one_message_and_the_next_message_asks_again() {
    let mut world = World::new();
    hear(&mut world, MessageKind::Inbound, "Leave it at the court by the church.");
    let mut first = plain(&world);
    assert_eq!(code(world.raise(cast().amira, first.clone())), Code::AdviceNeedsReason);
    first.weighing = because("It is a yard.");
    world.raise(cast().amira, first).unwrap();
    let second = world.raise(cast().amira, plain(&world)).unwrap();
    let kept = world.request(second).advised.clone();
    assert!(kept.is_none_or(|kept| kept.set_aside.is_empty() && kept.otherwise.is_none()));
    hear(&mut world, MessageKind::Inbound, "My solicitor will write to you.");
    let third = plain(&world);
    assert_eq!(code(world.raise(cast().amira, third)), Code::AdviceNeedsReason);
}

#[test]
fn what_is_said_on_the_telephone_counts_like_what_is_written() {
    let mut world = World::new();
    hear(&mut world, MessageKind::Call, "He says there is a gas leak and he will see a solicitor.");
    let said = |fact: &str| (fact.to_owned(), Voice::Call, false);
    assert_eq!(words(&world), [said("safety=imminent"), said("legal_threat=true")]);
    let form = plain(&world);
    assert_eq!(code(world.raise(cast().amira, form)), Code::AdviceNeedsReason);
}

#[test]
fn what_a_case_came_with_is_looked_at_however_much_came_after_it() {
    let opened = Open { body: text(LEAK), ..form(Channel::Phone) };
    let mut world = World::of(&opened, &ground().who(cast().amira), 0).unwrap();
    for _ in 0..12 {
        hear(&mut world, MessageKind::Inbound, "When does it come?");
    }
    let open = |fact: &str| (fact.to_owned(), Voice::Customer, false);
    assert_eq!(words(&world), [open("safety=imminent"), open("data_breach=suspected")]);
}

#[test]
fn whoever_writes_of_a_danger_themself_confirms_it_or_says_why_not() {
    let mut world = World::new();
    let mut form = Raise { need: text("Find out who repaired the gas leak."), ..plain(&world) };
    assert_eq!(code(world.raise(cast().amira, form.clone())), Code::AdviceNeedsReason);
    form.weighing = because("It was repaired last year.");
    let id = world.raise(cast().amira, form).unwrap();
    let kept = world.request(id).advised.clone().unwrap();
    assert_eq!(kept.set_aside, ["safety=imminent"]);
    assert!(kept.heard_in.is_empty(), "it was nobody's letter");
}

#[test]
fn a_tick_neither_moves_a_deadline_of_the_law_nor_makes_a_request_a_notice() {
    let mut world = World::new();
    let facts = ["legal_deadline_working_days=40", "action_wanted=false"];
    let reason = Some(NeededByReason::LegalClock);
    let form = Raise { needed_by_reason: reason, ..ticked(&world, &facts) };
    assert_eq!(code(world.raise(cast().amira, form)), Code::AdviceNeedsReason);
}

fn advice(world: &World, practice: &Practice) -> (u8, Standing) {
    let request = &world.case.requests[0];
    let matter = Matter::of_request(&world.case, request);
    let known = facts(&matter, practice, &ground().calendars, world.now);
    let weighed: Weighed<'_> =
        weigh(practice, known, &confirmed([request], &[]), Vec::new()).unwrap();
    (weighed.advice.level, weighed.facts.agreement)
}

#[test]
fn only_clocks_of_the_receiver_speak_about_the_agreement() {
    let practice = Practice::default();
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.act(cast().tom, id, delivery()).unwrap();
    world.later(Span::times_24h(20));
    assert_eq!(advice(&world, &practice).1, Standing::Ok, "the check is late, and it is our own");
    let mut late = World::new();
    late.raise(cast().amira, plain(&late)).unwrap();
    late.later(Span::times_24h(20));
    assert_eq!(advice(&late, &practice), (2, Standing::Failing));
    late.act(cast().amira, late.case.requests[0].id, withdrawal()).unwrap();
    assert_eq!(advice(&late, &practice), (0, Standing::Ok), "what is over escalates nowhere");
}
