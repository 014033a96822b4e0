//! Letters that tell a person when something changed by which they sign in, so that a change that
//! was not theirs does not stay hidden.

use baton_core::draw::Draw;
use baton_core::ids::{JobId, PersonId, WordId};
use baton_core::say;
use baton_core::time::Instant;
use baton_store::jobs::{self, NewJob};
use baton_store::{Result, Tx, vault};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::effects::{Work, job};
use crate::jobs::Outcome;
use crate::trouble::Trouble;

/// What changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    Password,
    SecondStepOn,
    SecondStepOff,
    SecondStepReset,
    RecoveryCodes,
    RecoveryCodeUsed,
    Address,
    PasskeyAdded,
    PasskeyRemoved,
    PasskeyTaken,
    SignOnBound,
}

impl Changed {
    /// In one sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Password => say!("safety-password"),
            Self::SecondStepOn => say!("safety-second-step-on"),
            Self::SecondStepOff => say!("safety-second-step-off"),
            Self::SecondStepReset => say!("safety-second-step-reset"),
            Self::RecoveryCodes => say!("safety-recovery-codes"),
            Self::RecoveryCodeUsed => say!("safety-recovery-code-used"),
            Self::Address => say!("safety-address"),
            Self::PasskeyAdded => say!("safety-passkey-added"),
            Self::PasskeyRemoved => say!("safety-passkey-removed"),
            Self::PasskeyTaken => say!("safety-passkey-taken"),
            Self::SignOnBound => say!("safety-sign-on-bound"),
        }
    }
}

/// Letters to be queued with the change itself.
#[derive(Clone, Debug)]
pub(crate) struct Told(Vec<NewJob>);

impl Told {
    pub fn nobody() -> Self {
        Self(Vec::new())
    }

    fn letter(
        person: PersonId,
        changed: Changed,
        address: Option<WordId>,
        at: Instant,
        draw: &mut Draw,
    ) -> NewJob {
        let letter = draw.id::<JobId>();
        let work = Work::MailChange { letter, person, changed, address, at };
        job(&work, String::new(), at, Some(person), draw)
    }

    /// Who has a new address is told at the old one, too.
    pub fn of_address(person: PersonId, before: WordId, at: Instant, draw: &mut Draw) -> Self {
        let mut to = |address| Self::letter(person, Changed::Address, address, at, draw);
        Self(vec![to(None), to(Some(before))])
    }

    /// Whose passkey was taken by somebody else.
    pub fn of_passkey(person: PersonId, at: Instant, draw: &mut Draw) -> Self {
        Self(vec![Self::letter(person, Changed::PasskeyTaken, None, at, draw)])
    }

    pub async fn queue(&self, tx: &Tx<'_>) -> Result<()> {
        jobs::add_all(tx, &self.0).await
    }
}

impl Desk {
    pub(crate) fn tells(
        &self,
        person: PersonId,
        changed: Changed,
    ) -> std::result::Result<Told, Trouble> {
        let mut draw = self.draw()?;
        Ok(Told(vec![Told::letter(person, changed, None, self.now(), &mut draw)]))
    }

    /// `address`: a word to write to in place of the person's own address.
    pub(crate) async fn mail_change(
        &self,
        letter: JobId,
        person: PersonId,
        changed: Changed,
        address: Option<WordId>,
        at: Instant,
    ) -> std::result::Result<Outcome, Trouble> {
        let directory = self.directory();
        let to = match address {
            None => directory.person_email(person).map(str::to_owned),
            Some(word) => {
                let texts = vault::texts_of(&self.0.store.link(), &[word]).await?;
                texts.iter().next().map(|(_, text)| text.to_owned())
            }
        };
        let Some(to) = to else { return Ok(Outcome::Done) };
        let what = changed.words();
        let base = self.settings().public_url.trim_end_matches('/');
        let text = say!("safety-letter", what, at, base);
        let letter = self.notice_letter(&to, &format!("change.{letter}"), what.to_owned(), text);
        Ok(self.hand_over(&letter).await)
    }
}
