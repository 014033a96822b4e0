//! Credentials, sessions and tokens. What a browser or a program holds is kept as its SHA-256
//! only, so that whoever reads the database cannot act as anybody.

use baton_core::ids::PersonId;
use baton_core::time::Instant;
use baton_core::vault::hex;

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    SET_CREDENTIAL = "insert into credentials (person, kind, secret, changed_at) values ($1, $2, $3, $4)
        on conflict (person, kind) do update set secret = excluded.secret, changed_at = excluded.changed_at";
    CREDENTIAL = "select secret from credentials where person = $1 and kind = $2";
    PERSON_OF = "select person from credentials where kind = $1 and secret = $2";
    HOLDERS = "select person from credentials where kind = $1 order by person";
    DROP_CREDENTIAL = "delete from credentials where person = $1 and kind = $2";
    OPEN_SESSION = "insert into sessions (id, person, label, created_at, seen_at, expires_at)
        values ($1, $2, $3, $4, $4, $5)";
    SESSION = "select id, person, label, created_at, seen_at, expires_at from sessions where id = $1";
    SEEN = "update sessions set seen_at = $1 where id = $2";
    SESSIONS = "select id, person, label, created_at, seen_at, expires_at from sessions
        where person = $1 order by seen_at desc, id";
    ALL_SESSIONS = "select id, person, label, created_at, seen_at, expires_at from sessions
        order by seen_at desc, id limit $1";
    END_SESSION = "delete from sessions where id = $1";
    END_SESSION_OF = "delete from sessions where id = $1 and person = $2";
    END_SESSIONS = "delete from sessions where person = $1";
    SWEEP_SESSIONS = "delete from sessions where expires_at < $1 or seen_at < $2";
    ADD_TOKEN = "insert into tokens (id, person, label, created_at, expires_at)
        values ($1, $2, $3, $4, $5)";
    TOKEN = "select id, person, label, created_at, used_at, expires_at, revoked_at from tokens
        where id = $1";
    USED = "update tokens set used_at = $1 where id = $2";
    TOKENS = "select id, person, label, created_at, used_at, expires_at, revoked_at from tokens
        where person = $1 order by created_at desc, id";
    ALL_TOKENS = "select id, person, label, created_at, used_at, expires_at, revoked_at from tokens
        where revoked_at is null order by created_at desc, id limit $1";
    REVOKE = "update tokens set revoked_at = $1 where id = $2 and person = $3 and revoked_at is null";
    REVOKE_ALL = "update tokens set revoked_at = $1 where person = $2 and revoked_at is null";
}

/// What stands in the database for a token or a session's key.
pub fn hashed(secret: &str) -> String {
    hex(ring::digest::digest(&ring::digest::SHA256, secret.as_bytes()).as_ref())
}

/// `secret` is already safe to keep: an argon2 string, not a password.
pub async fn set_credential(
    tx: &Tx<'_>,
    person: PersonId,
    kind: &str,
    secret: &str,
    at: Instant,
) -> Result<()> {
    tx.exec(SET_CREDENTIAL, params![person, kind, secret, at]).await?;
    Ok(())
}

pub async fn credential(link: &Link<'_>, person: PersonId, kind: &str) -> Result<Option<String>> {
    link.one(CREDENTIAL, params![person, kind], |row| row.get(0)).await
}

/// Whose credential this is.
pub async fn person_of(link: &Link<'_>, kind: &str, secret: &str) -> Result<Option<PersonId>> {
    link.one(PERSON_OF, params![kind, secret], |row| row.get(0)).await
}

/// Everybody who has one of a kind.
pub async fn holders(link: &Link<'_>, kind: &str) -> Result<Vec<PersonId>> {
    link.rows(HOLDERS, params![kind], |row| row.get(0)).await
}

pub async fn drop_credential(tx: &Tx<'_>, person: PersonId, kind: &str) -> Result<bool> {
    Ok(tx.exec(DROP_CREDENTIAL, params![person, kind]).await? == 1)
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// SHA-256 of the key, in hexadecimal; names it, and opens nothing.
    pub id: String,
    pub person: PersonId,
    /// What it was opened with: the browser's name.
    pub label: String,
    pub created_at: Instant,
    pub seen_at: Instant,
    pub expires_at: Instant,
}

fn session_row(row: &Row<'_>) -> Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        person: row.get(1)?,
        label: row.get(2)?,
        created_at: row.get(3)?,
        seen_at: row.get(4)?,
        expires_at: row.get(5)?,
    })
}

/// Opens a session; `key` is what the browser holds.
pub async fn open_session(
    tx: &Tx<'_>,
    key: &str,
    person: PersonId,
    label: &str,
    at: Instant,
    expires_at: Instant,
) -> Result<()> {
    tx.exec(OPEN_SESSION, params![&hashed(key), person, label, at, expires_at]).await?;
    Ok(())
}

/// The session of a key, expired or not: the caller judges its moments. An empty key has none.
pub async fn session(link: &Link<'_>, key: &str) -> Result<Option<Session>> {
    if key.is_empty() {
        return Ok(None);
    }
    link.one(SESSION, params![&hashed(key)], session_row).await
}

pub async fn session_seen(tx: &Tx<'_>, id: &str, at: Instant) -> Result<()> {
    tx.exec(SEEN, params![at, id]).await?;
    Ok(())
}

/// The sessions of a person, the last used first.
pub async fn sessions(link: &Link<'_>, person: PersonId) -> Result<Vec<Session>> {
    link.rows(SESSIONS, params![person], session_row).await
}

/// The sessions of everybody, the last used first.
pub async fn all_sessions(link: &Link<'_>, limit: u32) -> Result<Vec<Session>> {
    link.rows(ALL_SESSIONS, params![limit], session_row).await
}

pub async fn end_session(tx: &Tx<'_>, key: &str) -> Result<bool> {
    Ok(tx.exec(END_SESSION, params![&hashed(key)]).await? == 1)
}

/// Ends a session by its id, as its own person may.
pub async fn end_session_of(tx: &Tx<'_>, person: PersonId, id: &str) -> Result<bool> {
    Ok(tx.exec(END_SESSION_OF, params![id, person]).await? == 1)
}

pub async fn end_sessions(tx: &Tx<'_>, person: PersonId) -> Result<u64> {
    tx.exec(END_SESSIONS, params![person]).await
}

/// Lets go of sessions that expired before the one moment or were last seen before the other.
pub async fn sweep_sessions(tx: &Tx<'_>, expired: Instant, idle: Instant) -> Result<u64> {
    tx.exec(SWEEP_SESSIONS, params![expired, idle]).await
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// SHA-256 of the token, in hexadecimal; names it, and opens nothing.
    pub id: String,
    pub person: PersonId,
    pub label: String,
    pub created_at: Instant,
    pub used_at: Option<Instant>,
    pub expires_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
}

fn token_row(row: &Row<'_>) -> Result<Token> {
    Ok(Token {
        id: row.get(0)?,
        person: row.get(1)?,
        label: row.get(2)?,
        created_at: row.get(3)?,
        used_at: row.get(4)?,
        expires_at: row.get(5)?,
        revoked_at: row.get(6)?,
    })
}

pub async fn add_token(
    tx: &Tx<'_>,
    token: &str,
    person: PersonId,
    label: &str,
    at: Instant,
    expires_at: Option<Instant>,
) -> Result<()> {
    tx.exec(ADD_TOKEN, params![&hashed(token), person, label, at, expires_at]).await?;
    Ok(())
}

/// The token, expired or revoked or not: the caller judges its moments. An empty one is none.
pub async fn token(link: &Link<'_>, token: &str) -> Result<Option<Token>> {
    if token.is_empty() {
        return Ok(None);
    }
    link.one(TOKEN, params![&hashed(token)], token_row).await
}

pub async fn token_used(tx: &Tx<'_>, id: &str, at: Instant) -> Result<()> {
    tx.exec(USED, params![at, id]).await?;
    Ok(())
}

pub async fn tokens(link: &Link<'_>, person: PersonId) -> Result<Vec<Token>> {
    link.rows(TOKENS, params![person], token_row).await
}

/// The tokens of everybody that were not revoked, newest first.
pub async fn all_tokens(link: &Link<'_>, limit: u32) -> Result<Vec<Token>> {
    link.rows(ALL_TOKENS, params![limit], token_row).await
}

pub async fn revoke_token(tx: &Tx<'_>, person: PersonId, id: &str, at: Instant) -> Result<bool> {
    Ok(tx.exec(REVOKE, params![at, id, person]).await? == 1)
}

pub async fn revoke_tokens(tx: &Tx<'_>, person: PersonId, at: Instant) -> Result<u64> {
    tx.exec(REVOKE_ALL, params![at, person]).await
}
