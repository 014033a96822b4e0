//! What an answer of the API holds, per thing and per reader; never the row itself.
//!
//! Each view is a struct and the [`Thing`](crate::shape::Thing) that declares it; a test holds
//! every real answer against its declaration.

pub mod agreement;
pub mod calendar;
pub mod case;
pub mod case_clock;
pub mod customer;
pub mod directory;
pub mod moves;
pub mod request;
pub mod service_level;
pub mod timeline;

use baton_core::time::Instant;
use serde::Serialize;

use crate::shape::Out;

/// Declares views: `Struct as THING "Name" { "key" field: Type = Out, … }`.
macro_rules! view {
    ($($(#[$meta:meta])* $name:ident as $thing:ident $title:literal {
        $($(#[$doc:meta])* $key:literal $field:ident: $type:ty = $out:expr),* $(,)?
    })+) => {$(
        $(#[$meta])*
        #[derive(Debug, serde::Serialize)]
        pub struct $name {
            $($(#[$doc])* #[serde(rename = $key)] pub $field: $type,)*
        }
        /// How it is declared in the API document.
        pub const $thing: $crate::shape::Thing =
            $crate::shape::Thing::new($title, &[$(($key, $out)),*]);
    )+};
}
pub(crate) use view;

pub(crate) const MAYBE_TEXT: Out = Out::Maybe(&Out::Text);
pub(crate) const MAYBE_TIME: Out = Out::Maybe(&Out::Time);
pub(crate) const MAYBE_ID: Out = Out::Maybe(&Out::Id);
pub(crate) const MAYBE_MONEY: Out = Out::Maybe(&Out::Money);

/// Moments as RFC 3339 in UTC.
pub fn time(at: Instant) -> String {
    at.to_string()
}

pub fn maybe_time(at: Option<Instant>) -> Option<String> {
    at.map(time)
}

/// A list that may go on.
#[derive(Debug, Serialize)]
pub struct Items<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

impl<T> Items<T> {
    /// Everything there is.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }
}
