//! The case and its requests, as stories, refusals, and rules that hold for every history.
//!
//! - [`world`]: the cast, and a case of theirs; [`forms`]: what they type
//! - `loops`, `modes`: how it goes when it goes well
//! - `incomplete` to `exemptions`: every refusal met on its wrong way, then the right way
//! - `offered`: offered if and only if accepted; `walks`: random histories

mod answers;
mod canonical;
mod chance;
mod closing_gate;
mod exemptions;
mod forms;
mod incomplete;
mod invariants;
mod loops;
mod messages;
mod modes;
mod offered;
mod packets;
mod parts;
mod readbacks;
mod samples;
mod scenes;
mod sentences;
mod sides;
mod sights;
mod walks;
mod world;
