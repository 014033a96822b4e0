//! The code beside the password: turned on and off, checked, and what opens in its place.

pub(crate) mod code;
pub(crate) mod required;
pub(crate) mod seal;
pub(crate) mod signing;

use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::time::{Instant, Span};
use baton_store::second_step::{self, Kept, Line};
use baton_store::{Tx, access, beginnings, passkeys};

pub use required::Required;
pub use signing::Tried;

use crate::desk::Desk;
use crate::safety::Changed;
use crate::sso;
use crate::trouble::Trouble;
use code::{base32, fitting, grouped};

/// 160 bits, as RFC 4226 §4 asks for.
const SECRET: usize = 20;
const RECOVERY_CODES: usize = 10;
/// How long a secret that was shown can be confirmed.
const SHOWN: Span = Span::minutes(30);

/// What somebody is told of their second step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    pub since: Instant,
    pub recovery_codes_left: u64,
}

/// A new secret on its way into somebody's app; kept nowhere until a code of it has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    /// The secret for the form to bring back; readable here only.
    pub sealed: String,
    /// In groups of four letters.
    pub letters: String,
    /// `otpauth://totp/…`, which apps read.
    pub link: String,
}

fn kept_of(person: PersonId) -> String {
    format!("{person} second step")
}

fn shown_to(person: PersonId) -> String {
    format!("{person} proposed")
}

/// A recovery code as it is kept, however it was typed.
fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

fn wrong_code() -> Refusal {
    let message = say!("second-step-this-code-does-not-fit");
    Refusal::invalid("code", "not_recognised", message)
}

impl Desk {
    pub async fn second_step(&self, person: PersonId) -> Result<Option<State>, Trouble> {
        let link = self.0.store.link();
        let Some(kept) = second_step::of(&link, person).await? else { return Ok(None) };
        let left = second_step::recovery_codes_left(&link, person).await?;
        Ok(Some(State { since: kept.since, recovery_codes_left: left }))
    }

    /// Whether something else does for a second step: a passkey, or a single sign-on that counts.
    pub async fn has_other_means(&self, person: PersonId) -> Result<bool, Trouble> {
        Ok(passkeys::count(&self.0.store.link(), person).await? > 0
            || self.sso().is_some_and(|provider| provider.second_step)
                && self.has_sso(person).await?)
    }

    /// Everybody whose second step is on.
    pub async fn second_steps(&self) -> Result<Vec<Line>, Trouble> {
        Ok(second_step::all(&self.0.store.link()).await?)
    }

    /// A new secret to be put into an app; nothing is kept.
    pub fn propose_second_step(&self, person: PersonId) -> Result<Proposal, Trouble> {
        let seed = self.0.entropy.seed()?;
        let mut plain = seed.get(..SECRET).unwrap_or_default().to_vec();
        plain.extend((self.now() + SHOWN).millis().to_be_bytes());
        let sealed = self.0.seal.close(&plain, &shown_to(person), &self.0.entropy.seed()?)?;
        self.proposed_second_step(person, &sealed).ok_or(Trouble::NoRandomness)
    }

    /// The same secret again; `None` when it is not theirs or was shown too long ago.
    pub fn proposed_second_step(&self, person: PersonId, sealed: &str) -> Option<Proposal> {
        let secret = self.shown_secret(person, sealed)?;
        let letters = base32(&secret);
        let directory = self.directory();
        let email = directory.person_email(person).unwrap_or_default();
        let house = self.house();
        let name = house.organisation.trim();
        let issuer = encoded(if name.is_empty() { "Baton" } else { name });
        let link =
            format!("otpauth://totp/{issuer}:{}?secret={letters}&issuer={issuer}", encoded(email));
        Some(Proposal { sealed: sealed.to_owned(), letters: grouped(&letters, " "), link })
    }

    fn shown_secret(&self, person: PersonId, sealed: &str) -> Option<Vec<u8>> {
        let mut plain = self.0.seal.open(sealed, &shown_to(person))?;
        let until = plain.split_off(SECRET.min(plain.len()));
        let until = i64::from_be_bytes(until.try_into().ok()?);
        (self.now() < Instant::from_millis(until)).then_some(plain)
    }

    /// Turns it on with the first code of a proposed secret; gives the recovery codes, which are
    /// shown this once.
    ///
    /// # Errors
    /// `invalid` for a code that does not fit, a proposal that is too old, and where it is on.
    pub async fn turn_on_second_step(
        &self,
        person: PersonId,
        sealed: &str,
        typed: &str,
    ) -> Result<Vec<String>, Trouble> {
        let now = self.now();
        let Some(secret) = self.shown_secret(person, sealed) else {
            let message = say!("second-step-this-secret-was-shown-too-long-ago");
            return Err(Refusal::invalid("code", "too_old", message).into());
        };
        let last_step = fitting(&secret, typed, now, 0).ok_or_else(wrong_code)?;
        let random = self.0.entropy.seed()?;
        let secret = self.0.seal.close(&secret, &kept_of(person), &random)?;
        let kept = Kept { secret, since: now, last_step };
        let (shown, codes) = self.draw_recovery_codes()?;
        let told = self.tells(person, Changed::SecondStepOn)?;
        let work = self.0.store.keep(move |tx| {
            let (kept, codes, told) = (kept.clone(), codes.clone(), told.clone());
            Box::pin(async move {
                if !second_step::add(tx, person, &kept).await? {
                    return Ok(false);
                }
                second_step::set_recovery_codes(tx, person, &codes).await?;
                told.queue(tx).await?;
                Ok(true)
            })
        });
        if !work.await? {
            let message = say!("second-step-is-on-already");
            return Err(Refusal::invalid("code", "on_already", message).into());
        }
        self.0.jobs_waiting.notify_one();
        tracing::info!(%person, "a second step was turned on");
        Ok(shown)
    }

    /// As they are shown, and as they are kept.
    fn draw_recovery_codes(&self) -> Result<(Vec<String>, Vec<String>), Trouble> {
        let (mut shown, mut kept) = (Vec::new(), Vec::new());
        for _ in 0..RECOVERY_CODES {
            let seed = self.0.entropy.seed()?;
            // 80 bits: nobody tries them all, even with the database in hand.
            let letters = base32(seed.get(..10).unwrap_or_default());
            shown.push(grouped(&letters, "-").to_ascii_lowercase());
            kept.push(letters);
        }
        Ok((shown, kept))
    }

    /// New recovery codes in place of the earlier ones; shown this once.
    ///
    /// # Errors
    /// `not_found` where the second step is off.
    pub async fn new_recovery_codes(&self, person: PersonId) -> Result<Vec<String>, Trouble> {
        if self.second_step(person).await?.is_none() {
            return Err(Trouble::not_found());
        }
        let (shown, codes) = self.draw_recovery_codes()?;
        let told = self.tells(person, Changed::RecoveryCodes)?;
        let work = self.0.store.keep(move |tx| {
            let (codes, told) = (codes.clone(), told.clone());
            Box::pin(async move {
                second_step::set_recovery_codes(tx, person, &codes).await?;
                told.queue(tx).await
            })
        });
        work.await?;
        self.0.jobs_waiting.notify_one();
        Ok(shown)
    }

    /// Turns it off, as its own person may.
    ///
    /// # Errors
    /// `not_found` where it is off.
    pub async fn turn_off_second_step(&self, person: PersonId) -> Result<(), Trouble> {
        self.drop_second_step(person, Changed::SecondStepOff, false).await
    }

    /// Takes it from somebody who has lost their device, and their passkeys and the account of
    /// their single sign-on with it; their sessions end, and they are told.
    ///
    /// # Errors
    /// `not_found` where there is nothing of that.
    pub async fn reset_second_step(&self, person: PersonId) -> Result<(), Trouble> {
        self.drop_second_step(person, Changed::SecondStepReset, true).await
    }

    async fn drop_second_step(
        &self,
        person: PersonId,
        changed: Changed,
        shut_out: bool,
    ) -> Result<(), Trouble> {
        let told = self.tells(person, changed)?;
        let work = self.0.store.keep(move |tx| {
            let told = told.clone();
            Box::pin(async move {
                let gone = second_step::drop(tx, person).await?;
                let others = shut_out && drop_others(tx, person).await?;
                if !gone && !others {
                    return Ok(false);
                }
                if shut_out {
                    access::end_sessions(tx, person).await?;
                    beginnings::end_all(tx, person).await?;
                }
                told.queue(tx).await?;
                Ok(true)
            })
        });
        if !work.await? {
            return Err(Trouble::not_found());
        }
        self.0.jobs_waiting.notify_one();
        tracing::info!(%person, shut_out, "a second step was turned off");
        Ok(())
    }

    /// Whether the code is theirs now; it is used up by that. A recovery code does as well.
    pub async fn takes_code(&self, person: PersonId, typed: &str) -> Result<bool, Trouble> {
        let kept = second_step::of(&self.0.store.link(), person).await?;
        let Some(kept) = kept else { return Ok(false) };
        let secret = self.0.seal.open(&kept.secret, &kept_of(person));
        if secret.is_none() {
            tracing::error!(%person, "a second step was sealed with another key");
        }
        let step = secret.and_then(|secret| fitting(&secret, typed, self.now(), kept.last_step));
        if let Some(step) = step {
            let work = self.0.store.keep(move |tx| Box::pin(second_step::take(tx, person, step)));
            return Ok(work.await?);
        }
        self.takes_recovery_code(person, typed).await
    }

    async fn takes_recovery_code(&self, person: PersonId, typed: &str) -> Result<bool, Trouble> {
        let (code, told) = (plain(typed), self.tells(person, Changed::RecoveryCodeUsed)?);
        let work = self.0.store.keep(move |tx| {
            let (code, told) = (code.clone(), told.clone());
            Box::pin(async move {
                let used = second_step::use_recovery_code(tx, person, &code).await?;
                if used {
                    told.queue(tx).await?;
                }
                Ok(used)
            })
        });
        let used = work.await?;
        self.0.jobs_waiting.notify_one();
        Ok(used)
    }
}

/// Lets go of what does without a code; `false`: there was nothing.
async fn drop_others(tx: &Tx<'_>, person: PersonId) -> baton_store::Result<bool> {
    let keys = passkeys::drop_all(tx, person).await? > 0;
    Ok(access::drop_credential(tx, person, sso::KIND).await? || keys)
}

/// Everything but letters and digits as `%XX`.
fn encoded(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}
