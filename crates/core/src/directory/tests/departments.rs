use super::*;
use crate::ids::{CalendarId, Id};

fn set(id: DepartmentId, record: DepartmentRecord) -> Command {
    Command::SetDepartment { id: Some(id), record }
}

#[test]
fn an_administrator_sets_up_a_department_and_a_colleague_does_not() {
    let mut cast = Cast::new();
    let record = DepartmentRecord::new("Billing", "Invoices and refunds.");
    let command = Command::SetDepartment { id: None, record };
    assert_eq!(code(cast.run(cast.priya, command.clone())), Code::NotAllowed);
    assert_eq!(code(cast.run(cast.amara, command.clone())), Code::NotAllowed);
    cast.run(cast.maria, command).unwrap();
    assert!(cast.world.directory.department_by_name("billing").is_some());
}

#[test]
fn a_lead_or_deputy_changes_the_texts_and_channels_of_their_own_department() {
    let mut cast = Cast::new();
    let mut record = cast.department(cast.service);
    record.purpose = "Every case of every customer.".to_owned();
    record.not_our_job = vec!["Repairs".to_owned()];
    record.needs_from_you = vec!["The case number".to_owned(), "What you saw".to_owned()];
    record.hours = Some("Weekdays, nine to half past five".to_owned());
    record.channels = vec![ChannelRecord {
        kind: ContactKind::Phone,
        address: "extension 12".to_owned(),
        preferred_for: Some("anything urgent".to_owned()),
    }];
    for person in [cast.amara, cast.tom] {
        cast.run(person, set(cast.service, record.clone())).unwrap();
    }
    assert_eq!(cast.department(cast.service), record);
    assert_eq!(code(cast.run(cast.lea, set(cast.service, record.clone()))), Code::NotAllowed);
    assert_eq!(code(cast.run(cast.priya, set(cast.service, record))), Code::NotAllowed);
}

#[test]
fn a_lead_does_not_choose_the_lead_the_name_or_who_takes_cases() {
    let mut cast = Cast::new();
    let changes: [fn(&mut DepartmentRecord); 5] = [
        |record| record.name = "Care".to_owned(),
        |record| record.lead = None,
        |record| record.deputies.clear(),
        |record| record.customer_facing = false,
        |record| record.active = false,
    ];
    for change in changes {
        let mut record = cast.department(cast.service);
        change(&mut record);
        assert_eq!(code(cast.run(cast.amara, set(cast.service, record))), Code::NotAllowed);
    }
}

#[test]
fn what_is_wrong_with_a_record_is_said_field_by_field() {
    let mut cast = Cast::new();
    let mut record = DepartmentRecord::new("  ", "x".repeat(1_001));
    record.not_our_job = vec![String::new()];
    record.hours = Some("line\nbreak".to_owned());
    record.channels = vec![ChannelRecord {
        kind: ContactKind::Email,
        address: " ".to_owned(),
        preferred_for: None,
    }];
    let refused = cast.run(cast.maria, Command::SetDepartment { id: None, record });
    let expected = [
        "name:missing",
        "purpose:too_long",
        "not_our_job[0]:missing",
        "hours:control_character",
        "channels[0].address:missing",
    ];
    assert_eq!(fields(refused), expected);
}

#[test]
fn two_active_departments_never_share_a_name() {
    let mut cast = Cast::new();
    let record = DepartmentRecord::new(" LOGISTICS ", "Also moves parcels.");
    let command = Command::SetDepartment { id: None, record };
    assert_eq!(fields(cast.run(cast.maria, command)), ["name:taken"]);
    let mut same = cast.department(cast.logistics);
    same.name = "logistics".to_owned();
    cast.run(cast.maria, set(cast.logistics, same)).unwrap();
}

#[test]
fn only_an_active_human_member_leads() {
    let mut cast = Cast::new();
    let mut record = cast.department(cast.logistics);
    record.lead = Some(cast.scanner);
    record.deputies = vec![cast.priya];
    let refused = cast.run(cast.maria, set(cast.logistics, record.clone()));
    assert_eq!(fields(refused), ["lead:not_human", "deputies[0]:not_a_member"]);
    record.lead = Some(cast.lea);
    record.deputies = vec![cast.lea];
    let refused = cast.run(cast.maria, set(cast.logistics, record));
    assert_eq!(fields(refused), ["deputies:is_lead"]);
    let mut new = DepartmentRecord::new("Billing", "Invoices.");
    new.lead = Some(cast.lea);
    let refused = cast.run(cast.maria, Command::SetDepartment { id: None, record: new });
    assert_eq!(fields(refused), ["lead:not_a_member"]);
}

#[test]
fn a_department_with_members_and_services_does_not_become_inactive() {
    let mut cast = Cast::new();
    let service = ServiceRecord::new(cast.logistics, "Tracing", "Finds a parcel.");
    cast.world.set_service(None, service);
    let mut record = cast.department(cast.logistics);
    record.active = false;
    record.lead = None;
    let refused = cast.run(cast.maria, set(cast.logistics, record));
    assert_eq!(fields(refused), ["active:has_members", "active:has_services"]);
}

#[test]
fn a_department_that_is_not_known_is_not_found() {
    let mut cast = Cast::new();
    let unknown = crate::ids::Id::from_bits(7);
    let record = DepartmentRecord::new("Billing", "Invoices.");
    assert_eq!(code(cast.run(cast.maria, set(unknown, record))), Code::NotFound);
}

#[test]
fn texts_that_stay_keep_their_words() {
    let mut cast = Cast::new();
    let before = cast.world.directory.department(cast.service).unwrap().clone();
    let mut record = cast.department(cast.service);
    record.purpose = "Something else.".to_owned();
    cast.run(cast.amara, set(cast.service, record)).unwrap();
    let after = cast.world.directory.department(cast.service).unwrap();
    assert_eq!(before.name, after.name);
    assert_ne!(before.purpose, after.purpose);
    assert_eq!(after.version, before.version + 1);
}

/// A calendar in the book, retired or not.
fn kept(world: &mut World, name: &str, retired: bool) -> CalendarId {
    use crate::calendar::Description;
    use crate::calendar::kept::{self, Facts};
    let system = Who::system();
    let mut run = |id, command, seed| {
        let mut draw = Draw::new([seed; 32], world.now);
        let (book, facts) = (&world.calendars, Facts::default());
        let decided = kept::decide(book, &facts, id, command, &system, world.now, &mut draw);
        let (changes, next) = decided.unwrap().into_parts();
        let words = changes.words().iter().map(|word| (word.id, word.text.clone()));
        let entry = &changes.entries()[0];
        let recorded = Recorded {
            version: next.version(),
            at: entry.at,
            actor: entry.actor,
            kind: entry.kind.to_owned(),
            v: entry.v,
            data: entry.data.clone(),
        };
        world.calendars.texts.extend_with(words);
        world.calendars.catch_up(next.id, [&recorded]).unwrap();
        next.id
    };
    let description = Description { name: name.to_owned(), ..Description::standard() };
    let id = run(None, kept::Command::Create { description }, u8::try_from(name.len()).unwrap());
    if retired { run(Some(id), kept::Command::Retire, 99) } else { id }
}

#[test]
fn an_administrator_chooses_by_which_calendar_a_department_counts() {
    let mut cast = Cast::new();
    let (nights, old) =
        (kept(&mut cast.world, "Nights", false), kept(&mut cast.world, "Old", true));
    let (logistics, maria, lea) =
        (cast.logistics, cast.world.who(cast.maria), cast.world.who(cast.lea));
    let mut choose = |who: &Who, calendar| {
        let mut record = cast.world.directory.department_record(logistics).unwrap();
        record.calendar = calendar;
        cast.world.run(who, Command::SetDepartment { id: Some(logistics), record })
    };
    assert_eq!(choose(&lea, Some(nights)).unwrap_err().code, Code::NotAllowed);
    for unknown in [old, CalendarId::from_bits(7)] {
        let refused = choose(&maria, Some(unknown)).unwrap_err();
        assert_eq!(
            (refused.fields[0].field.as_str(), refused.fields[0].code),
            ("calendar", "unknown_calendar")
        );
    }
    choose(&maria, Some(nights)).unwrap();
    choose(&lea, Some(nights)).unwrap();
    assert_eq!(cast.world.directory.calendar_of(logistics), Some(nights));
}
