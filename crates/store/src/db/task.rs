//! What is written together: a task runs inside a transaction and says whether to keep its work.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use baton_core::ids::StreamId;
use futures_util::FutureExt;
use tokio::sync::oneshot;

use super::error::{Error, Result};
use super::tx::Tx;

/// What a task says about its own writes. An error undoes them too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict<T> {
    Keep(T),
    /// Undo whatever this task wrote, and answer.
    Drop(T),
}

/// Something to be written as one. It shares its commit with whoever waits at the same time, and
/// never fails because of them.
pub trait Task: Send + 'static {
    type Out: Send + 'static;

    /// The stream that it appends to; two tasks of one stream never run at the same time here.
    fn stream(&self) -> Option<StreamId> {
        None
    }

    /// May be called again after everything it wrote was undone, so it must be repeatable. It may
    /// wait for nothing but the transaction.
    fn run(&mut self, tx: &Tx<'_>) -> impl Future<Output = Result<Verdict<Self::Out>>> + Send;
}

pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A task from a closure that always keeps what it wrote.
pub(super) struct Work<F>(pub F);

impl<F, T> Task for Work<F>
where
    F: for<'a> FnMut(&'a Tx<'a>) -> Boxed<'a, Result<T>> + Send + 'static,
    T: Send + 'static,
{
    type Out = T;
    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<T>> {
        self.0(tx).await.map(Verdict::Keep)
    }
}

/// A task of any kind, waiting to be run.
pub(super) trait Waiting: Send {
    fn stream(&self) -> Option<StreamId>;
    /// Runs the task; `true`: keep what it wrote. A panic inside becomes an error.
    fn run<'a>(&'a mut self, tx: &'a Tx<'a>) -> Boxed<'a, Result<bool>>;
    /// Whoever waits is told what the last run gave, or this error.
    fn answer(self: Box<Self>, failed: Option<Error>);
}

pub(super) struct Asked<T: Task> {
    task: T,
    out: Option<T::Out>,
    reply: oneshot::Sender<Result<T::Out>>,
}

impl<T: Task> Asked<T> {
    /// The task as it waits, and where its answer will come.
    pub(super) fn by(task: T) -> (Box<dyn Waiting>, oneshot::Receiver<Result<T::Out>>) {
        let (reply, answer) = oneshot::channel();
        (Box::new(Self { task, out: None, reply }), answer)
    }

    async fn attempt(&mut self, tx: &Tx<'_>) -> Result<bool> {
        self.out = None;
        let (out, keep) = match self.task.run(tx).await? {
            Verdict::Keep(out) => (out, true),
            Verdict::Drop(out) => (out, false),
        };
        self.out = Some(out);
        Ok(keep)
    }
}

impl<T: Task> Waiting for Asked<T> {
    fn stream(&self) -> Option<StreamId> {
        self.task.stream()
    }

    fn run<'a>(&'a mut self, tx: &'a Tx<'a>) -> Boxed<'a, Result<bool>> {
        // Whatever a panic leaves half done is undone with the transaction.
        Box::pin(
            AssertUnwindSafe(self.attempt(tx))
                .catch_unwind()
                .map(|run| run.unwrap_or(Err(Error::Panicked))),
        )
    }

    fn answer(self: Box<Self>, failed: Option<Error>) {
        let answer = match (failed, self.out) {
            (Some(error), _) => Err(error),
            (None, Some(out)) => Ok(out),
            (None, None) => Err(Error::Closed),
        };
        // Nobody waits any more when the caller has gone away; the work stands all the same.
        let _ = self.reply.send(answer);
    }
}
