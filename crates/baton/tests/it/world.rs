//! A desk of its own for each story: a real store, the real router on a real port, and the cast.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use baton_core::ids::PersonId;
use baton_core::time::{Instant, Span};
use baton_desk::clock::HandClock;
use baton_desk::entropy::SystemEntropy;
use baton_desk::settings::{Outbox, Settings};
use baton_desk::{Desk, Parts};
use baton_store::files::Files;
use baton_store::{Durability, Options, Store};
use baton_testkit::http::{Call, Client, Reply};
use baton_testkit::{Cast, Place};
use baton_web::app::App;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::declared::Declared;

/// Where browsers see the desk.
pub const ORIGIN: &str = "https://desk.example.org";

/// A Monday morning in November.
const START: &str = "2026-11-23T10:00:00Z";
/// A token may make 600 calls a minute, and here the clock stands still.
const CALLS_OF_A_TOKEN: usize = 550;

pub struct World {
    pub desk: Desk,
    pub clock: Arc<HandClock>,
    pub cast: Cast,
    pub client: Client,
    /// Every answer is held against this.
    pub declared: Declared,
    store: Store,
    tokens: Mutex<BTreeMap<PersonId, (String, usize)>>,
    runtime: Option<Runtime>,
    pub place: Arc<Place>,
}

impl World {
    pub fn new(place: Place) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let clock = Arc::new(HandClock::new(START.parse().unwrap()));
        let (store, desk, cast, address) = runtime.block_on(async {
            let (store, desk) = open(&place, &clock).await;
            let cast = Cast::set_up(&desk).await;
            let address = serve(&desk).await;
            (store, desk, cast, address)
        });
        Self {
            desk,
            clock,
            cast,
            client: Client::new(address),
            declared: Declared::default(),
            store,
            tokens: Mutex::default(),
            runtime: Some(runtime),
            place: Arc::new(place),
        }
    }

    /// Runs a story on SQLite, then on PostgreSQL.
    pub fn both(story: impl Fn(&World)) {
        for place in Place::both() {
            story(&World::new(place));
        }
    }

    pub fn on_sqlite() -> Self {
        Self::new(Place::sqlite())
    }

    /// Serves the same database once more, as a machine beside this one would.
    pub fn another_node(&self) -> Client {
        self.wait(async {
            let (_store, desk) = open(&self.place, &self.clock).await;
            Client::new(serve(&desk).await)
        })
    }

    /// Waits for what the desk does.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.as_ref().unwrap().block_on(work)
    }

    pub fn now(&self) -> Instant {
        self.desk.now()
    }

    /// A time so many hours from now, as the API writes it.
    pub fn in_hours(&self, hours: i64) -> String {
        (self.now() + Span::hours(hours)).to_string()
    }

    /// The person's token; a fresh one when the old has made its calls.
    pub fn token(&self, person: PersonId) -> String {
        let mut tokens = self.tokens.lock().unwrap();
        let (token, calls) = tokens.entry(person).or_insert_with(|| (String::new(), 0));
        if calls.is_multiple_of(CALLS_OF_A_TOKEN) {
            *token = self.wait(self.desk.make_token(person, "story")).unwrap();
        }
        *calls += 1;
        token.clone()
    }

    /// Sends a call as somebody, and holds the answer against what is declared.
    #[track_caller]
    pub fn send(&self, person: PersonId, call: Call) -> Reply {
        let call = call.token(&self.token(person));
        let reply = self.client.send(&call);
        self.declared.check(&call, &reply);
        reply
    }

    #[track_caller]
    pub fn get(&self, person: PersonId, path: &str) -> Reply {
        self.send(person, Call::get(format!("/api/v1{path}")))
    }

    #[track_caller]
    pub fn post(&self, person: PersonId, path: &str, body: &Value) -> Reply {
        self.send(person, Call::json(format!("/api/v1{path}"), body))
    }

    /// What must go well; its JSON.
    #[track_caller]
    pub fn done(&self, person: PersonId, path: &str, body: &Value) -> Value {
        self.post(person, path, body).ok()
    }

    #[track_caller]
    pub fn seen(&self, person: PersonId, path: &str) -> Value {
        self.get(person, path).ok()
    }
}

async fn open(place: &Place, clock: &Arc<HandClock>) -> (Store, Desk) {
    let options = Options { durability: Durability::Bulk, ..Options::default() };
    let store = Store::open(place.database(), options).await.unwrap();
    let desk = Desk::open(Parts {
        store: store.clone(),
        files: Files::open(place.folder().join("attachments")).unwrap(),
        clock: clock.clone(),
        entropy: Arc::new(SystemEntropy::default()),
        settings: Settings {
            outbox: Outbox::Folder(place.folder().join("outbox")),
            ..Settings::default()
        },
        mail_secret: [7; 32],
    });
    (store, desk.await.unwrap())
}

async fn serve(desk: &Desk) -> SocketAddr {
    let settings = baton_web::app::Settings { public_url: ORIGIN.to_owned(), ..Default::default() };
    let app = App::of_desk(desk.clone(), Arc::new(SystemEntropy::default()), settings);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(
        async move { baton_web::serving::serve(&app, listener, std::future::pending()).await },
    );
    address
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            let _ = runtime.block_on(self.store.clone().close());
            runtime.shutdown_background();
        }
    }
}
