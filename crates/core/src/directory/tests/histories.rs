//! Random histories: whatever was accepted, the log alone leads to the same directory, and what
//! the rules promise of it holds.

use super::*;

/// Draws commands, many of which are refused.
struct Chance {
    draw: Draw,
    departments: Vec<DepartmentId>,
    services: Vec<ServiceId>,
    people: Vec<PersonId>,
}

impl Chance {
    fn one_in(&mut self, n: u64) -> bool {
        self.draw.below(n) == 0
    }

    fn some<T: Copy>(&mut self, of: fn(&Self) -> &Vec<T>) -> Option<T> {
        let n = self.draw.below(of(self).len() as u64 + 1) as usize;
        of(self).get(n).copied()
    }

    fn people(&mut self) -> Vec<PersonId> {
        (0..self.draw.below(3)).filter_map(|_| self.some(|of| &of.people)).collect()
    }

    fn department(&mut self) -> Command {
        let n = self.draw.below(5);
        let mut record = DepartmentRecord::new(format!("Department {n}"), "Does things.");
        record.lead = self.some(|of| &of.people);
        record.deputies = self.people();
        record.customer_facing = self.one_in(2);
        record.not_our_job = vec![format!("Thing {}", self.draw.below(3))];
        record.active = !self.one_in(4);
        Command::SetDepartment { id: self.some(|of| &of.departments), record }
    }

    fn service(&mut self) -> Command {
        let department = self.some(|of| &of.departments).unwrap_or_else(|| self.draw.id());
        let name = format!("Service {}", self.draw.below(5));
        let mut record = ServiceRecord::new(department, name, "Does it.");
        record.owner = self.some(|of| &of.people);
        record.active = !self.one_in(3);
        Command::SetService { id: self.some(|of| &of.services), record }
    }

    fn person(&mut self) -> Command {
        let n = self.draw.below(8);
        let mut record = PersonRecord::new(format!("Person {n}"), format!("p{n}@example.org"));
        record.departments =
            (0..self.draw.below(3)).filter_map(|_| self.some(|of| &of.departments)).collect();
        record.kind = if self.one_in(5) { PersonKind::Rule } else { PersonKind::Human };
        record.roles = if self.one_in(3) { vec![Role::Administrator] } else { Vec::new() };
        record.active = !self.one_in(4);
        Command::SetPerson { id: self.some(|of| &of.people), record }
    }

    fn absence(&mut self, now: Instant) -> Command {
        let person = self.some(|of| &of.people).unwrap_or_else(|| self.draw.id());
        let from = now + Span::times_24h(self.draw.below(20) as i64 - 5);
        if self.one_in(3) {
            return Command::EndAbsence { person, from };
        }
        let to = from + Span::times_24h(self.draw.below(10) as i64);
        let deputy = self.some(|of| &of.people);
        Command::RecordAbsence { person, absence: Absence { from, to, deputy } }
    }

    fn command(&mut self, now: Instant) -> Command {
        match self.draw.below(8) {
            0 | 1 => self.department(),
            2 => self.service(),
            3 | 4 => self.person(),
            _ => self.absence(now),
        }
    }

    fn remember(&mut self, change: &Change) {
        match change {
            Change::Department(of) => self.departments.push(of.id),
            Change::Service(of) => self.services.push(of.id),
            Change::Person(of) => self.people.push(of.id),
        }
    }
}

#[test]
fn every_random_history_folds_to_what_was_decided_and_keeps_the_promises() {
    let (mut accepted, mut refused) = (0, 0);
    for seed in 0..40 {
        let mut world = World::new();
        let draw = Draw::new([seed; 32], world.now);
        let (departments, services, people) = (Vec::new(), Vec::new(), Vec::new());
        let mut chance = Chance { draw, departments, services, people };
        for _ in 0..120 {
            world.now = world.now + Span::hours(7);
            let asking = chance.some(|of| &of.people).and_then(|id| world.directory.who(id));
            let who = asking.unwrap_or_else(Who::system);
            let command = chance.command(world.now);
            match world.run(&who, command) {
                Ok(change) => {
                    chance.remember(&change);
                    accepted += 1;
                }
                Err(_) => refused += 1,
            }
            promises_hold(&world.directory);
        }
        let folded = world.folded();
        assert_eq!(folded.departments, world.directory.departments);
        assert_eq!(folded.services, world.directory.services);
        assert_eq!(folded.people, world.directory.people);
    }
    assert!(accepted > 500 && refused > 500, "{accepted} accepted, {refused} refused");
}

/// What `decide` says of the directory that it leaves.
fn promises_hold(directory: &Directory) {
    let active = |id: &DepartmentId| directory.departments[id].active;
    for department in directory.departments.values() {
        for leading in department.lead.iter().chain(&department.deputies) {
            let person = &directory.people[leading];
            assert!(person.active && person.is_human() && person.belongs_to(department.id));
        }
        assert!(department.lead.is_none_or(|lead| !department.deputies.contains(&lead)));
    }
    for person in directory.active_people() {
        assert!(person.departments.iter().all(active));
        let email = directory.person_email(person.id).unwrap();
        assert_eq!(directory.person_by_email(email).unwrap().id, person.id);
        assert!(person.absences.windows(2).all(|pair| pair[0].to <= pair[1].from));
    }
    for service in directory.services.values().filter(|service| service.active) {
        assert!(active(&service.department));
        assert!(service.owner.is_none_or(|owner| directory.people[&owner].active));
        let name = directory.service_name(service.id);
        assert_eq!(directory.service_by_name(name).unwrap().id, service.id);
    }
    for department in directory.active_departments() {
        let name = directory.department_name(department.id);
        assert_eq!(directory.department_by_name(name).unwrap().id, department.id);
    }
}

#[test]
fn a_directory_catches_up_with_what_others_decided() {
    let mut cast = Cast::new();
    let mut behind = cast.world.folded();
    let record = cast.person(cast.tom);
    cast.world
        .set_person(Some(cast.tom), PersonRecord { zone: "Europe/Oslo".to_owned(), ..record });
    let stream = StreamId::Person(cast.tom);
    let news = cast.world.log[&stream].last().unwrap().clone();
    behind.catch_up(stream, &[news]).unwrap();
    assert_eq!(behind.people, cast.world.directory.people);
}

#[test]
fn the_streams_of_cases_are_passed_over_and_unknown_events_are_reported() {
    let recorded = |kind: &str| Recorded {
        version: 1,
        at: at("2026-03-02T10:00:00Z"),
        actor: crate::log::Actor::System,
        kind: kind.to_owned(),
        v: 1,
        data: "{}".to_owned(),
    };
    let case = StreamId::Case(crate::ids::Id::from_bits(1));
    let person = StreamId::Person(crate::ids::Id::from_bits(1));
    let mut directory = Directory::default();
    assert_eq!(directory.catch_up(case, &[recorded("case_opened")]), Ok(()));
    let unreadable = directory.catch_up(person, &[recorded("person_cloned")]).unwrap_err();
    assert_eq!(unreadable.kind, "person_cloned");
}

#[test]
fn an_event_that_its_stream_could_not_have_changes_nothing() {
    let ended = DirectoryEvent::from(AbsenceEnded { from: at("2026-03-02T10:00:00Z") });
    let mut directory = Directory::default();
    for stream in [
        StreamId::Person(crate::ids::Id::from_bits(1)),
        StreamId::Department(crate::ids::Id::from_bits(1)),
        StreamId::Case(crate::ids::Id::from_bits(1)),
    ] {
        directory.apply(stream, 1, at("2026-03-02T10:00:00Z"), &ended);
    }
    assert!(directory.people.is_empty() && directory.departments.is_empty());
}
