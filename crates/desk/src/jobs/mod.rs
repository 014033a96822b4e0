//! Carries out what was decided: letters, reminders, notices by mail. At least once, never silently lost.

mod erase_again;
mod letter;
mod recount;
mod remind;

use std::sync::atomic::Ordering;
use std::time::Duration;

use baton_core::time::{Instant, Span};
use baton_store::jobs::{self, Job};
use futures_util::future::{join, join_all};
use tokio::task::JoinHandle;

use crate::desk::Desk;
use crate::effects::Work;
use crate::trouble::Trouble;

/// How long a node may work on a job before another one may take it.
const LEASE: Span = Span::minutes(2);
/// How many jobs are taken at once.
const AT_ONCE: u32 = 64;
/// The longest sleep between two looks at the table: another node may have added something.
const NAP: Duration = Duration::from_secs(1);
/// A job is tried this often before somebody has to look at it: the last wait is about a day.
const ATTEMPTS: u32 = 12;

/// How a job ended.
pub(crate) enum Outcome {
    Done,
    /// It may work later.
    Later(String),
    /// It will not work by itself.
    Never(String),
}

impl Desk {
    /// Works off jobs until [`Self::stop_jobs`].
    pub fn start_jobs(&self) -> JoinHandle<()> {
        let desk = self.clone();
        tokio::spawn(async move {
            if let Err(error) = desk.give_time_to_undo().await {
                tracing::error!(%error, "letters could not be held back");
            }
            while !desk.jobs_are_over() {
                if let Err(error) = desk.run_due_jobs().await {
                    tracing::error!(%error, "jobs could not be run");
                }
                let waiting = desk.0.jobs_waiting.notified();
                let _ = tokio::time::timeout(desk.nap().await, waiting).await;
            }
        })
    }

    /// Begins no further job; those that run come to their end. A letter that was cut off between
    /// leaving and being noted as left would leave again.
    pub fn stop_jobs(&self) {
        self.0.jobs_over.store(true, Ordering::Relaxed);
        self.0.jobs_waiting.notify_one();
    }

    fn jobs_are_over(&self) -> bool {
        self.0.jobs_over.load(Ordering::Relaxed)
    }

    /// Until the next job is due, and never longer than [`NAP`].
    async fn nap(&self) -> Duration {
        let now = self.now();
        let next = jobs::next_at(&self.0.store.link(), now).await.ok().flatten();
        let millis = next.map_or(i64::MAX, |next| next.since(now).as_millis());
        NAP.min(Duration::from_millis(u64::try_from(millis).unwrap_or(0).max(5)))
    }

    /// Runs every job that is due now; answers how many there were.
    pub async fn run_due_jobs(&self) -> Result<usize, Trouble> {
        let mut count = 0;
        loop {
            let now = self.now();
            // Looked at before it is claimed: most acts leave nothing to do at once.
            if jobs::next_at(&self.0.store.link(), now).await?.is_none_or(|next| next > now) {
                return Ok(count);
            }
            let claimed = self
                .0
                .store
                .keep(move |tx| Box::pin(jobs::claim(tx, None, now, LEASE, AT_ONCE)))
                .await?;
            if claimed.is_empty() || self.jobs_are_over() {
                return Ok(count);
            }
            count += claimed.len();
            // Letters leave in their order; what else there is waits for the disk together.
            let (letters, others): (Vec<Job>, Vec<Job>) =
                claimed.into_iter().partition(|job| job.kind == "send_message");
            let others = join_all(others.into_iter().map(|job| self.run_job(job)));
            let letters = async {
                for job in letters {
                    // What was taken and not begun is taken again when its lease has run out.
                    if !self.jobs_are_over() {
                        self.run_job(job).await?;
                    }
                }
                Ok::<_, Trouble>(())
            };
            let (others, letters) = join(others, letters).await;
            letters?;
            others.into_iter().collect::<Result<(), Trouble>>()?;
        }
    }

    async fn run_job(&self, job: Job) -> Result<(), Trouble> {
        let outcome = match serde_json::from_str::<Work>(&job.payload) {
            Ok(work) => self.carry_out(&work, job.attempts).await,
            Err(error) => Outcome::Never(format!("not a job of this build: {error}")),
        };
        let now = self.now();
        let (id, attempts) = (job.id, job.attempts);
        match outcome {
            Outcome::Done => {
                self.0.store.keep(move |tx| Box::pin(jobs::done(tx, id, attempts))).await?;
            }
            Outcome::Later(why) => {
                tracing::warn!(job = %id, kind = job.kind, attempts, why, "job will be tried again");
                self.retry(job, now + back_off(attempts), why).await?;
            }
            Outcome::Never(why) => {
                tracing::error!(job = %id, kind = job.kind, why, "job was given up");
                self.bury(job, now, why).await?;
            }
        }
        Ok(())
    }

    async fn retry(&self, job: Job, at: Instant, why: String) -> Result<(), Trouble> {
        let (id, attempts) = (job.id, job.attempts);
        self.0
            .store
            .keep(move |tx| {
                let why = why.clone();
                Box::pin(async move { jobs::retry_at(tx, id, attempts, at, &why).await })
            })
            .await?;
        Ok(())
    }

    async fn bury(&self, job: Job, at: Instant, why: String) -> Result<(), Trouble> {
        let (id, attempts, owner) = (job.id, job.attempts, job.owner);
        self.0
            .store
            .keep(move |tx| {
                let (why, owner) = (why.clone(), owner.clone());
                Box::pin(async move { jobs::bury(tx, id, attempts, at, &why, &owner).await })
            })
            .await?;
        Ok(())
    }

    /// What cannot be done now is put off, and given up after [`ATTEMPTS`].
    async fn carry_out(&self, work: &Work, attempts: u32) -> Outcome {
        match self.attempt(work).await {
            Outcome::Later(why) if attempts >= ATTEMPTS => self.give_up(work, why).await,
            outcome => outcome,
        }
    }

    async fn give_up(&self, work: &Work, why: String) -> Outcome {
        let Work::SendMessage { case, message } = work else { return Outcome::Never(why) };
        match self.letter_given_up(*case, *message, &why).await {
            Ok(()) => Outcome::Never(why),
            // The case must hear of it, so the job may not end before it has.
            Err(trouble) => Outcome::Later(trouble.to_string()),
        }
    }

    async fn attempt(&self, work: &Work) -> Outcome {
        let done = match work {
            Work::SendMessage { case, message } => self.send_letter(*case, *message).await,
            Work::Remind { case, request, due } => match due {
                Some(due) if self.now() < *due => self.warn(*case, *request, *due).await,
                _ => self.look_again(*case, *request).await,
            },
            Work::EraseAgain { subject, stream, version, at } => {
                self.erase_again(*subject, stream, *version, *at).await
            }
            Work::Recount { calendar, edition, after } => {
                self.count_anew(*calendar, *edition, *after).await
            }
            Work::MailNotice { notice, person, case, request, about } => {
                self.mail_notice(*notice, *person, *case, *request, about).await
            }
            Work::MailChange { letter, person, changed, address, at } => {
                self.mail_change(*letter, *person, *changed, *address, *at).await
            }
            Work::MailDigits { letter, beginning } => self.mail_digits(*letter, beginning).await,
            Work::MailDigest { person } => self.mail_digest(*person).await,
        };
        done.unwrap_or_else(|trouble| match trouble {
            Trouble::Refused(refusal) => Outcome::Never(refusal.to_string()),
            other => Outcome::Later(other.to_string()),
        })
    }
}

/// 10 s, 20 s, 40 s … at most 6 hours.
fn back_off(attempts: u32) -> Span {
    let seconds = 10_i64.saturating_mul(1_i64 << attempts.saturating_sub(1).min(20));
    Span::seconds(seconds.min(6 * 3_600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_has_an_end() {
        let waits: Vec<_> = (1..=4).map(|n| back_off(n).as_seconds()).collect();
        assert_eq!(waits, [10, 20, 40, 80]);
        assert_eq!(back_off(60).as_seconds(), 6 * 3_600);
    }
}
