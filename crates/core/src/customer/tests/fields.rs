use super::*;

#[test]
fn customers_are_recorded_by_departments_that_take_cases_and_by_baton() {
    let fields = || Command::Create { fields: records(&[("name", "Ada Okafor")]) };
    assert_eq!(code(World::new().run(&person(), fields())), Code::NotAllowed);
    let administrator = Who { administrator: true, ..person() };
    assert_eq!(code(World::new().run(&administrator, fields())), Code::NotAllowed);
    World::new().run(&agent(), fields()).unwrap();
    World::new().run(&Who::system(), fields()).unwrap();
}

#[test]
fn a_customer_who_may_not_be_seen_is_not_found() {
    let mut world = World::with_customer();
    let revise = Command::Revise { set: records(&[("name", "Ada")]), remove: Vec::new() };
    assert_eq!(code(world.run(&person(), revise.clone())), Code::NotFound);
    assert_eq!(code(World::new().run(&agent(), revise)), Code::NotFound);
}

#[test]
fn a_customer_needs_a_name_or_one_contact() {
    assert_eq!(errors(World::new().create(&[("account", "A-17")])), ["name:missing"]);
    assert_eq!(errors(World::new().create(&[])), ["name:missing"]);
    for field in [("name", "Ada"), ("email", "a@b.c"), ("phones", "0800 111"), ("address", "X 1")] {
        World::new().create(&[field]).unwrap();
    }
    let mut world = World::with_customer();
    assert_eq!(errors(world.revise(&[], &["name", "emails", "phone"])), ["name:missing"]);
}

#[test]
fn tags_in_the_plural_are_the_same_and_a_value_is_kept_once() {
    let mut world = World::new();
    let fields = [
        ("emails", "Ada@Example.org"),
        ("email", " ada@example.ORG "),
        ("phones", "+44 20 7946 0000"),
        ("phone", "+442079460000"),
        ("name", "Ada"),
        ("name", "ADA"),
    ];
    world.create(&fields).unwrap();
    assert_eq!(world.values("email"), ["Ada@Example.org"]);
    assert_eq!(world.values("phones"), ["+44 20 7946 0000"]);
    assert_eq!(world.values("name"), ["Ada"]);
}

#[test]
fn every_field_has_its_class_and_a_known_one_never_a_lower_one() {
    let mut world = World::new();
    let mut fields = records(&[("name", "Ada"), ("notes", "Calls late."), ("shoe_size", "39")]);
    fields.push(FieldRecord { class: Some(Class::P4), ..FieldRecord::new("blood_group", "A") });
    fields.push(FieldRecord { class: Some(Class::P0), ..FieldRecord::new("segment", "retail") });
    world.run(&agent(), Command::Create { fields: fields.clone() }).unwrap();
    let classes: Vec<Class> = world.customer().fields.iter().map(|field| field.class).collect();
    assert_eq!(classes, [Class::P2, Class::P3, Class::P2, Class::P4, Class::P0]);
    fields[1].class = Some(Class::P2);
    let refused = World::new().run(&agent(), Command::Create { fields });
    assert_eq!(errors(refused), ["notes:class_too_low"]);
}

#[test]
fn what_is_wrong_is_said_where_the_api_has_it() {
    let long = "x".repeat(301);
    let fields = [
        ("name", "line\nbreak"),
        ("emails", "ada@example.org"),
        ("emails", "not an address"),
        ("phones", "soon"),
        ("account", "A-17"),
        ("account", "A-18"),
        ("date_of_birth", "17 May 1984"),
        ("address", ""),
        ("Shoe Size", "39"),
        ("delivery", &long),
    ];
    let expected = [
        "name:control_character",
        "emails[1]:not_an_email",
        "phones[0]:not_a_phone",
        "account:only_one",
        "date_of_birth:not_a_date",
        "address:missing",
        "fields.Shoe Size:not_a_tag",
        "fields.delivery:too_long",
    ];
    assert_eq!(errors(World::new().create(&fields)), expected);
}

#[test]
fn nobody_is_born_tomorrow() {
    let born = |day: &str| World::new().create(&[("name", "Ada"), ("date_of_birth", day)]);
    assert!(born("2026-03-02").is_ok() && born("1984-05-17").is_ok());
    for day in ["2026-03-03", "1879-12-31"] {
        assert_eq!(errors(born(day)), ["date_of_birth:out_of_range"], "{day}");
    }
    for day in ["1984-02-30", "1984-5-1", "", "1984-05-17T10:00:00"] {
        assert!(born(day).is_err(), "{day}");
    }
}

#[test]
fn there_is_an_end_to_how_much_is_kept() {
    let phones: Vec<String> = (100..125).map(|n| format!("0800 {n}")).collect();
    let fields: Vec<_> = phones.iter().map(|phone| ("phone", phone.as_str())).collect();
    let refused = errors(World::new().create(&fields));
    assert!(refused.len() == 5 && refused[0] == "phones[20]:too_many", "{refused:?}");
    let tags: Vec<String> = (0..61).map(|n| format!("tag_{n}")).collect();
    let mut fields: Vec<_> = tags.iter().map(|tag| (tag.as_str(), "x")).collect();
    fields[0] = ("name", "Ada");
    assert!(errors(World::new().create(&fields)).contains(&"fields:too_many".to_owned()));
}

#[test]
fn revising_replaces_the_values_of_the_tags_it_names_and_no_others() {
    let mut world = World::with_customer();
    world.revise(&[("emails", "ada@new.example.org"), ("notes", "Moved.")], &["phones"]).unwrap();
    assert_eq!(world.values("emails"), ["ada@new.example.org"]);
    assert_eq!(world.values("name"), ["Ada Okafor"]);
    assert_eq!(world.values("phone"), Vec::<&str>::new());
    assert_eq!(world.customer().version, 2);
}

#[test]
fn a_value_that_stays_keeps_its_word() {
    let mut world = World::with_customer();
    let before = world.customer().first("email").unwrap();
    let changes =
        world.revise(&[("email", "ada@example.org"), ("email", "ada@new.org")], &[]).unwrap();
    assert_eq!(changes.words().len(), 1);
    assert_eq!(world.customer().first("emails"), Some(before));
}

#[test]
fn a_revision_that_changes_nothing_or_contradicts_itself_is_refused() {
    let mut world = World::with_customer();
    assert_eq!(errors(world.revise(&[], &[])), ["set:missing"]);
    assert_eq!(errors(world.revise(&[], &["address"])), ["set:missing"]);
    let both = world.revise(&[("phone", "0800 111")], &["phones"]);
    assert_eq!(errors(both), ["remove:contradiction"]);
}

#[test]
fn a_customer_is_created_once() {
    let mut world = World::with_customer();
    assert_eq!(code(world.create(&[("name", "Ada")])), Code::IllegalMove);
}

#[test]
fn every_word_is_the_customers_own() {
    let mut world = World::new();
    let changes = world.create(&[("name", "Ada"), ("notes", "Calls late.")]).unwrap();
    let subject = Subject::Customer(world.customer().id);
    assert!(changes.words().iter().all(|word| word.subject == subject));
    assert!(!changes.entries()[0].data.contains("Ada"));
}

#[test]
fn a_customer_without_a_name_is_called_by_what_is_known() {
    let mut world = World::new();
    world.create(&[("phone", "0800 111"), ("email", "ada@example.org")]).unwrap();
    assert_eq!(world.customer().name(&world.texts), "ada@example.org");
    assert_eq!(World::with_customer().customer().value("phones").unwrap().tag, "phone");
}
