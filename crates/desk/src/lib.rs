//! Loads, decides, commits, then carries out effects.
//!
//! What the desk does, by file: a command on a case is [`run`]; a case is opened by
//! [`opening`]; [`customers`] and the [`directory`] have their own acts; [`jobs`] carries out what
//! was decided; [`post`] files what arrives; [`signin`] knows passwords, sessions and tokens.

pub mod clock;
pub mod customers;
mod desk;
pub mod directory;
mod effects;
pub mod entropy;
mod housekeeping;
pub mod jobs;
pub mod mail;
mod memory;
pub mod opening;
pub mod post;
pub mod reading;
mod run;
pub mod settings;
pub mod signin;
mod task;
mod trouble;

pub use desk::{Desk, Parts};
pub use run::Done;
pub use task::{Asked, Receipt};
pub use trouble::Trouble;
