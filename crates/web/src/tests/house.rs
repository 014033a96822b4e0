//! A small organisation on a real desk over a scratch database: people, a clock, and browsers.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use baton_core::access::Who;
use baton_core::directory::{Change, Command, DepartmentRecord, PersonRecord, Role};
use baton_core::ids::{DepartmentId, PersonId};
use baton_core::time::Span;
use baton_core::vault::hex;
use baton_desk::clock::HandClock;
use baton_desk::entropy::{NumberedEntropy, SystemEntropy};
use baton_desk::settings::Settings;
use baton_desk::{Desk, Parts};
use baton_store::files::Files;
use baton_store::{Options, Place, Store};
use serde_json::Value;

use super::world::{Browser, World};
use crate::app::{self, App};
use crate::doors::{DeskDoors, Doors, Session};
use crate::router::router;
use crate::session::cookie::Cookie;
use crate::session::print;

pub const PRIYA: &str = "priya@example.org";
pub const SAM: &str = "sam@example.org";
pub const TOM: &str = "tom@example.org";
pub const CORA: &str = "cora@example.org";

/// Priya and Sam take cases from customers; Tom is of Logistics; Cora looks after the law.
pub struct House {
    folder: PathBuf,
    pub clock: Arc<HandClock>,
    pub desk: Desk,
    pub world: World,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl House {
    pub async fn new() -> Self {
        let house = Self::empty().await;
        people(&house.desk).await;
        house
    }

    /// A house without anybody.
    pub async fn empty() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::SeqCst);
        let name = format!("baton-web-house-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let start = "2026-11-23T09:00:00Z".parse().unwrap();
        let clock = Arc::new(HandClock::new(start));
        let parts = Parts {
            store: Store::open(Place::Sqlite(folder.join("baton.db")), Options::default())
                .await
                .unwrap(),
            files: Files::open(folder.join("attachments")).unwrap(),
            clock: clock.clone(),
            entropy: Arc::new(NumberedEntropy::new(11)),
            settings: Settings::default(),
            mail_secret: [7; 32],
        };
        let desk = Desk::open(parts).await.unwrap();
        let entropy = Arc::new(SystemEntropy::default());
        let app = App::of_desk(desk.clone(), entropy, app::Settings::default());
        let world = World::over(router(&app));
        Self { folder, clock, desk, world }
    }

    /// Somebody who is signed in with their browser. Signing in has tests of its own.
    pub async fn browser(&self, email: &str) -> Browser<'_> {
        let entropy = Arc::new(SystemEntropy::default());
        let doors = DeskDoors { desk: self.desk.clone(), entropy };
        let (key, now) = (hex(&doors.random().unwrap()), self.desk.now());
        let session = Session {
            print: print(&key),
            person: self.person(email),
            created_at: now,
            seen_at: now,
            expires_at: now + Span::times_24h(14),
            label: "Firefox".to_owned(),
        };
        doors.open_session(key.clone(), session).await.unwrap();
        let mut browser = Browser::new(&self.world);
        browser.cookies.insert(Cookie::Session.name(true).to_owned(), key);
        browser
    }

    /// One more department, with one person in it.
    pub async fn add(&self, name: &str, person: &str, email: &str) {
        let of = department(&self.desk, DepartmentRecord::new(name, "Made for this test.")).await;
        let mut record = PersonRecord::new(person, email);
        record.departments = vec![of];
        let command = Command::SetPerson { id: None, record };
        self.desk.act_on_directory(&Who::system(), command).await.unwrap();
    }

    pub fn person(&self, email: &str) -> PersonId {
        self.desk.directory().person_by_email(email).unwrap().id
    }

    /// A call of the API, which must go well; gives its answer.
    pub async fn api(&self, email: &str, method: &str, path: &str, body: Value) -> Value {
        let token = self.desk.make_token(self.person(email), "test").await.unwrap();
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let reply = self.world.call(method, &format!("/api/v1{path}"), &token, &body).await;
        assert!(reply.status.is_success(), "{method} {path}: {}", reply.text);
        reply.json()
    }

    pub async fn post(&self, email: &str, path: &str, body: Value) -> Value {
        self.api(email, "POST", path, body).await
    }
}

async fn people(desk: &Desk) {
    let mut service = DepartmentRecord::new("Customer service", "Looks after customers.");
    service.customer_facing = true;
    let service = department(desk, service).await;
    let logistics = DepartmentRecord::new("Logistics", "Moves things from place to place.");
    let logistics = department(desk, logistics).await;
    for (name, email, of, roles) in [
        ("Priya Raman", PRIYA, service, vec![]),
        ("Sam Okoro", SAM, service, vec![]),
        ("Tom Reid", TOM, logistics, vec![]),
        ("Cora Lind", CORA, service, vec![Role::Compliance]),
    ] {
        let mut record = PersonRecord::new(name, email);
        record.departments = vec![of];
        record.roles = roles;
        let command = Command::SetPerson { id: None, record };
        desk.act_on_directory(&Who::system(), command).await.unwrap();
    }
}

async fn department(desk: &Desk, record: DepartmentRecord) -> DepartmentId {
    let command = Command::SetDepartment { id: None, record };
    match desk.act_on_directory(&Who::system(), command).await.unwrap() {
        Change::Department(department) => department.id,
        other => panic!("a department was set, and not {other:?}"),
    }
}
