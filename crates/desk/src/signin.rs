//! Passwords and tokens. What is kept of them opens nothing.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::vault::hex;
use baton_store::{access, beginnings};

use crate::desk::Desk;
use crate::safety::{Changed, Told};
use crate::trouble::Trouble;

/// The name under which a password is kept.
pub const PASSWORD: &str = "password";
const SHORTEST: usize = 8;
const LONGEST: usize = 256;
/// 19 MiB, two passes, one lane (check 42 of the security level).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
/// What a password is held against when there is none, so that it takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$YmF0b25ub2JvZHk$\
                      3n5ZKXwVnZ9Q2x3m0oJ8l6rE1c7dT4uF5yG2hK9pB0A";

fn argon2() -> Result<Argon2<'static>, Trouble> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None);
    let params = params.map_err(|error| Trouble::Failed(format!("argon2: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Whether the password is the one behind the hash. Slow on purpose, also without a hash: call it
/// on a thread that may block.
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    let Ok(argon2) = argon2() else { return false };
    let Ok(parsed) = PasswordHash::new(hash.unwrap_or(NOBODY)) else { return false };
    let right = argon2.verify_password(password.as_bytes(), &parsed).is_ok();
    right && hash.is_some()
}

/// Whether a password may be chosen.
pub(crate) fn fits(password: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if (SHORTEST..=LONGEST).contains(&length) {
        return Ok(());
    }
    let message = say!("signin-use-at-least-8-characters-15");
    Err(Refusal::invalid("password", "too_short", message))
}

impl Desk {
    /// Sets the password of a person; their sessions end, and who had another one is told.
    ///
    /// # Errors
    /// Refuses fewer than 8 characters, and names that everybody knows; nothing else is said about
    /// which ones.
    pub async fn set_password(&self, person: PersonId, password: &str) -> Result<(), Trouble> {
        fits(password)?;
        self.is_not_a_name(person, password)?;
        let salt = self.0.entropy.seed()?;
        let password = password.to_owned();
        let hash = tokio::task::spawn_blocking(move || hash(&password, &salt[..16])).await;
        let hash = hash.map_err(|error| Trouble::Failed(error.to_string()))??;
        let now = self.now();
        let before = access::credential(&self.0.store.link(), person, PASSWORD).await?;
        let told = match before {
            Some(_) => self.tells(person, Changed::Password)?,
            None => Told::nobody(),
        };
        self.0
            .store
            .keep(move |tx| {
                let (hash, told) = (hash.clone(), told.clone());
                Box::pin(async move {
                    access::set_credential(tx, person, PASSWORD, &hash, now).await?;
                    access::end_sessions(tx, person).await?;
                    beginnings::end_all(tx, person).await?;
                    told.queue(tx).await?;
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    /// Makes a token for a person; it is shown once and kept as its SHA-256.
    pub async fn make_token(&self, person: PersonId, label: &str) -> Result<String, Trouble> {
        let token = format!("baton_{}", hex(&self.0.entropy.seed()?));
        let (kept, label, now) = (token.clone(), label.to_owned(), self.now());
        self.0
            .store
            .keep(move |tx| {
                let (token, label) = (kept.clone(), label.clone());
                Box::pin(
                    async move { access::add_token(tx, &token, person, &label, now, None).await },
                )
            })
            .await?;
        Ok(token)
    }

    /// Has a token open nothing any more; `id` is its SHA-256.
    pub async fn revoke_token(&self, person: PersonId, id: String) -> Result<(), Trouble> {
        let now = self.now();
        self.0
            .store
            .keep(move |tx| {
                let id = id.clone();
                Box::pin(async move { access::revoke_token(tx, person, &id, now).await })
            })
            .await?;
        Ok(())
    }

    /// Ends a session; `id` is the SHA-256 of its key.
    pub async fn end_session(&self, person: PersonId, id: String) -> Result<(), Trouble> {
        self.0
            .store
            .keep(move |tx| {
                let id = id.clone();
                Box::pin(async move { access::end_session_of(tx, person, &id).await })
            })
            .await?;
        Ok(())
    }

    /// Ends every token and session of a person.
    pub async fn end_access(&self, person: PersonId) -> Result<(), Trouble> {
        let now = self.now();
        self.0
            .store
            .keep(move |tx| {
                Box::pin(async move {
                    access::revoke_tokens(tx, person, now).await?;
                    access::end_sessions(tx, person).await?;
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }
}

fn hash(password: &str, salt: &[u8]) -> Result<String, Trouble> {
    let failed = |error| Trouble::Failed(format!("argon2: {error}"));
    let hashed = argon2()?.hash_password_with_salt(password.as_bytes(), salt).map_err(failed)?;
    Ok(hashed.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits_its_hash() {
        let kept = hash("correct horse battery", &[7; 16]).unwrap();
        assert!(verify("correct horse battery", Some(&kept)));
        assert!(!verify("correct horse batterx", Some(&kept)));
    }

    #[test]
    fn without_a_hash_every_password_is_wrong_after_the_same_work() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        assert!(!verify("anything", None));
    }
}
