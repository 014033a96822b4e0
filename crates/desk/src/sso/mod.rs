//! Single sign-on: another system says who somebody is (OpenID Connect). It lets in whom the
//! directory knows, and makes nobody.

mod fetch;
mod provider;

use baton_core::ids::PersonId;
use baton_store::access::{self, hashed};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::safety::Changed;
use crate::trouble::Trouble;
use provider::{Said, Sent};

pub use provider::Provider;

/// The name under which somebody's account there is kept.
pub(crate) const KIND: &str = "sso";
/// Seconds by which the clocks of both may differ.
const SKEW: i64 = 60;

/// Where a browser goes, and what it holds until it comes back.
#[derive(Clone, Debug)]
pub struct Away {
    pub url: String,
    pub key: String,
}

/// What came back with a browser.
#[derive(Clone, Copy, Debug)]
pub struct Back<'a> {
    /// What the browser holds.
    pub key: &'a str,
    pub state: &'a str,
    /// Empty when the provider has let nobody in.
    pub code: &'a str,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answered {
    /// Somebody of the directory, and where they wanted to go.
    In {
        person: PersonId,
        next: String,
    },
    Not(Why),
}

/// Why somebody is not let in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Too late, a second time, or another browser.
    Over,
    /// They stopped there, or it has let nobody in.
    Stopped,
    /// It does not answer, or not as it must.
    Unreachable,
    /// It was to ask again whether it is them, and has not.
    NotAskedAgain,
    /// It does not say that the address is theirs.
    Unverified,
    /// Nobody who may sign in has that address.
    Unknown,
    /// Whoever has that address is bound to another account there.
    Another,
}

#[derive(Serialize, Deserialize)]
struct Waits {
    sent: Sent,
    next: String,
    /// Seconds since 1970, where they have to show again that it is them.
    again_since: Option<i64>,
}

fn way_back(origin: &str) -> String {
    format!("{origin}/sign-in/sso/answer")
}

impl Desk {
    /// The other system, where there is one.
    pub fn sso(&self) -> Option<&Provider> {
        self.settings().sso.as_ref()
    }

    /// Whether an account there is bound to a person.
    pub async fn has_sso(&self, person: PersonId) -> Result<bool, Trouble> {
        Ok(access::credential(&self.0.store.link(), person, KIND).await?.is_some())
    }

    /// Everybody to whom one is bound.
    pub async fn has_sso_all(&self) -> Result<Vec<PersonId>, Trouble> {
        Ok(access::holders(&self.0.store.link(), KIND).await?)
    }

    /// Sends a browser there; `again` asks whoever is signed in here to show that it is them.
    /// `None` when it does not answer.
    ///
    /// # Errors
    /// `not_found` where there is no such system.
    pub async fn begin_sso(
        &self,
        origin: &str,
        next: &str,
        again: bool,
    ) -> Result<Option<Away>, Trouble> {
        let provider = self.sso().ok_or_else(Trouble::not_found)?.clone();
        let back = way_back(origin);
        let Some((url, sent)) = blocking(move || provider.way(&back, again)).await? else {
            return Ok(None);
        };
        let again_since = again.then(|| self.now().millis() / 1_000);
        let waits = Waits { sent, next: next.to_owned(), again_since };
        let key = self.ask(KIND, None, &waits).await?;
        Ok(Some(Away { url, key }))
    }

    /// Who has come back.
    ///
    /// # Errors
    /// `not_found` where there is no such system.
    pub async fn comes_back(&self, origin: &str, back: Back<'_>) -> Result<Answered, Trouble> {
        let provider = self.sso().ok_or_else(Trouble::not_found)?.clone();
        let waits = self.asked::<Waits>(KIND, None, back.key).await?;
        // Whatever the state was, it is none any more.
        let Some(waits) = waits.filter(|waits| hashed(&waits.sent.state) == hashed(back.state))
        else {
            return Ok(Answered::Not(Why::Over));
        };
        if back.code.is_empty() {
            return Ok(Answered::Not(Why::Stopped));
        }
        let (to, code, sent) = (way_back(origin), back.code.to_owned(), waits.sent);
        let Some(said) = blocking(move || provider.says(&to, &code, &sent)).await? else {
            return Ok(Answered::Not(Why::Unreachable));
        };
        if let Some(since) = waits.again_since
            && said.shown_at.is_none_or(|at| at < since - SKEW)
        {
            return Ok(Answered::Not(Why::NotAskedAgain));
        }
        Ok(match self.known_by(&said).await? {
            Ok(person) => Answered::In { person, next: waits.next },
            Err(why) => Answered::Not(why),
        })
    }

    /// Whoever is bound to the account; else whoever has its address, who is bound to it then.
    async fn known_by(&self, said: &Said) -> Result<Result<PersonId, Why>, Trouble> {
        let issuer = self.sso().map(|provider| provider.issuer.as_str()).unwrap_or_default();
        let account = hashed(&format!("{issuer} {}", said.subject));
        let link = self.0.store.link();
        let directory = self.directory();
        let may = |id| directory.active_person(id).is_some_and(|person| person.is_human());
        if let Some(person) = access::person_of(&link, KIND, &account).await? {
            return Ok(if may(person) { Ok(person) } else { Err(Why::Unknown) });
        }
        let Some(email) = &said.email else { return Ok(Err(Why::Unverified)) };
        let person = directory.person_by_email(email).map(|person| person.id);
        let Some(person) = person.filter(|id| may(*id)) else { return Ok(Err(Why::Unknown)) };
        if self.has_sso(person).await? {
            return Ok(Err(Why::Another));
        }
        self.bind(person, account).await?;
        Ok(Ok(person))
    }

    async fn bind(&self, person: PersonId, account: String) -> Result<(), Trouble> {
        let (now, told) = (self.now(), self.tells(person, Changed::SignOnBound)?);
        let work = self.0.store.keep(move |tx| {
            let (account, told) = (account.clone(), told.clone());
            Box::pin(async move {
                access::set_credential(tx, person, KIND, &account, now).await?;
                told.queue(tx).await
            })
        });
        work.await?;
        self.0.jobs_waiting.notify_one();
        tracing::info!(%person, "an account of the single sign-on was bound");
        Ok(())
    }
}

/// `None`, and a line in the log, when the provider does not do as it must.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<Option<T>, Trouble> {
    let done = tokio::task::spawn_blocking(work).await;
    let done = done.map_err(|error| Trouble::Failed(error.to_string()))?;
    Ok(done.inspect_err(|error| tracing::warn!(%error, "single sign-on")).ok())
}
