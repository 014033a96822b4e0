//! What all calls share.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use baton_core::vault::hex;
use baton_desk::Desk;
use baton_desk::entropy::Entropy;
use tokio::sync::watch;

use crate::doors::{DeskDoors, Doors};
use crate::limits::{API, Limits};
use crate::presence::Presences;
use crate::route::Table;
use crate::session::pool::Pool;
use crate::table::table;

/// How this room is set up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// As the browser sees us: `https://desk.example.org`. Empty: taken from each call's Host.
    pub public_url: String,
    /// Name of the organisation, in the title of every page; may be empty.
    pub organisation: String,
    /// True (and to be left so) unless the desk is served without TLS beyond this machine: browsers
    /// then refuse the `__Host-` cookie.
    pub secure_cookies: bool,
    /// Addresses of proxies whose `X-Forwarded-For` and `-Proto` are believed.
    pub proxies: Vec<IpAddr>,
    /// API calls that one token may make in a minute.
    pub api_per_minute: usize,
    /// Threads that check passwords, 19 MiB each.
    pub password_checks: usize,
    /// Shows every component in every state at `/gallery`: for demonstrations and development.
    pub gallery: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: String::new(),
            organisation: String::new(),
            secure_cookies: true,
            proxies: Vec::new(),
            api_per_minute: API.most,
            password_checks: 2,
            gallery: false,
        }
    }
}

pub struct App {
    /// What carries out commands; none in tests of the frame alone.
    pub desk: Option<Desk>,
    pub doors: Arc<dyn Doors>,
    pub settings: Settings,
    pub table: Table,
    pub limits: Limits,
    pub pool: Pool,
    /// What this node is called among the nodes on one database.
    pub node: String,
    /// Who is at which case or request right now.
    pub presences: Presences,
    /// Counts the sessions that were ended here, so that what is open under them closes.
    pub sessions_ended: watch::Sender<u64>,
    /// The API document, written once.
    pub document: OnceLock<axum::body::Bytes>,
}

impl App {
    /// Everything that this room serves, on a desk. `entropy` makes the secrets of sessions.
    pub fn of_desk(desk: Desk, entropy: Arc<dyn Entropy>, settings: Settings) -> Arc<Self> {
        let doors = Arc::new(DeskDoors { desk: desk.clone(), entropy });
        Self::new(Some(desk), doors, settings, table())
    }

    pub fn new(
        desk: Option<Desk>,
        doors: Arc<dyn Doors>,
        settings: Settings,
        table: Table,
    ) -> Arc<Self> {
        let pool = Pool::new(settings.password_checks);
        let limits = Limits::default();
        let node = hex(&doors.random().unwrap_or_default());
        Arc::new(Self {
            desk,
            doors,
            settings,
            table,
            limits,
            pool,
            node,
            presences: Presences::default(),
            sessions_ended: watch::channel(0).0,
            document: OnceLock::new(),
        })
    }

    /// A session was ended: whatever is open looks whether it was its own.
    pub fn session_ended(&self) {
        self.sessions_ended.send_modify(|count| *count = count.wrapping_add(1));
    }
}
