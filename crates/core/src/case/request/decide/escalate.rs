//! A level is added; nobody loses the request by it, and no clock stops.

use crate::access::Sight;
use crate::calendar::Calendar;
use crate::case::decide::Pen;
use crate::case::decide::text::{Check, LONG};
use crate::case::event::{EscalationAnswered, RequestEscalated};
use crate::case::request::advice::{Advised, Matter, Weighed, confirmed, facts, weigh};
use crate::case::request::command::WeighingForm;
use crate::case::request::heard::{Found, heard};
use crate::case::request::ladder::{self, Between, HIGHEST};
use crate::case::request::recount::Flag;
use crate::case::request::sight::case_sight;
use crate::case::request::state::Request;
use crate::case::request::words;
use crate::escalation::{Facts, Route, advise};
use crate::ids::{PersonId, RequestId};
use crate::log::Effect;
use crate::refusal::{Code, FieldError, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::WordRef;

pub(super) fn escalate(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    level: u8,
    reason: &str,
    decision_wanted: &str,
    form: &WeighingForm,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if !(1..=HIGHEST).contains(&level) {
        let message = say!("case-request-escalate-1-both-leads-2-heads-and");
        check.wrong("level", "not_one_of", message);
    }
    check.needed(
        "reason",
        Some(reason),
        LONG,
        say!("case-request-escalate-say-why-it-cannot-be-settled"),
    );
    let message = say!("case-request-escalate-say-which-decision-you-want");
    check.needed("decision_wanted", Some(decision_wanted), LONG, message);
    check.optional("advice_reason", form.reason.as_deref(), LONG);
    check.valid()?;
    let request = pen.request(id)?.clone();
    above_what_waits(pen, &request, level)?;
    let ticks = confirmed([&request], &form.facts);
    let practice = pen.setting.practice;
    let known =
        facts(&Matter::of_request(&pen.case, &request), practice, pen.setting.calendars, pen.at);
    let weighed = weigh(practice, known, &ticks, letters(pen))?;
    let otherwise = otherwise(pen, &weighed, level, true, form.reason.as_deref())?;
    let routes: Vec<Route> = weighed.advice.functional.iter().copied().collect();
    let advised = weighed.advised(&practice.pack.version, &ticks, level, otherwise);
    let (reason, decision_wanted) = (pen.write(reason), pen.write(decision_wanted));
    add(pen, id, Added { level, reason, decision_wanted, routes, advised, late: None })
}

/// A level that waits keeps its decision: only one above it may take it over.
fn above_what_waits(pen: &Pen<'_, '_>, request: &Request, level: u8) -> Result<(), Refusal> {
    let Some(waiting) = request.unanswered().filter(|waiting| level <= waiting.level) else {
        return Ok(());
    };
    let calendar = request.asked_calendar(pen.setting.calendars);
    let due = moment(ladder::due(waiting, calendar), calendar);
    let name = |person: &PersonId| pen.setting.directory.person_name(*person).to_owned();
    let message = say!(
        "case-request-escalate-is-asked-already",
        asked = waiting.asked.iter().map(name).collect::<Vec<_>>().join(", "),
        level = waiting.level.to_string(),
        due
    );
    Err(Refusal::invalid("level", "not_above", message))
}

/// What the customer's words suggest. Whoever was only asked, or passes part of a request on, does
/// not see the customer's letters.
pub(super) fn letters(pen: &Pen<'_, '_>) -> Vec<Found> {
    let whole = case_sight(&pen.case, pen.setting.who) == Sight::All;
    if whole { heard(&pen.case, pen.setting.texts) } else { Vec::new() }
}

/// The reason for going another way than advised, written down; a refusal where it is missing.
pub(super) fn otherwise(
    pen: &mut Pen<'_, '_>,
    weighed: &Weighed<'_>,
    chosen: u8,
    emergency: bool,
    reason: Option<&str>,
) -> Result<Option<WordRef>, Refusal> {
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    if reason.is_none() && weighed.needs_reason(chosen, emergency) {
        let message = say!(
            "case-request-escalate-escalate-it-as-advised-or-say",
            chosen = weighed.sentences(chosen)
        );
        return Err(Refusal::new(
            Code::AdviceNeedsReason,
            say!("case-request-escalate-you-may-choose-otherwise-than"),
        )
        .with_fields(vec![FieldError::missing("advice_reason", message)]));
    }
    Ok(pen.write_some(reason))
}

/// A level, ready to be added.
pub(super) struct Added {
    pub level: u8,
    pub reason: WordRef,
    pub decision_wanted: WordRef,
    pub routes: Vec<Route>,
    pub advised: Option<Advised>,
    pub late: Option<Flag>,
}

/// Adds the level, and tells those who are asked and those of the levels below.
pub(super) fn add(pen: &mut Pen<'_, '_>, id: RequestId, added: Added) -> Result<(), Refusal> {
    let Added { level, reason, decision_wanted, routes, advised, late } = added;
    let (directory, at, by) = (pen.setting.directory, pen.at, pen.setting.who.person());
    let request = pen.request(id)?;
    let between = Between::of(request);
    let mut seats = ladder::ladder(directory, between, level, &routes, at);
    if let Some(one) = late.and_then(|late| request.answers_for(late.clock)) {
        ladder::leave_to(&mut seats, one);
    }
    let mut asked = ladder::people(&seats);
    // Nobody decides what they ask for themselves, as long as there is somebody else.
    if asked.iter().any(|person| Some(*person) != by) {
        asked.retain(|person| Some(*person) != by);
    }
    let below = (1..level).flat_map(|level| ladder::ladder(directory, between, level, &[], at));
    let mut people: Vec<PersonId> = ladder::people(&below.collect::<Vec<_>>());
    people.extend(&asked);
    people.retain(|person| Some(*person) != by);
    people.sort_unstable();
    people.dedup();
    pen.record(RequestEscalated {
        request: id,
        level,
        reason,
        decision_wanted,
        routes,
        asked,
        advised,
        late,
    });
    let case = pen.case.id;
    // What only ran out waits for the hours in which people work, as everything that is due does.
    let kind = if late.is_some() { "late_to_decide" } else { "escalated" };
    pen.effect(Effect::Notify { people, case, request: Some(id), kind });
    Ok(())
}

/// Nobody has answered in time: the next level is asked the same. The owner stays who they are.
pub(super) fn climb(pen: &mut Pen<'_, '_>, request: &Request) -> Result<(), Refusal> {
    let Some(waiting) = request.unanswered() else { return Ok(()) };
    let calendar = request.asked_calendar(pen.setting.calendars);
    if waiting.level >= HIGHEST || ladder::due(waiting, calendar) >= pen.at {
        return Ok(());
    }
    let added = Added {
        level: ladder::level_above(
            pen.setting.directory,
            Between::of(request),
            waiting.level,
            pen.at,
        ),
        reason: waiting.reason,
        decision_wanted: waiting.decision_wanted,
        routes: Vec::new(),
        advised: None,
        late: waiting.late,
    };
    add(pen, request.id, added)
}

/// A clock ran out: whoever can see to it is asked, by the table that the organisation keeps.
pub(super) fn late(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let (request, calendars) = (pen.request(id)?.clone(), pen.setting.calendars);
    if !request.ask.mode.obliges() {
        return Ok(());
    }
    let table = &pen.setting.practice.pack;
    let asks = |(late, agreement)| {
        let advice = advise(table, &Facts { agreement, ..Facts::default() });
        let fired = advice.fired.iter().filter(|rule| rule.level.of(&Facts::default()) > 0);
        let why = fired.map(|rule| rule.why.as_str()).collect::<Vec<_>>().join(" ");
        (advice.level, late, why)
    };
    let open = request.running_late(calendars, pen.at).map(asks);
    let open =
        open.filter(|(level, late, _)| *level > 0 && !request.has_asked_about(*late, *level));
    let Some((level, late, why)) = open.max_by_key(|(level, ..)| *level) else { return Ok(()) };
    let calendar = request.calendar(late.clock, late.started, calendars);
    let (clock, due) = (words::clock(late.clock), moment(late.due, calendar));
    let reason = pen.write(&say!("case-request-escalate-is-late", clock, due, why));
    let decision_wanted = pen.write(say!("case-request-escalate-who-does-it-and-when"));
    let (routes, advised, late) = (Vec::new(), None, Some(late));
    add(pen, id, Added { level, reason, decision_wanted, routes, advised, late })
}

/// A moment as the people of a calendar say it.
fn moment(at: Instant, calendar: &Calendar) -> String {
    at.timestamp().to_zoned(calendar.zone().clone()).strftime("%-d %B %Y, %H:%M").to_string()
}

pub(super) fn answer(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    decision: &str,
    reason: &str,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed(
        "decision",
        Some(decision),
        LONG,
        say!("case-request-escalate-say-what-is-decided"),
    );
    check.needed(
        "reason",
        Some(reason),
        LONG,
        say!("case-request-escalate-say-why-so-that-both-sides"),
    );
    check.valid()?;
    let request = pen.request(id)?;
    let mut people = pen.responsible(request);
    people.extend(request.unanswered().and_then(|escalation| escalation.by));
    people.push(request.sender);
    let by = pen.setting.who.person();
    people.retain(|person| Some(*person) != by);
    people.sort_unstable();
    people.dedup();
    let (decision, reason) = (pen.write(decision), pen.write(reason));
    pen.record(EscalationAnswered { request: id, decision, reason });
    let case = pen.case.id;
    pen.effect(Effect::Notify { people, case, request: Some(id), kind: "escalation_answered" });
    Ok(())
}
