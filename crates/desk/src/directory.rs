//! The directory changes, and every node comes to know.

use baton_core::access::Who;
use baton_core::calendar::kept::Book;
use baton_core::directory::{self, Change, Command, Directory};
use baton_core::draw::Draw;
use baton_core::ids::{PersonId, StreamId};
use baton_core::time::Instant;
use baton_store::{Link, Result, Task, Tx, Verdict, access, beginnings, journal, passkeys, vault};
use std::sync::Arc;

use crate::desk::Desk;
use crate::safety::Told;
use crate::shelf;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// Kinds of streams that the directory is folded out of.
const KINDS: [&str; 3] = ["department", "service", "person"];

impl Desk {
    /// Changes a record of the directory.
    pub async fn act_on_directory(
        &self,
        who: &Who,
        command: Command,
    ) -> std::result::Result<Change, Trouble> {
        self.ask_of_directory(who, command, Asked::default()).await
    }

    /// Changes a record of the directory once under a key, and if it is as it was seen.
    pub async fn ask_of_directory(
        &self,
        who: &Who,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Change, Trouble> {
        let task = DirectoryTask {
            who: who.clone(),
            command,
            asked,
            now: self.now(),
            draw: self.draw()?,
            known: self.directory(),
            calendars: self.calendar_book(),
        };
        match self.0.store.write(task).await? {
            Ended::Did(change) => {
                self.refresh_directory().await?;
                // Somebody may be told of it by a letter.
                self.0.jobs_waiting.notify_one();
                Ok(change)
            }
            Ended::Again { stream, .. } => {
                self.refresh_directory().await?;
                record(&self.directory(), stream).ok_or(Trouble::KeyReused)
            }
            Ended::Refused(trouble) => Err(trouble),
        }
    }

    /// Reads the directory anew if anything in it has changed.
    pub async fn refresh_directory(&self) -> std::result::Result<(), Trouble> {
        let link = self.0.store.link();
        let known = self.directory();
        if let Some(fresh) = newer(&link, &known).await? {
            self.set_directory(fresh);
        }
        Ok(())
    }

    /// A person as the rules see them now; `None` when they are no longer active.
    pub fn who(&self, person: PersonId) -> Option<Who> {
        self.directory().who(person)
    }
}

/// The directory from the log, when it is newer than the one that is known.
pub(crate) async fn newer(link: &Link<'_>, known: &Directory) -> Result<Option<Directory>> {
    let mut changed = false;
    for kind in KINDS {
        let heads = journal::streams(link, kind, None, u32::MAX >> 1).await?;
        changed |= heads.iter().any(|(stream, version)| known.version_of(*stream) != *version);
    }
    if !changed {
        return Ok(None);
    }
    let mut fresh = Directory::default();
    for kind in KINDS {
        for (stream, recorded) in journal::load_all(link, kind).await? {
            fresh.catch_up(stream, &[recorded])?;
        }
        fresh.texts.extend(vault::texts_of_kind(link, kind).await?);
    }
    Ok(Some(fresh))
}

/// What stands for the whole directory, where one change waits for another.
pub(crate) fn whole() -> StreamId {
    StreamId::Department(baton_core::ids::Id::from_bits(0))
}

/// A record of the directory as it is now.
fn record(directory: &Directory, stream: StreamId) -> Option<Change> {
    match stream {
        StreamId::Department(id) => directory.department(id).cloned().map(Change::Department),
        StreamId::Service(id) => directory.service(id).cloned().map(Change::Service),
        StreamId::Person(id) => directory.person(id).cloned().map(Change::Person),
        StreamId::Case(_)
        | StreamId::Customer(_)
        | StreamId::Agreement(_)
        | StreamId::Calendar(_)
        | StreamId::ServiceLevel(_) => None,
    }
}

/// The record that a command changes; `None` when it makes a new one.
fn stream_of(command: &Command) -> Option<StreamId> {
    match command {
        Command::SetDepartment { id, .. } => id.map(StreamId::Department),
        Command::SetService { id, .. } => id.map(StreamId::Service),
        Command::SetPerson { id, .. } => id.map(StreamId::Person),
        Command::RecordAbsence { person, .. }
        | Command::EndAbsence { person, .. }
        | Command::RemovePasskey { person, .. } => Some(StreamId::Person(*person)),
    }
}

struct DirectoryTask {
    who: Who,
    command: Command,
    asked: Asked,
    now: Instant,
    draw: Draw,
    known: Arc<Directory>,
    calendars: Arc<Book>,
}

impl DirectoryTask {
    /// Who has another address from now on is told, and whose passkey was taken.
    fn tell(&self, change: &Change, draw: &mut Draw) -> Told {
        let Change::Person(person) = change else { return Told::nobody() };
        if let Command::RemovePasskey { .. } = &self.command {
            return Told::of_passkey(person.id, self.now, draw);
        }
        match self.known.person(person.id) {
            Some(before) if before.email.id != person.email.id => {
                Told::of_address(person.id, before.email.id, self.now, draw)
            }
            _ => Told::nobody(),
        }
    }
}

impl DirectoryTask {
    /// Lets go of the passkey that the command names, and of every session of its person; `false`
    /// when they have none of that name.
    async fn takes_passkey(&self, tx: &Tx<'_>) -> Result<bool> {
        let Command::RemovePasskey { person, passkey, .. } = &self.command else { return Ok(true) };
        if !passkeys::drop(tx, *person, passkey).await? {
            return Ok(false);
        }
        access::end_sessions(tx, *person).await?;
        beginnings::end_all(tx, *person).await?;
        Ok(true)
    }
}

impl Task for DirectoryTask {
    type Out = Ended<Change>;

    /// Names and addresses are unique over all records, so the directory changes one at a time.
    fn stream(&self) -> Option<StreamId> {
        Some(whole())
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Change>>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop(ended));
        }
        if let Some(fresh) = newer(&tx.link(), &self.known).await? {
            self.known = Arc::new(fresh);
        }
        if let Some(fresh) = shelf::newer(&tx.link(), &*self.calendars).await? {
            self.calendars = Arc::new(fresh);
        }
        let seen = stream_of(&self.command).map(|stream| self.known.version_of(stream));
        if let Err(stale) = seen.map_or(Ok(()), |version| self.asked.check_match(version)) {
            return Ok(Verdict::Drop(Ended::Refused(stale.into())));
        }
        let mut draw = self.draw.clone();
        let command = self.command.clone();
        let (known, calendars, who) = (&self.known, &self.calendars, &self.who);
        match directory::decide(known, calendars, command, who, self.now, &mut draw) {
            Err(refusal) => Ok(Verdict::Drop(Ended::Refused(refusal.into()))),
            Ok(_) if !self.takes_passkey(tx).await? => {
                Ok(Verdict::Drop(Ended::Refused(Trouble::not_found())))
            }
            Ok(decided) => {
                let (changes, change) = decided.into_parts();
                if !changes.entries().is_empty() {
                    journal::append(tx, &changes).await?;
                }
                self.tell(&change, &mut draw).queue(tx).await?;
                let grown = u32::try_from(changes.entries().len()).unwrap_or(0);
                let version = changes.expected().saturating_add(grown);
                self.asked.keep(tx, changes.stream(), version, self.now).await?;
                Ok(Verdict::Keep(Ended::Did(change)))
            }
        }
    }
}
