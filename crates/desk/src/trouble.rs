//! Why the desk could not do something.

use baton_core::refusal::Refusal;

#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The key of this request was used before, with another body.
    #[error("this idempotency key was used with another body")]
    KeyReused,
    #[error(transparent)]
    Store(#[from] baton_store::Error),
    #[error("the operating system gave no randomness")]
    NoRandomness,
    #[error("{0}")]
    Failed(String),
}

impl Trouble {
    pub fn not_found() -> Self {
        Self::Refused(Refusal::not_found())
    }

    /// What a rule said, when it was a rule.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }
}

impl From<baton_core::log::Unreadable> for Trouble {
    fn from(error: baton_core::log::Unreadable) -> Self {
        Self::Store(error.into())
    }
}
