use super::*;

fn remove(person: PersonId, reason: &str) -> Command {
    let (passkey, reason) = ("5f".repeat(32), reason.to_owned());
    Command::RemovePasskey { person, passkey, reason }
}

#[test]
fn a_passkey_is_taken_by_an_administrator_with_a_reason_and_by_nobody_else() {
    let mut cast = Cast::new();
    let (tom, maria) = (cast.tom, cast.maria);
    for colleague in [cast.lea, cast.amara, tom] {
        assert_eq!(code(cast.run(colleague, remove(tom, "It is lost."))), Code::NotAllowed);
    }
    assert_eq!(fields(cast.run(maria, remove(tom, "  "))), ["reason:missing"]);
    let long = "x".repeat(1_001);
    assert_eq!(fields(cast.run(maria, remove(tom, &long))), ["reason:too_long"]);
    cast.run(maria, remove(tom, "The telephone is lost.")).unwrap();
}

#[test]
fn the_log_names_neither_the_passkey_nor_the_reason() {
    let mut cast = Cast::new();
    let (tom, maria) = (cast.tom, cast.maria);
    cast.run(maria, remove(tom, "The telephone is lost.")).unwrap();
    let written = cast.world.log[&StreamId::Person(tom)].last().unwrap();
    assert_eq!(written.kind, "passkey_removed");
    assert!(
        !written.data.contains("telephone") && !written.data.contains("5f5f"),
        "{}",
        written.data
    );
    let event = DirectoryEvent::decode(&written.kind, written.v, &written.data).unwrap();
    let said = say(&cast.world.directory, StreamId::Person(tom), written.version, &event, "Maria");
    assert_eq!(said, "Maria removed a passkey of Tom: The telephone is lost.");
}

#[test]
fn whoever_is_away_stays_away_when_a_passkey_is_taken() {
    let mut cast = Cast::new();
    let tom = cast.tom;
    cast.away(tom, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", None);
    let before = cast.world.directory.person(tom).unwrap().clone();
    cast.run(cast.maria, remove(tom, "It is lost.")).unwrap();
    let after = cast.world.directory.person(tom).unwrap();
    assert_eq!((after.version, &after.absences), (before.version + 1, &before.absences));
}
