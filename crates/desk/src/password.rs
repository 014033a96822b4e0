//! A forgotten password: digits are mailed, and the browser that asked for them chooses a new one.
//! Whoever asks is answered alike, after the same work.

use baton_core::ids::{JobId, PersonId};
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::vault::hex;
use baton_store::access::hashed;
use baton_store::{beginnings, jobs};

use crate::desk::Desk;
use crate::effects::{Work, job};
use crate::jobs::Outcome;
use crate::second_step::signing::LONGEST;
use crate::settings::Outbox;
use crate::signin::fits;
use crate::trouble::Trouble;

const KIND: &str = "password";

/// What became of a new password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chosen {
    /// It is set, and every session has ended.
    Done,
    /// The digits were wrong; so many tries are left, never 0.
    Wrong(u32),
    /// Too late, too often, or another browser: it must be begun again.
    Over,
}

impl Desk {
    /// Whether letters leave at all.
    pub fn sends_letters(&self) -> bool {
        !matches!(self.settings().outbox, Outbox::Nowhere)
    }

    /// Begins for whoever has this address, and for nobody just the same; gives what the browser
    /// holds.
    pub async fn begin_new_password(&self, email: &str) -> Result<String, Trouble> {
        let key = hex(&self.0.entropy.seed()?);
        let directory = self.directory();
        let person = directory.person_by_email(email);
        let person = person.filter(|person| person.active && person.is_human());
        let person = person.map(|person| person.id);
        let (now, mut draw) = (self.now(), self.draw()?);
        let letter = draw.id::<JobId>();
        let work = Work::MailDigits { letter, beginning: hashed(&key) };
        let letter = job(&work, String::new(), now, None, &mut draw);
        let kept = key.clone();
        let work = self.0.store.keep(move |tx| {
            let (key, letter) = (kept.clone(), letter.clone());
            Box::pin(async move {
                beginnings::begin(tx, &key, KIND, person, now + LONGEST).await?;
                jobs::add(tx, &letter).await
            })
        });
        work.await?;
        self.0.jobs_waiting.notify_one();
        Ok(key)
    }

    /// Whether a new password is still awaited from this browser.
    pub async fn awaits_new_password(&self, key: &str) -> Result<bool, Trouble> {
        Ok(self.begun(key, KIND).await?.is_some())
    }

    /// Mails the digits, while they are worth anything.
    pub(crate) async fn mail_digits(
        &self,
        letter: JobId,
        beginning: &str,
    ) -> Result<Outcome, Trouble> {
        let begun = beginnings::one(&self.0.store.link(), beginning, KIND).await?;
        let begun = begun.filter(|begun| self.now() < begun.expires_at);
        let Some(person) = begun.and_then(|begun| begun.person) else { return Ok(Outcome::Done) };
        let directory = self.directory();
        let Some(to) = directory.person_email(person) else { return Ok(Outcome::Done) };
        let base = self.settings().public_url.trim_end_matches('/');
        let digits = self.0.seal.digits(beginning);
        let text = say!("password-letter", digits, base);
        let subject = say!("password-a-new-password").to_owned();
        let letter = self.notice_letter(to, &format!("password.{letter}"), subject, text);
        Ok(self.hand_over(&letter).await)
    }

    /// Sets the password of whoever has the digits; the second step stays as it is.
    ///
    /// # Errors
    /// `invalid` for a password that may not be chosen.
    pub async fn choose_new_password(
        &self,
        key: &str,
        typed: &str,
        password: &str,
    ) -> Result<Chosen, Trouble> {
        fits(password)?;
        let Some(begun) = self.begun(key, KIND).await? else { return Ok(Chosen::Over) };
        let Some(left) = self.count_try(&begun).await? else { return Ok(Chosen::Over) };
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let right = hashed(&typed) == hashed(&self.0.seal.digits(&begun.id));
        match begun.person.filter(|_| right) {
            Some(person) => {
                self.is_not_a_name(person, password)?;
                if !self.end_begun(&begun).await? {
                    return Ok(Chosen::Over);
                }
                self.set_password(person, password).await?;
                Ok(Chosen::Done)
            }
            None if left == 0 => {
                self.end_begun(&begun).await?;
                Ok(Chosen::Over)
            }
            None => Ok(Chosen::Wrong(left)),
        }
    }

    /// A password is more than a name that everybody knows, with digits or signs around it.
    ///
    /// # Errors
    /// `invalid` naming what it is.
    pub(crate) fn is_not_a_name(&self, person: PersonId, password: &str) -> Result<(), Refusal> {
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
        };
        let bare = letters(password);
        let (directory, house) = (self.directory(), self.house());
        let name = directory.person_name(person);
        let email = directory.person_email(person).unwrap_or_default();
        let (before, after) = email.split_once('@').unwrap_or((email, ""));
        let whole = [name, email, before, after, &house.organisation, "Baton", "password", ""];
        let parts = name.split_whitespace().chain(after.split('.'));
        let known = whole.into_iter().chain(parts).any(|word| letters(word) == bare);
        // Digits alone are no name, and a long row of them is no worse than letters.
        if known && !(bare.is_empty() && password.chars().count() >= 15) {
            let message = say!("password-more-than-a-name");
            return Err(Refusal::invalid("password", "too_common", message));
        }
        Ok(())
    }
}
