//! One mail, read and told apart: what the ledger files or quarantines.

use super::classify::{Kind, Ours, classify};
use super::message::{Parsed, Quarantine};
use super::parse::parse;

/// A mail that can be filed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Incoming {
    pub mail: Parsed,
    pub kind: Kind,
}

/// Reads a mail and says what it is.
///
/// # Errors
/// Why it has to wait for a person. A bounce needs no sender: it belongs to the message it is about.
pub fn examine(bytes: &[u8], ours: &Ours) -> Result<Incoming, Quarantine> {
    let mail = parse(bytes)?;
    let kind = classify(&mail, ours);
    if mail.from.is_none() && !matches!(kind, Kind::Bounce(_)) {
        return Err(Quarantine::NoSender);
    }
    Ok(Incoming { mail, kind })
}
