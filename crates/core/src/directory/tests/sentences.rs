use super::*;

/// Every event of a stream in a sentence.
fn told(cast: &Cast, stream: StreamId) -> Vec<String> {
    cast.world.log[&stream]
        .iter()
        .map(|recorded| {
            let event = DirectoryEvent::decode(&recorded.kind, recorded.v, &recorded.data).unwrap();
            say(&cast.world.directory, stream, recorded.version, &event, "Maria")
        })
        .collect()
}

#[test]
fn the_history_of_a_department_reads_as_sentences() {
    let mut cast = Cast::new();
    let billing = cast.world.set_department(None, DepartmentRecord::new("Billing", "Invoices."));
    let mut record = cast.department(billing);
    record.active = false;
    cast.world.set_department(Some(billing), record);
    assert_eq!(
        told(&cast, StreamId::Department(billing)),
        ["Maria set up the department Billing.", "Maria made the department Billing inactive."]
    );
    assert_eq!(
        told(&cast, StreamId::Department(cast.logistics)),
        [
            "Maria set up the department Logistics.",
            "Maria changed the record of the department Logistics, led by Lea."
        ]
    );
}

#[test]
fn the_history_of_a_service_reads_as_sentences() {
    let mut cast = Cast::new();
    let record = ServiceRecord::new(cast.logistics, "Tracing", "Finds a parcel.");
    let service = cast.world.set_service(None, record.clone());
    cast.world.set_service(Some(service), record);
    assert_eq!(
        told(&cast, StreamId::Service(service)),
        [
            "Maria set up the service Tracing of Logistics.",
            "Maria changed the service Tracing of Logistics."
        ]
    );
}

#[test]
fn the_history_of_a_person_reads_as_sentences() {
    let mut cast = Cast::new();
    let (tom, priya) = (cast.tom, cast.priya);
    cast.away(tom, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", Some(priya));
    let from = at("2026-03-09T00:00:00Z");
    cast.run(tom, Command::EndAbsence { person: tom, from }).unwrap();
    assert_eq!(
        told(&cast, StreamId::Person(tom)),
        [
            "Maria added Tom of Customer Service.",
            "Maria recorded that Tom is away from 9 March 2026, 00:00 UTC to 16 March 2026, \
             00:00 UTC; Priya acts for them.",
            "Maria ended the absence of Tom that began 9 March 2026, 00:00 UTC.",
        ]
    );
}

#[test]
fn every_kind_and_role_is_stored_under_its_name() {
    let stored = |value: serde_json::Result<String>| value.unwrap().trim_matches('"').to_owned();
    for kind in ContactKind::ALL {
        assert_eq!(stored(serde_json::to_string(&kind)), kind.name());
        assert_eq!(ContactKind::named(kind.name()), Some(kind));
    }
    for role in Role::ALL {
        assert_eq!(stored(serde_json::to_string(&role)), role.name());
        assert_eq!(Role::named(role.name()), Some(role));
    }
    for kind in PersonKind::ALL {
        assert_eq!(stored(serde_json::to_string(&kind)), kind.name());
        assert_eq!(PersonKind::named(kind.name()), Some(kind));
    }
    assert_eq!((Role::named(""), ContactKind::named("fax")), (None, None));
}
