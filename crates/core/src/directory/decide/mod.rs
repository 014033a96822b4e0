//! Whether the directory may be changed so, and what that leads to.
//!
//! What holds afterwards: who leads a department or stands in for its lead is an active human
//! member of it; who owns a service is an active human; an active person and an active service
//! belong to active departments; active departments and services have names of their own, active
//! people have addresses of their own; and there is an administrator if there was one.

mod absence;
mod department;
mod passkey;
mod person;
mod service;
mod write;

use crate::access::Who;
use crate::calendar::kept::Book;
use crate::draw::Draw;
use crate::ids::StreamId;
use crate::log::{Actor, Decided, Entry, Version};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::Word;

use super::apply::Change;
use super::command::Command;
use super::event::DirectoryEvent;
use super::state::Directory;

/// Decides on a command. The decision has one event.
pub fn decide(
    directory: &Directory,
    calendars: &Book,
    command: Command,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Change>, Refusal> {
    let asked = Asked { directory, calendars, who, now };
    match command {
        Command::SetDepartment { id, record } => department::set(&asked, id, &record, draw),
        Command::SetService { id, record } => service::set(&asked, id, &record, draw),
        Command::SetPerson { id, record } => person::set(&asked, id, &record, draw),
        Command::RecordAbsence { person, absence } => absence::record(&asked, person, absence),
        Command::EndAbsence { person, from } => absence::end(&asked, person, from),
        Command::RemovePasskey { person, reason, .. } => {
            passkey::remove(&asked, person, &reason, draw)
        }
    }
}

/// Who asks, of which directory, and when.
struct Asked<'a> {
    directory: &'a Directory,
    /// Those that departments may count by.
    calendars: &'a Book,
    who: &'a Who,
    now: Instant,
}

impl Asked<'_> {
    fn keeps_all_records(&self) -> bool {
        self.who.administrator || self.who.actor == Actor::System
    }

    /// The entry of an event that brings its stream from `expected` to the next version.
    fn decided(
        &self,
        stream: StreamId,
        expected: Version,
        event: &DirectoryEvent,
        words: Vec<Word>,
        next: Change,
    ) -> Decided<Change> {
        let entry = Entry {
            at: self.now,
            actor: self.who.actor,
            kind: event.kind(),
            v: event.v(),
            data: event.encode(),
        };
        Decided::new(stream, expected, vec![entry], words, Vec::new(), next)
    }
}

fn only_administrators(what: &str) -> Refusal {
    let detail = say!("directory-only-an-administrator-can", what);
    Refusal::new(Code::NotAllowed, detail)
}

/// The items without repetitions, in the order in which they first came.
fn each_once<T: PartialEq + Clone>(items: &[T]) -> Vec<T> {
    let mut once: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        if !once.contains(item) {
            once.push(item.clone());
        }
    }
    once
}
