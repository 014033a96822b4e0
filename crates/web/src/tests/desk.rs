//! The doors of a real desk on a scratch database: what the frame is told is what is kept.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use baton_core::access::Who;
use baton_core::directory::{Change, Command, PersonRecord};
use baton_core::ids::PersonId;
use baton_core::time::{Instant, Span};
use baton_core::vault::hex;
use baton_desk::clock::HandClock;
use baton_desk::entropy::{NumberedEntropy, SystemEntropy};
use baton_desk::settings::Settings;
use baton_desk::{Desk, Parts};
use baton_store::files::Files;
use baton_store::{Options, Place, Store};

use crate::app::App;
use crate::doors::{DeskDoors, Doors, Session};
use crate::session::print;

struct Scratch {
    folder: PathBuf,
    clock: Arc<HandClock>,
    desk: Desk,
    doors: DeskDoors,
    ada: PersonId,
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

async fn scratch() -> Scratch {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::SeqCst);
    let folder = std::env::temp_dir().join(format!("baton-web-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let start: Instant = "2026-11-23T09:00:00Z".parse().unwrap();
    let clock = Arc::new(HandClock::new(start));
    let place = Place::Sqlite(folder.join("baton.db"));
    let desk = Desk::open(Parts {
        store: Store::open(place, Options::default()).await.unwrap(),
        files: Files::open(folder.join("attachments")).unwrap(),
        clock: clock.clone(),
        entropy: Arc::new(NumberedEntropy::new(7)),
        settings: Settings::default(),
        mail_secret: [7; 32],
    })
    .await
    .unwrap();
    let record = PersonRecord::new("Ada Byron", "ada@example.org");
    let ada = set_person(&desk, None, record).await;
    let doors = DeskDoors { desk: desk.clone(), entropy: Arc::new(SystemEntropy::default()) };
    Scratch { folder, clock, desk, doors, ada }
}

async fn set_person(desk: &Desk, id: Option<PersonId>, record: PersonRecord) -> PersonId {
    let command = Command::SetPerson { id, record };
    match desk.act_on_directory(&Who::system(), command).await.unwrap() {
        Change::Person(person) => person.id,
        other => panic!("a person was set, and not {other:?}"),
    }
}

fn session(scratch: &Scratch, key: &str) -> Session {
    let now = scratch.desk.now();
    let expires_at = now + Span::times_24h(14);
    let label = "Firefox".to_owned();
    Session {
        print: print(key),
        person: scratch.ada,
        created_at: now,
        seen_at: now,
        expires_at,
        label,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_known_by_address_and_password() {
    let scratch = scratch().await;
    let password = "correct horse battery staple";
    scratch.desk.set_password(scratch.ada, password).await.unwrap();
    let login = scratch.doors.login("Ada@Example.ORG").await.unwrap().unwrap();
    assert_eq!(login.person, scratch.ada);
    assert!(scratch.doors.verify(password, login.hash.as_deref()));
    assert!(!scratch.doors.verify("another", login.hash.as_deref()));
    assert!(scratch.doors.login("nobody@example.org").await.unwrap().is_none());
    let known = scratch.doors.person(scratch.ada).await.unwrap().unwrap();
    assert_eq!((known.name.as_str(), known.zone.as_str()), ("Ada Byron", "Europe/London"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_opened_seen_and_ended() {
    let scratch = scratch().await;
    let key = hex(&scratch.doors.random().unwrap());
    let opened = session(&scratch, &key);
    scratch.doors.open_session(key.clone(), opened.clone()).await.unwrap();
    assert_eq!(scratch.doors.session(&key).await.unwrap(), Some(opened.clone()));
    scratch.clock.advance(Span::minutes(5));
    let now = scratch.desk.now();
    scratch.doors.touch_session(opened.print, now).await.unwrap();
    assert_eq!(scratch.doors.session(&key).await.unwrap().unwrap().seen_at, now);
    assert_eq!(scratch.doors.sessions(scratch.ada).await.unwrap().len(), 1);
    assert!(scratch.doors.end_session(scratch.ada, opened.print).await.unwrap());
    assert!(!scratch.doors.end_session(scratch.ada, opened.print).await.unwrap());
    assert_eq!(scratch.doors.session(&key).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_opens_until_access_is_ended_and_a_person_who_left_is_nobody() {
    let scratch = scratch().await;
    let token = scratch.desk.make_token(scratch.ada, "script").await.unwrap();
    assert_eq!(scratch.doors.token(&token).await.unwrap().unwrap().person, scratch.ada);
    assert!(scratch.doors.token("").await.unwrap().is_none());
    scratch.desk.end_access(scratch.ada).await.unwrap();
    assert!(scratch.doors.token(&token).await.unwrap().is_none());
    let mut record = PersonRecord::new("Ada Byron", "ada@example.org");
    record.active = false;
    set_person(&scratch.desk, Some(scratch.ada), record).await;
    assert!(scratch.doors.person(scratch.ada).await.unwrap().is_none());
    assert!(scratch.doors.login("ada@example.org").await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_room_opens_on_a_desk() {
    let scratch = scratch().await;
    let entropy = Arc::new(SystemEntropy::default());
    let app = App::of_desk(scratch.desk.clone(), entropy, crate::app::Settings::default());
    // Overlapping or misspelt paths would stop it here.
    let _router = crate::router::router(&app);
    assert!(scratch.doors.ready().await.unwrap());
}
