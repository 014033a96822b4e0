//! One case of the cast at a time, with its log and its texts.

use baton_core::access::Who;
use baton_core::agreement::Book;
use baton_core::calendar::Calendars;
use baton_core::case::apply::fold;
use baton_core::case::command::{Command, Open};
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::{Channel, Priority, StageName};
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::state::Request;
use baton_core::case::{Case, Setting, decide, open};
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::escalation::Practice;
use baton_core::ids::{Id, PersonId, RequestId};
use baton_core::log::{Changes, Decided, Effect, Recorded};
use baton_core::refusal::{Code, Refusal};
use baton_core::service_level::Levels;
use baton_core::time::{Instant, Span};
use baton_core::vault::Texts;

pub use super::people::{cast, ground, start};
use crate::golden::record;

/// One case with its log and its texts.
#[derive(Clone)]
pub struct World {
    pub case: Case,
    pub log: Vec<Recorded>,
    /// The same as it was decided, act by act, for a store to append.
    pub changes: Vec<Changes>,
    pub texts: Texts,
    pub now: Instant,
    pub effects: Vec<Effect>,
    pub seed: u64,
    /// What the departments have agreed on.
    pub agreements: Book,
    /// How they weigh things.
    pub practice: &'static Practice,
    /// What the post says of the message of an undo.
    pub undo_until: Option<Instant>,
    /// A case that a history has merged into this one.
    pub partner: Option<Box<World>>,
}

impl World {
    /// Ms Okafor has called; Amira has opened the case.
    #[expect(clippy::new_without_default, reason = "a story says that it begins anew")]
    pub fn new() -> Self {
        Self::opened(Channel::Phone)
    }

    /// Work among departments, without a customer.
    pub fn internal() -> Self {
        Self::opened(Channel::Internal)
    }

    pub fn opened(channel: Channel) -> Self {
        Self::of(&form(channel), &ground().who(cast().amira), 0).unwrap()
    }

    pub fn of(form: &Open, who: &Who, seed: u64) -> Result<Self, Refusal> {
        Self::opening(form, who, seed, &Levels::default(), start())
    }

    /// The same at another moment, under what customers are promised.
    pub fn under(form: &Open, who: &Who, levels: &Levels, now: Instant) -> Result<Self, Refusal> {
        Self::opening(form, who, 0, levels, now)
    }

    pub fn opening(
        form: &Open,
        who: &Who,
        seed: u64,
        service_levels: &Levels,
        now: Instant,
    ) -> Result<Self, Refusal> {
        let ground = ground();
        let setting = Setting {
            now,
            who,
            directory: &ground.directory,
            calendars: &ground.calendars,
            agreements: &Book::default(),
            practice: &ground.practice,
            service_levels,
            customer: form.customer.map(|_| &ground.customer),
            texts: &ground.texts,
            undo_until: None,
        };
        let decided = open(form, &setting, &mut draw(seed, 0, now))?;
        let mut world = Self {
            case: decided.next().clone(),
            log: Vec::new(),
            changes: Vec::new(),
            texts: ground.texts.clone(),
            now,
            effects: Vec::new(),
            undo_until: None,
            partner: None,
            agreements: Book::default(),
            practice: &ground.practice,
            seed,
        };
        world.keep(decided);
        Ok(world)
    }

    /// Decides a command without keeping what comes of it.
    pub fn decide(&self, who: &Who, command: &Command) -> Result<Decided<Case>, Refusal> {
        self.decide_in(&ground().directory, who, command)
    }

    /// The same when the directory has changed.
    pub fn decide_in(
        &self,
        directory: &Directory,
        who: &Who,
        command: &Command,
    ) -> Result<Decided<Case>, Refusal> {
        self.decide_by(directory, &ground().calendars, who, command)
    }

    /// The same when calendars have changed too.
    pub fn decide_by(
        &self,
        directory: &Directory,
        calendars: &Calendars,
        who: &Who,
        command: &Command,
    ) -> Result<Decided<Case>, Refusal> {
        let ground = ground();
        let setting = Setting {
            now: self.now,
            who,
            directory,
            calendars,
            agreements: &self.agreements,
            practice: self.practice,
            service_levels: &Levels::default(),
            customer: self.case.customer.map(|_| &ground.customer),
            texts: &self.texts,
            undo_until: self.undo_until,
        };
        decide(&self.case, command, &setting, &mut draw(self.seed, self.log.len(), self.now))
    }

    /// Decides, and keeps what was decided as the store does; gives the events.
    pub fn run(&mut self, who: &Who, command: &Command) -> Result<Vec<CaseEvent>, Refusal> {
        let decided = self.decide(who, command)?;
        Ok(self.accept(decided))
    }

    /// Keeps what was decided as the store does; gives the events.
    pub fn accept(&mut self, decided: Decided<Case>) -> Vec<CaseEvent> {
        assert_eq!(decided.changes().expected() as usize, self.log.len());
        let before = Some(self.case.clone());
        self.case = decided.next().clone();
        let fresh = self.log.len();
        self.keep(decided);
        let replayed = fold(before, &self.log[fresh..]).unwrap().unwrap();
        assert_eq!(replayed, self.case, "the log alone leads to the same state");
        self.since(fresh)
    }

    /// The events after so many.
    pub fn since(&self, count: usize) -> Vec<CaseEvent> {
        self.log[count..].iter().map(read).collect()
    }

    fn keep(&mut self, decided: Decided<Case>) {
        let (changes, _) = decided.into_parts();
        for entry in changes.entries() {
            record(entry.kind, entry.v, &entry.data);
        }
        self.log.extend(changes.recorded());
        for word in changes.words() {
            self.texts.insert(word.id, word.text.clone());
        }
        self.effects = changes.effects().to_vec();
        self.changes.push(changes);
    }

    pub fn person(
        &mut self,
        person: PersonId,
        command: Command,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let who = ground().who(person);
        self.run(&who, &command)
    }

    /// What a person does with a request.
    pub fn act(
        &mut self,
        person: PersonId,
        request: RequestId,
        act: Act,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.person(person, Command::Request(request, Box::new(act)))
    }

    /// What Baton itself does.
    pub fn baton(&mut self, command: Command) -> Vec<CaseEvent> {
        self.run(&Who::system(), &command).unwrap()
    }

    pub fn raise(&mut self, person: PersonId, form: Raise) -> Result<RequestId, Refusal> {
        self.person(person, Command::Raise(Box::new(form)))?;
        Ok(self.case.requests.last().unwrap().id)
    }

    pub fn request(&self, id: RequestId) -> &Request {
        self.case.request(id).unwrap()
    }

    pub fn stage(&self, id: RequestId) -> StageName {
        self.request(id).stage.name()
    }

    pub fn later(&mut self, span: Span) {
        self.now = self.now + span;
    }

    /// The state as the log alone has it.
    pub fn replayed(&self) -> Case {
        fold(None, &self.log).unwrap().unwrap()
    }

    /// What happened, without the results of clocks that stopped by it.
    pub fn kinds(&self) -> Vec<&str> {
        let kinds = self.log.iter().map(|recorded| recorded.kind.as_str());
        kinds.filter(|kind| *kind != "clock_stopped").collect()
    }
}

/// What Amira types into the form of a new case.
pub fn form(channel: Channel) -> Open {
    let customer = (channel != Channel::Internal).then_some(ground().customer.id);
    Open {
        id: Id::from_bits(1042),
        number: 1042,
        customer,
        subject: "The parcel has not come".to_owned(),
        body: Some("I have waited since Friday.".to_owned()),
        channel,
        priority: Priority::Normal,
        department: cast().customer_service,
        owner: cast().amira,
        received_at: None,
        incoming: None,
        follows: None,
    }
}

/// What some events are, without the results of clocks.
pub fn kinds_of(events: &[CaseEvent]) -> Vec<&'static str> {
    events.iter().map(CaseEvent::kind).filter(|kind| *kind != "clock_stopped").collect()
}

pub fn read(recorded: &Recorded) -> CaseEvent {
    CaseEvent::decode(&recorded.kind, recorded.v, &recorded.data).unwrap()
}

/// A draw of its own for each command of each world.
fn draw(seed: u64, count: usize, now: Instant) -> Draw {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    bytes[8..16].copy_from_slice(&(count as u64).to_be_bytes());
    Draw::new(bytes, now)
}

pub fn code<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> Code {
    refused.expect_err("this should have been refused").code
}

/// The code and the names of the fields of a refusal.
pub fn fields<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> (Code, Vec<String>) {
    let refusal = refused.expect_err("this should have been refused");
    for field in &refusal.fields {
        assert!(field.message.ends_with(['.', '…']), "{refusal:?}");
    }
    (refusal.code, refusal.fields.into_iter().map(|field| field.field).collect())
}
