//! Mail in and out.
//!
//! In: [`walk`] finds messages, [`budget::examine`] reads one ([`scan`], [`parse`]) and tells what
//! it is ([`classify`]), [`thread`] says to which case it belongs. Out: [`compose`] writes the
//! bytes of a letter and [`send`] hands them to an SMTP server. [`html`] makes a mail fit to be
//! shown.
//!
//! Nothing here knows the store: whoever files a mail keeps its bytes first and reads it second.

pub mod address;
mod body;
pub mod bounce;
pub mod budget;
pub mod classify;
mod clean;
pub mod compose;
pub mod html;
pub mod incoming;
mod mbox;
pub mod message;
pub mod parse;
mod parts;
mod report;
mod scan;
pub mod send;
pub mod thread;
pub mod walk;
mod weight;

#[cfg(test)]
#[allow(clippy::disallowed_macros, reason = "counts, and a corpus that is absent, must be seen")]
mod corpus_tests;
#[cfg(test)]
#[allow(clippy::disallowed_macros, reason = "counts must be seen")]
mod mutation_tests;
#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "starts a real SMTP server in Python")]
mod send_tests;
#[cfg(test)]
mod tests;
