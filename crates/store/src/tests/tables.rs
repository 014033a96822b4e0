//! The smaller tables: search, access, receipts, the mail ledger, notices and files.

use baton_core::ids::{CaseId, DepartmentId, Id, JobId, MailId, MessageId, PersonId};
use baton_core::time::{Instant, Span};
use baton_core::vault::Subject;

use super::support::{NOON, Site, a_case, a_stream, both, mary};
use crate::files::{self, Files};
use crate::notices::{self, NewNotice};
use crate::post::{self, Settled, State};
use crate::receipts::{self, NewReceipt};
use crate::search::{self, Doc, Query, Scope};
use crate::{Store, access};

fn amira() -> PersonId {
    PersonId::from_bits(1)
}

fn department(n: u128) -> Scope {
    Scope::Department(DepartmentId::from_bits(n))
}

async fn put(
    store: &Store,
    thing: &'static str,
    scope: Scope,
    subject: Subject,
    body: &'static str,
) {
    store
        .keep(move |tx| {
            Box::pin(async move {
                search::put(tx, &Doc { kind: "case", thing, scope, subject, body }).await
            })
        })
        .await
        .unwrap();
}

async fn found(store: &Store, scopes: &[Scope], query: &str) -> Vec<String> {
    let query = Query::parse(query);
    let hits = search::find(&store.link(), scopes, &query, &["case"], 9, None).await.unwrap();
    hits.into_iter().map(|hit| hit.thing).collect()
}

#[test]
fn search_finds_only_what_the_scope_may_see_and_takes_any_text() {
    both!(searching);
}

async fn searching(site: &Site) {
    let store = site.open().await;
    let (one, two, hers) = (department(1), department(2), Subject::Customer(mary()));
    put(&store, "a", one, hers, "The blue kettle of Zoë Müller leaks, order C-1042").await;
    put(&store, "b", one, Subject::Nobody, "A kettle that hums").await;
    put(&store, "b", two, Subject::Nobody, "Only the packet: hums").await;
    assert_eq!(found(&store, &[one], "kettle").await, ["b", "a"], "the newest first");
    assert_eq!(found(&store, &[two], "kettle").await, Vec::<String>::new());
    assert_eq!(found(&store, &[one, two], "hums").await, ["b"]);
    assert_eq!(found(&store, &[one], "zoe MUL").await, ["a"], "accents and endings do not matter");
    assert_eq!(found(&store, &[one], "c-1042").await, ["a"]);
    assert!(found(&store, &[], "kettle").await.is_empty());
    // A scope's term is no word of a text.
    put(&store, "c", one, Subject::Nobody, "sd00000000000000000000000002 kcase").await;
    assert!(found(&store, &[two], "kcase").await.is_empty());
    for text in [
        "\"", "'", "a OR b*", "NEAR(", "\\", ":*", "-- x", "&|!()", "a\0b", "*", "^a", "{b}:c", "%",
    ] {
        found(&store, &[one], text).await;
    }
    let (link, query) = (store.link(), Query::parse("kettle"));
    let page = search::find(&link, &[one], &query, &[], 1, None).await.unwrap();
    let next = search::find(&link, &[one], &query, &[], 1, Some(page[0].n)).await.unwrap();
    assert_eq!(next[0].thing, "a");
    store
        .keep(|tx| Box::pin(search::forget(tx, "customer-000000000000000000000002gh")))
        .await
        .unwrap();
    assert_eq!(found(&store, &[one], "kettle").await, ["b"], "what was hers is gone");
    store.keep(|tx| Box::pin(search::remove(tx, "case", "b"))).await.unwrap();
    assert!(found(&store, &[one, two], "hums").await.is_empty());
    store.close().await.unwrap();
}

#[test]
fn sessions_and_tokens_are_found_by_what_is_held_and_never_kept_as_it() {
    both!(holding);
}

async fn holding(site: &Site) {
    let store = site.open().await;
    let soon = NOON + Span::hours(1);
    store
        .keep(move |tx| {
            Box::pin(async move {
                access::open_session(tx, "browser key", amira(), "Firefox", NOON, soon).await?;
                access::add_token(tx, "program key", amira(), "import", NOON, None).await?;
                access::set_credential(tx, amira(), "password", "$argon2id$…", NOON).await?;
                access::set_credential(tx, amira(), "password", "$argon2id$new", NOON).await
            })
        })
        .await
        .unwrap();
    let link = store.link();
    let session = access::session(&link, "browser key").await.unwrap().unwrap();
    assert_eq!((session.person, session.id.len()), (amira(), 64));
    assert!(access::session(&link, &session.id).await.unwrap().is_none(), "the id opens nothing");
    assert!(access::session(&link, "").await.unwrap().is_none());
    let secret = access::credential(&link, amira(), "password").await.unwrap();
    assert_eq!(secret.as_deref(), Some("$argon2id$new"));
    let token = access::token(&link, "program key").await.unwrap().unwrap();
    let id = token.id.clone();
    let revoked = store.keep(move |tx| {
        let id = id.clone();
        Box::pin(async move { access::revoke_token(tx, amira(), &id, NOON).await })
    });
    assert!(revoked.await.unwrap());
    assert_eq!(access::token(&link, "program key").await.unwrap().unwrap().revoked_at, Some(NOON));
    assert_eq!(store.keep(|tx| Box::pin(access::end_sessions(tx, amira()))).await.unwrap(), 1);
    assert!(access::sessions(&link, amira()).await.unwrap().is_empty());
    store.close().await.unwrap();
}

#[test]
fn of_two_receipts_under_one_key_the_second_finds_the_first() {
    both!(receipts_race);
}

async fn receipts_race(site: &Site) {
    let store = site.open().await;
    let once = || {
        store.keep(|tx| {
            Box::pin(async move {
                if receipts::find(tx, amira(), "key").await?.is_some() {
                    return Ok(false);
                }
                let receipt = NewReceipt {
                    person: amira(),
                    key: "key".to_owned(),
                    body_hash: "b".to_owned(),
                    stream: a_stream(1),
                    version: 1,
                    at: NOON,
                };
                receipts::put(tx, &receipt).await?;
                Ok(true)
            })
        })
    };
    let answers = futures_util::future::join_all((0..16).map(|_| once())).await;
    let made = answers.into_iter().map(Result::unwrap).filter(|made| *made).count();
    assert_eq!(made, 1);
    assert_eq!(
        store.keep(|tx| Box::pin(receipts::sweep(tx, NOON + Span::seconds(1)))).await.unwrap(),
        1
    );
    store.close().await.unwrap();
}

#[test]
fn every_letter_is_accounted_for_from_before_it_is_read() {
    both!(letters);
}

async fn letters(site: &Site) {
    let store = site.open().await;
    let (id, message) = (MailId::from_bits(1), MessageId::from_bits(2));
    store
        .keep(move |tx| {
            Box::pin(async move {
                post::receive(tx, id, "f00d", "<a@b>", NOON).await?;
                post::know(tx, "<a@b>", a_case(1), message).await
            })
        })
        .await
        .unwrap();
    let link = store.link();
    assert_eq!(post::in_state(&link, State::Received, None, 9).await.unwrap().len(), 1);
    let settled = Settled {
        state: State::Message,
        reason: "reply".to_owned(),
        case: Some(a_case(1)),
        message: Some(message),
        at: NOON,
    };
    store
        .keep(move |tx| {
            let settled = settled.clone();
            Box::pin(async move { post::settle(tx, id, &settled).await })
        })
        .await
        .unwrap();
    assert_eq!(post::count(&link).await.unwrap(), [(State::Message, 1)]);
    assert_eq!(post::known(&link, "<a@b>").await.unwrap(), Some((a_case(1), message)));
    assert_eq!(post::by_message_id(&link, "<a@b>").await.unwrap()[0].case, Some(a_case(1)));
    assert_eq!(post::by_file(&link, "f00d").await.unwrap()[0].state, State::Message);
    assert!(post::by_message_id(&link, "").await.unwrap().is_empty());
    store.close().await.unwrap();
}

#[test]
fn a_notice_is_read_by_its_own_person_only() {
    both!(noticed);
}

async fn noticed(site: &Site) {
    let store = site.open().await;
    let id = JobId::from_bits(5);
    let add = |id: JobId, mail_at: Option<Instant>| {
        store.keep(move |tx| {
            Box::pin(async move {
                let case: CaseId = a_case(1);
                let notice = NewNotice {
                    id,
                    person: amira(),
                    event: "case 1 version 2".to_owned(),
                    case,
                    request: None,
                    about: "acknowledged".to_owned(),
                    at: NOON,
                    shown: true,
                    mail_at,
                };
                notices::add(tx, &notice).await
            })
        })
    };
    assert!(add(id, Some(NOON)).await.unwrap());
    assert!(!add(JobId::from_bits(6), None).await.unwrap(), "of one event one notice");
    assert_eq!(notices::to_mail(&store.link(), amira(), NOON, 9).await.unwrap().len(), 1);
    assert_eq!(notices::unread(&store.link(), amira()).await.unwrap(), 1);
    let other = PersonId::from_bits(2);
    let read = |person| store.keep(move |tx| Box::pin(notices::mark_read(tx, person, id, NOON)));
    assert!(!read(other).await.unwrap() && read(amira()).await.unwrap());
    let list = notices::of_person(&store.link(), amira(), None, 9).await.unwrap();
    assert_eq!((list.len(), list[0].read_at), (1, Some(NOON)));
    let mailed = store.keep(|tx| Box::pin(notices::mailed(tx, amira(), NOON, NOON)));
    assert_eq!(mailed.await.unwrap(), 1);
    assert!(notices::to_mail(&store.link(), amira(), NOON, 9).await.unwrap().is_empty());
    store.close().await.unwrap();
}

#[test]
fn a_file_is_kept_once_by_its_bytes_and_a_changed_one_is_found() {
    both!(kept);
}

async fn kept(site: &Site) {
    let store = site.open().await;
    let folder = std::env::temp_dir().join(format!(
        "baton-f-{}-{}",
        std::process::id(),
        site.file().is_some()
    ));
    let files = Files::open(&folder).unwrap();
    let hash = files.put(b"hello".to_vec()).await.unwrap();
    assert_eq!(files.put(b"hello".to_vec()).await.unwrap(), hash);
    assert_eq!(files.read(&hash).await.unwrap().as_deref(), Some(&b"hello"[..]));
    for path in ["../../etc/passwd", "", "zz", &hash[1..]] {
        assert!(files.read(path).await.is_err(), "{path}");
    }
    let recorded = hash.clone();
    store
        .keep(move |tx| {
            let hash = recorded.clone();
            Box::pin(async move { files::record(tx, &hash, 5, "text/plain", NOON).await })
        })
        .await
        .unwrap();
    let against = || crate::verify::Against { files: Some(&files), ..Default::default() };
    let report = crate::verify::verify(&store.link(), &against()).await.unwrap();
    assert_eq!((report.first_bad, report.files), (None, 1));
    std::fs::write(folder.join(&hash[..2]).join(&hash[2..]), b"hellO").unwrap();
    assert!(!crate::verify::verify(&store.link(), &against()).await.unwrap().is_whole());
    assert_eq!(files.put(b"hello".to_vec()).await.unwrap(), hash, "and put right again");
    assert!(crate::verify::verify(&store.link(), &against()).await.unwrap().is_whole());
    std::fs::remove_dir_all(&folder).unwrap();
    store.close().await.unwrap();
}
