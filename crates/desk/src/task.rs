//! What every command brings along: what the caller last saw, and the key of its request.

use baton_core::ids::{PersonId, StreamId};
use baton_core::log::Version;
use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_store::receipts;
use baton_store::{Result, Tx};

use crate::trouble::Trouble;

/// An idempotency key: the same act sent twice is done once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    pub person: PersonId,
    pub key: String,
    /// SHA-256 of address and body, in hexadecimal.
    pub body_hash: String,
}

/// How a command was asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// The version that the caller saw; refused when it is no longer the newest.
    pub if_match: Option<Version>,
    pub receipt: Option<Receipt>,
}

impl Asked {
    /// How an earlier run under the same key ended; `None`: this is the first one.
    pub(crate) async fn earlier<T>(&self, tx: &Tx<'_>) -> Result<Option<Ended<T>>> {
        let Some(receipt) = &self.receipt else { return Ok(None) };
        let known = receipts::find(&tx.link(), receipt.person, &receipt.key).await?;
        Ok(known.map(|known| {
            if known.body_hash == receipt.body_hash {
                Ended::Again { stream: known.stream, version: known.version }
            } else {
                Ended::Refused(Trouble::KeyReused)
            }
        }))
    }

    pub(crate) async fn keep(
        &self,
        tx: &Tx<'_>,
        stream: StreamId,
        version: Version,
        now: baton_core::time::Instant,
    ) -> Result<()> {
        let Some(receipt) = &self.receipt else { return Ok(()) };
        let made = receipts::NewReceipt {
            person: receipt.person,
            key: receipt.key.clone(),
            body_hash: receipt.body_hash.clone(),
            stream,
            version,
            at: now,
        };
        receipts::put(tx, &made).await
    }

    pub(crate) fn check_match(&self, version: Version) -> std::result::Result<(), Refusal> {
        match self.if_match {
            Some(seen) if seen != version => Err(Refusal::new(
                Code::StaleVersion,
                say!("task-you-saw-version-it-is-at", seen, version),
            )),
            _ => Ok(()),
        }
    }
}

/// How a task ended, before anybody waits for the commit.
pub(crate) enum Ended<T> {
    Did(T),
    Again { stream: StreamId, version: Version },
    Refused(Trouble),
}
