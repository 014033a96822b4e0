//! Advice on a request or a case, and on a request that is being written.

use baton_core::access::Sight;
use baton_core::case::kinds::{Mode, NeededByReason};
use baton_core::case::request::Request;
use baton_core::case::request::advice::{self, Matter};
use baton_core::case::request::command::WeighingForm;
use baton_core::case::request::heard;
use baton_core::case::request::ladder::{Between, HIGHEST, Seat, ladder};
use baton_core::case::request::sight::case_sight;
use baton_core::escalation::{Advice, Tick};
use baton_core::ids::{DepartmentId, ServiceId};
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::time::Instant;

use super::view::{AdviceView, found, outcome};
use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::reach::File;
use crate::request::acts::{choice, maybe};

/// A request as far as it is written.
#[derive(Clone, Debug)]
pub struct Written {
    pub from: DepartmentId,
    pub to: Option<DepartmentId>,
    pub service: Option<ServiceId>,
    pub mode: Mode,
    /// A deadline that the law sets.
    pub legal: Option<Instant>,
    pub amount_minor: Option<i64>,
    pub emergency: bool,
    pub ticks: Vec<Tick>,
    pub level: Option<u8>,
    /// The writer's own words.
    pub words: Vec<String>,
}

/// What somebody confirms and chooses, as a form says it.
///
/// # Errors
/// `invalid` for a fact that cannot be read, and for a level that there is not.
pub fn form(input: &Input) -> Result<WeighingForm, Refusal> {
    let ticks = input.texts("facts").enumerate().map(|(n, text)| {
        let message = say!("advice-written-write-a-fact-like-legal-threat");
        Tick::read(text)
            .ok_or_else(|| Refusal::invalid(format!("facts[{n}]"), "not_a_fact", message))
    });
    let level = input.whole("level").and_then(|level| u8::try_from(level).ok());
    Ok(WeighingForm {
        facts: ticks.collect::<Result<_, _>>()?,
        level: level.filter(|level| *level <= HIGHEST),
        reason: maybe(input, "advice_reason"),
    })
}

impl Written {
    /// What a form holds so far.
    pub fn of(
        input: &Input,
        from: DepartmentId,
        to: Option<DepartmentId>,
    ) -> Result<Self, Refusal> {
        let form = form(input)?;
        let legal = choice(input, "needed_by_reason", NeededByReason::parse);
        let legal = legal == Some(NeededByReason::LegalClock);
        let words = ["need", "why", "background"];
        Ok(Self {
            from,
            to,
            service: input.text("service").and_then(|id| id.trim().parse().ok()),
            mode: choice(input, "mode", Mode::parse).unwrap_or(Mode::Delegate),
            legal: input.time("needed_by").filter(|_| legal),
            amount_minor: None,
            emergency: input.flag("emergency"),
            ticks: form.facts,
            level: form.level,
            words: words.iter().map(|name| input.words(name).to_owned()).collect(),
        })
    }
}

/// The advice on what is being written in a case.
pub fn weigh(ctx: &Ctx, file: &File, written: &Written) -> Result<AdviceView, Trouble> {
    let matter = Matter {
        case: &file.case,
        request: None,
        to: written.to,
        action_wanted: written.mode.obliges(),
        legal: written.legal,
        amount_minor: written.amount_minor,
    };
    let to = written.to.unwrap_or(written.from);
    let between = Between { from: written.from, to, service: written.service };
    let of = Weighing {
        between,
        ticks: &written.ticks,
        chosen: chosen(written),
        emergency: written.emergency,
        own: &written.words,
    };
    given(ctx, file, &matter, of)
}

/// `None`: as advised.
fn chosen(written: &Written) -> Option<u8> {
    match written.mode {
        Mode::Escalate => written.level,
        _ => Some(written.level.unwrap_or(0)),
    }
}

/// The advice on a request; with what the customer's words suggest for those who may read them. On
/// one that is over nothing is advised any more.
pub fn of_request(
    ctx: &Ctx,
    file: &File,
    request: &Request,
    ticks: &[Tick],
) -> Result<AdviceView, Trouble> {
    let ticks = match request.ended() {
        true => Vec::new(),
        false => advice::confirmed([request], ticks),
    };
    let of = Weighing {
        between: Between::of(request),
        ticks: &ticks,
        chosen: Some(request.level()),
        emergency: request.ask.emergency,
        own: &[],
    };
    given(ctx, file, &Matter::of_request(&file.case, request), of)
}

/// The advice on a whole case.
pub fn of_case(ctx: &Ctx, file: &File) -> Result<AdviceView, Trouble> {
    let (case, department) = (&file.case, file.case.department);
    let open = case.requests.iter().rev().find(|request| !request.ended());
    let service = open.and_then(|request| request.ask.service);
    let to = open.map_or(department, |request| request.ask.to);
    let ticks = advice::confirmed(&case.requests, &[]);
    let level = case.requests.iter().map(Request::level).max().unwrap_or(0);
    let of = Weighing {
        between: Between { from: department, to, service },
        ticks: &ticks,
        chosen: Some(level),
        emergency: case.requests.iter().any(|request| request.ask.emergency),
        own: &[],
    };
    given(ctx, file, &Matter::of_case(case), of)
}

struct Weighing<'a> {
    between: Between,
    ticks: &'a [Tick],
    chosen: Option<u8>,
    emergency: bool,
    own: &'a [String],
}

fn given(
    ctx: &Ctx,
    file: &File,
    matter: &Matter<'_>,
    of: Weighing<'_>,
) -> Result<AdviceView, Trouble> {
    let house = ctx.desk()?.house();
    let practice = &house.practice;
    let facts = advice::facts(matter, practice, &file.calendars, ctx.now);
    let over = matter.request.is_some_and(Request::ended);
    let reads = case_sight(&file.case, &ctx.who) == Sight::All && !over;
    let mut words = if reads { heard::heard(&file.case, &file.texts) } else { Vec::new() };
    words.extend(heard::written(of.own.iter().map(String::as_str)));
    let weighed = advice::weigh(practice, facts, of.ticks, words)?;
    let seats = |advice: &Advice<'_>| -> Vec<Seat> {
        let routes: Vec<_> = advice.functional.iter().copied().collect();
        ladder(&file.directory, of.between, advice.level, &routes, ctx.now)
    };
    let shown =
        |advice: &Advice<'_>| outcome(advice, &weighed.facts, &seats(advice), &file.directory);
    let same = weighed.advice == weighed.if_so;
    let chosen = of.chosen.unwrap_or(weighed.advice.level);
    let said = of.ticks.iter().filter(|tick| tick.says_more());
    Ok(AdviceView {
        version: practice.pack.version.clone(),
        confirmed: said.map(Tick::text).collect(),
        advised: shown(&weighed.advice),
        found: weighed.found.iter().map(|one| found(one, &file.texts)).collect(),
        if_so: (!same).then(|| shown(&weighed.if_so)),
        reason_needed: weighed.needs_reason(chosen, of.emergency),
    })
}
