//! Reading a mail away from the async threads, with a limit on its time.

use std::sync::mpsc;
use std::time::Duration;

use super::classify::Ours;
use super::incoming::{self, Incoming};
use super::message::Quarantine;

/// How long reading one mail may take.
pub const BUDGET: Duration = Duration::from_secs(2);
/// Deep pages and deep parts need more stack than a pool thread has.
const STACK: usize = 16 * 1024 * 1024;

/// [`incoming::examine`] on a thread of its own; [`Quarantine::TooSlow`] after two seconds.
///
/// A thread that is too slow cannot be stopped: it ends by itself, and its result is dropped.
pub async fn examine(bytes: Vec<u8>, ours: Ours) -> Result<Incoming, Quarantine> {
    let (answer, answered) = tokio::sync::oneshot::channel();
    start(bytes, ours, move |result| {
        let _ = answer.send(result);
    })?;
    match tokio::time::timeout(BUDGET, answered).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(Quarantine::Unparsable),
        Err(_) => Err(Quarantine::TooSlow),
    }
}

/// The same for callers that are not async.
pub fn examine_blocking(bytes: Vec<u8>, ours: Ours) -> Result<Incoming, Quarantine> {
    let (answer, answered) = mpsc::channel();
    start(bytes, ours, move |result| {
        let _ = answer.send(result);
    })?;
    match answered.recv_timeout(BUDGET) {
        Ok(result) => result,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Quarantine::TooSlow),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(Quarantine::Unparsable),
    }
}

fn start(
    bytes: Vec<u8>,
    ours: Ours,
    answer: impl FnOnce(Result<Incoming, Quarantine>) + Send + 'static,
) -> Result<(), Quarantine> {
    let reader = std::thread::Builder::new().name("mail-reader".to_owned()).stack_size(STACK);
    let started = reader.spawn(move || answer(incoming::examine(&bytes, &ours)));
    started.map(drop).map_err(|_| Quarantine::Unparsable)
}
