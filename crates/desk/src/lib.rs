//! Loads, decides, commits, then carries out effects.
//!
//! What the desk does, by file: a command on a case is [`run`]; a case is opened by
//! [`opening`]; two become one by the acts of `mergers`; [`customers`] and the [`directory`] have their own acts; [`jobs`] carries out what
//! was decided; [`Ear`] tells what happens, as it happens; [`post`] files what arrives; [`signin`]
//! knows passwords, sessions and tokens, [`second_step`] the code beside the password, [`passkey`] what does
//! without either, [`sso`] who else knows people; [`safety`]
//! tells people when any of it changed; [`agreements`], [`calendars`] and [`service_levels`] are
//! books that every node has on its `shelf`.

pub mod agreements;
pub mod asking;
pub mod calendars;
mod challenge;
pub mod clock;
pub mod customers;
mod desk;
pub mod directory;
mod dismissal;
mod duplicates;
mod effects;
pub mod entropy;
pub mod first_run;
mod following;
mod following_up;
pub mod health;
pub mod house;
mod housekeeping;
pub mod jobs;
pub mod letter;
pub mod mail;
mod memory;
mod mergers;
pub mod notices;
pub mod opening;
pub mod passkey;
pub mod password;
pub mod post;
pub mod reading;
mod run;
pub mod safety;
pub mod second_step;
pub mod service_levels;
pub mod settings;
mod shelf;
pub mod signin;
pub mod simulation;
pub mod sso;
mod task;
pub mod texts;
mod trouble;
mod undo;
pub mod uploads;

pub use desk::{Desk, Parts};
pub use following::{Ear, News};
pub use run::Done;
pub use task::{Asked, Receipt};
pub use trouble::Trouble;
