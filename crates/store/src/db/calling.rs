//! Word between the nodes on one database, about what is never written down: who is looking at
//! what. A call may be lost, so whoever makes it makes it again.

use std::sync::Mutex;
use std::time::Duration;

use tokio::sync::broadcast;
use tokio::task::JoinHandle;

use super::connect::Connector;
use super::error::Result;
use super::param::params;
use super::postgres::Pool;
use super::sql::statements;
use super::sqlite::lock;

/// Calls that a listener may be behind before it misses some.
const BEHIND: usize = 256;
/// How long the nodes go without hearing of each other when the database has hung up.
const AGAIN: Duration = Duration::from_secs(2);

statements! {
    CALL = "select $1",
        postgres "select coalesce(cast(pg_notify('baton', $1) as text), '')";
}

/// What is called, for those who listen on this node.
pub(super) struct Calls {
    heard: broadcast::Sender<String>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

impl Calls {
    pub(super) fn new() -> Self {
        Self { heard: broadcast::channel(BEHIND).0, listening: Mutex::default() }
    }

    pub(super) fn hear(&self) -> broadcast::Receiver<String> {
        self.heard.subscribe()
    }

    /// There is one node on SQLite, which hears itself.
    pub(super) fn call_here(&self, text: &str) {
        // Nobody may be listening.
        let _ = self.heard.send(text.to_owned());
    }

    /// Has the nodes hear each other from now on; a second call changes nothing.
    pub(super) fn listen(&self, connector: &Connector) {
        let mut listening = lock(&self.listening);
        if listening.is_none() {
            *listening = Some(tokio::spawn(listen(connector.clone(), self.heard.clone())));
        }
    }

    pub(super) fn hang_up(&self) {
        if let Some(listening) = lock(&self.listening).take() {
            listening.abort();
        }
    }
}

impl Drop for Calls {
    fn drop(&mut self) {
        self.hang_up();
    }
}

/// Calls every node that listens, this one too.
pub(super) async fn call(pool: &Pool, text: &str) -> Result<()> {
    pool.each(CALL, params![text], |_| Ok(())).await
}

async fn listen(connector: Connector, heard: broadcast::Sender<String>) {
    loop {
        let hung_up = connector.listen(|call| drop(heard.send(call.to_owned()))).await;
        if let Err(error) = hung_up {
            tracing::warn!(%error, "the nodes do not hear each other for a moment");
        }
        tokio::time::sleep(AGAIN).await;
    }
}
