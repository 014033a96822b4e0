//! A hundred thousand random histories. Whatever was accepted, the log alone leads to the same
//! state (every act of a [`World`] is replayed), and the invariants hold; what was refused has
//! changed nothing, since a decision only ever reads the state.

use std::collections::BTreeMap;
use std::thread;

use baton_core::case::kinds::{Mover, StageName};
use baton_core::ids::RequestId;
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::chance::Chance;
use baton_testkit::casebook::histories;
use baton_testkit::casebook::merging::there_and_back;
use baton_testkit::casebook::world::World;

use super::invariants;
use super::offered::{deviations, deviations_of_case};

const HISTORIES: u64 = 100_000;
const THREADS: u64 = 4;

/// How often something happened, over all histories.
type Tally = BTreeMap<String, u64>;

#[test]
fn whatever_happens_what_the_rules_promise_holds() {
    let walks = |first: u64| {
        let mut tally = Tally::new();
        for seed in (first..HISTORIES).step_by(THREADS as usize) {
            walk(seed, &mut tally);
        }
        tally
    };
    let tally = thread::scope(|scope| {
        let walks: Vec<_> = (0..THREADS).map(|first| scope.spawn(move || walks(first))).collect();
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
    for (kind, _) in baton_core::case::event::CaseEvent::KINDS.iter().skip(1) {
        // No calendar changes in a history; [`super::recounts`] tells what comes of that.
        if kind.ends_with("due_moved") || kind == &"wait_kept" {
            continue;
        }
        assert!(seen(kind) >= 20, "{kind} happened {} times only: {tally:#?}", seen(kind));
    }
    for stage in StageName::ALL {
        assert!(seen(stage.name()) >= 20, "{stage} was rarely reached: {tally:#?}");
    }
    assert!(seen("accepted") > HISTORIES * 3 && seen("refused") > HISTORIES * 2, "{tally:#?}");
}

fn walk(seed: u64, tally: &mut Tally) {
    let mut count = |what: &str| *tally.entry(what.to_owned()).or_default() += 1;
    let (world, mut chance) = histories::watched(seed, |before, world, done| match done {
        Ok(events) => {
            count("accepted");
            invariants::after(before, world, events);
            events.iter().for_each(|event| count(event.kind()));
        }
        Err(refusal) => {
            count("refused");
            assert!(refusal.detail.ends_with(['.', ':']), "{refusal:?}");
        }
    });
    for request in &world.case.requests {
        count(request.stage.name().name());
    }
    if seed.is_multiple_of(20) {
        offered_is_accepted(&world, &mut chance);
        there_and_back(&world);
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
            case = baton_core::case::apply::fold(case, std::slice::from_ref(record)).unwrap();
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
