//! Passkeys: keys on people's own devices, which sign in by a finger, a face or a PIN, and only
//! where they were made. One counts as a password and a code together.

mod party;
mod registration;
mod signing;

use baton_core::ids::{Id, PersonId};
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::vault::hex;
use baton_store::passkeys::{self, Passkey};
use webauthn_rs::prelude::{Uuid, Webauthn};

use crate::desk::Desk;
use crate::safety::Changed;
use crate::trouble::Trouble;
use party::party;

/// The most that one person has.
const MOST: usize = 20;

/// What a browser is to ask a device.
#[derive(Clone, Debug)]
pub struct Asked {
    /// For `navigator.credentials`, as JSON.
    pub options: serde_json::Value,
    /// What the browser holds until the device has answered.
    pub key: String,
}

/// What a device knows somebody by.
fn handle(person: PersonId) -> Uuid {
    Uuid::from_u128(person.bits())
}

fn id_of(credential: &[u8]) -> String {
    baton_store::access::hashed(&hex(credential))
}

fn over() -> Trouble {
    let message = say!("passkey-it-took-too-long-or-was");
    Refusal::invalid("credential", "too_old", message).into()
}

fn broken(error: impl std::fmt::Display) -> Trouble {
    Trouble::Failed(format!("passkey: {error}"))
}

impl Desk {
    /// Whether passkeys work where a browser sees us: `https://desk.example.org`.
    pub fn takes_passkeys_at(&self, origin: &str) -> bool {
        party(origin, "").is_some()
    }

    fn party(&self, origin: &str) -> Result<Webauthn, Trouble> {
        party(origin, &self.house().organisation).ok_or_else(|| {
            Refusal::invalid("credential", "not_here", say!("passkey-they-do-not-work-here")).into()
        })
    }

    /// Those of a person, the first one first.
    pub async fn passkeys(&self, person: PersonId) -> Result<Vec<Passkey>, Trouble> {
        Ok(passkeys::of(&self.0.store.link(), person).await?)
    }

    /// How many everybody has who has one.
    pub async fn passkey_counts(&self) -> Result<Vec<(PersonId, u64)>, Trouble> {
        Ok(passkeys::counts(&self.0.store.link()).await?)
    }

    /// Calls one of them something else.
    ///
    /// # Errors
    /// `not_found` for one that is not theirs.
    pub async fn rename_passkey(
        &self,
        person: PersonId,
        id: &str,
        name: &str,
    ) -> Result<(), Trouble> {
        let (id, name) = (id.to_owned(), name.to_owned());
        let work = self.0.store.keep(move |tx| {
            let (id, name) = (id.clone(), name.clone());
            Box::pin(async move { passkeys::rename(tx, person, &id, &name).await })
        });
        if work.await? { Ok(()) } else { Err(Trouble::not_found()) }
    }

    /// Has one of them open nothing any more; its person is told by mail.
    ///
    /// # Errors
    /// `not_found` for one that is not theirs.
    pub async fn remove_passkey(&self, person: PersonId, id: &str) -> Result<(), Trouble> {
        let (id, told) = (id.to_owned(), self.tells(person, Changed::PasskeyRemoved)?);
        let work = self.0.store.keep(move |tx| {
            let (id, told) = (id.clone(), told.clone());
            Box::pin(async move {
                if !passkeys::drop(tx, person, &id).await? {
                    return Ok(false);
                }
                told.queue(tx).await?;
                Ok(true)
            })
        });
        if !work.await? {
            return Err(Trouble::not_found());
        }
        self.0.jobs_waiting.notify_one();
        tracing::info!(%person, "a passkey was removed");
        Ok(())
    }
}
