//! Making a passkey on a device of somebody who is signed in.

use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_store::passkeys::{self, Passkey as Kept};
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

use super::{Asked, MOST, broken, handle, id_of, over};
use crate::desk::Desk;
use crate::safety::Changed;
use crate::trouble::Trouble;

const KIND: &str = "new_passkey";

fn not_taken() -> Trouble {
    let message = say!("passkey-what-your-device-answered-does");
    Refusal::invalid("credential", "not_recognised", message).into()
}

impl Desk {
    /// What the device of a person is to be asked for a new one.
    ///
    /// # Errors
    /// `invalid` where passkeys do not work, and for whoever has too many.
    pub async fn begin_passkey(&self, person: PersonId, origin: &str) -> Result<Asked, Trouble> {
        let party = self.party(origin)?;
        let mine = self.passkeys(person).await?;
        if mine.len() >= MOST {
            let message = say!("passkey-you-have-as-many-as-can");
            return Err(Refusal::invalid("credential", "too_many", message).into());
        }
        // A device that has one already is not asked for a second.
        let known = mine.iter().filter_map(|one| serde_json::from_str(&one.credential).ok());
        let known = known.map(|one: Passkey| one.cred_id().clone()).collect();
        let directory = self.directory();
        let email = directory.person_email(person).unwrap_or_default();
        let (options, state) = party
            .start_passkey_registration(
                handle(person),
                email,
                directory.person_name(person),
                Some(known),
            )
            .map_err(broken)?;
        let mut options = serde_json::to_value(options).map_err(broken)?;
        // The device keeps whose it is, so that nobody types an address to sign in with it.
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
            selection["residentKey"] = "required".into();
            selection["requireResidentKey"] = true.into();
        }
        let key = self.ask(KIND, Some(person), &state).await?;
        Ok(Asked { options, key })
    }

    /// Takes in what the device answered; its person is told by mail.
    ///
    /// # Errors
    /// `invalid` when it came too late, from another browser or another page, or is somebody's.
    pub async fn add_passkey(
        &self,
        person: PersonId,
        key: &str,
        origin: &str,
        answer: &str,
        name: &str,
    ) -> Result<(), Trouble> {
        let party = self.party(origin)?;
        let state: PasskeyRegistration =
            self.asked(KIND, Some(person), key).await?.ok_or_else(over)?;
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| not_taken())?;
        let made = party.finish_passkey_registration(&answer, &state).map_err(|error| {
            tracing::info!(%person, %error, "a new passkey was refused");
            not_taken()
        })?;
        let kept = Kept {
            id: id_of(made.cred_id()),
            person,
            name: name.trim().to_owned(),
            credential: serde_json::to_string(&made).map_err(broken)?,
            since: self.now(),
            used_at: None,
        };
        let told = self.tells(person, Changed::PasskeyAdded)?;
        let work = self.0.store.keep(move |tx| {
            let (kept, told) = (kept.clone(), told.clone());
            Box::pin(async move {
                if !passkeys::add(tx, &kept).await? {
                    return Ok(false);
                }
                told.queue(tx).await?;
                Ok(true)
            })
        });
        if !work.await? {
            return Err(not_taken());
        }
        self.0.jobs_waiting.notify_one();
        tracing::info!(%person, "a passkey was added");
        Ok(())
    }
}
