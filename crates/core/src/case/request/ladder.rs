//! Who is asked at each level of an escalation, and who stands there while they are away
//! (reference §6.2).
//!
//! - [`ladder`]: the posts of a level and of the routes, each with whoever is present
//! - [`Escalation`]: a level that was added, and the answer to it; [`due`]: by when it is owed

use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::case::request::advice::Advised;
use crate::case::request::recount::Flag;
use crate::case::request::state::Request;
use crate::directory::{Department, Directory, Role};
use crate::escalation::Route;
use crate::ids::{DepartmentId, PersonId};
use crate::time::{Instant, Span};
use crate::vault::WordRef;

/// The director on duty; nobody is above.
pub const HIGHEST: u8 = 3;

/// Why somebody is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    Lead(DepartmentId),
    Head(DepartmentId),
    ServiceOwner,
    Director,
    Route(Route),
}

/// A post, and who is asked there now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seat {
    pub post: Post,
    /// Who holds the post; `None`: nobody is named.
    pub named: Option<PersonId>,
    /// Who is asked: whoever is named, or acts for them; `None` when nobody is there.
    pub person: Option<PersonId>,
    /// Until when the one who is named is away.
    pub away_until: Option<Instant>,
}

/// What an escalation is about: the two departments, and the service.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Between {
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub service: Option<crate::ids::ServiceId>,
}

impl Between {
    pub fn of(request: &Request) -> Self {
        Self { from: request.from, to: request.ask.to, service: request.ask.service }
    }
}

/// The posts of one level, and of the routes. A level at which nobody is named is the next one.
pub fn ladder(
    directory: &Directory,
    between: Between,
    level: u8,
    routes: &[Route],
    at: Instant,
) -> Vec<Seat> {
    let mut seats = Vec::new();
    for level in level..=HIGHEST {
        seats = rung(directory, between, level, at);
        if level == 0 || seats.iter().any(|seat| seat.person.is_some()) {
            break;
        }
    }
    for route in routes {
        seats.push(held(directory, Post::Route(*route), role_of(*route), at));
    }
    seats
}

/// Leaves what one department's lead can see to alone to them, as far as anybody is there.
pub fn leave_to(seats: &mut Vec<Seat>, department: DepartmentId) {
    let other = |seat: &Seat| matches!(seat.post, Post::Lead(of) if of != department);
    let mine = |seat: &Seat| seat.post == Post::Lead(department) && seat.person.is_some();
    if seats.iter().any(mine) {
        seats.retain(|seat| !other(seat));
    }
}

/// The next level above one at which anybody is there to be asked.
pub fn level_above(directory: &Directory, between: Between, level: u8, at: Instant) -> u8 {
    let someone =
        |level: &u8| rung(directory, between, *level, at).iter().any(|seat| seat.person.is_some());
    (level.saturating_add(1)..=HIGHEST).find(someone).unwrap_or(HIGHEST)
}

fn rung(directory: &Directory, between: Between, level: u8, at: Instant) -> Vec<Seat> {
    let Between { from, to, service } = between;
    let other = Some(to).filter(|to| *to != from);
    let both = [Some(from), other].into_iter().flatten().filter_map(|id| directory.department(id));
    match level {
        0 => Vec::new(),
        1 => both.map(|department| led(directory, department, at)).collect(),
        2 => {
            let owner = service.and_then(|id| directory.service(id)?.owner);
            let owner = owner.map(|owner| seat(directory, Post::ServiceOwner, Some(owner), at));
            let headed = both.filter(|department| department.head.is_some());
            let heads = headed.map(|of| seat(directory, Post::Head(of.id), of.head, at));
            owner.into_iter().chain(heads).collect()
        }
        _ => vec![director(directory, at)],
    }
}

/// Whoever leads a department or stands in; where all of them are away, the director.
fn led(directory: &Directory, department: &Department, at: Instant) -> Seat {
    let named = department.lead.or(department.deputies.first().copied());
    let mut seat = seat(directory, Post::Lead(department.id), named, at);
    if named.is_some() && seat.person.is_none() {
        seat.person = director(directory, at).person;
    }
    seat
}

/// Where nobody is named as director, whoever rules on disputes is the last to be asked.
fn director(directory: &Directory, at: Instant) -> Seat {
    let seat = held(directory, Post::Director, Role::Director, at);
    if seat.named.is_some() {
        return seat;
    }
    held(directory, Post::Director, Role::Arbiter, at)
}

/// The first holder of a role who is present, else whoever acts for the first.
fn held(directory: &Directory, post: Post, role: Role, at: Instant) -> Seat {
    let holders = directory.holders(role);
    let present = holders.iter().find(|id| directory.stand_in(**id, at) == Some(**id));
    seat(directory, post, present.or(holders.first()).copied(), at)
}

fn seat(directory: &Directory, post: Post, named: Option<PersonId>, at: Instant) -> Seat {
    let absence = named.and_then(|id| directory.person(id)?.absence_at(at).copied());
    Seat {
        post,
        named,
        person: named.and_then(|id| directory.stand_in(id, at)),
        away_until: absence.map(|absence| absence.to),
    }
}

fn role_of(route: Route) -> Role {
    match route {
        Route::Communications => Role::Communications,
        Route::Complaints => Role::Complaints,
        Route::Compliance => Role::Compliance,
        Route::Dpo => Role::Dpo,
        Route::IndependentReviewer => Role::IndependentReviewer,
        Route::Safeguarding => Role::Safeguarding,
        Route::Vulnerability => Role::Vulnerability,
    }
}

/// The people of some seats, each once.
pub fn people(seats: &[Seat]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = seats.iter().filter_map(|seat| seat.person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// A level that was added. It takes the request from nobody and stops no clock.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Escalation {
    pub level: u8,
    /// `None`: nobody answered the level below in time, or a clock ran out.
    pub by: Option<PersonId>,
    pub at: Instant,
    pub reason: WordRef,
    pub decision_wanted: WordRef,
    pub routes: Vec<Route>,
    /// Who was asked; they see the request from then on.
    pub asked: Vec<PersonId>,
    pub answer: Option<Answered>,
    /// What was advised at that moment, and what was chosen.
    pub advised: Option<Advised>,
    /// The clock that ran out, where that is why; [`Request::is_moot`] once it has stopped.
    pub late: Option<Flag>,
}

choice! {
    /// What has become of a level.
    LevelState {
        /// Somebody is to decide.
        Waiting = "waiting",
        Answered = "answered",
        /// Nobody decided, and a higher level was asked.
        PassedOn = "passed_on",
        /// What was late is done: there is nothing left to decide.
        Done = "done",
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answered {
    pub by: PersonId,
    pub at: Instant,
    pub decision: WordRef,
    pub reason: WordRef,
}

/// By when an escalation is to be answered: 2, 4 or 8 hours of working time (reference §1.5).
pub fn due(escalation: &Escalation, calendar: &Calendar) -> Instant {
    let hours = match escalation.level {
        0 | 1 => 2,
        2 => 4,
        _ => 8,
    };
    calendar.due(escalation.at, Span::hours(hours))
}

impl Request {
    /// The newest level that still waits for its decision.
    pub fn unanswered(&self) -> Option<&Escalation> {
        self.escalations.last().filter(|newest| newest.answer.is_none() && !self.is_moot(newest))
    }

    pub fn state_of(&self, level: &Escalation) -> LevelState {
        match level.answer {
            Some(_) => LevelState::Answered,
            None if self.is_moot(level) => LevelState::Done,
            None if self.unanswered() == Some(level) => LevelState::Waiting,
            None => LevelState::PassedOn,
        }
    }

    /// Whether somebody was asked to decide, at whatever level.
    pub fn was_escalated_to(&self, person: PersonId) -> bool {
        self.escalations.iter().any(|escalation| escalation.asked.contains(&person))
    }
}
