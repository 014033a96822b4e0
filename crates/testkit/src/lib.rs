//! What stories are told with: places to run in, a cast, a small HTTP client, a post office.
//!
//! For tests only. A story that goes wrong fails where it stands, so nothing here returns errors.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

pub mod cast;
pub mod http;
pub mod place;
pub mod post;
pub mod raw;
pub mod wait;

pub use cast::Cast;
pub use place::Place;
