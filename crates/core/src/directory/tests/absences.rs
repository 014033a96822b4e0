use super::*;

fn record(person: PersonId, from: &str, to: &str, deputy: Option<PersonId>) -> Command {
    Command::RecordAbsence { person, absence: Absence { from: at(from), to: at(to), deputy } }
}

#[test]
fn an_absence_is_recorded_by_oneself_by_the_lead_and_by_nobody_else() {
    let mut cast = Cast::new();
    let week = |n: u32| {
        let day = |day| format!("2026-0{n}-{day}T00:00:00Z");
        record(cast.priya, &day("09"), &day("16"), None)
    };
    let (own, by_lead, by_deputy, by_administrator) = (week(3), week(4), week(5), week(6));
    for colleague in [cast.lea, cast.scanner] {
        assert_eq!(code(cast.run(colleague, own.clone())), Code::NotAllowed);
    }
    cast.run(cast.priya, own).unwrap();
    cast.run(cast.amara, by_lead).unwrap();
    cast.run(cast.tom, by_deputy).unwrap();
    cast.run(cast.maria, by_administrator).unwrap();
    assert_eq!(cast.world.directory.person(cast.priya).unwrap().absences.len(), 4);
}

#[test]
fn an_absence_is_ahead_ends_after_it_begins_and_has_another_human_as_deputy() {
    let mut cast = Cast::new();
    let (from, to) = ("2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z");
    let tom = cast.tom;
    let mut try_it = |from, to, deputy| fields(cast.run(tom, record(tom, from, to, deputy)));
    assert_eq!(try_it(to, from, None), ["to:not_after"]);
    assert_eq!(try_it("2026-02-01T00:00:00Z", "2026-03-02T10:00:00Z", None), ["to:past"]);
    assert_eq!(try_it(from, "2029-03-16T00:00:00Z", None), ["to:too_long"]);
    assert_eq!(try_it(from, to, Some(tom)), ["deputy:self"]);
    let scanner = cast.scanner;
    let refused = cast.run(tom, record(tom, from, to, Some(scanner)));
    assert_eq!(fields(refused), ["deputy:unknown_person"]);
}

#[test]
fn two_absences_never_overlap_but_may_touch() {
    let mut cast = Cast::new();
    let tom = cast.tom;
    cast.away(tom, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", None);
    let inside = record(tom, "2026-03-15T00:00:00Z", "2026-03-20T00:00:00Z", None);
    assert_eq!(fields(cast.run(tom, inside)), ["from:overlap"]);
    cast.away(tom, "2026-03-16T00:00:00Z", "2026-03-20T00:00:00Z", None);
    cast.away(tom, "2026-03-04T00:00:00Z", "2026-03-09T00:00:00Z", None);
    let absences = &cast.world.directory.person(tom).unwrap().absences;
    assert!(absences.is_sorted_by_key(|absence| absence.from) && absences.len() == 3);
}

#[test]
fn whoever_is_back_early_ends_the_absence_and_what_was_stays() {
    let mut cast = Cast::new();
    let (tom, from) = (cast.tom, at("2026-03-09T00:00:00Z"));
    let end = Command::EndAbsence { person: tom, from };
    assert_eq!(fields(cast.run(tom, end.clone())), ["from:unknown_absence"]);
    cast.away(tom, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", Some(cast.priya));
    cast.world.now = at("2026-03-11T08:00:00Z");
    cast.run(tom, end.clone()).unwrap();
    let directory = &cast.world.directory;
    assert_eq!(directory.stand_in(tom, at("2026-03-10T12:00:00Z")), Some(cast.priya));
    assert_eq!(directory.stand_in(tom, at("2026-03-12T12:00:00Z")), Some(tom));
    assert_eq!(code(cast.run(tom, end)), Code::Terminal);
}

#[test]
fn an_absence_that_has_not_begun_does_not_take_place() {
    let mut cast = Cast::new();
    let (tom, from) = (cast.tom, at("2026-03-09T00:00:00Z"));
    cast.away(tom, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", None);
    cast.run(cast.amara, Command::EndAbsence { person: tom, from }).unwrap();
    assert!(cast.world.directory.person(tom).unwrap().absences.is_empty());
}
