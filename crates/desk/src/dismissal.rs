//! What somebody tries again or lets go of: jobs that were given up, letters in quarantine.

use baton_core::ids::{JobId, PersonId};
use baton_store::dismissals::{self, Dismissal};
use baton_store::jobs::{self, Job};
use baton_store::post::{self, Letter, Settled, State};

use crate::desk::Desk;
use crate::trouble::Trouble;

impl Desk {
    /// Lets a job that was given up start over, at once.
    pub async fn revive_job(&self, id: JobId) -> Result<(), Trouble> {
        let now = self.now();
        self.0.store.keep(move |tx| Box::pin(jobs::revive(tx, id, now))).await?;
        self.0.jobs_waiting.notify_one();
        Ok(())
    }

    /// Lets a job that was given up go for ever, and remembers why.
    pub async fn dismiss_job(
        &self,
        job: &Job,
        person: PersonId,
        reason: &str,
    ) -> Result<(), Trouble> {
        let (id, dismissal) = (job.id, self.dismissal(job.id, "job", &job.kind, person, reason));
        self.0
            .store
            .keep(move |tx| {
                let dismissal = dismissal.clone();
                Box::pin(async move {
                    if jobs::dismiss(tx, id).await? {
                        dismissals::add(tx, &dismissal).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    /// Discards a letter in quarantine, and remembers why. Its bytes stay in the ledger.
    pub async fn discard_letter(
        &self,
        letter: &Letter,
        person: PersonId,
        reason: &str,
    ) -> Result<(), Trouble> {
        let (id, now) = (letter.id, self.now());
        let dismissal = self.dismissal(id, "letter", &letter.reason, person, reason);
        let (state, reason) = (State::Discarded, letter.reason.clone());
        let settled = Settled { state, reason, case: None, message: None, at: now };
        self.0
            .store
            .keep(move |tx| {
                let (settled, dismissal) = (settled.clone(), dismissal.clone());
                Box::pin(async move {
                    let link = tx.link();
                    let kept = post::get(&link, id).await?;
                    if kept.is_some_and(|kept| kept.state == State::Quarantined) {
                        post::settle(tx, id, &settled).await?;
                        dismissals::add(tx, &dismissal).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    fn dismissal(
        &self,
        thing: impl ToString,
        kind: &str,
        about: &str,
        person: PersonId,
        reason: &str,
    ) -> Dismissal {
        let (thing, kind, about) = (thing.to_string(), kind.to_owned(), about.to_owned());
        Dismissal { thing, kind, about, reason: reason.to_owned(), person, at: self.now() }
    }
}
