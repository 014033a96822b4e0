//! A hundred thousand random histories. Whatever was accepted, the log alone leads to the same
//! state (every act of a [`World`] is replayed), and the invariants hold; what was refused has
//! changed nothing, since a decision only ever reads the state.

use std::collections::BTreeMap;
use std::thread;

use super::chance::Chance;
use super::invariants;
use super::offered::{deviations, deviations_of_case};
use super::pairs;
use super::promising::{every_goal, promising};
use super::world::{World, cast, form, ground, start};
use crate::case::kinds::{Channel, Mover, StageName};
use crate::ids::RequestId;
use crate::service_level::Terms;
use crate::time::{Instant, Span};

const HISTORIES: u64 = 100_000;
const THREADS: u64 = 4;

/// How often something happened, over all histories.
type Tally = BTreeMap<String, u64>;

#[test]
fn whatever_happens_what_the_rules_promise_holds() {
    let walk = |first: u64| {
        let mut tally = Tally::new();
        for seed in (first..HISTORIES).step_by(THREADS as usize) {
            history(seed, &mut tally);
        }
        tally
    };
    let tally = thread::scope(|scope| {
        let walks: Vec<_> = (0..THREADS).map(|first| scope.spawn(move || walk(first))).collect();
        let mut all = Tally::new();
        for walk in walks {
            for (what, count) in walk.join().expect("no history broke a promise") {
                *all.entry(what).or_default() += count;
            }
        }
        all
    });
    far_and_wide(&tally);
}

/// The histories went everywhere, or they prove nothing.
fn far_and_wide(tally: &Tally) {
    let seen = |what: &str| tally.get(what).copied().unwrap_or(0);
    for (kind, _) in crate::case::event::CaseEvent::KINDS.iter().skip(1) {
        // No calendar changes in a history; [`super::recounts`] tells what comes of that.
        if kind.ends_with("due_moved") {
            continue;
        }
        assert!(seen(kind) >= 20, "{kind} happened {} times only: {tally:#?}", seen(kind));
    }
    for stage in StageName::ALL {
        assert!(seen(stage.name()) >= 20, "{stage} was rarely reached: {tally:#?}");
    }
    assert!(seen("accepted") > HISTORIES * 3 && seen("refused") > HISTORIES * 2, "{tally:#?}");
}

/// Every fourth history runs under a service level, and every other one of these says what comes
/// next from the first reply on.
fn opened(channel: Channel, seed: u64) -> World {
    if !(seed / THREADS).is_multiple_of(4) {
        return World::opened(channel, seed);
    }
    let says_next = (seed / THREADS).is_multiple_of(8);
    let terms = Terms { says_next, ..every_goal() };
    let who = ground().who(cast().amira);
    let world = World::under(&form(channel), &who, &promising(terms), start()).unwrap();
    World { seed, ..world }
}

fn history(seed: u64, tally: &mut Tally) {
    let mut chance = Chance::new(seed);
    let channel = chance.channel();
    let mut world = opened(channel, seed);
    let mut count = |what: &str| *tally.entry(what.to_owned()).or_default() += 1;
    for _ in 0..8 + chance.below(12) {
        world.later(chance.while_passes());
        let before = world.case.clone();
        let merges = chance.one_in(14) || (before.merger.is_some() && chance.one_in(2));
        let done = if merges {
            pairs::deed(&mut world, &mut chance)
        } else {
            let (who, command) = chance.command(&world);
            world.run(&who, &command)
        };
        match done {
            Ok(events) => {
                count("accepted");
                invariants::after(&before, &world, &events);
                events.iter().for_each(|event| count(event.kind()));
            }
            Err(refusal) => {
                count("refused");
                assert!(refusal.detail.ends_with(['.', ':']), "{refusal:?}");
            }
        }
    }
    for request in &world.case.requests {
        count(request.stage.name().name());
    }
    if seed.is_multiple_of(20) {
        offered_is_accepted(&world, &mut chance);
        pairs::there_and_back(&world);
        holders_add_up(&world);
    }
}

fn offered_is_accepted(world: &World, chance: &mut Chance) {
    let who = chance.somebody();
    let mut wrong = deviations_of_case(world, &who);
    for request in &world.case.requests {
        // Whether a draft is complete is a matter of its text, like a body.
        let of_draft = |differs: &String| differs.starts_with("send:");
        let differ = deviations(world, request.id, &who);
        wrong.extend(differ.into_iter().filter(|differs| !of_draft(differs)));
    }
    assert!(wrong.is_empty(), "{who:?}: {wrong:#?}\n{:#?}", world.case);
}

/// Invariant 4: the time that each side had it adds up to its age.
fn holders_add_up(world: &World) {
    let ids: Vec<RequestId> = world.case.requests.iter().map(|request| request.id).collect();
    for id in ids {
        let mut held: Vec<(Mover, Span)> = Vec::new();
        let mut since: Option<(Mover, Instant)> = None;
        let mut case = None;
        for record in &world.log {
            case = crate::case::apply::fold(case, std::slice::from_ref(record)).unwrap();
            let Some(request) = case.as_ref().and_then(|case| case.request(id)) else { continue };
            if let Some((mover, start)) = since {
                held.push((mover, record.at.since(start)));
            }
            since = Some((request.mover(), record.at));
        }
        let request = world.request(id);
        let total: i64 = held.iter().map(|(_, span)| span.as_millis()).sum();
        let last = world.case.updated_at;
        assert_eq!(total, last.since(request.drafted_at).as_millis());
        let idle: i64 = held
            .iter()
            .filter(|(mover, _)| *mover == Mover::Nobody)
            .map(|(_, span)| span.as_millis())
            .sum();
        let ended = request.ended_at.map_or(0, |ended| last.since(ended).as_millis());
        assert!(idle >= ended, "{request:?}");
    }
}
