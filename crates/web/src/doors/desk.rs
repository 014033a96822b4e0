//! The doors of a desk: its directory, and the sessions and tokens of its store.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::ids::PersonId;
use baton_core::preferences::Preferences;
use baton_core::time::{Instant, Span};
use baton_core::vault::{hex, unhex};
use baton_desk::entropy::Entropy;
use baton_desk::{Desk, signin};
use baton_store::{access, notices, second_step};

use super::{Doors, Known, Login, Print, Session, Soon, Token};

/// The use of a token is noted at most this often.
const NOTED: Span = Span::hours(1);

pub struct DeskDoors {
    pub desk: Desk,
    /// Makes the secrets of sessions, so it must be the operating system's, even in a demo.
    pub entropy: Arc<dyn Entropy>,
}

impl Doors for DeskDoors {
    fn now(&self) -> Instant {
        self.desk.now()
    }

    fn random(&self) -> Result<[u8; 32], String> {
        self.entropy.seed().map_err(said)
    }

    fn person(&self, id: PersonId) -> Soon<'_, Option<Known>> {
        let directory = self.desk.directory();
        Box::pin(async move {
            let (Some(who), Some(person)) = (directory.who(id), directory.active_person(id)) else {
                return Ok(None);
            };
            let department = who.departments.first();
            Ok(Some(Known {
                name: directory.person_name(id).to_owned(),
                email: directory.person_email(id).unwrap_or_default().to_owned(),
                zone: person.zone.clone(),
                department: department
                    .map(|id| directory.department_name(*id).to_owned())
                    .unwrap_or_default(),
                who,
            }))
        })
    }

    fn preferences(&self, id: PersonId) -> Soon<'_, Preferences> {
        Box::pin(async move {
            let link = self.desk.store().link();
            baton_store::preferences::of(&link, id).await.map_err(said)
        })
    }

    fn login<'a>(&'a self, email: &'a str) -> Soon<'a, Option<Login>> {
        Box::pin(async move {
            let directory = self.desk.directory();
            let person = directory.person_by_email(email).filter(|person| person.active);
            let Some(person) = person.map(|person| person.id) else { return Ok(None) };
            let link = self.desk.store().link();
            let hash = access::credential(&link, person, signin::PASSWORD).await.map_err(said)?;
            let second_step = second_step::of(&link, person).await.map_err(said)?.is_some();
            let asked =
                directory.who(person).is_some_and(|who| self.desk.house().second_step.of(&who));
            let needs_more =
                !second_step && asked && self.desk.has_other_means(person).await.map_err(said)?;
            Ok(Some(Login { person, hash, second_step, needs_more }))
        })
    }

    fn owes_second_step<'a>(&'a self, who: &'a Who) -> Soon<'a, bool> {
        Box::pin(async move {
            let Some(person) = who.person() else { return Ok(false) };
            if !self.desk.house().second_step.of(who) {
                return Ok(false);
            }
            let link = self.desk.store().link();
            let off = second_step::of(&link, person).await.map_err(said)?.is_none();
            Ok(off && !self.desk.has_other_means(person).await.map_err(said)?)
        })
    }

    fn verify(&self, password: &str, hash: Option<&str>) -> bool {
        signin::verify(password, hash)
    }

    fn open_session(&self, key: String, session: Session) -> Soon<'_, ()> {
        Box::pin(async move {
            let Session { person, label, created_at, expires_at, .. } = session;
            let work = self.desk.store().keep(move |tx| {
                let (key, label) = (key.clone(), label.clone());
                Box::pin(async move {
                    access::open_session(tx, &key, person, &label, created_at, expires_at).await
                })
            });
            work.await.map_err(said)
        })
    }

    fn session<'a>(&'a self, key: &'a str) -> Soon<'a, Option<Session>> {
        Box::pin(async move {
            let link = self.desk.store().link();
            let found = access::session(&link, key).await.map_err(said)?;
            Ok(found.and_then(session))
        })
    }

    fn touch_session(&self, print: Print, at: Instant) -> Soon<'_, ()> {
        Box::pin(async move {
            let id = hex(&print);
            let work = self.desk.store().keep(move |tx| {
                let id = id.clone();
                Box::pin(async move { access::session_seen(tx, &id, at).await })
            });
            work.await.map_err(said)
        })
    }

    fn end_session(&self, person: PersonId, print: Print) -> Soon<'_, bool> {
        Box::pin(async move {
            let id = hex(&print);
            let work = self.desk.store().keep(move |tx| {
                let id = id.clone();
                Box::pin(async move { access::end_session_of(tx, person, &id).await })
            });
            work.await.map_err(said)
        })
    }

    fn sessions(&self, person: PersonId) -> Soon<'_, Vec<Session>> {
        Box::pin(async move {
            let link = self.desk.store().link();
            let sessions = access::sessions(&link, person).await.map_err(said)?;
            Ok(sessions.into_iter().filter_map(session).collect())
        })
    }

    fn token<'a>(&'a self, key: &'a str) -> Soon<'a, Option<Token>> {
        Box::pin(async move {
            let (link, now) = (self.desk.store().link(), self.desk.now());
            let found = access::token(&link, key).await.map_err(said)?;
            let alive = |token: &access::Token| {
                token.revoked_at.is_none() && token.expires_at.is_none_or(|end| now < end)
            };
            let Some(token) = found.filter(alive) else { return Ok(None) };
            if token.used_at.is_none_or(|used| now.since(used) >= NOTED) {
                self.note_use(token.id.clone(), now).await?;
            }
            Ok(unhex(&token.id).map(|print| Token { print, person: token.person }))
        })
    }

    fn unread(&self, person: PersonId) -> Soon<'_, u64> {
        Box::pin(async move {
            let link = self.desk.store().link();
            notices::unread(&link, person).await.map_err(said)
        })
    }

    fn ready(&self) -> Soon<'_, bool> {
        Box::pin(async move { self.desk.is_ready().await.map_err(said) })
    }
}

impl DeskDoors {
    async fn note_use(&self, id: String, at: Instant) -> Result<(), String> {
        let work = self.desk.store().keep(move |tx| {
            let id = id.clone();
            Box::pin(async move { access::token_used(tx, &id, at).await })
        });
        work.await.map_err(said)
    }
}

fn session(row: access::Session) -> Option<Session> {
    let access::Session { id, person, label, created_at, seen_at, expires_at } = row;
    Some(Session { print: unhex(&id)?, person, label, created_at, seen_at, expires_at })
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
