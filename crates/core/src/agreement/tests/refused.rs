//! What is refused, and why.

use super::*;

#[test]
fn only_leads_of_the_two_sides_act_on_an_agreement() {
    let mut world = World::new();
    assert_eq!(code(world.run(&omar(), propose(terms()))), Code::NotAllowed);
    let outsider = person(14, &[9]);
    assert_eq!(code(world.run(&outsider, propose(terms()))), Code::NotAllowed);
    let mut world = World::proposed();
    for who in [omar(), outsider, Who::system()] {
        assert_eq!(code(world.sign(&who)), Code::NotYourSide);
        assert_eq!(code(world.run(&who, Command::Revise { terms: terms() })), Code::NotYourSide);
        assert!(moves(world.agreement(), &who, world.now).is_empty());
    }
}

#[test]
fn one_person_who_leads_both_departments_is_one_signature() {
    let mut world = World::proposed();
    let both = person(15, &[SERVICE, LOGISTICS]);
    world.sign(&both).unwrap();
    assert_eq!(code(world.sign(&both)), Code::NotYourSide);
    assert_eq!(world.standing(), Standing::Proposed);
    world.sign(&lea()).unwrap();
    assert_eq!(world.standing(), Standing::Active);
}

#[test]
fn a_side_signs_once() {
    let mut world = World::proposed();
    world.sign(&amara()).unwrap();
    assert_eq!(code(world.sign(&person(16, &[SERVICE]))), Code::IllegalMove);
}

#[test]
fn an_agreement_has_two_departments_duties_of_both_and_a_day_of_review() {
    let mut world = World::new();
    let empty = TermsRecord {
        in_scope: Vec::new(),
        from_duties: Vec::new(),
        to_duties: vec!["  ".to_owned()],
        facts: vec!["the order!".to_owned()],
        review_on: "2026-03-02".parse().unwrap(),
        effective_from: Some(at("2026-03-02T09:59:59Z")),
        ..terms()
    };
    let named = wrong(world.run(&amara(), propose(empty)));
    let named: Vec<_> = named.iter().map(|(field, code)| (field.as_str(), *code)).collect();
    assert_eq!(
        named,
        [
            ("to_duties[0]", "missing"),
            ("in_scope", "missing"),
            ("from_duties", "missing"),
            ("facts[0]", "not_a_tag"),
            ("review_on", "out_of_range"),
            ("effective_from", "past"),
        ]
    );
    let service = department(SERVICE);
    let alone = Command::Propose { from: service, to: service, service: None, terms: terms() };
    assert_eq!(wrong(world.run(&amara(), alone)), [("to".to_owned(), "same_department")]);
    world.facts.departments.pop();
    let closed = wrong(world.run(&amara(), propose(terms())));
    assert_eq!(closed, [("to".to_owned(), "unknown")]);
}

#[test]
fn a_service_belongs_to_the_department_that_is_asked() {
    let mut world = World::new();
    let (from, to) = (department(SERVICE), department(LOGISTICS));
    let service = Some(ServiceId::from_bits(5));
    let about = || Command::Propose { from, to, service, terms: terms() };
    world.facts.service_of = Some(from);
    assert_eq!(wrong(world.run(&amara(), about())), [("service".to_owned(), "unknown")]);
    world.facts.service_of = Some(to);
    world.run(&amara(), about()).unwrap();
}

#[test]
fn a_pair_has_one_agreement_about_one_thing() {
    let mut world = World::new();
    world.facts.taken = Some(AgreementId::from_bits(7));
    assert_eq!(code(world.run(&amara(), propose(terms()))), Code::IllegalMove);
}

#[test]
fn after_notice_the_next_agreement_begins_when_the_one_before_it_ends() {
    let mut world = World::new();
    let end = world.now + Span::times_24h(30);
    world.facts.ends = Some(end);
    let sooner = [("effective_from".to_owned(), "out_of_range")];
    assert_eq!(wrong(world.run(&amara(), propose(terms()))), sooner, "it would bind at once");
    let from = |effective_from| propose(TermsRecord { effective_from, ..terms() });
    let before = Some(end - Span::minutes(1));
    assert_eq!(wrong(world.run(&amara(), from(before))), sooner);
    world.run(&amara(), from(Some(end))).unwrap();
    let revised = Command::Revise { terms: terms() };
    assert_eq!(wrong(world.run(&lea(), revised)), sooner);
}

#[test]
fn targets_are_working_time_and_one_for_each_step_and_class() {
    let mut world = World::new();
    let mut record = terms();
    record.targets[0].minutes = 0;
    record.targets.push(record.targets[1]);
    assert_eq!(
        wrong(world.run(&amara(), propose(record))),
        [("targets[0].minutes".to_owned(), "out_of_range"), ("targets[2]".to_owned(), "only_one")]
    );
}

#[test]
fn notice_is_given_four_weeks_before_and_only_of_what_was_agreed() {
    let mut world = World::proposed();
    let soon = Command::End { from: world.now, reason: "Now.".to_owned() };
    assert_eq!(code(world.run(&lea(), soon.clone())), Code::IllegalMove);
    let mut world = World::agreed();
    assert_eq!(wrong(world.run(&lea(), soon)), [("from".to_owned(), "out_of_range")]);
    let from = world.now + Span::times_24h(367);
    let for_ever = Command::End { from, reason: "Some day.".to_owned() };
    assert_eq!(wrong(world.run(&lea(), for_ever)), [("from".to_owned(), "out_of_range")]);
}
