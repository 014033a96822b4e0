//! Histories as they may come about: drawn act by act, what is right and what is refused.

use baton_core::case::Case;
use baton_core::case::command::Open;
use baton_core::case::event::CaseEvent;
use baton_core::ids::Id;
use baton_core::refusal::Refusal;
use baton_core::service_level::{Levels, Terms};

use super::chance::Chance;
use super::merging;
use super::promising::{every_goal, promising};
use super::world::{World, cast, form, ground, start};

/// Between the numbers of the cases of two histories: none has that of another one.
const APART: u64 = 100;

/// What came of an act.
pub type Done = Result<Vec<CaseEvent>, Refusal>;

/// The history of a seed, at a moment some time after its last act.
pub fn history(seed: u64) -> World {
    let (mut world, mut chance) = watched(seed, |_, _, _| {});
    world.later(chance.while_passes());
    world
}

/// The same at its last act. After each act, somebody may look at the case as it was before, at the
/// world, and at what came of it.
pub fn watched(seed: u64, mut look: impl FnMut(&Case, &World, &Done)) -> (World, Chance) {
    let mut chance = Chance::new(seed);
    let mut world = opened(&mut chance, seed);
    for _ in 0..8 + chance.below(12) {
        world.later(chance.while_passes());
        let before = world.case.clone();
        let merges = chance.one_in(14) || (before.merger.is_some() && chance.one_in(2));
        let done = if merges {
            merging::deed(&mut world, &mut chance)
        } else {
            let (who, command) = chance.command(&world);
            world.run(&who, &command)
        };
        look(&before, &world, &done);
    }
    (world, chance)
}

/// Of 16 histories 4 run under a service level, and 2 of these say what comes next from the first
/// reply on.
fn opened(chance: &mut Chance, seed: u64) -> World {
    let levels = match seed / 4 % 8 {
        0 => promising(Terms { says_next: true, ..every_goal() }),
        4 => promising(every_goal()),
        _ => Levels::default(),
    };
    let number = 1042 + APART * seed;
    let form = Open { id: Id::from_bits(number.into()), number, ..form(chance.channel()) };
    World::opening(&form, &ground().who(cast().amira), seed, &levels, start()).unwrap()
}
