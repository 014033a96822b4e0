//! Two cases of one customer: merged, taken apart, and what a history draws of it.

use baton_core::access::Who;
use baton_core::case::command::{Command, Open};
use baton_core::case::decide::Both;
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::Priority;
use baton_core::case::{Case, Setting, bounced, merge, separate};
use baton_core::draw::Draw;
use baton_core::ids::{Id, MessageId};
use baton_core::log::Decided;
use baton_core::refusal::Refusal;
use baton_core::service_level::Levels;
use baton_core::time::Span;

use super::chance::Chance;
use super::world::{World, cast, ground, start};

/// Between the numbers of a case and of the one beside it.
const APART: u64 = 35;

impl World {
    /// Another case of the same customer, with the same owner.
    pub fn beside(&self) -> Self {
        let form = Open {
            id: Id::from_bits(u128::from(self.case.number + APART)),
            number: self.case.number + APART,
            customer: self.case.customer,
            subject: "Where is my parcel?".to_owned(),
            body: Some("It was to come on Friday.".to_owned()),
            channel: self.case.channel,
            priority: Priority::Normal,
            department: self.case.department,
            owner: self.case.owner,
            received_at: Some(start() - Span::times_24h(2)),
            incoming: None,
            follows: None,
        };
        let mut world = Self::of(&form, &Who::system(), self.seed ^ APART).unwrap();
        world.now = self.now;
        world
    }

    fn with<T>(&self, who: &Who, decide: impl Fn(&Setting<'_>, &mut Draw) -> T) -> T {
        let (texts, ground) = (&self.texts, ground());
        let (directory, calendars) = (&ground.directory, &ground.calendars);
        let (now, customer, undo_until) = (self.now, None, None);
        let (agreements, practice) = (&self.agreements, &ground.practice);
        let setting = Setting {
            now,
            who,
            directory,
            calendars,
            agreements,
            practice,
            service_levels: &Levels::default(),
            customer,
            texts,
            undo_until,
        };
        let mut seed = [9; 32];
        seed[..8].copy_from_slice(&self.seed.to_be_bytes());
        seed[8..16].copy_from_slice(&(self.log.len() as u64).to_be_bytes());
        decide(&setting, &mut Draw::new(seed, now))
    }

    pub fn decide_merger(&self, who: &Who, survivor: &Case) -> Result<Both, Refusal> {
        self.with(who, |setting, draw| {
            let customers = [self.case.customer, survivor.customer];
            merge(&self.case, survivor, customers, setting, draw)
        })
    }

    pub fn decide_separation(&self, who: &Who, survivor: &Case) -> Result<Both, Refusal> {
        self.with(who, |setting, draw| separate(&self.case, survivor, setting, draw))
    }

    fn both(&mut self, survivor: &mut Self, decided: Result<Both, Refusal>) -> Result<(), Refusal> {
        let Both { merged, survivor: other } = decided?;
        self.accept(merged);
        survivor.accept(other);
        Ok(())
    }

    pub fn merge_into(&mut self, survivor: &mut Self, who: &Who) -> Result<(), Refusal> {
        let decided = self.decide_merger(who, &survivor.case);
        self.both(survivor, decided)
    }

    pub fn separate_from(&mut self, survivor: &mut Self, who: &Who) -> Result<(), Refusal> {
        let decided = self.decide_separation(who, &survivor.case);
        self.both(survivor, decided)
    }

    /// The survivor hears that a letter of the other case came back.
    pub fn hear_of_bounce(
        &mut self,
        merged: &Self,
        message: MessageId,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let decide = |setting: &Setting<'_>, draw: &mut Draw| -> Result<Decided<Case>, Refusal> {
            bounced(&merged.case, &self.case, message, setting, draw)
        };
        let decided = self.with(&Who::system(), decide)?;
        Ok(self.accept(decided))
    }

    pub fn owner(&self) -> Who {
        ground().who(self.case.owner)
    }
}

/// A case without what every act leaves behind: its version, when it was touched, and whose time it
/// was in between.
pub fn still(case: &Case) -> Case {
    let mut case = case.clone();
    case.version = 0;
    case.updated_at = start();
    case.turns.clear();
    case.touched = true;
    // What was written down when its clocks stopped is told apart: they run on as they did.
    case.stops.clear();
    case
}

/// What merging does to the cases of a history, drawn like everything else.
pub fn deed(world: &mut World, chance: &mut Chance) -> Result<Vec<CaseEvent>, Refusal> {
    let who = if chance.one_in(6) { chance.somebody() } else { world.owner() };
    let before = world.log.len();
    match (&world.case.merger, world.partner.take()) {
        (Some(_), _) if chance.one_in(3) => {
            world.later(Span::times_24h(31));
            return world.run(&Who::system(), &Command::CheckPromises);
        }
        (Some(_), _) => {
            let mut survivor = world.beside();
            world.separate_from(&mut survivor, &who)?;
        }
        (None, Some(partner)) => {
            let mut partner = *partner;
            partner.now = world.now;
            let done = if chance.one_in(2) {
                partner.separate_from(world, &who)
            } else {
                let message = partner.case.messages[0].id;
                world.hear_of_bounce(&partner, message).map(drop)
            };
            world.partner = partner.case.merger.is_some().then(|| Box::new(partner));
            done?;
        }
        (None, None) if chance.one_in(2) => {
            let mut survivor = world.beside();
            world.merge_into(&mut survivor, &who)?;
        }
        (None, None) => {
            let mut partner = world.beside();
            partner.merge_into(world, &who)?;
            world.partner = Some(Box::new(partner));
        }
    }
    Ok(world.since(before))
}

/// Merged and taken apart at once, both cases are as they were.
pub fn there_and_back(world: &World) {
    let (mut merged, mut survivor) = (world.clone(), world.beside());
    let (before, other) = (still(&merged.case), still(&survivor.case));
    let who = world.owner();
    if merged.merge_into(&mut survivor, &who).is_err() {
        return;
    }
    assert_ne!(still(&merged.case), before);
    assert_ne!(still(&survivor.case), other);
    merged.separate_from(&mut survivor, &who).unwrap();
    assert_eq!(still(&merged.case), before);
    assert_eq!(still(&survivor.case), other);
    assert_eq!(merged.replayed(), merged.case);
}

/// Whoever owns the case merges another one of the same customer into it.
pub fn joined() -> (World, World) {
    let mut survivor = World::new();
    let mut merged = survivor.beside();
    merged.merge_into(&mut survivor, &ground().who(cast().amira)).unwrap();
    (merged, survivor)
}
