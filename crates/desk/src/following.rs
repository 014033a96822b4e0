//! What happens to cases, as it happens: the log is followed once for the whole node, and everybody
//! who listens is told from memory.
//!
//! Nothing is lost on the way: whoever falls behind, or comes back after a while, reads the log from
//! the last event that they know of.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use baton_core::case::Case;
use baton_core::case::event::CaseEvent;
use baton_core::ids::{CaseId, RequestId, StreamId};
use baton_store::journal::{self, Followed};
use tokio::sync::{Notify, broadcast, watch};

use crate::desk::{Desk, Inner};
use crate::trouble::Trouble;

/// What other nodes wrote is seen after at most this long.
const LOOK: Duration = Duration::from_millis(500);
/// What this node wrote is gathered for so long, so that a burst is one reading.
const GATHER: Duration = Duration::from_millis(20);
/// Events that are read at once.
const TOGETHER: u32 = 200;
/// Events that a listener may be behind before they read the log for themselves.
const BEHIND: usize = 256;

/// Something happened to a case. Whoever passes it on asks what the listener may see.
#[derive(Clone, Debug)]
pub struct News {
    /// Its place in the log.
    pub seq: i64,
    /// The case as it was when this was read: after the event, or later.
    pub case: Arc<Case>,
    pub request: Option<RequestId>,
    pub kind: String,
}

pub(crate) struct Following {
    told: broadcast::Sender<Arc<News>>,
    /// The last event that was told; below zero before the first look.
    position: AtomicI64,
    started: AtomicBool,
    wake: Notify,
    over: watch::Sender<bool>,
}

impl Following {
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            told: broadcast::channel(BEHIND).0,
            position: AtomicI64::new(-1),
            started: AtomicBool::new(false),
            wake: Notify::new(),
            over: watch::channel(false).0,
        })
    }

    /// Something was written here.
    pub fn ring(&self) {
        self.wake.notify_one();
    }
}

impl Desk {
    /// Follows the log until the desk is dropped; a second call changes nothing.
    pub fn start_following(&self) {
        let following = Arc::clone(&self.0.following);
        if !following.started.swap(true, Ordering::Relaxed) {
            tokio::spawn(follow(Arc::downgrade(&self.0), following));
        }
    }

    /// Tells everybody who listens that there is nothing more to come.
    pub fn stop_following(&self) {
        self.0.following.over.send_replace(true);
        self.0.following.ring();
    }

    /// The last event that listeners were told of, to listen from there on; `None` before the first.
    pub fn position(&self) -> Option<i64> {
        let position = self.0.following.position.load(Ordering::Relaxed);
        (position >= 0).then_some(position)
    }

    /// Listens to what comes after an event; to what comes from now on without one.
    pub async fn listen(&self, after: Option<i64>) -> Result<Ear, Trouble> {
        self.start_following();
        // Subscribed first: what is told while the log is read is then dropped as known.
        let told = self.0.following.told.subscribe();
        let over = self.0.following.over.subscribe();
        let head = journal::settled_head(&self.0.store.link()).await?;
        // A place beyond the end is of another log: they begin here.
        let at = after.map_or(head, |after| after.min(head));
        Ok(Ear { desk: self.clone(), told, over, at, behind: true, read: VecDeque::new() })
    }

    /// The next of the log as news, and the place up to which was read; `None` when there is no more.
    async fn news_after(&self, after: i64) -> Result<Option<(Vec<Arc<News>>, i64)>, Trouble> {
        let events = journal::after(&self.0.store.link(), after, TOGETHER).await?;
        let Some(last) = events.last().map(|event| event.seq) else { return Ok(None) };
        Ok(Some((self.told_of(&events).await?, last)))
    }

    async fn told_of(&self, events: &[Followed]) -> Result<Vec<Arc<News>>, Trouble> {
        let mut cases: BTreeMap<CaseId, Arc<Case>> = BTreeMap::new();
        let mut news = Vec::new();
        for event in events {
            let StreamId::Case(id) = event.stream else { continue };
            let case = match cases.get(&id) {
                Some(known) => Arc::clone(known),
                None => self.case(id).await?,
            };
            cases.insert(id, Arc::clone(&case));
            let about = CaseEvent::decode(&event.kind, event.v, &event.data);
            let request = about.ok().and_then(|about| about.request());
            news.push(Arc::new(News { seq: event.seq, case, request, kind: event.kind.clone() }));
        }
        Ok(news)
    }
}

/// Reads the log again and again, for as long as there is a desk.
async fn follow(desk: Weak<Inner>, following: Arc<Following>) {
    while !*following.over.borrow() {
        let Some(inner) = desk.upgrade() else { return };
        let read = look(&Desk(inner), &following).await;
        if let Err(error) = &read {
            tracing::warn!(%error, "the log could not be followed");
        }
        if !matches!(read, Ok(true)) {
            let rung = tokio::time::timeout(LOOK, following.wake.notified()).await;
            if rung.is_ok() {
                tokio::time::sleep(GATHER).await;
            }
        }
    }
}

/// Tells what is new; true when something was.
async fn look(desk: &Desk, following: &Following) -> Result<bool, Trouble> {
    let position = following.position.load(Ordering::Relaxed);
    if position < 0 {
        let head = journal::settled_head(&desk.0.store.link()).await?;
        following.position.store(head, Ordering::Relaxed);
        return Ok(false);
    }
    let Some((news, last)) = desk.news_after(position).await? else { return Ok(false) };
    for one in news {
        // Nobody may be listening.
        let _ = following.told.send(one);
    }
    following.position.store(last, Ordering::Relaxed);
    Ok(true)
}

/// One listener's place in the log.
pub struct Ear {
    desk: Desk,
    told: broadcast::Receiver<Arc<News>>,
    over: watch::Receiver<bool>,
    /// The last event that was heard or passed over.
    at: i64,
    /// True while the log is read to catch up.
    behind: bool,
    read: VecDeque<Arc<News>>,
}

impl Ear {
    /// The next thing that happens; `None` when the node stops. Nothing is lost when the wait for it
    /// is given up.
    pub async fn next(&mut self) -> Result<Option<Arc<News>>, Trouble> {
        loop {
            if let Some(news) = self.read.pop_front() {
                return Ok(Some(news));
            }
            if self.behind {
                match self.desk.news_after(self.at).await? {
                    Some((news, last)) => {
                        self.at = last;
                        self.read.extend(news);
                    }
                    None => self.behind = false,
                }
                continue;
            }
            let told = tokio::select! {
                told = self.told.recv() => told,
                _ = self.over.wait_for(|over| *over) => return Ok(None),
            };
            match told {
                Ok(news) if news.seq > self.at => {
                    self.at = news.seq;
                    return Ok(Some(news));
                }
                Ok(_) => {}
                Err(broadcast::error::RecvError::Lagged(_)) => self.behind = true,
                Err(broadcast::error::RecvError::Closed) => return Ok(None),
            }
        }
    }
}
