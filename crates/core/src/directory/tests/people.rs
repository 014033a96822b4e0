use super::*;

fn set(id: PersonId, record: PersonRecord) -> Command {
    Command::SetPerson { id: Some(id), record }
}

#[test]
fn only_an_administrator_keeps_the_records_of_people() {
    let mut cast = Cast::new();
    let command =
        Command::SetPerson { id: None, record: PersonRecord::new("Noor", "noor@example.org") };
    for person in [cast.amara, cast.priya, cast.scanner] {
        assert_eq!(code(cast.run(person, command.clone())), Code::NotAllowed);
    }
    cast.run(cast.maria, command).unwrap();
}

#[test]
fn what_is_wrong_with_a_person_is_said_field_by_field() {
    let mut cast = Cast::new();
    let mut record = PersonRecord::new("x".repeat(121), "noor at example");
    record.departments = vec![crate::ids::Id::from_bits(7)];
    record.zone = "Mars/Olympus".to_owned();
    record.kind = PersonKind::Rule;
    record.roles = vec![Role::Follower, Role::Arbiter];
    let refused = cast.run(cast.maria, Command::SetPerson { id: None, record });
    let expected = [
        "name:too_long",
        "email:not_an_email",
        "departments[0]:unknown_department",
        "roles:not_human",
        "zone:not_a_zone",
    ];
    assert_eq!(fields(refused), expected);
}

#[test]
fn an_address_belongs_to_one_active_person() {
    let mut cast = Cast::new();
    let again =
        Command::SetPerson { id: None, record: PersonRecord::new("Tomasz", "TOM@Example.org") };
    assert_eq!(fields(cast.run(cast.maria, again.clone())), ["email:taken"]);
    cast.lead(cast.service, cast.amara, &[]);
    let mut gone = cast.person(cast.tom);
    gone.active = false;
    cast.run(cast.maria, set(cast.tom, gone.clone())).unwrap();
    cast.run(cast.maria, again).unwrap();
    gone.active = true;
    assert_eq!(fields(cast.run(cast.maria, set(cast.tom, gone))), ["email:taken"]);
}

#[test]
fn two_people_may_have_one_name() {
    let mut cast = Cast::new();
    let record = PersonRecord::new("Tom", "tom.the.second@example.org");
    cast.run(cast.maria, Command::SetPerson { id: None, record }).unwrap();
}

#[test]
fn a_zone_is_kept_by_its_proper_name() {
    let mut cast = Cast::new();
    let mut record = cast.person(cast.tom);
    record.zone = " europe/paris".to_owned();
    cast.run(cast.maria, set(cast.tom, record)).unwrap();
    assert_eq!(cast.person(cast.tom).zone, "Europe/Paris");
}

#[test]
fn whoever_leads_does_not_go_before_somebody_else_is_named() {
    let mut cast = Cast::new();
    for (person, departments, active, field) in [
        (cast.amara, vec![cast.service], false, "active"),
        (cast.tom, vec![cast.logistics], true, "departments"),
    ] {
        let mut record = cast.person(person);
        (record.departments, record.active) = (departments, active);
        let refused = cast.run(cast.maria, set(person, record));
        assert_eq!(fields(refused), [format!("{field}:leads_a_department")]);
    }
    cast.lead(cast.service, cast.priya, &[]);
    let mut record = cast.person(cast.amara);
    record.active = false;
    cast.run(cast.maria, set(cast.amara, record)).unwrap();
    assert_eq!(cast.world.directory.who(cast.amara), None);
    assert_eq!(cast.world.directory.person_name(cast.amara), "Amara");
}

#[test]
fn whoever_is_accountable_for_a_service_does_not_go() {
    let mut cast = Cast::new();
    let mut service = ServiceRecord::new(cast.logistics, "Tracing", "Finds a parcel.");
    service.owner = Some(cast.priya);
    cast.world.set_service(None, service);
    let mut record = cast.person(cast.priya);
    record.active = false;
    let refused = cast.run(cast.maria, set(cast.priya, record));
    assert_eq!(fields(refused), ["active:owns_a_service"]);
}

#[test]
fn the_last_administrator_stays() {
    let mut cast = Cast::new();
    let mut record = cast.person(cast.maria);
    record.roles.clear();
    let refused = cast.run(cast.maria, set(cast.maria, record.clone()));
    assert_eq!(fields(refused), ["roles:last_administrator"]);
    let mut tom = cast.person(cast.tom);
    tom.roles = vec![Role::Administrator, Role::Administrator];
    cast.run(cast.maria, set(cast.tom, tom)).unwrap();
    assert_eq!(cast.person(cast.tom).roles, [Role::Administrator]);
    cast.run(cast.maria, set(cast.maria, record)).unwrap();
    assert!(!cast.world.who(cast.maria).administrator);
}

#[test]
fn setting_a_record_leaves_the_absences() {
    let mut cast = Cast::new();
    cast.away(cast.tom, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", None);
    let record = cast.person(cast.tom);
    cast.run(cast.maria, set(cast.tom, record)).unwrap();
    assert_eq!(cast.world.directory.person(cast.tom).unwrap().absences.len(), 1);
}
