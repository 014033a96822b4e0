//! The store: a handle on one database, shared by everything on a node.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use tokio::sync::{broadcast, oneshot};
use tokio::task::JoinHandle;

use super::calling::{self, Calls};
use super::committer::{self, Queue};
use super::connect::Connector;
use super::error::{Error, Result};
use super::link::{Arm, Link};
use super::migrate::{migrate_postgres, migrate_sqlite};
use super::param::params;
use super::postgres::{Pool, Session};
use super::sql::statements;
use super::sqlite::{self, Readers, lock};
use super::task::{Asked, Boxed, Task, Waiting, Work};
use super::tx::Tx;
use super::writer::{self, Order};

/// Where the data is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// The file itself, `DIR/baton.db`; made when it is not there.
    Sqlite(PathBuf),
    /// `postgres://…`, with `sslmode=require` for TLS.
    Postgres(String),
}

/// When a write counts as done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Durability {
    /// It survives a power cut.
    #[default]
    Full,
    /// For building data that can be built again: it survives once [`Store::close`] has returned.
    Bulk,
}

#[derive(Clone, Debug)]
pub struct Options {
    pub durability: Durability,
    /// PostgreSQL: connections that commit.
    pub committers: usize,
    /// PostgreSQL: connections that read.
    pub readers: usize,
    /// PostgreSQL over TLS: the authority that signed the server's certificate, as a PEM file;
    /// without it the authorities of the web count.
    pub postgres_authority: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { durability: Durability::Full, committers: 2, readers: 6, postgres_authority: None }
    }
}

/// What the store runs on, when it answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Health {
    Sqlite,
    Postgres {
        /// Whether a write that was acknowledged survives the loss of the machine.
        synchronous_standby: bool,
    },
}

/// A handle on the database; cloning is cheap.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

#[allow(clippy::large_enum_variant, reason = "there is one of it, behind its handle")]
enum Inner {
    Sqlite {
        readers: Readers,
        orders: Mutex<Sender<Order>>,
        thread: Mutex<Option<std::thread::JoinHandle<()>>>,
        calls: Calls,
    },
    Postgres {
        connector: Connector,
        pool: Pool,
        queue: Arc<Queue>,
        committers: Mutex<Vec<JoinHandle<()>>>,
        calls: Calls,
    },
}

statements! {
    /// How far the transaction numbers of a database that was moved here lag behind its events.
    LAG = "select 0",
        postgres "select coalesce(max(seq), 0) / 65536 + 1 - cast(cast(pg_current_xact_id() as text) as bigint) from events";
    OFFSET = "select value from settings where name = 'seq_offset'";
    STANDBY = "select 1",
        postgres "select case when current_setting('synchronous_standby_names') = '' then 0 else 1 end";
    SET_OFFSET = "insert into settings (name, value) values ('seq_offset', $1)
        on conflict (name) do update set value = excluded.value where excluded.value > settings.value";
}

/// A commit that waits for the disk takes everything before it along.
const FLUSH: &str = "begin; set local synchronous_commit = on; \
    insert into settings (name, value) values ('closed', 1) \
    on conflict (name) do update set value = settings.value + 1; commit";

impl Store {
    /// Opens the database, and brings it to this build's shape first.
    pub async fn open(place: Place, options: Options) -> Result<Self> {
        match place {
            Place::Sqlite(path) => Self::open_sqlite(path, &options),
            Place::Postgres(url) => Self::open_postgres(&url, &options).await,
        }
    }

    fn open_sqlite(path: PathBuf, options: &Options) -> Result<Self> {
        let mut connection = sqlite::open_writer(&path, options.durability)?;
        migrate_sqlite(&mut connection)?;
        let (orders, thread) = writer::start(connection)?;
        Ok(Self(Arc::new(Inner::Sqlite {
            readers: Readers::new(path),
            orders: Mutex::new(orders),
            thread: Mutex::new(Some(thread)),
            calls: Calls::new(),
        })))
    }

    async fn open_postgres(url: &str, options: &Options) -> Result<Self> {
        let connector = Connector::new(url, options)?;
        let session = connector.connect().await?;
        migrate_postgres(&session).await?;
        let queue = Arc::new(Queue::new(offset(&session).await?));
        let committers = (0..options.committers.max(1))
            .map(|_| tokio::spawn(committer::serve(Arc::clone(&queue), connector.clone())))
            .collect();
        Ok(Self(Arc::new(Inner::Postgres {
            pool: Pool::new(connector.clone(), options.readers),
            connector,
            queue,
            committers: Mutex::new(committers),
            calls: Calls::new(),
        })))
    }

    /// For reading what is committed.
    pub fn link(&self) -> Link<'_> {
        match &*self.0 {
            Inner::Sqlite { readers, .. } => Link(Arm::Readers(readers)),
            Inner::Postgres { pool, .. } => Link(Arm::Pool(pool)),
        }
    }

    /// Runs a task in a transaction that it may share with others. Answers when what it kept is
    /// durable. Once asked for, the task runs to its end even if the caller stops waiting.
    pub fn write<T: Task>(&self, task: T) -> Written<T::Out> {
        let (waiting, answer) = Asked::by(task);
        Written { store: self.clone(), waiting: Some(waiting), answer }
    }

    /// Runs a closure as a task that keeps what it wrote unless it fails.
    pub fn keep<F, T>(&self, work: F) -> Written<T>
    where
        F: for<'a> FnMut(&'a Tx<'a>) -> Boxed<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.write(Work(work))
    }

    fn ask(&self, waiting: Box<dyn Waiting>) -> Result<()> {
        match &*self.0 {
            Inner::Sqlite { orders, .. } => {
                lock(orders).send(Order::Run(waiting)).map_err(|_| Error::Closed)
            }
            Inner::Postgres { queue, .. } => {
                queue.push(waiting);
                Ok(())
            }
        }
    }

    /// Has SQLite keep nothing in its write-ahead log that is erased in the database: erased words
    /// would stand there until it is written over. `false`: a reader was in the way, try again.
    /// PostgreSQL recycles its own log by its own settings.
    pub async fn forget(&self) -> Result<bool> {
        let Inner::Sqlite { orders, .. } = &*self.0 else { return Ok(true) };
        let (answer, answered) = oneshot::channel();
        lock(orders).send(Order::Forget(answer)).map_err(|_| Error::Closed)?;
        answered.await.map_err(|_| Error::Closed)?
    }

    /// Tells every node on this database that listens, this one too. Nothing is written down; a
    /// call may be lost.
    pub async fn call(&self, text: &str) -> Result<()> {
        match &*self.0 {
            Inner::Sqlite { calls, .. } => {
                calls.call_here(text);
                Ok(())
            }
            Inner::Postgres { pool, .. } => calling::call(pool, text).await,
        }
    }

    /// Listens to what the nodes call from now on.
    pub fn hear(&self) -> broadcast::Receiver<String> {
        match &*self.0 {
            Inner::Sqlite { calls, .. } => calls.hear(),
            Inner::Postgres { connector, calls, .. } => {
                calls.listen(connector);
                calls.hear()
            }
        }
    }

    /// Asks the database something, for the health page.
    pub async fn health(&self) -> Result<Health> {
        let standby = self.link().only(STANDBY, params![], |row| row.get::<bool>(0)).await?;
        Ok(match &*self.0 {
            Inner::Sqlite { .. } => Health::Sqlite,
            Inner::Postgres { .. } => Health::Postgres { synchronous_standby: standby },
        })
    }

    /// Whether the database has the shape of this build: another one may have changed it since.
    pub async fn is_migrated(&self) -> Result<bool> {
        super::migrate::is_whole(&self.link()).await
    }

    /// Finishes what waits, makes everything durable and lets go of the database.
    pub async fn close(self) -> Result<()> {
        match &*self.0 {
            Inner::Sqlite { readers, orders, thread, .. } => {
                readers.close();
                let _ = lock(orders).send(Order::Stop);
                let thread = lock(thread).take();
                let ended =
                    tokio::task::spawn_blocking(move || thread.map(std::thread::JoinHandle::join));
                ended.await.map_err(|_| Error::Panicked)?;
            }
            Inner::Postgres { pool, queue, committers, calls, .. } => {
                calls.hang_up();
                queue.close();
                let waiting = std::mem::take(&mut *lock(committers));
                for committer in waiting {
                    committer.await.map_err(|_| Error::Panicked)?;
                }
                let lent = pool.lend().await?;
                lent.say(FLUSH).await?;
                pool.close();
            }
        }
        Ok(())
    }
}

/// The answer to a write, once it is durable. Nothing is asked for before it is first awaited.
///
/// A type of its own, so that whoever awaits it does not carry the type of the task along.
#[must_use = "a write happens when it is awaited"]
pub struct Written<O> {
    store: Store,
    waiting: Option<Box<dyn Waiting>>,
    answer: oneshot::Receiver<Result<O>>,
}

impl<O> Future for Written<O> {
    type Output = Result<O>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<O>> {
        if let Some(waiting) = self.waiting.take()
            && let Err(error) = self.store.ask(waiting)
        {
            return Poll::Ready(Err(error));
        }
        Pin::new(&mut self.answer).poll(context).map(|answer| answer.unwrap_or(Err(Error::Closed)))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        // The writer's thread ends with its channel; committers must be told.
        if let Self::Postgres { queue, .. } = self {
            queue.close();
        }
    }
}

async fn offset(session: &Session) -> Result<i64> {
    let link = Link(Arm::Session(session));
    let known = link.one(OFFSET, params![], |row| row.get::<i64>(0)).await?.unwrap_or(0);
    let lag = link.only(LAG, params![], |row| row.get::<i64>(0)).await?;
    if lag <= known {
        return Ok(known);
    }
    session.exec(SET_OFFSET, params![lag]).await?;
    Ok(link.one(OFFSET, params![], |row| row.get::<i64>(0)).await?.unwrap_or(lag))
}
