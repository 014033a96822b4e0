//! Writes events down while a command is decided, so that each rule sees the state so far.

use crate::case::apply;
use crate::case::clocks;
use crate::case::decide::{Setting, service};
use crate::case::event::CaseEvent;
use crate::case::mention::mentioned;
use crate::case::request::frozen;
use crate::case::request::movers::to_move;
use crate::case::request::state::{Request, Stage};
use crate::case::state::Case;
use crate::draw::Draw;
use crate::ids::{PersonId, RequestId, StreamId};
use crate::log::Stamp;
use crate::log::{Decided, Effect, Entry, Version};
use crate::refusal::Refusal;
use crate::time::{Instant, Span};
use crate::vault::{Class, Ink, Retention, Subject, WordRef};

pub(crate) struct Pen<'a, 's> {
    pub case: Case,
    pub setting: &'a Setting<'s>,
    pub(super) before: Case,
    pub(super) expected: Version,
    /// The moment of every event of this command: now, but never before the last event.
    pub at: Instant,
    ink: Ink<'a>,
    entries: Vec<Entry>,
    effects: Vec<Effect>,
}

fn subject(case: &Case) -> Subject {
    case.customer.map_or(Subject::Nobody, Subject::Customer)
}

impl<'a, 's> Pen<'a, 's> {
    pub fn new(case: Case, setting: &'a Setting<'s>, draw: &'a mut Draw) -> Self {
        let subject = subject(&case);
        Self {
            before: case.clone(),
            expected: case.version,
            at: setting.now.max(case.updated_at),
            ink: Ink::new(draw, subject, Retention::OrdinaryCase),
            case,
            setting,
            entries: Vec::new(),
            effects: Vec::new(),
        }
    }

    /// For the first event of a stream: the case is as the event leaves it, not yet written.
    pub fn opening(case: Case, event: &CaseEvent, ink: Ink<'a>, setting: &'a Setting<'s>) -> Self {
        let at = setting.now;
        let mut pen = Self {
            before: case.clone(),
            expected: 0,
            at,
            ink,
            case,
            setting,
            entries: Vec::new(),
            effects: Vec::new(),
        };
        pen.enter(event);
        pen
    }

    pub fn record(&mut self, event: impl Into<CaseEvent>) {
        self.note(&event.into());
        // What stops by it says its result for good.
        for stopped in frozen::stopped(&self.case, self.setting.calendars) {
            self.note(&stopped.into());
        }
    }

    fn note(&mut self, event: &CaseEvent) {
        let version = self.case.version + 1;
        let stamp = Stamp { version, at: self.at, actor: self.setting.who.actor };
        apply::apply(&mut self.case, stamp, event);
        self.enter(event);
    }

    fn enter(&mut self, event: &CaseEvent) {
        self.entries.push(Entry {
            at: self.at,
            actor: self.setting.who.actor,
            kind: event.kind(),
            v: event.v(),
            data: event.encode(),
        });
    }

    /// Writes a free text about the case: sensitive, since people type anything.
    pub fn write(&mut self, text: &str) -> WordRef {
        self.ink.write(Class::P3, text.trim())
    }

    pub fn write_some(&mut self, text: Option<&str>) -> Option<WordRef> {
        self.ink.write_some(Class::P3, text)
    }

    /// Whose words and files these are.
    pub fn subject(&self) -> Subject {
        subject(&self.case)
    }

    pub fn id<T: crate::ids::Id>(&mut self) -> T {
        self.ink.id()
    }

    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Tells whoever a text names, of those who may read it.
    pub fn mention(&mut self, request: Option<RequestId>, text: &str) {
        let of = request.and_then(|id| self.case.request(id));
        let author = self.setting.who.person();
        let found = mentioned(&self.case, of, text, self.setting.directory, author);
        if !found.people.is_empty() {
            let (people, case) = (found.people, self.case.id);
            self.effects.push(Effect::Notify { people, case, request, kind: "mentioned" });
        }
    }

    pub fn request(&self, id: crate::ids::RequestId) -> Result<&Request, Refusal> {
        self.case.request(id).ok_or_else(Refusal::not_found)
    }

    pub fn done(mut self) -> Decided<Case> {
        service::follow_up(&mut self);
        for request in self.case.requests.clone() {
            if self.before.request(request.id) != Some(&request) {
                self.follow_up(&request);
            }
        }
        let words = self.ink.dry();
        let stream = StreamId::Case(self.case.id);
        Decided::new(stream, self.expected, self.entries, words, self.effects, self.case)
    }

    /// After a change: whoever has to move is told, and each due time is looked at in time.
    fn follow_up(&mut self, request: &Request) {
        let before = self.before.request(request.id);
        let (case, calendars) = (self.case.id, self.setting.calendars);
        let known = before.map(|before| clocks::timers(before, calendars)).unwrap_or_default();
        for at in clocks::timers(request, calendars) {
            if at > self.at && !known.contains(&at) {
                // Late is strictly after due, so nobody looks before that.
                let at = at + Span::millis(1);
                self.effects.push(Effect::Remind { case, request: Some(request.id), at });
            }
        }
        let unchanged = before.map(|before| before.stage.name()) == Some(request.stage.name());
        if unchanged || request.stage == Stage::Draft {
            return;
        }
        let people = self.to_move(request);
        if !people.is_empty() {
            let kind = request.stage.name().name();
            let (case, request) = (self.case.id, Some(request.id));
            self.effects.push(Effect::Notify { people, case, request, kind });
        }
    }

    /// Whoever has to move, and the lead of their department: time was not kept.
    pub fn responsible(&self, request: &Request) -> Vec<PersonId> {
        let department = request.department_to_move();
        let mut people = self.to_move(request);
        people.extend(self.setting.directory.department(department).and_then(|d| d.lead));
        people.sort_unstable();
        people.dedup();
        people
    }

    fn to_move(&self, request: &Request) -> Vec<PersonId> {
        let person = self.setting.who.person();
        let mut people = to_move(&self.case, request, self.setting.directory);
        people.retain(|other| Some(*other) != person);
        people
    }
}
