//! The case and its requests: stories, refusals, and rules that hold for every history.
//!
//! - the cast is in [`people`], a case of theirs in [`world`], what they type in [`forms`]
//! - how it goes when it goes well: [`loops`], [`modes`], [`openings`]
//! - every refusal on its wrong way, and the right way after it: [`incomplete`], [`sides`],
//!   [`readbacks`], [`answers`], [`packets`], [`parts`], [`closing_gate`], [`exemptions`],
//!   [`messages`]; who is told when named: [`mentions`]
//! - two cases of one matter: [`mergers`], with [`pairs`]
//! - who sees what: [`sights`]; when it is due: [`clocks`], by whose hours: [`hours`], what
//!   stays when it has stopped: [`frozen`], what stops that: [`pauses`], and what a changed
//!   calendar makes of it: [`recounts`]; where it is, and who had it: [`relay`],
//!   [`accounts`]; what the customer was promised: [`service_clocks`],
//!   [`promises_kept`], what needs no reply: [`waivers`]; how it is said: [`sentences`]
//! - offered if and only if accepted, in every scene: [`offered`]; in random histories: [`walks`]

mod accounts;
mod answers;
mod canonical;
mod carried;
mod chance;
mod clocks;
mod closing_gate;
mod exemptions;
mod files;
mod forms;
mod frozen;
mod hours;
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
mod pauses;
mod people;
mod promises_kept;
mod promising;
mod readbacks;
mod recounts;
mod relay;
mod samples;
mod scenes;
mod sentences;
mod service_clocks;
mod sides;
mod sights;
mod terms;
mod waivers;
mod walks;
mod world;
