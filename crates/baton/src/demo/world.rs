//! The demo as it is played: who, where, and what comes next.

use std::collections::BTreeMap;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::clocks;
use baton_core::case::command::Command;
use baton_core::case::request::Request;
use baton_core::case::service_clocks::{self, Clock};
use baton_core::case::state::Dispatch;
use baton_core::ids::{MessageId, PersonId, RequestId};
use baton_core::time::{Instant, Span};
use baton_desk::clock::HandClock;
use baton_desk::{Asked, Desk, Trouble};
use std::sync::Arc;

use super::company::Company;
use super::customers::Client;
use super::dates;
use super::file::File;
use super::prose::Book;
use super::{Planted, failed};

/// What happens next in a case; requests by their place in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Open,
    Reply,
    TakeBack,
    Raise(usize),
    Beat(usize),
    /// A due time of a request has passed, or of a promise.
    Look(Option<RequestId>),
    Left(MessageId),
    Call,
    Update,
    Introduce,
    Tell,
    Bounce,
    Recover,
    Close,
    Again,
    Withdrew,
    Escalate(usize),
    /// Whoever is asked at a level of a request decides.
    Decide(RequestId),
}

/// Who acts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum By {
    Person(PersonId),
    Baton,
}

pub(super) struct World<'a> {
    pub desk: &'a Desk,
    pub clock: &'a HandClock,
    pub until: Instant,
    pub book: Book,
    pub company: Company,
    pub clients: Vec<Client>,
    /// A case is out of its place while it is being played.
    pub files: Vec<Option<File>>,
    pub planted: Planted,
    pub opened: usize,
    /// The current moment of the demo.
    pub now: Instant,
    agenda: BTreeMap<(Instant, u64), (usize, Step)>,
    entered: u64,
}

impl<'a> World<'a> {
    pub fn new(
        desk: &'a Desk,
        clock: &'a HandClock,
        until: Instant,
        book: Book,
        company: Company,
    ) -> Self {
        Self {
            desk,
            clock,
            until,
            book,
            company,
            clients: Vec::new(),
            files: Vec::new(),
            planted: Planted::default(),
            opened: 0,
            now: until,
            agenda: BTreeMap::new(),
            entered: 0,
        }
    }

    pub fn plan(&mut self, at: Instant, file: usize, step: Step) {
        self.entered += 1;
        self.agenda.insert((at, self.entered), (file, step));
    }

    /// Plans a step so many working minutes from now.
    pub fn plan_at_work(&mut self, file: &mut File, minutes: i64, step: Step) {
        let at =
            dates::at_work(self.desk.calendars().standard(), self.now, minutes, &mut file.luck);
        self.plan(at, file.number, step);
    }

    /// The next step before the demo's end, with the clock set to its moment.
    pub fn next(&mut self) -> Option<(usize, Step)> {
        let ((at, _), next) = self.agenda.pop_first()?;
        if at >= self.until {
            return None;
        }
        self.now = at;
        self.clock.set(at);
        Some(next)
    }

    pub fn client(&self, file: &File) -> Result<&Client, Trouble> {
        let client = self.clients.get(file.plot.customer);
        client.ok_or_else(|| Trouble::Failed("a case without a customer".to_owned()))
    }

    pub fn who(&self, by: By) -> Result<Who, Trouble> {
        match by {
            By::Baton => Ok(Who::system()),
            By::Person(person) => self
                .desk
                .who(person)
                .ok_or_else(|| Trouble::Failed(format!("{person} is not active"))),
        }
    }

    /// Gives a command on the case, in the name of somebody.
    pub async fn act(&mut self, file: &mut File, by: By, command: Command) -> Result<(), Trouble> {
        let case = file.case()?;
        let what = format!("{}, {}, {command:?}", case.reference(), file.topic.name);
        let done = self.desk.act(&self.who(by)?, case.id, command, Asked::default()).await;
        let done = done.map_err(|trouble| failed(&what, &trouble))?;
        self.take_in(file, done.state);
        Ok(())
    }

    /// Plans what follows by itself: letters leave, due times are looked at.
    pub fn take_in(&mut self, file: &mut File, case: Arc<Case>) {
        let seen = file.state.as_ref().map_or(0, |before| before.messages.len());
        for message in case.messages.iter().skip(seen) {
            if let Dispatch::Held { until } = message.dispatch {
                self.plan(until, file.number, Step::Left(message.id));
            }
        }
        let mut looks = Vec::new();
        for request in &case.requests {
            let timers = clocks::timers(request, &self.desk.calendars());
            looks.extend(timers.into_iter().map(|due| (Some(request.id), due)));
        }
        let calendars = self.desk.calendars();
        let hours = service_clocks::calendar_of(&case, &calendars);
        let own = service_clocks::clocks(&case, hours, self.now).into_iter();
        looks.extend(own.filter(Clock::is_running).map(|clock| (None, clock.due)));
        for (request, due) in looks {
            if due > self.now && file.looks.insert((request, due)) {
                self.plan(due + Span::millis(1), file.number, Step::Look(request));
            }
        }
        for request in &case.requests {
            self.plan_decision(file, request);
        }
        file.state = Some(case);
    }

    /// Whoever is asked at a level decides most times before the next one is asked; who rules on a
    /// dispute decides with that.
    fn plan_decision(&mut self, file: &mut File, request: &Request) {
        let waiting = request.unanswered().filter(|_| request.dispute.is_none());
        let Some(level) = waiting.map(|waiting| i64::from(waiting.level)) else { return };
        if file.levels.insert((request.id, request.escalations.len())) && file.deciders.chance(85) {
            let minutes = file.deciders.between(15, 110 * level);
            let (calendars, luck) = (self.desk.calendars(), &mut file.deciders);
            let at = dates::at_work(calendars.standard(), self.now, minutes, luck);
            self.plan(at, file.number, Step::Decide(request.id));
        }
    }

    /// The owner of the case, or who stands in for them.
    pub fn owner(&self, file: &File) -> Result<PersonId, Trouble> {
        let case = file.case()?;
        let directory = self.desk.directory();
        Ok(self.company.or_lead(&directory, case.owner, case.department, self.now))
    }

    /// Whoever acts for the asking side.
    pub fn sender(&self, file: &File, request: &Request) -> Result<PersonId, Trouble> {
        let case = file.case()?;
        if request.from == case.department {
            return self.owner(file);
        }
        let directory = self.desk.directory();
        Ok(self.company.or_lead(&directory, request.sender, request.from, self.now))
    }

    /// Whoever has the request in hand, or takes it.
    pub fn receiver(&self, file: &mut File, request: &Request) -> Result<PersonId, Trouble> {
        let (directory, to) = (self.desk.directory(), request.ask.to);
        match request.assignee {
            Some(person) => Ok(self.company.or_lead(&directory, person, to, self.now)),
            None => {
                let but = [request.sender];
                self.company.somebody(&directory, to, self.now, &but, &mut file.luck)
            }
        }
    }

    /// Sets the facts that depend on who speaks.
    pub fn speak_as(&self, file: &mut File, person: PersonId) {
        let directory = self.desk.directory();
        let name = directory.person_name(person);
        let first = name.split(' ').next().unwrap_or(name);
        file.facts.insert("agent", first.to_owned());
    }
}
