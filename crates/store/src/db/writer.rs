//! The thread that writes to SQLite: whoever waits while a commit is being flushed shares the next.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::task::{Context, Poll, Wake, Waker};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::error::{Error, Result};
use super::link::Arm;
use super::sqlite::lock;
use super::task::Waiting;
use super::tx::{Batch, Tx};

/// Tasks in one commit at most, so that the first does not wait too long for the last.
const BATCH: usize = 512;

pub(super) enum Order {
    Run(Box<dyn Waiting>),
    /// Keep nothing of the past in the write-ahead log; answers whether that was possible.
    Forget(oneshot::Sender<Result<bool>>),
    Stop,
}

/// Starts the writer; the handle ends when the order to stop came or nobody can ask any more.
pub(super) fn start(
    connection: Connection,
) -> Result<(Sender<Order>, std::thread::JoinHandle<()>)> {
    let (sender, orders) = mpsc::channel();
    let handle = std::thread::Builder::new()
        .name("baton-writer".to_owned())
        .spawn(move || Writer { connection: Mutex::new(connection) }.serve(&orders))
        .map_err(|error| Error::io("starting the writer", error))?;
    Ok((sender, handle))
}

struct Writer {
    connection: Mutex<Connection>,
}

impl Writer {
    fn serve(&self, orders: &Receiver<Order>) {
        let mut batch = Vec::with_capacity(BATCH);
        while let Ok(order) = orders.recv() {
            let other = gather(&mut batch, order, orders);
            self.commit_together(&mut batch);
            match other {
                Some(Order::Forget(answer)) => {
                    // Nobody waits for it any more: then nobody wants to know.
                    let _ = answer.send(self.empty_the_log());
                }
                Some(Order::Stop) => break,
                Some(Order::Run(_)) | None => {}
            }
        }
        // Leaves one file behind, and makes a store that was built without syncs durable.
        let _ = lock(&self.connection).pragma_update(None, "synchronous", "full");
        let _ = self.empty_the_log();
    }

    /// Copies what the write-ahead log holds into the database and cuts it to nothing. `false`: a
    /// reader still needed it.
    fn empty_the_log(&self) -> Result<bool> {
        let connection = lock(&self.connection);
        let busy: i64 =
            connection.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }

    fn commit_together(&self, batch: &mut Vec<Box<dyn Waiting>>) {
        if batch.is_empty() {
            return;
        }
        // Hardly ever has anything to be undone, so the first attempt does without savepoints,
        // which would cost each task a flush of the search and copies of its pages.
        let attempts = if batch.len() > 1 { &[false, true][..] } else { &[] };
        for savepoints in attempts {
            match self.attempt(batch, *savepoints) {
                Ok(Some(failures)) => {
                    for (task, failed) in batch.drain(..).zip(failures) {
                        task.answer(failed);
                    }
                    return;
                }
                Ok(None) => self.roll_back(),
                Err(error) => {
                    self.roll_back();
                    tracing::warn!(%error, tasks = batch.len(), "store.batch.split");
                    break;
                }
            }
        }
        for mut task in batch.drain(..) {
            let failed = self.alone(&mut task).err();
            if failed.is_some() {
                self.roll_back();
            }
            task.answer(failed);
        }
    }

    /// Runs all tasks in one transaction, each behind its own savepoint if asked for. Gives each
    /// task's own failure; `None` or an error means that nothing was kept and every task must run
    /// again, `None` because something has to be undone and there was no savepoint.
    fn attempt(
        &self,
        batch: &mut [Box<dyn Waiting>],
        savepoints: bool,
    ) -> Result<Option<Vec<Option<Error>>>> {
        let shared = self.begin()?;
        let mut failures = Vec::with_capacity(batch.len());
        let mut kept = false;
        for task in batch {
            if savepoints {
                self.say("savepoint task")?;
            }
            let (run, wrote) = self.run(task, &shared);
            let undo = wrote && !matches!(run, Ok(true));
            if undo && !savepoints {
                return Ok(None);
            }
            if undo {
                self.say("rollback to task")?;
            }
            if savepoints {
                self.say("release task")?;
            }
            kept |= wrote && matches!(run, Ok(true));
            failures.push(run.err());
        }
        self.say(if kept { "commit" } else { "rollback" })?;
        Ok(Some(failures))
    }

    fn alone(&self, task: &mut Box<dyn Waiting>) -> Result<()> {
        let shared = self.begin()?;
        let (run, _) = self.run(task, &shared);
        if run? { self.say("commit") } else { self.say("rollback") }
    }

    fn begin(&self) -> Result<Batch> {
        self.say("begin immediate")?;
        let connection = lock(&self.connection);
        let mut statement =
            connection.prepare_cached("select coalesce(max(seq), 0) / 65536 + 1 from events")?;
        Ok(Batch::new(statement.query_row([], |row| row.get(0))?))
    }

    fn run(&self, task: &mut Box<dyn Waiting>, shared: &Batch) -> (Result<bool>, bool) {
        let tx = Tx::new(Arm::Writer(&self.connection), shared);
        let run = catch_unwind(AssertUnwindSafe(|| finish(task.run(&tx))));
        (run.unwrap_or(Err(Error::Panicked)), tx.wrote())
    }

    fn say(&self, sql: &'static str) -> Result<()> {
        lock(&self.connection).prepare_cached(sql)?.execute([])?;
        Ok(())
    }

    fn roll_back(&self) {
        // A full disk or an I/O error may have rolled back already.
        if !lock(&self.connection).is_autocommit() {
            let _ = self.say("rollback");
        }
    }
}

/// Takes the tasks that wait, as many as go into one commit; gives the order that is none.
fn gather(
    batch: &mut Vec<Box<dyn Waiting>>,
    first: Order,
    orders: &Receiver<Order>,
) -> Option<Order> {
    let mut next = Some(first);
    while let Some(Order::Run(task)) = next {
        batch.push(task);
        next = if batch.len() < BATCH { orders.try_recv().ok() } else { None };
    }
    next
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Polls a future that waits for nothing: SQLite answers on the spot. One that has not asked to
/// be polled again waits for something outside, and would hold up everybody.
fn finish<T>(mut future: super::task::Boxed<'_, Result<T>>) -> Result<T> {
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&woken));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(result) => return result,
            Poll::Pending if woken.0.swap(false, Ordering::Relaxed) => {}
            Poll::Pending => return Err(Error::Waited),
        }
    }
}
