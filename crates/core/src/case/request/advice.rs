//! What is advised on a request or a case: facts of the log, facts that somebody confirmed, and
//! words that suggest more.
//!
//! - [`facts`]: what the log says; [`found`]: what the customer's words suggest
//! - [`weigh`]: the advice on them, and whether going another way needs a reason
//! - [`Advised`]: what was advised and chosen, as the log keeps it

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::calendar::{Calendar, Calendars};
use crate::case::clocks::{self, ClockState};
use crate::case::kinds::{MessageKind, NeededByReason, UpdateKind};
use crate::case::request::state::{Request, Stage};
use crate::case::state::{Case, Message};
use crate::escalation::{
    Advice, Dispute, Facts, Mode, Practice, Route, Standing, Tick, advise, propose,
};
use crate::ids::DepartmentId;
use crate::refusal::Refusal;
use crate::say;
use crate::time::{Instant, Span};
use crate::vault::{Texts, WordRef};

/// From this level on, nobody goes another way without saying why.
pub const REASON_FROM: u8 = 2;
/// A contact counts for this many periods of 24 hours.
const CONTACTS_24H: i64 = 30;
/// Further away than this a deadline of the law makes no difference.
const FAR: i64 = 30;
/// The newest messages of the customer in which words are looked for.
const MESSAGES: usize = 10;

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
    /// Facts that the customer's words suggested and nobody confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<String>,
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

/// What the log says at a moment.
pub fn facts(
    matter: &Matter<'_>,
    practice: &Practice,
    calendars: &Calendars,
    now: Instant,
) -> Facts {
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

fn standing(request: &Request, calendars: &Calendars, now: Instant) -> Standing {
    let clocks = clocks::clocks(request, calendars, now);
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

/// A fact that words suggest, and the words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub fact: &'static str,
    pub value: Value,
    pub words: String,
    pub why: &'static str,
}

impl Found {
    pub fn tick(&self) -> Tick {
        Tick { fact: self.fact.to_owned(), value: self.value.clone() }
    }
}

/// What the newest messages of the customer suggest, for whoever may read them: each fact once.
pub fn found(case: &Case, texts: &Texts) -> Vec<Found> {
    let heard = case.messages.iter().rev().filter(|message| message.kind == MessageKind::Inbound);
    let bodies = heard.take(MESSAGES).map(|message| message.body);
    found_in(bodies.chain([case.subject]).filter_map(|word| texts.get(word)))
}

/// What words suggest: each fact once, by the first text that names it.
pub fn found_in<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for text in texts {
        for proposal in propose(text) {
            if all.iter().all(|known| known.fact != proposal.fact) {
                all.push(Found {
                    fact: proposal.fact,
                    words: proposal.words(text).to_owned(),
                    value: proposal.value,
                    why: proposal.why,
                });
            }
        }
    }
    all
}

/// The advice, and what it would be if the customer's words were so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weighed<'a> {
    pub facts: Facts,
    pub advice: Advice<'a>,
    /// What the words suggest and nobody has confirmed.
    pub found: Vec<Found>,
    /// The advice if all of that were confirmed.
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
    let open = |found: &Found| ticks.iter().all(|tick| tick.fact != found.fact);
    let found: Vec<Found> = found.into_iter().filter(open).collect();
    let so =
        found.iter().fold(known.clone(), |facts, one| one.tick().over(&facts).unwrap_or(facts));
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
        let plain = advice.fired.iter().all(|rule| rule.id == "D00" || rule.id == "D01");
        if plain && chosen == 0 && self.found.is_empty() && ticks.is_empty() && otherwise.is_none()
        {
            return None;
        }
        Some(Advised {
            pack: pack.to_owned(),
            facts: ticks.to_vec(),
            set_aside: self.found.iter().map(|found| found.tick().text()).collect(),
            mode: advice.mode,
            functional: advice.functional.iter().copied().collect(),
            level: advice.level,
            fired: advice.fired.iter().map(|rule| rule.id.clone()).collect(),
            chosen,
            otherwise,
        })
    }
}
