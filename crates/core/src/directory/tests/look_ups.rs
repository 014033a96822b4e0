use super::*;

const DURING: &str = "2026-03-10T12:00:00Z";

fn away(cast: &mut Cast, person: PersonId, deputy: Option<PersonId>) {
    cast.away(person, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", deputy);
}

#[test]
fn who_somebody_is_follows_from_the_records() {
    let cast = Cast::new();
    let amara = cast.world.who(cast.amara);
    assert!(amara.human && amara.customer_facing && amara.leads(cast.service));
    assert!(cast.world.who(cast.tom).leads(cast.service), "a deputy leads in the lead's place");
    let lea = cast.world.who(cast.lea);
    assert!(!lea.customer_facing && lea.belongs_to(cast.logistics) && !lea.leads(cast.service));
    assert!(cast.world.who(cast.maria).administrator && cast.world.who(cast.priya).compliance);
    assert!(!cast.world.who(cast.scanner).human);
    assert_eq!(cast.world.directory.who(crate::ids::Id::from_bits(7)), None);
}

#[test]
fn people_departments_and_services_are_found_in_any_case() {
    let mut cast = Cast::new();
    cast.world.set_person(None, PersonRecord::new("Jörg", "JÖRG@example.org"));
    let directory = &cast.world.directory;
    assert_eq!(directory.person_by_email(" Tom@EXAMPLE.org ").unwrap().id, cast.tom);
    assert!(directory.person_by_email("jörg@example.org").is_some());
    assert_eq!(directory.department_by_name("customer SERVICE").unwrap().id, cast.service);
    assert_eq!(directory.department_by_name("Billing"), None);
    assert_eq!(directory.person_email(cast.tom), Some("tom@example.org"));
    assert_eq!(directory.department_name(crate::ids::Id::from_bits(7)), "[unknown]");
}

#[test]
fn a_department_of_programs_alone_cannot_open_what_it_is_sent() {
    let mut cast = Cast::new();
    assert!(cast.world.directory.can_be_opened_by_someone(cast.logistics));
    assert_eq!(cast.world.directory.members(cast.logistics).len(), 2);
    let mut record = cast.department(cast.logistics);
    record.lead = None;
    cast.world.set_department(Some(cast.logistics), record);
    let mut lea = cast.person(cast.lea);
    lea.departments = vec![cast.service];
    cast.world.set_person(Some(cast.lea), lea);
    assert_eq!(cast.world.directory.members(cast.logistics), [cast.scanner]);
    assert!(!cast.world.directory.can_be_opened_by_someone(cast.logistics));
    assert_eq!(cast.world.directory.lead_of(cast.logistics), None);
}

#[test]
fn whoever_is_there_acts_for_themselves_and_whoever_is_away_is_stood_in_for() {
    let mut cast = Cast::new();
    let (tom, priya) = (cast.tom, cast.priya);
    away(&mut cast, tom, Some(priya));
    let directory = &cast.world.directory;
    assert_eq!(directory.stand_in(tom, at("2026-03-08T23:59:59Z")), Some(tom));
    assert_eq!(directory.stand_in(tom, at("2026-03-09T00:00:00Z")), Some(priya));
    assert_eq!(directory.stand_in(tom, at("2026-03-16T00:00:00Z")), Some(tom));
}

#[test]
fn without_a_deputy_of_their_own_the_lead_and_then_the_departments_deputies_act() {
    let mut cast = Cast::new();
    let (priya, amara, tom) = (cast.priya, cast.amara, cast.tom);
    away(&mut cast, priya, None);
    assert_eq!(cast.world.directory.stand_in(priya, at(DURING)), Some(amara));
    away(&mut cast, amara, None);
    assert_eq!(cast.world.directory.stand_in(priya, at(DURING)), Some(tom));
    away(&mut cast, tom, None);
    assert_eq!(cast.world.directory.stand_in(priya, at(DURING)), None);
}

#[test]
fn a_ring_of_deputies_ends() {
    let mut cast = Cast::new();
    let (priya, amara, tom, lea) = (cast.priya, cast.amara, cast.tom, cast.lea);
    away(&mut cast, priya, Some(tom));
    away(&mut cast, tom, Some(amara));
    away(&mut cast, amara, Some(priya));
    assert_eq!(cast.world.directory.stand_in(priya, at(DURING)), None);
    let mut record = PersonRecord::new("Sam", "sam@example.org");
    record.departments = vec![cast.logistics];
    let sam = cast.world.set_person(None, record);
    away(&mut cast, lea, Some(sam));
    assert_eq!(cast.world.directory.stand_in(lea, at(DURING)), Some(sam));
}

#[test]
fn a_chain_of_deputies_is_followed_five_deep_and_no_further() {
    let mut cast = Cast::new();
    let people: Vec<PersonId> = (0..7)
        .map(|n| PersonRecord::new(format!("P{n}"), format!("p{n}@example.org")))
        .map(|record| cast.world.set_person(None, record))
        .collect();
    for pair in people.windows(2) {
        away(&mut cast, pair[0], Some(pair[1]));
    }
    let directory = &cast.world.directory;
    assert_eq!(directory.stand_in(people[1], at(DURING)), Some(people[6]));
    assert_eq!(directory.stand_in(people[0], at(DURING)), None);
}

#[test]
fn the_lead_acts_for_whoever_has_left_and_nobody_stands_in_as_a_program() {
    let mut cast = Cast::new();
    let mut record = cast.person(cast.priya);
    record.active = false;
    cast.world.set_person(Some(cast.priya), record);
    assert_eq!(cast.world.directory.stand_in(cast.priya, at(DURING)), Some(cast.amara));
    assert_eq!(cast.world.directory.stand_in(cast.scanner, at(DURING)), Some(cast.lea));
}
