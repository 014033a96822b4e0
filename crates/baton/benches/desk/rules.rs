//! The rules alone: deciding in memory, and folding what was recorded.

use std::time::Duration;

use baton_core::access::Who;
use baton_core::calendar::Calendars;
use baton_core::case::apply::fold;
use baton_core::case::command::{AddMessage, Command, Open};
use baton_core::case::kinds::{Channel, MessageKind, Priority};
use baton_core::case::request::command::{Act, ReadBackForm, Restated};
use baton_core::case::{self, Case, Setting};
use baton_core::draw::Draw;
use baton_core::escalation::Practice;
use baton_core::ids::{CaseId, PersonId};
use baton_core::log::{Decided, Recorded};
use baton_core::service_level::Levels;
use baton_core::time::Instant;
use baton_core::vault::Texts;
use baton_desk::Desk;

use crate::Fault;
use crate::data::Data;
use crate::fill::{needed_by, raise};
use crate::texts::Luck;
use crate::timing::{now, rate, since};

pub struct Rules {
    pub acts_per_second: f64,
    pub replayed: usize,
    pub replay: Duration,
    /// A case whose request was sent.
    pub case: Option<Case>,
}

pub fn run(desk: &Desk, data: &Data, span: Duration, events: usize) -> Result<Rules, Fault> {
    let waiting = data.made.waiting.first().ok_or("no case")?;
    let who = |person: &str| -> Result<Who, Fault> {
        let person: PersonId = person.parse().map_err(|_| "no person")?;
        desk.who(person).ok_or_else(|| "nobody".into())
    };
    let sides = Sides { desk, owner: who(&waiting.owner)?, receiver: who(&waiting.receiver)? };
    let (start, mut acts, mut number) = (now(), 0, 0);
    let mut story = Vec::new();
    while since(start) < span {
        number += 1;
        (story, acts) = {
            let (story, more) = sides.story(number)?;
            (story, acts + more)
        };
    }
    let acts_per_second = rate(acts, since(start));
    let (start, mut replayed) = (now(), 0);
    while replayed < events {
        let case = fold(None, &story)?.ok_or("no case")?;
        replayed += usize::try_from(case.version)?;
    }
    let replay = since(start);
    Ok(Rules { acts_per_second, replayed, replay, case: fold(None, &story)? })
}

struct Sides<'a> {
    desk: &'a Desk,
    owner: Who,
    receiver: Who,
}

/// A case in memory, as its log would hold it.
struct Written {
    case: Case,
    texts: Texts,
    log: Vec<Recorded>,
}

/// The table that Baton brings.
fn practice() -> &'static Practice {
    static KNOWN: std::sync::OnceLock<Practice> = std::sync::OnceLock::new();
    KNOWN.get_or_init(Practice::default)
}

fn service_levels() -> &'static Levels {
    static KNOWN: std::sync::OnceLock<Levels> = std::sync::OnceLock::new();
    KNOWN.get_or_init(Levels::default)
}

fn calendars() -> &'static Calendars {
    static KNOWN: std::sync::OnceLock<Calendars> = std::sync::OnceLock::new();
    KNOWN.get_or_init(Calendars::default)
}

impl Written {
    fn take(before: Option<Self>, decided: Decided<Case>) -> Self {
        let (changes, case) = decided.into_parts();
        let (mut texts, mut log) =
            before.map_or_else(Default::default, |before| (before.texts, before.log));
        texts.extend_with(changes.words().iter().map(|word| (word.id, word.text.clone())));
        log.extend(changes.recorded());
        Self { case, texts, log }
    }
}

impl Sides<'_> {
    /// One case from its opening to progress on its request; its events, and how many acts it took.
    fn story(&self, number: u64) -> Result<(Vec<Recorded>, usize), Fault> {
        let mut luck = Luck::new(number);
        let at = self.desk.now();
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&number.to_be_bytes());
        let mut draw = Draw::new(seed, at);
        let none = Texts::default();
        let form = self.opening(number, &mut luck, &mut draw)?;
        let opened = case::open(&form, &self.setting(at, &self.owner, &none), &mut draw)?;
        let mut written = Written::take(None, opened);
        let commands = self.commands(at, &mut luck)?;
        let acts = commands.len() + 1;
        for (ours, command) in commands {
            let who = if ours { &self.owner } else { &self.receiver };
            let request = written.case.requests.last().map(|request| request.id);
            let command = match (command, request) {
                (Step::Case(command), _) => command,
                (Step::Request(act), Some(id)) => Command::Request(id, Box::new(act)),
                (Step::Request(_), None) => return Err("no request".into()),
            };
            let setting = self.setting(at, who, &written.texts);
            let decided = case::decide(&written.case, &command, &setting, &mut draw)?;
            written = Written::take(Some(written), decided);
        }
        Ok((written.log, acts))
    }

    fn setting<'s>(&'s self, now: Instant, who: &'s Who, texts: &'s Texts) -> Setting<'s> {
        // The directory of a desk that stands still is the same one every time.
        let (directory, calendars) = (self.directory(), calendars());
        Setting {
            now,
            who,
            directory,
            calendars,
            agreements: self.agreements(),
            practice: practice(),
            service_levels: service_levels(),
            customer: None,
            texts,
            undo_until: None,
        }
    }

    fn agreements(&self) -> &baton_core::agreement::Book {
        static KNOWN: std::sync::OnceLock<std::sync::Arc<baton_core::agreement::Book>> =
            std::sync::OnceLock::new();
        KNOWN.get_or_init(|| self.desk.agreements())
    }

    fn directory(&self) -> &baton_core::directory::Directory {
        static KNOWN: std::sync::OnceLock<std::sync::Arc<baton_core::directory::Directory>> =
            std::sync::OnceLock::new();
        KNOWN.get_or_init(|| self.desk.directory())
    }

    fn opening(&self, number: u64, luck: &mut Luck, draw: &mut Draw) -> Result<Open, Fault> {
        Ok(Open {
            id: draw.id::<CaseId>(),
            number,
            customer: None,
            subject: luck.sentence(7),
            body: Some(luck.sentence(45)),
            channel: Channel::Phone,
            priority: Priority::Normal,
            department: *self.owner.departments.first().ok_or("no department")?,
            owner: self.owner.person().ok_or("nobody")?,
            received_at: None,
            incoming: None,
            follows: None,
        })
    }

    fn commands(&self, at: Instant, luck: &mut Luck) -> Result<Vec<(bool, Step)>, Fault> {
        let by = needed_by(at);
        let to = *self.receiver.departments.first().ok_or("no department")?;
        let raise = raise(to, by, luck);
        let (kind, channel) = (MessageKind::Call, Channel::Phone);
        let message = AddMessage::plain(kind, channel, luck.sentence(40));
        let restated =
            Restated { customer: None, needed_by: Some(by), amount: None, contingency: None };
        let read_back = ReadBackForm {
            outcome: format!("You want in other words: {}", luck.sentence(14)),
            will_do: format!("I shall see to it that {}", luck.sentence(12)),
            by,
            restated,
            data_sufficient: true,
            acknowledge: false,
        };
        Ok(vec![
            (true, Step::Case(Command::Raise(Box::new(raise)))),
            (true, Step::Case(Command::AddMessage(message))),
            (false, Step::Request(Act::Acknowledge { assignee: None })),
            (true, Step::Request(Act::Note { text: luck.sentence(20) })),
            (false, Step::Request(Act::ReadBack(read_back))),
            (true, Step::Request(Act::Confirm)),
            (false, Step::Request(Act::Progress { note: luck.sentence(20) })),
        ])
    }
}

enum Step {
    Case(Command),
    Request(Act),
}
