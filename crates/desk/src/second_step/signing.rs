//! Between the password and the code: bound to the browser that gave the password, for ten minutes
//! and five tries.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use baton_core::vault::hex;
use baton_store::access::hashed;
use baton_store::beginnings::{self, Beginning};

use crate::desk::Desk;
use crate::trouble::Trouble;

/// How long a code may take (V6.5.5).
pub(crate) const LONGEST: Span = Span::minutes(10);
pub(crate) const TRIES: u32 = 5;
const KIND: &str = "code";

/// What became of a code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tried {
    Right(PersonId),
    /// And so many tries are left; never 0.
    Wrong(u32),
    /// Too late, too often, or another browser: it must be begun again.
    Over,
}

impl Desk {
    /// The password was right; gives what the browser holds until the code has come.
    pub async fn begin_code(&self, person: PersonId) -> Result<String, Trouble> {
        let key = hex(&self.0.entropy.seed()?);
        let (kept, until) = (key.clone(), self.now() + LONGEST);
        let work = self.0.store.keep(move |tx| {
            let key = kept.clone();
            Box::pin(async move { beginnings::begin(tx, &key, KIND, Some(person), until).await })
        });
        work.await?;
        Ok(key)
    }

    /// Whether a code is still awaited from this browser.
    pub async fn awaits_code(&self, key: &str) -> Result<bool, Trouble> {
        Ok(self.begun(key, KIND).await?.is_some())
    }

    /// What a browser has begun, while it can be ended.
    pub(crate) async fn begun(&self, key: &str, kind: &str) -> Result<Option<Beginning>, Trouble> {
        if key.is_empty() {
            return Ok(None);
        }
        let found = beginnings::one(&self.0.store.link(), &hashed(key), kind).await?;
        Ok(found.filter(|begun| begun.tries < TRIES && self.now() < begun.expires_at))
    }

    /// Counts a try; `None` when there are none left.
    pub(crate) async fn count_try(&self, begun: &Beginning) -> Result<Option<u32>, Trouble> {
        let (id, now) = (begun.id.clone(), self.now());
        let work = self.0.store.keep(move |tx| {
            let id = id.clone();
            Box::pin(async move { beginnings::try_once(tx, &id, TRIES, now).await })
        });
        Ok(work.await?.then(|| TRIES.saturating_sub(begun.tries + 1)))
    }

    /// Ends what was begun; `false`: it was ended before.
    pub(crate) async fn end_begun(&self, begun: &Beginning) -> Result<bool, Trouble> {
        let id = begun.id.clone();
        let work = self.0.store.keep(move |tx| {
            let id = id.clone();
            Box::pin(async move { beginnings::end(tx, &id).await })
        });
        Ok(work.await?)
    }

    /// A code after the password, from the browser that gave it.
    pub async fn try_code(&self, key: &str, typed: &str) -> Result<Tried, Trouble> {
        let Some(begun) = self.begun(key, KIND).await? else { return Ok(Tried::Over) };
        let Some(person) = begun.person else { return Ok(Tried::Over) };
        let Some(left) = self.count_try(&begun).await? else { return Ok(Tried::Over) };
        if self.takes_code(person, typed).await? {
            return Ok(if self.end_begun(&begun).await? {
                Tried::Right(person)
            } else {
                Tried::Over
            });
        }
        if left == 0 {
            self.end_begun(&begun).await?;
            return Ok(Tried::Over);
        }
        Ok(Tried::Wrong(left))
    }
}
