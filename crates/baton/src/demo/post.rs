//! Jobs that the demo's commands leave behind.
//!
//! What happened long ago needs no notice any more and its letters have left, so those go. What
//! happened in the last days is carried out as in real life: people find notices.

use baton_core::time::{Instant, Span};
use baton_desk::Trouble;
use baton_store::{Tx, jobs, notices};

use super::world::World;

/// For how long before the demo's end notices are kept.
const RECENT: Span = Span::times_24h(3);
/// Steps between two clearings.
const CLEAR_EVERY: usize = 400;
/// Jobs that are taken at once.
const AT_ONCE: u32 = 500;

pub(super) struct Post {
    recent: Instant,
    steps: usize,
}

impl Post {
    pub fn new(until: Instant) -> Self {
        Self { recent: until - RECENT, steps: 0 }
    }

    pub async fn after_a_step(&mut self, world: &World<'_>) -> Result<(), Trouble> {
        self.steps += 1;
        if world.now >= self.recent {
            world.desk.run_due_jobs().await?;
        } else if self.steps.is_multiple_of(CLEAR_EVERY) {
            self.drop_due(world, world.now).await?;
        }
        Ok(())
    }

    /// At the end: nothing that was due is left over.
    pub async fn clear(&mut self, world: &World<'_>) -> Result<(), Trouble> {
        world.desk.run_due_jobs().await?;
        let recent = self.recent;
        let store = world.desk.store();
        store.keep(move |tx| Box::pin(notices::sweep(tx, recent))).await?;
        Ok(())
    }

    async fn drop_due(&self, world: &World<'_>, now: Instant) -> Result<(), Trouble> {
        let store = world.desk.store();
        while store.keep(move |tx| Box::pin(drop_some(tx, now))).await? > 0 {}
        Ok(())
    }
}

async fn drop_some(tx: &Tx<'_>, now: Instant) -> baton_store::Result<usize> {
    let claimed = jobs::claim(tx, None, now, Span::minutes(2), AT_ONCE).await?;
    for job in &claimed {
        jobs::done(tx, job.id, job.attempts).await?;
    }
    Ok(claimed.len())
}
