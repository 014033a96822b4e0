//! Signing in with a passkey: the device says whose it is, and proves it.

use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_store::passkeys;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::{Asked, broken, handle, id_of, over};
use crate::desk::Desk;
use crate::trouble::Trouble;

const KIND: &str = "passkey";

/// The same for a passkey that nobody has, that was removed, whose person has left, and for an
/// answer that was made for another page.
fn not_recognised() -> Trouble {
    let message = say!("passkey-it-opens-nothing-here");
    Refusal::invalid("credential", "not_recognised", message).into()
}

impl Desk {
    /// What a device is to be asked; it is the same for everybody.
    ///
    /// # Errors
    /// `invalid` where passkeys do not work.
    pub async fn begin_passkey_sign_in(&self, origin: &str) -> Result<Asked, Trouble> {
        let (options, state) =
            self.party(origin)?.start_discoverable_authentication().map_err(broken)?;
        let mut options = serde_json::to_value(options).map_err(broken)?;
        // The dialog is opened by a button, not offered within a field.
        if let Some(options) = options.as_object_mut() {
            options.remove("mediation");
        }
        let key = self.ask(KIND, None, &state).await?;
        Ok(Asked { options, key })
    }

    /// Whose passkey has answered.
    ///
    /// # Errors
    /// `invalid` when it came too late or before, from another browser or another page, or is
    /// nobody's who may sign in.
    pub async fn signs_in_by_passkey(
        &self,
        key: &str,
        origin: &str,
        answer: &str,
    ) -> Result<PersonId, Trouble> {
        let party = self.party(origin)?;
        let state: DiscoverableAuthentication =
            self.asked(KIND, None, key).await?.ok_or_else(over)?;
        let answer: PublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| not_recognised())?;
        let (whose, credential) =
            party.identify_discoverable_authentication(&answer).map_err(|_| not_recognised())?;
        let id = id_of(credential);
        let kept = passkeys::one(&self.0.store.link(), &id).await?.ok_or_else(not_recognised)?;
        let person = kept.person;
        let may = self.directory().active_person(person).is_some_and(|one| one.is_human());
        if whose != handle(person) || !may {
            return Err(not_recognised());
        }
        let mut passkey: Passkey = serde_json::from_str(&kept.credential).map_err(broken)?;
        let proof = party.finish_discoverable_authentication_v2(&answer, state, &passkey).map_err(
            |error| {
                tracing::info!(%person, %error, "a passkey was refused");
                not_recognised()
            },
        )?;
        if !proof.user_verified() {
            return Err(not_recognised());
        }
        passkey.update_credential(&proof);
        let credential = serde_json::to_string(&passkey).map_err(broken)?;
        let now = self.now();
        let work = self.0.store.keep(move |tx| {
            let (id, credential) = (id.clone(), credential.clone());
            Box::pin(async move { passkeys::used(tx, &id, &credential, now).await })
        });
        // Removed in the meantime: it opens nothing any more.
        if work.await? { Ok(person) } else { Err(not_recognised()) }
    }
}
