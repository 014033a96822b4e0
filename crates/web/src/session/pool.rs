//! A few threads that check passwords: the work is heavy on purpose, so it must not crowd out the
//! rest, nor pile up.

use tokio::sync::Semaphore;

use crate::problem::{Fault, Trouble};

/// Checks that may wait per check that runs.
const WAITING: usize = 16;

#[derive(Debug)]
pub struct Pool {
    running: Semaphore,
    /// Running and waiting together.
    admitted: Semaphore,
}

impl Pool {
    pub fn new(threads: usize) -> Self {
        let threads = threads.max(1);
        let admitted = Semaphore::new(threads.saturating_mul(1 + WAITING));
        Self { running: Semaphore::new(threads), admitted }
    }

    /// Runs the work on a thread of its own, in turn.
    ///
    /// # Errors
    /// [`Fault::Busy`] when too many wait already; [`Trouble::Broken`] when the work panicked.
    pub async fn run<T, F>(&self, work: F) -> Result<T, Trouble>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let _place = self.admitted.try_acquire().map_err(|_| Fault::Busy { seconds: 5 })?;
        let _turn = self.running.acquire().await.map_err(Trouble::broken)?;
        tokio::task::spawn_blocking(work).await.map_err(Trouble::broken)
    }
}
