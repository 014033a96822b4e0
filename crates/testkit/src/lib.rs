//! What stories are told with: places to run in, a cast, a small HTTP client, a post office.
//!
//! For tests only. A story that goes wrong fails where it stands, so nothing here returns errors.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

pub mod casebook;
pub mod golden;

#[cfg(feature = "desk")]
pub mod cast;
#[cfg(feature = "desk")]
pub mod http;
#[cfg(feature = "desk")]
pub mod place;
#[cfg(feature = "desk")]
pub mod post;
#[cfg(feature = "desk")]
pub mod raw;
#[cfg(feature = "desk")]
pub mod wait;

#[cfg(feature = "desk")]
pub use {cast::Cast, place::Place};
