//! What a device, or another system that knows people, was asked: kept until it is answered, once, by
//! the browser in which it was asked.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use baton_core::vault::hex;
use baton_store::challenges::{self, Challenge};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// How long an answer may take.
pub const LONGEST: Span = Span::minutes(5);

fn unreadable(error: impl std::fmt::Display) -> Trouble {
    Trouble::Failed(format!("challenge: {error}"))
}

impl Desk {
    /// Keeps what an answer will be held against; gives what the browser holds.
    pub(crate) async fn ask<S: Serialize>(
        &self,
        kind: &str,
        person: Option<PersonId>,
        state: &S,
    ) -> Result<String, Trouble> {
        let key = hex(&self.0.entropy.seed()?);
        let state = serde_json::to_string(state).map_err(unreadable)?;
        let expires_at = self.now() + LONGEST;
        let new = Challenge { kind: kind.to_owned(), person, state, expires_at };
        let kept = key.clone();
        let work = self.0.store.keep(move |tx| {
            let (key, new) = (kept.clone(), new.clone());
            Box::pin(async move { challenges::ask(tx, &key, &new).await })
        });
        work.await?;
        Ok(key)
    }

    /// What an answer is held against, this once; `None` when it comes too late, a second time, or
    /// from a browser that was asked nothing of the kind.
    pub(crate) async fn asked<S: DeserializeOwned>(
        &self,
        kind: &str,
        person: Option<PersonId>,
        key: &str,
    ) -> Result<Option<S>, Trouble> {
        let key = key.to_owned();
        let work = self.0.store.keep(move |tx| {
            let key = key.clone();
            Box::pin(async move { challenges::take(tx, &key).await })
        });
        let now = self.now();
        let fits =
            |one: &Challenge| one.kind == kind && one.person == person && now < one.expires_at;
        let found = work.await?.filter(fits);
        found.map(|one| serde_json::from_str(&one.state).map_err(unreadable)).transpose()
    }
}
