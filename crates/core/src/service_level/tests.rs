//! Who says what is promised, what it must be like, and what a case takes with it.

use super::kinds::{Priority, WaitOn};
use super::*;
use crate::access::Who;
use crate::golden_tests::record_missing;
use crate::ids::{DepartmentId, Id, PersonId, ServiceLevelId};
use crate::log::{Actor, Recorded};
use crate::policy::{Raising, Reopening};
use crate::refusal::{Code, Refusal};
use crate::time::{Instant, Span};

const HOUR: u32 = 3_600;

fn service() -> DepartmentId {
    DepartmentId::from_bits(1)
}

fn logistics() -> DepartmentId {
    DepartmentId::from_bits(2)
}

fn person(n: u128) -> Who {
    Who { human: true, ..Who::bare(Actor::Person(PersonId::from_bits(n))) }
}

fn administrator() -> Who {
    Who { administrator: true, ..person(11) }
}

/// Leads customer service.
fn lead() -> Who {
    Who { departments: vec![service()], leads: vec![service()], ..person(12) }
}

fn target(priority: Priority, goal: Goal, business_seconds: u32) -> Target {
    Target { priority, goal, business_seconds }
}

fn terms() -> Terms {
    Terms {
        targets: vec![
            target(Priority::Normal, Goal::Resolution, 16 * HOUR),
            target(Priority::Urgent, Goal::FirstResponse, HOUR),
            target(Priority::Normal, Goal::FirstResponse, 4 * HOUR),
        ],
        calendar: None,
        pauses: vec![WaitOn::ThirdParty, WaitOn::Customer, WaitOn::ThirdParty],
        reopening: Reopening::default(),
        raising: Raising::default(),
        says_next: true,
    }
}

/// All that was set, with the log of each.
struct World {
    levels: Levels,
    logs: std::collections::BTreeMap<ServiceLevelId, Vec<Recorded>>,
    now: Instant,
}

impl World {
    fn new() -> Self {
        let now = "2026-03-02T10:00:00Z".parse().unwrap();
        Self { levels: Levels::default(), logs: std::collections::BTreeMap::new(), now }
    }

    /// Decides, and keeps what was decided as the store does; a minute goes by.
    fn run(
        &mut self,
        who: &Who,
        department: Option<DepartmentId>,
        command: Command,
    ) -> Result<(), Refusal> {
        let id = ServiceLevelId::of(department);
        let there = department.is_none_or(|one| one == service() || one == logistics());
        let facts = Facts { who, now: self.now, department_is_there: there };
        let decided = decide(id, self.levels.get(id), command, facts)?;
        let (changes, next) = decided.into_parts();
        record_missing(changes.entries());
        let log = self.logs.entry(id).or_default();
        let seen = log.len();
        log.extend(changes.recorded());
        self.levels.catch_up(id, &log[seen..]).unwrap();
        assert_eq!(self.levels.get(id), Some(&next), "the log alone leads to the same state");
        self.now = self.now + Span::minutes(1);
        Ok(())
    }

    fn set(&mut self, who: &Who, department: Option<DepartmentId>) -> Result<(), Refusal> {
        self.run(who, department, Command::Set { terms: terms(), effective_from: None })
    }

    fn number(&self, department: DepartmentId, at: Instant) -> Option<(ServiceLevelId, u32)> {
        self.levels.binding(department, at).map(|binding| (binding.level, binding.number))
    }
}

fn code(refused: Result<(), Refusal>) -> Code {
    refused.expect_err("this should have been refused").code
}

#[test]
fn an_administrator_speaks_for_all_and_a_lead_for_the_own_department() {
    let mut world = World::new();
    let rule = Who { human: false, administrator: true, ..administrator() };
    for who in [lead(), person(13), rule, Who::system()] {
        assert_eq!(code(world.set(&who, None)), Code::NotAllowed);
        assert!(moves(None, None, &who, world.now).is_empty());
    }
    assert_eq!(code(world.set(&lead(), Some(logistics()))), Code::NotAllowed);
    world.set(&lead(), Some(service())).unwrap();
    world.set(&administrator(), Some(logistics())).unwrap();
    world.set(&administrator(), None).unwrap();
    let nowhere = Some(DepartmentId::from_bits(99));
    assert_eq!(code(world.set(&administrator(), nowhere)), Code::NotFound);
}

#[test]
fn a_department_without_its_own_promises_what_the_organisation_does() {
    let mut world = World::new();
    assert_eq!(world.number(service(), world.now), None, "nothing is promised at first");
    world.set(&administrator(), None).unwrap();
    world.set(&lead(), Some(service())).unwrap();
    let (all, own) = (ServiceLevelId::of(None), ServiceLevelId::of(Some(service())));
    assert_eq!(world.number(service(), world.now), Some((own, 1)));
    assert_eq!(world.number(logistics(), world.now), Some((all, 1)));
    world.run(&lead(), Some(service()), Command::End).unwrap();
    assert_eq!(world.number(service(), world.now), Some((all, 1)), "its own has ended");
    assert_eq!(code(world.run(&lead(), Some(service()), Command::End)), Code::IllegalMove);
    world.set(&lead(), Some(service())).unwrap();
    assert_eq!(world.number(service(), world.now), Some((own, 3)));
}

#[test]
fn a_version_holds_from_its_moment_on_and_the_earlier_one_until_then() {
    let mut world = World::new();
    world.set(&administrator(), None).unwrap();
    let later = world.now + Span::hours(24);
    let effective_from = Some(later);
    let next = Command::Set { terms: terms(), effective_from };
    world.run(&administrator(), None, next).unwrap();
    let all = ServiceLevelId::of(None);
    assert_eq!(world.number(service(), world.now), Some((all, 1)));
    assert_eq!(world.number(service(), later), Some((all, 2)));
    let level = world.levels.get(all).unwrap();
    let pauses = &level.versions[0].terms.as_ref().unwrap().pauses;
    assert_eq!(pauses, &[WaitOn::Customer, WaitOn::ThirdParty], "each once");
    let first = &level.versions[0].terms.as_ref().unwrap().targets[0];
    assert_eq!(first.priority, Priority::Urgent, "the most urgent comes first");
}

#[test]
fn what_is_promised_has_times_and_lies_ahead() {
    let mut world = World::new();
    let mut wrong = |terms: Terms, effective_from| {
        let set = Command::Set { terms, effective_from };
        let refusal = world.run(&administrator(), None, set).unwrap_err();
        let fields = refusal.fields.into_iter();
        fields.map(|field| (field.field, field.code)).collect::<Vec<_>>()
    };
    let named = |field: &str, code| vec![(field.to_owned(), code)];
    let nothing = Terms { targets: Vec::new(), ..terms() };
    assert_eq!(wrong(nothing, None), named("targets", "missing"));
    let at_once = vec![target(Priority::Low, Goal::Resolution, 0)];
    let at_once = Terms { targets: at_once, ..terms() };
    assert_eq!(wrong(at_once, None), named("targets[0].business_seconds", "out_of_range"));
    let twice = vec![target(Priority::Low, Goal::Resolution, HOUR); 2];
    let twice = Terms { targets: twice, ..terms() };
    assert_eq!(wrong(twice, None), named("targets[1]", "only_one"));
    let past = Some("2026-03-02T09:00:00Z".parse().unwrap());
    assert_eq!(wrong(terms(), past), named("effective_from", "past"));
    let far = Some("2028-03-02T09:00:00Z".parse().unwrap());
    assert_eq!(wrong(terms(), far), named("effective_from", "out_of_range"));
}

#[test]
fn what_is_offered_is_what_is_accepted() {
    let mut world = World::new();
    for step in 0..2 {
        for who in [administrator(), lead(), person(13)] {
            for department in [None, Some(service()), Some(logistics())] {
                let level = world.levels.get(ServiceLevelId::of(department));
                let offered = moves(department, level, &who, world.now);
                let mut set =
                    World { levels: world.levels.clone(), logs: world.logs.clone(), ..world };
                assert_eq!(set.set(&who, department).is_ok(), offered.contains(&LevelMove::Set));
                let mut end =
                    World { levels: world.levels.clone(), logs: world.logs.clone(), ..world };
                let ended = end.run(&who, department, Command::End);
                assert_eq!(
                    ended.is_ok(),
                    offered.contains(&LevelMove::End),
                    "{step} {department:?}"
                );
            }
        }
        world.set(&administrator(), None).unwrap();
        world.set(&lead(), Some(service())).unwrap();
    }
}

#[test]
fn each_event_is_said_in_a_sentence() {
    let ended = ServiceLevelEvent::from(ServiceLevelEnded { number: 2 });
    assert_eq!(say(&ended, "Nora"), "Nora ended it: nothing more is promised by it.");
    let effective_from = Instant::from_millis(0);
    let set =
        ServiceLevelEvent::from(ServiceLevelSet { number: 1, terms: terms(), effective_from });
    assert_eq!(say(&set, "Nora"), "Nora set version 1.");
}
