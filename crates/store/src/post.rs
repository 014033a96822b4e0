//! The ledger of mail: every letter that came is here from before it is read, and says what
//! became of it. Its bytes lie in the files.

use baton_core::ids::{CaseId, MailId, MessageId};
use baton_core::time::Instant;

use crate::db::{Link, Result, Row, Tx, params, statements};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, file, message_id, received_at, state, reason, case_id, message, settled_at
            from post ",
            $rest
        )
    };
}

statements! {
    RECEIVE = "insert into post (id, file, message_id, received_at, state, reason)
        values ($1, $2, $3, $4, 'received', '')";
    SETTLE = "update post set state = $1, reason = $2, case_id = $3, message = $4, settled_at = $5
        where id = $6";
    NAME = "update post set message_id = $1 where id = $2";
    ONE = select!("where id = $1");
    BY_MESSAGE_ID = select!("where message_id = $1 and message_id <> '' order by id");
    BY_FILE = select!("where file = $1 order by id");
    IN_STATE = select!("where state = $1 and id > $2 order by id limit $3");
    COUNT = "select state, count(*) from post group by state order by state";
    KNOW = "insert into message_ids (message_id, case_id, message) values ($1, $2, $3)
        on conflict (message_id) do nothing";
    KNOWN = "select case_id, message from message_ids where message_id = $1";
    IDS_OF_CASE = "select message_id, message from message_ids where case_id = $1 order by message, message_id";
}

/// What became of a letter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// Kept, and not yet read.
    Received,
    /// Opened a case.
    Case,
    /// Became a message of a case.
    Message,
    /// Cannot be read, or must be looked at by somebody first.
    Quarantined,
    /// Was here before.
    Duplicate,
    /// Sent by a machine: noted and not answered.
    Automatic,
    /// Somebody has looked at it in quarantine and let it go.
    Discarded,
}

impl State {
    pub const ALL: [State; 7] = [
        Self::Received,
        Self::Case,
        Self::Message,
        Self::Quarantined,
        Self::Duplicate,
        Self::Automatic,
        Self::Discarded,
    ];
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Case => "case",
            Self::Message => "message",
            Self::Quarantined => "quarantined",
            Self::Duplicate => "duplicate",
            Self::Automatic => "automatic",
            Self::Discarded => "discarded",
        }
    }
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl crate::db::Field for State {
    fn read(cell: crate::db::Cell<'_>) -> std::result::Result<Self, &'static str> {
        let name = String::read(cell)?;
        Self::parse(&name).ok_or("a state of a letter")
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    pub id: MailId,
    /// Hash of its bytes in the files.
    pub file: String,
    /// As its header says; empty when it has none.
    pub message_id: String,
    pub received_at: Instant,
    pub state: State,
    /// Why it is in that state, as a short word.
    pub reason: String,
    pub case: Option<CaseId>,
    pub message: Option<MessageId>,
    pub settled_at: Option<Instant>,
}

fn letter(row: &Row<'_>) -> Result<Letter> {
    Ok(Letter {
        id: row.get(0)?,
        file: row.get(1)?,
        message_id: row.get(2)?,
        received_at: row.get(3)?,
        state: row.get(4)?,
        reason: row.get(5)?,
        case: row.get(6)?,
        message: row.get(7)?,
        settled_at: row.get(8)?,
    })
}

/// Enters a letter whose bytes are kept already.
pub async fn receive(
    tx: &Tx<'_>,
    id: MailId,
    file: &str,
    message_id: &str,
    at: Instant,
) -> Result<()> {
    tx.exec(RECEIVE, params![id, file, message_id, at]).await?;
    Ok(())
}

/// What became of a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    pub state: State,
    pub reason: String,
    pub case: Option<CaseId>,
    pub message: Option<MessageId>,
    pub at: Instant,
}

/// Says what became of a letter; again, when somebody decides on one in quarantine.
pub async fn settle(tx: &Tx<'_>, id: MailId, settled: &Settled) -> Result<bool> {
    let values = params![
        settled.state.name(),
        &settled.reason,
        settled.case,
        settled.message,
        settled.at,
        id,
    ];
    Ok(tx.exec(SETTLE, values).await? == 1)
}

/// Notes the Message-ID of a letter once it has been read.
pub async fn name(tx: &Tx<'_>, id: MailId, message_id: &str) -> Result<bool> {
    Ok(tx.exec(NAME, params![message_id, id]).await? == 1)
}

pub async fn get(link: &Link<'_>, id: MailId) -> Result<Option<Letter>> {
    link.one(ONE, params![id], letter).await
}

/// Letters that named themselves so, oldest first.
pub async fn by_message_id(link: &Link<'_>, message_id: &str) -> Result<Vec<Letter>> {
    if message_id.is_empty() {
        return Ok(Vec::new());
    }
    link.rows(BY_MESSAGE_ID, params![message_id], letter).await
}

/// Letters with exactly these bytes, oldest first.
pub async fn by_file(link: &Link<'_>, file: &str) -> Result<Vec<Letter>> {
    link.rows(BY_FILE, params![file], letter).await
}

/// Letters in a state, oldest first, after the given one. Those that are merely received were
/// left by a crash and are to be read again.
pub async fn in_state(
    link: &Link<'_>,
    state: State,
    after: Option<MailId>,
    limit: u32,
) -> Result<Vec<Letter>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    link.rows(IN_STATE, params![state.name(), &after, limit], letter).await
}

pub async fn count(link: &Link<'_>) -> Result<Vec<(State, u64)>> {
    link.rows(COUNT, params![], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Remembers that this Message-ID belongs to a message of a case, sent or received. The first one
/// that says so stays.
pub async fn know(tx: &Tx<'_>, message_id: &str, case: CaseId, message: MessageId) -> Result<bool> {
    if message_id.is_empty() {
        return Ok(false);
    }
    Ok(tx.exec(KNOW, params![message_id, case, message]).await? == 1)
}

/// The message that a Message-ID belongs to.
pub async fn known(link: &Link<'_>, message_id: &str) -> Result<Option<(CaseId, MessageId)>> {
    link.one(KNOWN, params![message_id], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Every known Message-ID of a case, for the References of what is sent.
pub async fn ids_of_case(link: &Link<'_>, case: CaseId) -> Result<Vec<(String, MessageId)>> {
    link.rows(IDS_OF_CASE, params![case], |row| Ok((row.get(0)?, row.get(1)?))).await
}
