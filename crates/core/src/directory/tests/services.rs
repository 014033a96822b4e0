use super::*;

fn tracing(cast: &Cast) -> ServiceRecord {
    let mut record = ServiceRecord::new(cast.logistics, "Tracing", "Finds a parcel.");
    record.owner = Some(cast.lea);
    record.required_fields = vec!["address".to_owned(), "phones".to_owned(), "phone".to_owned()];
    record
}

#[test]
fn a_lead_keeps_the_services_of_their_own_department_and_of_no_other() {
    let mut cast = Cast::new();
    let record = tracing(&cast);
    let new = Command::SetService { id: None, record: record.clone() };
    assert_eq!(code(cast.run(cast.amara, new.clone())), Code::NotAllowed);
    let Ok(Change::Service(service)) = cast.run(cast.lea, new) else {
        panic!("a lead sets up a service");
    };
    assert_eq!(service.required_fields, ["address", "phone"]);
    let mut moved = record;
    moved.department = cast.service;
    let command = Command::SetService { id: Some(service.id), record: moved };
    assert_eq!(code(cast.run(cast.lea, command.clone())), Code::NotAllowed);
    assert_eq!(code(cast.run(cast.amara, command.clone())), Code::NotAllowed);
    cast.run(cast.maria, command).unwrap();
    let directory = &cast.world.directory;
    assert_eq!(directory.service(service.id).unwrap().department, cast.service);
    assert_eq!(cast.world.who(cast.lea).owns_services, [service.id]);
}

#[test]
fn a_service_names_an_active_department_a_human_owner_and_known_kinds_of_fields() {
    let mut cast = Cast::new();
    let mut record = tracing(&cast);
    record.department = crate::ids::Id::from_bits(7);
    record.owner = Some(cast.scanner);
    record.required_fields = vec!["Shoe Size".to_owned()];
    let refused = cast.run(cast.maria, Command::SetService { id: None, record });
    let expected =
        ["required_fields[0]:not_a_tag", "department:unknown_department", "owner:not_human"];
    assert_eq!(fields(refused), expected);
}

#[test]
fn two_active_services_never_share_a_name() {
    let mut cast = Cast::new();
    let first = cast.world.set_service(None, tracing(&cast));
    let mut record = tracing(&cast);
    record.name = "tracing".to_owned();
    let again = Command::SetService { id: None, record };
    assert_eq!(fields(cast.run(cast.maria, again.clone())), ["name:taken"]);
    let mut ended = cast.world.directory.service_record(first).unwrap();
    ended.active = false;
    cast.run(cast.lea, Command::SetService { id: Some(first), record: ended }).unwrap();
    cast.run(cast.maria, again).unwrap();
    assert_eq!(cast.world.directory.services_of(cast.logistics).count(), 1);
}
