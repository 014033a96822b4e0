//! PostgreSQL's group commit: each committer takes the tasks that wait into one transaction, whose
//! statements are pipelined over its connection.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use baton_core::ids::StreamId;
use futures_util::future::{join, join_all};
use tokio::sync::Notify;

use super::connect::Connector;
use super::error::{Error, Result};
use super::link::{Arm, Link};
use super::param::params;
use super::postgres::Session;
use super::sql::statements;
use super::sqlite::lock;
use super::task::Waiting;
use super::tx::{Batch, Tx};

/// Tasks in one transaction at most.
const BATCH: usize = 64;
/// Connections tried for a batch before its tasks are told that there is none.
const CONNECTIONS: usize = 3;

statements! {
    STILL_GOOD = "select 1";
    TRANSACTION_NUMBER = "select 0",
        postgres "select cast(cast(pg_current_xact_id() as text) as bigint)";
}

/// The tasks that wait, and the streams that are being written.
pub(super) struct Queue {
    state: Mutex<State>,
    arrived: Notify,
    /// Added to the server's transaction numbers: a database that was moved to another server
    /// must not number its events from the start again.
    offset: i64,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Box<dyn Waiting>>,
    streams: HashSet<StreamId>,
    closed: bool,
}

impl Queue {
    pub(super) fn new(offset: i64) -> Self {
        Self { state: Mutex::default(), arrived: Notify::new(), offset }
    }

    pub(super) fn push(&self, task: Box<dyn Waiting>) {
        let mut state = lock(&self.state);
        if state.closed {
            drop(state);
            task.answer(Some(Error::Closed));
            return;
        }
        state.waiting.push_back(task);
        drop(state);
        self.arrived.notify_one();
    }

    pub(super) fn close(&self) {
        lock(&self.state).closed = true;
        self.arrived.notify_waiters();
        self.arrived.notify_one();
    }

    /// Waits for tasks whose streams nobody is writing; none: the queue is closed and empty.
    async fn take(&self) -> Vec<Box<dyn Waiting>> {
        loop {
            let arrived = self.arrived.notified();
            {
                let mut state = lock(&self.state);
                let batch = state.take();
                let finished = state.closed && state.waiting.is_empty();
                if !batch.is_empty() || finished {
                    return batch;
                }
            }
            arrived.await;
        }
    }

    fn done(&self, streams: &[StreamId]) {
        let mut state = lock(&self.state);
        for stream in streams {
            state.streams.remove(stream);
        }
        let more = !state.waiting.is_empty() || state.closed;
        drop(state);
        if more {
            self.arrived.notify_one();
        }
    }
}

impl State {
    fn take(&mut self) -> Vec<Box<dyn Waiting>> {
        let mut batch = Vec::new();
        let mut held = VecDeque::new();
        while batch.len() < BATCH {
            let Some(task) = self.waiting.pop_front() else { break };
            let free = task.stream().is_none_or(|stream| self.streams.insert(stream));
            if free { batch.push(task) } else { held.push_back(task) }
        }
        // In one order everywhere, so that two nodes do not wait for each other's streams.
        batch.sort_by_key(|task| task.stream());
        // Those that were passed over keep their place before whoever came later.
        while let Some(task) = held.pop_back() {
            self.waiting.push_front(task);
        }
        batch
    }
}

/// Commits until the queue is closed and empty.
pub(super) async fn serve(queue: Arc<Queue>, connector: Connector) {
    let mut session: Option<Session> = None;
    loop {
        let batch = queue.take().await;
        if batch.is_empty() {
            // The next committer shall see it too.
            queue.arrived.notify_one();
            return;
        }
        let streams: Vec<StreamId> = batch.iter().filter_map(|task| task.stream()).collect();
        commit(&mut session, &connector, queue.offset, batch).await;
        queue.done(&streams);
    }
}

/// Commits a batch; over another connection when the first one turns out to be dead.
async fn commit(
    session: &mut Option<Session>,
    connector: &Connector,
    offset: i64,
    mut batch: Vec<Box<dyn Waiting>>,
) {
    let mut lost = String::new();
    for _ in 0..CONNECTIONS {
        let connected = match session.take().filter(|session| !session.is_closed()) {
            Some(open) => Ok(open),
            None => connector.connect().await,
        };
        match connected {
            Ok(open) => {
                batch = Committer { session: &open, offset }.commit_together(batch).await;
                *session = Some(open);
            }
            Err(error) => lost = error.to_string(),
        }
        if batch.is_empty() {
            return;
        }
    }
    tracing::warn!(error = lost, tasks = batch.len(), "store.committer.connect");
    for task in batch {
        task.answer(Some(Error::Commit(lost.clone())));
    }
}

struct Committer<'a> {
    session: &'a Session,
    offset: i64,
}

/// How a transaction ended that did not keep everything.
enum Undone {
    /// Something needs undoing: every task runs again, alone.
    Split,
    Failed(Error),
}

impl Committer<'_> {
    /// Answers every task but those that the loss of the connection undid: they are given back.
    async fn commit_together(&self, mut batch: Vec<Box<dyn Waiting>>) -> Vec<Box<dyn Waiting>> {
        if batch.len() > 1 {
            match self.attempt(&mut batch).await {
                Ok(failures) => {
                    for (task, failed) in batch.into_iter().zip(failures) {
                        task.answer(failed);
                    }
                    return Vec::new();
                }
                Err(Undone::Failed(Error::Unsure(what))) => {
                    for task in batch {
                        task.answer(Some(Error::Unsure(what.clone())));
                    }
                    return Vec::new();
                }
                Err(Undone::Failed(error)) => {
                    self.roll_back().await;
                    tracing::warn!(%error, tasks = batch.len(), "store.batch.split");
                }
                Err(Undone::Split) => self.roll_back().await,
            }
        }
        let mut undone = Vec::new();
        for mut task in batch {
            match self.alone(&mut task).await {
                Err(error) if self.session.is_closed() && !matches!(error, Error::Unsure(_)) => {
                    undone.push(task);
                }
                ended => task.answer(ended.err()),
            }
        }
        undone
    }

    /// Runs all tasks interleaved in one transaction. Those that wrote nothing may fail or drop
    /// by themselves; anything that needs undoing undoes all.
    async fn attempt(
        &self,
        batch: &mut [Box<dyn Waiting>],
    ) -> std::result::Result<Vec<Option<Error>>, Undone> {
        let shared = self.begin().await.map_err(Undone::Failed)?;
        let txs: Vec<Tx<'_>> =
            batch.iter().map(|_| Tx::new(Arm::Session(self.session), &shared)).collect();
        let runs = join_all(batch.iter_mut().zip(&txs).map(|(task, tx)| task.run(tx))).await;
        let mut failures = Vec::with_capacity(runs.len());
        let mut kept = false;
        for (run, tx) in runs.into_iter().zip(&txs) {
            match run {
                Ok(true) => kept |= tx.wrote(),
                _ if tx.wrote() => return Err(Undone::Split),
                _ => {}
            }
            failures.push(run.err());
        }
        self.end(kept).await.map_err(Undone::Failed)?;
        Ok(failures)
    }

    async fn alone(&self, task: &mut Box<dyn Waiting>) -> Result<()> {
        let mut attempt = 1;
        loop {
            match self.once(task).await {
                Err(error) if attempt < error.attempts() => {
                    self.roll_back().await;
                    tokio::time::sleep(Duration::from_millis(u64::from(attempt) * 2)).await;
                    attempt += 1;
                }
                Err(error) => {
                    self.roll_back().await;
                    return Err(error);
                }
                Ok(()) => return Ok(()),
            }
        }
    }

    async fn once(&self, task: &mut Box<dyn Waiting>) -> Result<()> {
        let shared = self.begin().await?;
        let tx = Tx::new(Arm::Session(self.session), &shared);
        let keep = task.run(&tx).await?;
        self.end(keep).await
    }

    async fn begin(&self) -> Result<Batch> {
        let link = Link(Arm::Session(self.session));
        let number = link.only(TRANSACTION_NUMBER, params![], |row| row.get::<i64>(0));
        let (begun, number) = join(self.session.say("begin"), number).await;
        begun?;
        Ok(Batch::new(number? + self.offset))
    }

    async fn end(&self, keep: bool) -> Result<()> {
        if !keep {
            return self.session.say("rollback").await;
        }
        // Committing what a failed statement has spoilt rolls it back and reports success; so it
        // is asked, in the same breath, whether the transaction is still good.
        let good = self.session.exec(STILL_GOOD, params![]);
        let (good, committed) = join(good, self.session.say("commit")).await;
        match (good, committed) {
            (Ok(_), Ok(())) => Ok(()),
            (Err(error), Ok(())) => Err(error),
            (_, Err(error)) if self.session.is_closed() || !error.is_from_server() => {
                Err(Error::Unsure(error.to_string()))
            }
            (_, Err(error)) => Err(error),
        }
    }

    async fn roll_back(&self) {
        // A connection that cannot even do this is closed, and the next batch opens another.
        let _ = self.session.say("rollback").await;
    }
}
