//! What is advised on a request or a case: facts of the log, facts that somebody confirmed, and
//! words that suggest more ([`heard`](super::heard)).
//!
//! - [`facts`]: what the log says; [`confirmed`]: what somebody said is so
//! - [`weigh`]: the advice on them, and whether going another way needs a reason
//! - [`Advised`]: what was advised and chosen, as the log keeps it

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Calendars};
use crate::case::clocks::{self, ClockState};
use crate::case::kinds::{MessageKind, Mover, NeededByReason, UpdateKind};
use crate::case::request::heard::{Found, Voice, once};
use crate::case::request::state::{Request, Stage};
use crate::case::state::{Case, Message};
use crate::escalation::{Advice, Dispute, Facts, Mode, Practice, Route, Standing, Tick, advise};
use crate::ids::{DepartmentId, MessageId};
use crate::refusal::Refusal;
use crate::say;
use crate::time::{Instant, Span};
use crate::vault::WordRef;

/// From this level on, nobody goes another way without saying why.
pub const REASON_FROM: u8 = 2;
/// A contact counts for this many periods of 24 hours.
const CONTACTS_24H: i64 = 30;
/// Further away than this a deadline of the law makes no difference.
const FAR: i64 = 30;

/// What a sender confirmed, and what they choose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Weighing {
    pub facts: Vec<Tick>,
    /// The level at which it begins; `None`: none, or what is advised for what is sent to escalate.
    pub level: Option<u8>,
    /// Why they choose otherwise than advised.
    pub reason: Option<WordRef>,
}

/// What was advised, and what was chosen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Advised {
    /// Version of the table.
    pub pack: String,
    /// Facts that were confirmed.
    pub facts: Vec<Tick>,
    /// Facts that words suggested and nobody confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<String>,
    /// In which message words suggested a fact that was set aside; none where the case itself did.
    /// The reason holds for these words from then on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub heard_in: BTreeMap<String, Option<MessageId>>,
    pub mode: Mode,
    pub functional: Vec<Route>,
    pub level: u8,
    /// Ids of the rules that fired, the highest first.
    pub fired: Vec<String>,
    /// The level that was chosen.
    pub chosen: u8,
    /// Why it was chosen, where it is not what was advised.
    pub otherwise: Option<WordRef>,
}

/// A request that may not have been raised yet.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    pub case: &'a Case,
    pub request: Option<&'a Request>,
    pub to: Option<DepartmentId>,
    pub action_wanted: bool,
    /// A deadline that the law sets.
    pub legal: Option<Instant>,
    pub amount_minor: Option<i64>,
}

impl<'a> Matter<'a> {
    pub fn of_request(case: &'a Case, request: &'a Request) -> Self {
        let ask = &request.ask;
        let legal = ask.needed_by.filter(|_| ask.needed_by_reason == NeededByReason::LegalClock);
        Self {
            case,
            request: Some(request),
            to: Some(ask.to),
            action_wanted: ask.mode.obliges(),
            legal,
            amount_minor: ask.authority.as_ref().map(|authority| authority.amount.minor),
        }
    }

    pub fn of_case(case: &'a Case) -> Self {
        let open = case.requests.iter().filter(|request| is_open(request));
        let parts = open.map(|request| Self::of_request(case, request));
        Self {
            case,
            request: None,
            to: None,
            action_wanted: true,
            legal: parts.clone().filter_map(|part| part.legal).min(),
            amount_minor: parts.filter_map(|part| part.amount_minor).max(),
        }
    }

    /// The requests whose clocks and refusals count: its own, or all that are open.
    fn requests(&self) -> Vec<&'a Request> {
        match self.request {
            Some(request) => vec![request],
            None if self.to.is_some() => Vec::new(),
            None => self.case.requests.iter().filter(|request| is_open(request)).collect(),
        }
    }
}

fn is_open(request: &Request) -> bool {
    request.stage != Stage::Draft && request.ask.mode.obliges() && !request.ended()
}

/// What the log says at a moment; of a request that is over, that nothing is asked any more.
pub fn facts(
    matter: &Matter<'_>,
    practice: &Practice,
    calendars: &Calendars,
    now: Instant,
) -> Facts {
    if matter.request.is_some_and(Request::ended) {
        return Facts { action_wanted: false, ..Facts::default() };
    }
    let requests = matter.requests();
    let limits = practice.limits_minor.clone();
    Facts {
        action_wanted: matter.action_wanted,
        legal_deadline_working_days: matter
            .legal
            .map(|at| working_days(calendars.of(matter.case.calendar), now, at)),
        amount_minor: matter.amount_minor.filter(|_| !limits.is_empty()),
        limits_minor: limits,
        contacts: contacts(matter.case, now),
        agreement: requests
            .iter()
            .map(|request| standing(request, calendars, now))
            .max()
            .unwrap_or_default(),
        bounces: requests.iter().map(|request| bounces(request)).max().unwrap_or(0),
        dispute: requests
            .iter()
            .map(|request| contested(request, calendars, now))
            .max()
            .unwrap_or_default(),
        departments: departments(matter),
        ..Facts::default()
    }
}

/// Whole working days from today to the day of a deadline; -1 when it has passed.
fn working_days(calendar: &Calendar, now: Instant, deadline: Instant) -> i64 {
    if deadline < now {
        return -1;
    }
    let day = |at: Instant| at.timestamp().to_zoned(calendar.zone().clone()).date();
    let (mut at, last, mut count) = (day(now), day(deadline), 0);
    while at < last && count < FAR {
        let Ok(next) = at.tomorrow() else { break };
        at = next;
        count += i64::from(calendar.opens_on(at));
    }
    count
}

/// How often the customer came with it: the first time, and each time that they came again without
/// having been asked anything.
fn contacts(case: &Case, now: Instant) -> u32 {
    let said = |message: &&Message| {
        message.kind != MessageKind::Note && !message.automatic && message.waiver.is_none()
    };
    let heard: Vec<&Message> = case.messages.iter().filter(said).collect();
    let again = heard.windows(2).filter(|pair| match pair {
        [before, message] => {
            message.kind == MessageKind::Inbound
                && now.since(message.at) <= Span::times_24h(CONTACTS_24H)
                && (before.kind == MessageKind::Inbound
                    || before.update == Some(UpdateKind::Outcome))
        }
        _ => false,
    });
    1 + u32::try_from(again.count()).unwrap_or(u32::MAX - 1)
}

/// How the receiver keeps the agreement: what the sender's side owes says nothing about it.
fn standing(request: &Request, calendars: &Calendars, now: Instant) -> Standing {
    let mut clocks = clocks::clocks(request, calendars, now);
    clocks.retain(|clock| request.owes(clock.kind) == Mover::To);
    let breached = clocks.iter().filter(|clock| clock.state == ClockState::Breached).count();
    let running = clocks.iter().filter(|clock| clock.stopped.is_none());
    let shares = running.filter_map(|clock| {
        let calendar = request.calendar(clock.kind, clock.started, calendars);
        let whole = calendar.elapsed(clock.started, clock.due?).as_seconds().max(1);
        Some((clock.state, clock.used_seconds.saturating_mul(100) / whole))
    });
    shares
        .map(|(state, used)| match state {
            ClockState::Breached if used > 200 || breached > 1 => Standing::Failing,
            ClockState::Breached => Standing::Breached,
            _ if used >= 75 => Standing::AtRisk,
            _ => Standing::Ok,
        })
        .max()
        .unwrap_or_default()
}

fn bounces(request: &Request) -> u32 {
    request.hops.max(u32::try_from(request.declines.len()).unwrap_or(u32::MAX))
}

fn contested(request: &Request, calendars: &Calendars, now: Instant) -> Dispute {
    match request.dispute_due(calendars) {
        None => Dispute::None,
        Some(due) if due < now => Dispute::Deadlocked,
        Some(_) => Dispute::Open,
    }
}

/// Departments that take part: the case's own, and those of what is open.
fn departments(matter: &Matter<'_>) -> u32 {
    let open = matter.case.requests.iter().filter(|request| is_open(request));
    let mut all: Vec<DepartmentId> = open.map(|request| request.ask.to).collect();
    all.push(matter.case.department);
    all.extend(matter.to);
    all.sort_unstable();
    all.dedup();
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

impl Request {
    /// What was advised when it was sent, and each time that somebody escalated it.
    pub fn advices(&self) -> impl Iterator<Item = &Advised> {
        let later = self.escalations.iter().filter_map(|escalation| escalation.advised.as_ref());
        self.advised.iter().chain(later)
    }
}

/// What was confirmed on these requests, and what is confirmed now: each fact with each value once.
pub fn confirmed<'a>(requests: impl IntoIterator<Item = &'a Request>, more: &[Tick]) -> Vec<Tick> {
    let known = requests.into_iter().flat_map(Request::advices).flat_map(|kept| &kept.facts);
    let mut all: Vec<Tick> = Vec::new();
    for tick in known.chain(more) {
        if !all.contains(tick) {
            all.push(tick.clone());
        }
    }
    all
}

/// The advice, and what it would be if what words suggest were so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weighed<'a> {
    pub facts: Facts,
    pub advice: Advice<'a>,
    /// What words suggest beyond what is known; some of it may have been set aside.
    pub found: Vec<Found>,
    /// The advice if all of that were so that nobody has set aside.
    pub if_so: Advice<'a>,
}

/// Weighs the facts of the log with those that somebody confirmed.
///
/// # Errors
/// `invalid` for a fact that is not known.
pub fn weigh<'a>(
    practice: &'a Practice,
    facts: Facts,
    ticks: &[Tick],
    found: Vec<Found>,
) -> Result<Weighed<'a>, Refusal> {
    let mut known = facts;
    for (n, tick) in ticks.iter().enumerate() {
        known = tick.over(&known).map_err(|_| {
            let message =
                say!("case-request-advice-there-is-no-fact-take-those", tick = tick.text());
            Refusal::invalid(format!("facts[{n}]"), "not_one_of", message)
        })?;
    }
    let mut found = once(found);
    found.retain(|one| one.adds_to(&known));
    let open = found.iter().filter(|one| one.is_open());
    let so = open.fold(known.clone(), |facts, one| one.tick().over(&facts).unwrap_or(facts));
    let advice = advise(&practice.pack, &known);
    let if_so = if so == known { advice.clone() } else { advise(&practice.pack, &so) };
    Ok(Weighed { facts: known, advice, found, if_so })
}

impl Weighed<'_> {
    /// The graver of what is advised and what would be if the customer's words were so.
    fn gravest(&self) -> &Advice<'_> {
        let graver = (self.if_so.level, self.if_so.mode) > (self.advice.level, self.advice.mode);
        if graver { &self.if_so } else { &self.advice }
    }

    /// Whether this choice must not be made without saying why. A mistake at the first level is
    /// found out by a clock; from the second on there may be no time for that.
    pub fn needs_reason(&self, chosen: u8, emergency: bool) -> bool {
        let grave = self.gravest();
        let calmer = grave.mode == Mode::Emergency && !emergency;
        calmer || (grave.level >= REASON_FROM && chosen < grave.level)
    }

    /// The sentences of the rules that ask for more than was chosen.
    pub fn sentences(&self, chosen: u8) -> String {
        let grave = self.gravest();
        let above = grave.fired.iter().filter(|rule| {
            rule.level.of(&self.facts) > chosen || rule.mode == Some(Mode::Emergency)
        });
        above.map(|rule| rule.why.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// What the log keeps; `None` when nothing but asking them directly was advised.
    pub fn advised(
        &self,
        pack: &str,
        ticks: &[Tick],
        chosen: u8,
        otherwise: Option<WordRef>,
    ) -> Option<Advised> {
        let advice = &self.advice;
        let facts: Vec<Tick> = ticks.iter().filter(|tick| tick.says_more()).cloned().collect();
        let open: Vec<&Found> = self.found.iter().filter(|found| found.is_open()).collect();
        let plain = advice.fired.iter().all(|rule| rule.id == "D00" || rule.id == "D01");
        if plain && chosen == 0 && open.is_empty() && facts.is_empty() && otherwise.is_none() {
            return None;
        }
        let heard = open.iter().filter(|found| found.by != Voice::Writer);
        Some(Advised {
            pack: pack.to_owned(),
            facts,
            set_aside: open.iter().map(|found| found.tick().text()).collect(),
            heard_in: heard.map(|found| (found.fact.to_owned(), found.message)).collect(),
            mode: advice.mode,
            functional: advice.functional.iter().copied().collect(),
            level: advice.level,
            fired: advice.fired.iter().map(|rule| rule.id.clone()).collect(),
            chosen,
            otherwise,
        })
    }
}
