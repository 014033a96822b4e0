//! The case and its requests: stories, refusals, and rules that hold for every history.
//!
//! - the cast is in [`people`], a case of theirs in [`world`], what they type in [`forms`]
//! - how it goes when it goes well: [`loops`], [`modes`], [`openings`]
//! - every refusal on its wrong way, and the right way after it: [`incomplete`], [`sides`],
//!   [`readbacks`], [`answers`], [`packets`], [`parts`], [`closing_gate`], [`exemptions`],
//!   [`messages`]; who is told when named: [`mentions`]
//! - two cases of one matter: [`mergers`], with [`pairs`]
//! - who sees what: [`sights`]; when it is due: [`clocks`]; where it is, and who had it: [`relay`],
//!   [`accounts`]; how it is said: [`sentences`]
//! - offered if and only if accepted, in every scene: [`offered`]; in random histories: [`walks`]

mod accounts;
mod answers;
mod canonical;
mod chance;
mod clocks;
mod closing_gate;
mod exemptions;
mod forms;
mod incomplete;
mod invariants;
mod loops;
mod mentions;
mod mergers;
mod messages;
mod modes;
mod offered;
mod openings;
mod outbox;
mod packets;
mod pairs;
mod parts;
mod people;
mod readbacks;
mod relay;
mod samples;
mod scenes;
mod sentences;
mod sides;
mod sights;
mod walks;
mod world;
