//! Cases as the rules make them, act by act, with a cast of their own; no database and no server.
//!
//! - the cast is in [`people`], a case of theirs in [`world`], what they type in [`forms`]; what
//!   customers are promised in [`promising`]; two cases of one matter in [`merging`]
//! - for every move a body that is right: [`canonical`]; what somebody does next: [`chance`]; and
//!   thousands of cases made of that: [`histories`]

pub mod canonical;
pub mod chance;
pub mod forms;
pub mod histories;
pub mod merging;
pub mod people;
pub mod promising;
pub mod world;
