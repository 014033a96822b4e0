//! The case and its requests: stories, refusals, and rules that hold for every history.
//!
//! - who plays, a case of theirs and what they type are in [`baton_testkit::casebook`]
//! - how it goes when it goes well: [`loops`], [`modes`], [`openings`]
//! - every refusal on its wrong way, and the right way after it: [`incomplete`], [`sides`],
//!   [`readbacks`], [`answers`], [`disputes`], [`packets`], [`parts`], [`closing_gate`], [`exemptions`],
//!   [`messages`]; who is told when named: [`mentions`]
//! - two cases of one matter: [`mergers`]
//! - who sees what: [`sights`]; when it is due: [`clocks`], by whose hours: [`hours`], what
//!   stays when it has stopped: [`frozen`], what stops that: [`pauses`], and what a changed
//!   calendar makes of it: [`recounts`]; where it is, and who had it: [`relay`],
//!   [`accounts`]; what the customer was promised: [`service_clocks`],
//!   [`promises_kept`], what that rests on: [`bases`], what needs no reply: [`waivers`]; how it is said: [`sentences`]
//! - offered if and only if accepted, in every scene: [`offered`]; in random histories: [`walks`]

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

mod accounts;
mod advices;
mod answers;
mod bases;
mod carried;
mod case_waits;
mod clocks;
mod closing_gate;
mod disputes;
mod emergencies;
mod exemptions;
mod files;
mod frozen;
mod hours;
mod incomplete;
mod invariants;
mod late_levels;
mod loops;
mod mentions;
mod mergers;
mod messages;
mod modes;
mod offered;
mod openings;
mod outbox;
mod packets;
mod parts;
mod pauses;
mod promises_kept;
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
