//! What binds, and from when.

use super::*;

#[test]
fn nothing_binds_before_both_sides_have_signed_the_same_terms() {
    let mut world = World::proposed();
    assert_eq!(world.standing(), Standing::Proposed);
    world.sign(&lea()).unwrap();
    assert_eq!(world.standing(), Standing::Proposed);
    assert_eq!(world.acknowledge_within(world.now), None);
    world.sign(&amara()).unwrap();
    assert_eq!(world.standing(), Standing::Active);
    assert_eq!(world.acknowledge_within(world.now), Some(Span::minutes(60)));
}

#[test]
fn terms_bind_from_the_moment_that_they_name() {
    let mut world = World::new();
    let from = at("2026-04-01T08:00:00Z");
    world.run(&lea(), propose(TermsRecord { effective_from: Some(from), ..terms() })).unwrap();
    world.sign(&lea()).unwrap();
    world.sign(&amara()).unwrap();
    assert_eq!(world.standing(), Standing::Agreed { from });
    assert_eq!(world.acknowledge_within(world.now), None);
    assert_eq!(world.acknowledge_within(from), Some(Span::minutes(60)));
}

#[test]
fn a_change_to_a_draft_voids_the_signature_under_it() {
    let mut world = World::proposed();
    world.sign(&amara()).unwrap();
    world.run(&lea(), Command::Revise { terms: terms() }).unwrap();
    let draft = world.agreement().draft().unwrap();
    assert_eq!((draft.number, draft.from_signature), (1, None));
    world.sign(&lea()).unwrap();
    assert_eq!(world.standing(), Standing::Proposed);
}

#[test]
fn whoever_read_other_terms_cannot_sign_these() {
    let mut world = World::proposed();
    let written = world.agreement().draft().unwrap().written;
    world.run(&amara(), Command::Revise { terms: terms() }).unwrap();
    assert_eq!(code(world.run(&lea(), Command::Sign { written })), Code::StaleVersion);
    world.sign(&lea()).unwrap();
}

#[test]
fn the_old_version_binds_until_the_new_one_is_signed_and_a_request_keeps_its_own() {
    let mut world = World::agreed();
    let sent = world.now;
    let held = world.agreement().binding(ServiceClass::Standard, sent).unwrap();
    let mut quicker = terms();
    quicker.targets[0].minutes = 30;
    world.run(&lea(), Command::Revise { terms: quicker }).unwrap();
    world.sign(&lea()).unwrap();
    assert_eq!(world.acknowledge_within(world.now), Some(Span::minutes(60)));
    world.sign(&amara()).unwrap();
    assert_eq!(world.acknowledge_within(world.now), Some(Span::minutes(30)));
    assert_eq!(world.acknowledge_within(sent), Some(Span::minutes(60)));
    assert_eq!((held.number, held.target(ClockKind::Acknowledge)), (1, Some(Span::minutes(60))));
    assert!(held.pauses_for(PauseReason::Customer) && !held.pauses_for(PauseReason::ThirdParty));
}

#[test]
fn withdrawing_a_draft_leaves_what_was_agreed() {
    let mut world = World::agreed();
    world.run(&lea(), Command::Revise { terms: terms() }).unwrap();
    world.run(&amara(), Command::Withdraw { reason: "Not this year.".to_owned() }).unwrap();
    assert_eq!(world.standing(), Standing::Active);
    assert_eq!(world.agreement().terms_at(world.now).unwrap().number, 1);
    world.run(&lea(), Command::Revise { terms: terms() }).unwrap();
    assert_eq!(world.agreement().draft().unwrap().number, 3);
}

#[test]
fn notice_lets_it_bind_until_its_end() {
    let mut world = World::agreed();
    let end = world.now + Span::times_24h(30);
    let reason = "The service moves to billing.".to_owned();
    world.run(&lea(), Command::End { from: end, reason }).unwrap();
    assert_eq!(world.standing(), Standing::Active);
    assert_eq!(code(world.run(&amara(), Command::Revise { terms: terms() })), Code::IllegalMove);
    world.now = end;
    assert_eq!(world.standing(), Standing::Ended);
    assert_eq!(code(world.run(&amara(), Command::Revise { terms: terms() })), Code::Terminal);
}

#[test]
fn what_was_not_agreed_is_as_usual() {
    let world = World::agreed();
    let terms = &world.agreement().terms_at(world.now).unwrap().terms;
    let allowed = |clock, class| terms.target(clock, class);
    assert_eq!(allowed(ClockKind::Acknowledge, ServiceClass::Standard), Some(Span::minutes(60)));
    assert_eq!(
        allowed(ClockKind::Acknowledge, ServiceClass::Expedite),
        usual(ClockKind::Acknowledge, ServiceClass::Expedite)
    );
    assert_eq!(allowed(ClockKind::Deliver, ServiceClass::Expedite), None);
    assert_eq!(terms.pauses, [PauseReason::Customer, PauseReason::Clarify]);
}

#[test]
fn every_event_is_said_in_a_sentence() {
    let mut world = World::agreed();
    world.run(&lea(), Command::Revise { terms: terms() }).unwrap();
    world.run(&amara(), Command::Withdraw { reason: "Not this year.".to_owned() }).unwrap();
    let end = world.now + Span::times_24h(28);
    world.run(&amara(), Command::End { from: end, reason: "We part.".to_owned() }).unwrap();
    let said: Vec<String> = world
        .log
        .iter()
        .map(|recorded| {
            let event = AgreementEvent::decode(&recorded.kind, recorded.v, &recorded.data).unwrap();
            say(&event, "Amara", "Customer service", "Logistics", &world.texts)
        })
        .collect();
    assert_eq!(
        said,
        [
            "Amara proposed an agreement between Customer service and Logistics.",
            "Amara signed version 1 for Customer service.",
            "Amara signed version 1 for Logistics.",
            "Amara put down terms for version 2.",
            "Amara withdrew the draft of version 2: Not this year.",
            "Amara gave notice: We part.",
        ]
    );
}

#[test]
fn working_time_is_read_as_people_write_it() {
    for (text, minutes) in [
        ("90", Some(90)),
        (" 90 min", Some(90)),
        ("4h", Some(240)),
        ("1 h 30 min", Some(90)),
        ("1 H 30", Some(90)),
        ("2 h m", None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("99999999 h", None),
    ] {
        assert_eq!(read_minutes(text), minutes, "{text}");
    }
}
