//! Countering, declining, passing on, waiting and escalating.

use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::log::Effect;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

use super::scenes::declined;

fn spoiled(spoil: impl Fn(&mut DeclineForm)) -> Act {
    let mut act = decline(DeclineReason::NoCapacity);
    if let Act::Decline(form) = &mut act {
        spoil(form);
    }
    act
}

#[test]
fn declining_needs_a_reason_in_words_and_by_code() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let refused = fields(world.act(cast().tom, id, spoiled(|form| form.reason = None)));
    assert_eq!(refused, (Code::DeclineNeedsReason, vec!["reason".to_owned()]));
    let short = spoiled(|form| form.text = "We cannot do this.".to_owned());
    let refused = fields(world.act(cast().tom, id, short));
    assert_eq!(refused, (Code::DeclineNeedsReason, vec!["text".to_owned()]));
    world.act(cast().tom, id, decline(DeclineReason::NoCapacity)).unwrap();
}

#[test]
fn declining_needs_an_alternative_that_names_something() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let refused = fields(world.act(cast().tom, id, spoiled(|form| form.alternative = None)));
    assert_eq!(refused, (Code::DeclineNeedsAlternative, vec!["alternative".to_owned()]));
    for kind in [AlternativeKind::Team, AlternativeKind::Date, AlternativeKind::Article] {
        let unnamed = AlternativeForm { kind, value: Some(" ".to_owned()), department: None };
        let act = spoiled(|form| form.alternative = Some(unnamed.clone()));
        let refused = fields(world.act(cast().tom, id, act));
        let named = vec!["alternative.value".to_owned()];
        assert_eq!(refused, (Code::DeclineNeedsAlternative, named), "{kind}");
    }
    let own = spoiled(|form| {
        form.alternative.as_mut().unwrap().value = Some("logistics".to_owned());
    });
    assert_eq!(fields(world.act(cast().tom, id, own)).1, ["alternative.value"]);
    let (kind, value) = (AlternativeKind::OwnerToRule, None);
    let rule = AlternativeForm { kind, value, department: None };
    let act = spoiled(|form| form.alternative = Some(rule.clone()));
    world.act(cast().tom, id, act).unwrap();
}

#[test]
fn whoever_misses_information_asks_instead_of_declining() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let refused = world.act(cast().tom, id, decline(DeclineReason::MissingInformation));
    assert_eq!(fields(refused), (Code::Invalid, vec!["reason".to_owned()]));
    world.act(cast().tom, id, question()).unwrap();
}

#[test]
fn a_third_redirection_needs_a_ruling_and_one_is_enough() {
    let mut world = World::new();
    let id = declined(&mut world, 2);
    let redirect = Act::Redirect { to: cast().logistics };
    let refused = world.act(cast().amira, id, redirect.clone());
    assert_eq!(code(refused), Code::ThirdHopNeedsRuling);
    world.act(cast().ruth, id, ruling()).unwrap();
    world.act(cast().amira, id, redirect).unwrap();
    assert_eq!((world.stage(id), world.request(id).hops), (StageName::Sent, 3));
    world.act(cast().tom, id, decline(DeclineReason::Unsafe)).unwrap();
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
}

#[test]
fn a_reason_that_was_ruled_on_does_not_serve_again() {
    let mut world = World::new();
    let id = declined(&mut world, 0);
    world.act(cast().amira, id, dispute()).unwrap();
    world.act(cast().tom, id, position()).unwrap();
    world.act(cast().ruth, id, ruling()).unwrap();
    world.act(cast().amira, id, Act::Redirect { to: cast().logistics }).unwrap();
    let again = decline(DeclineReason::NoCapacity);
    assert_eq!(code(world.act(cast().tom, id, again)), Code::AlreadyRuled);
    world.act(cast().tom, id, decline(DeclineReason::Unsafe)).unwrap();
}

#[test]
fn a_request_is_not_redirected_to_whoever_asked_or_to_nobody() {
    let mut world = World::new();
    let id = declined(&mut world, 0);
    let to = cast().customer_service;
    assert_eq!(code(world.act(cast().amira, id, Act::Redirect { to })), Code::SameDepartment);
    let to = cast().warehouse;
    assert_eq!(fields(world.act(cast().amira, id, Act::Redirect { to })).1, ["to"]);
}

#[test]
fn waiting_for_the_customer_needs_a_question_to_them_that_is_fresh() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let act = |world: &World| wait(WaitOn::Customer, world.now + Span::times_24h(3));
    let refused = world.act(cast().tom, id, act(&world));
    assert_eq!(code(refused), Code::WaitWithoutEvidence);
    world.person(cast().amira, message(MessageKind::Note, Channel::Internal)).unwrap();
    let refused = world.act(cast().tom, id, act(&world));
    assert_eq!(code(refused), Code::WaitWithoutEvidence, "a note asks nobody");
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    world.later(Span::hours(25));
    let refused = world.act(cast().tom, id, act(&world));
    assert_eq!(code(refused), Code::WaitWithoutEvidence, "that was too long ago");
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    world.later(Span::hours(24));
    world.act(cast().tom, id, act(&world)).unwrap();
    assert_eq!(world.stage(id), StageName::WaitingCustomer);
    world.act(cast().tom, id, Act::Resume).unwrap();
}

#[test]
fn waiting_for_a_third_party_needs_evidence_and_an_end() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let resume_by = world.now + Span::hours(8);
    let mut silent = wait(WaitOn::ThirdParty, resume_by);
    if let Act::Wait(form) = &mut silent {
        form.evidence = Some("  ".to_owned());
    }
    assert_eq!(code(world.act(cast().tom, id, silent)), Code::WaitWithoutEvidence);
    let endless = wait(WaitOn::ThirdParty, world.now);
    assert_eq!(fields(world.act(cast().tom, id, endless)).1, ["resume_by"]);
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
    assert_eq!(world.stage(id), StageName::WaitingThirdParty);
}

#[test]
fn a_legal_deadline_is_moved_by_compliance_only_and_only_when_it_gets_later() {
    let mut world = World::new();
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.needed_by_reason = Some(NeededByReason::LegalClock);
    form.weighing = because("Compliance knows of it.");
    let needed = form.needed_by.unwrap();
    let id = world.raise(cast().amira, form).unwrap();
    world.act(cast().tom, id, counter(needed + Span::millis(1))).unwrap();
    assert_eq!(code(world.act(cast().amira, id, accept())), Code::LegalDeadline);
    world.act(cast().amira, id, refuse()).unwrap();
    world.act(cast().tom, id, counter(needed + Span::hours(1))).unwrap();
    world.act(cast().nora, id, accept()).unwrap();
    assert_eq!(world.request(id).ask.needed_by, Some(needed + Span::hours(1)));
    world.act(cast().tom, id, counter(needed)).unwrap();
    world.act(cast().amira, id, accept()).unwrap();
}

#[test]
fn a_counter_proposes_something_and_says_what_it_means() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let (reason, effect_on_customer) = (String::new(), String::new());
    let empty = CounterForm { by: None, scope: None, reason, effect_on_customer };
    let (_, named) = fields(world.act(cast().tom, id, Act::Counter(empty)));
    assert_eq!(named, ["by", "reason", "effect_on_customer"]);
    let past = counter(world.now);
    assert_eq!(fields(world.act(cast().tom, id, past)).1, ["by"]);
    let scope = CounterForm {
        by: None,
        scope: Some("Only the depots in Leeds.".to_owned()),
        reason: "The others are closed.".to_owned(),
        effect_on_customer: "She hears of the rest on Friday.".to_owned(),
    };
    world.act(cast().tom, id, Act::Counter(scope)).unwrap();
    let silent = Act::ReplyToCounter { accept: false, text: None };
    assert_eq!(fields(world.act(cast().amira, id, silent)).1, ["text"]);
    world.act(cast().amira, id, accept()).unwrap();
}

#[test]
fn escalating_tells_the_ladder_and_stops_nothing() {
    let told = |world: &World| -> Vec<_> {
        let people = world.effects.iter().find_map(|effect| match effect {
            Effect::Notify { people, kind: "escalated", .. } => Some(people.clone()),
            _ => None,
        });
        people.unwrap()
    };
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { service: Some(cast().tracing), ..form }).unwrap();
    let before = world.request(id).clone();
    assert_eq!(fields(world.act(cast().amira, id, escalation(4))).1, ["level"]);
    let mut ladder = vec![cast().joan, cast().ines];
    for (level, joins) in [(1, None), (2, Some(cast().omar)), (3, Some(cast().ruth))] {
        world.act(cast().amira, id, escalation(level)).unwrap();
        ladder.extend(joins);
        ladder.sort_unstable();
        assert_eq!(told(&world), ladder);
        assert_eq!(world.request(id).level(), level);
    }
    let after = world.request(id);
    assert_eq!((&after.stage, &after.runs), (&before.stage, &before.runs));
}

#[test]
fn a_level_that_waits_is_not_cancelled_by_one_that_is_not_above_it() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    world.act(cast().amira, id, escalation(2)).unwrap();
    let waiting = world.request(id).unanswered().unwrap().clone();
    for level in [1, 2] {
        let refused = world.act(cast().amira, id, escalation(level)).unwrap_err();
        assert_eq!(refused.fields[0].field, "level");
        let message = refused.fields[0].message.clone();
        for asked in &waiting.asked {
            let name = ground().directory.person_name(*asked);
            assert!(message.contains(name), "{message}");
        }
        assert!(
            message.contains("Level 2") && message.contains("2 March 2026, 14:00"),
            "{message}"
        );
    }
    assert_eq!(world.request(id).unanswered(), Some(&waiting));
    world.act(cast().amira, id, escalation(3)).unwrap();
    assert_eq!(code(world.act(cast().amira, id, escalation(3))), Code::IllegalMove);
    let asked = world.request(id).unanswered().unwrap().asked[0];
    world.act(asked, id, escalation_answer()).unwrap();
    world.act(cast().amira, id, escalation(1)).unwrap();
}
