use super::*;

const REASON: &str = "Asked for by letter of 1 March, Article 17(1)(a).";

fn compliance() -> Who {
    Who { compliance: true, ..person() }
}

#[test]
fn compliance_erases_and_a_colleague_does_not() {
    let mut world = World::with_customer();
    assert_eq!(code(world.erase(&agent(), REASON)), Code::NotAllowed);
    assert_eq!(code(world.erase(&person(), REASON)), Code::NotFound);
    let changes = world.erase(&compliance(), REASON).unwrap();
    let subject = Subject::Customer(world.customer().id);
    assert_eq!(changes.effects(), [Effect::EraseWords { subject }]);
    let mut again = World::with_customer();
    again.erase(&Who::system(), REASON).unwrap();
}

#[test]
fn the_reason_is_kept_as_nobodys_data() {
    let mut world = World::with_customer();
    let changes = world.erase(&compliance(), REASON).unwrap();
    let [word] = changes.words() else { panic!("one word: the reason") };
    assert_eq!((word.subject, word.text.as_str()), (Subject::Nobody, REASON));
}

#[test]
fn a_reason_is_long_enough_and_does_not_name_the_customer() {
    let mut world = World::with_customer();
    let mut try_it = |reason: &str| errors(world.erase(&compliance(), reason));
    assert_eq!(try_it(""), ["reason:missing"]);
    assert_eq!(try_it("   asked for it      "), ["reason:too_short"]);
    assert_eq!(try_it(&"x".repeat(501)), ["reason:too_long"]);
    assert_eq!(try_it("ada okafor asked for it on 1 March"), ["reason:names_the_customer"]);
    assert_eq!(try_it("Asked for by OKAFOR@example.com today"), ["reason:names_the_customer"]);
}

#[test]
fn whoever_was_erased_has_no_fields_and_nothing_more_is_done() {
    let mut world = World::with_customer();
    world.now = world.now + Span::hours(1);
    world.erase(&compliance(), REASON).unwrap();
    assert!(world.customer().fields.is_empty() && world.customer().is_erased());
    assert_eq!(world.customer().erased_at, Some(world.now));
    assert_eq!(world.customer().name(&world.texts), "[erased]");
    assert_eq!(code(world.erase(&compliance(), REASON)), Code::Terminal);
    assert_eq!(code(world.revise(&[("name", "Ada")], &[])), Code::Terminal);
}

#[test]
fn the_history_is_told_without_any_value() {
    let mut world = World::with_customer();
    world.revise(&[("date_of_birth", "1984-05-17"), ("notes", "Late.")], &["phone"]).unwrap();
    world.revise(&[("name", "Ada Obi")], &[]).unwrap();
    world.revise(&[], &["notes"]).unwrap();
    world.erase(&compliance(), REASON).unwrap();
    let told: Vec<String> = world
        .log
        .iter()
        .map(|recorded| {
            let (kind, v, data) = (&recorded.kind, recorded.v, &recorded.data);
            say(&CustomerEvent::decode(kind, v, data).unwrap(), "Priya", &world.texts)
        })
        .collect();
    let expected = [
        "Priya recorded the customer with email, name and phone.".to_owned(),
        "Priya changed date of birth and notes and removed phone.".to_owned(),
        "Priya changed name.".to_owned(),
        "Priya removed notes.".to_owned(),
        format!("Priya erased the customer for ever: {REASON}"),
    ];
    assert_eq!(told, expected);
}
