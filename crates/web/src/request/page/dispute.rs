//! A dispute: both positions side by side, what the log says beside them, and the ruling.

use baton_core::case::clocks::{Clock, ClockState, clocks};
use baton_core::case::kinds::{ClockKind, DisputeSubject, NeededByReason};
use baton_core::case::request::dispute as rules;
use baton_core::case::request::moves::Move;
use baton_core::ids::PersonId;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::ask::prose;
use super::choices::borrowed;
use super::sheet::Sheet;
use super::{talk, words};
use crate::request::dispute;
use crate::route::Route;
use crate::tell;
use crate::ui::when;
use crate::view::request::DisputeView;

static DISPUTE: Verb = Verb::new(
    Move::Dispute,
    &dispute::DISPUTE,
    |sheet, form| {
        let subjects: Vec<_> = DisputeSubject::ALL.iter().map(|one| words::dispute(*one)).collect();
        html! {
            (log(sheet))
            (form.radios("subject", &subjects))
            (form.lines("position", 5))
        }
    },
    |sheet| dispute::act(&sheet.ctx),
)
.said(
    word!("request-dispute-dispute-the-request"),
    word!("request-dispute-whoever-is-accountable-for-the"),
    word!("request-dispute-open-the-dispute"),
    word!("request-dispute-whoever-rules-on-it-was-told"),
);

static POSITION: Verb = Verb::new(
    Move::TakePosition,
    &dispute::POSITION,
    |sheet, form| {
        html! {
            (contested(sheet))
            (log(sheet))
            (form.lines("position", 5))
        }
    },
    |sheet| dispute::position(&sheet.ctx),
)
.said(
    word!("request-dispute-say-how-you-see-it"),
    word!("request-dispute-whoever-rules-reads-both-sides"),
    word!("request-dispute-say-it"),
    word!("request-dispute-whoever-rules-reads-it-beside"),
);

static RULE: Verb = Verb::new(
    Move::Rule,
    &dispute::RULING,
    |sheet, form| {
        let ran = |kind: &&ClockKind| sheet.request.runs.iter().any(|run| run.kind == **kind);
        let legal = sheet.request.ask.needed_by_reason == NeededByReason::LegalClock;
        let fixed = legal && !sheet.ctx.who.compliance;
        let free = |kind: &&ClockKind| !(fixed && **kind == ClockKind::Deliver);
        let clocks: Vec<(String, String)> = ClockKind::ALL
            .iter()
            .filter(ran)
            .filter(free)
            .map(|kind| (kind.name().to_owned(), words::clock(*kind).to_owned()))
            .collect();
        html! {
            (talk::talk(sheet))
            (log(sheet))
            (form.lines("decision", 4))
            (form.lines("reason", 4))
            (form.tick("precedent"))
            (form.select("clock", &borrowed(&clocks)))
            (form.moment("clock_due"))
        }
    },
    |sheet| dispute::ruling(&sheet.ctx),
)
.said(
    word!("request-dispute-rule-on-it"),
    word!("request-dispute-both-departments-read-the"),
    word!("request-dispute-rule"),
    word!("request-dispute-the-ruling-stands-both"),
);

pub const ROUTES: &[&[Route]] = &[
    &verb!(DISPUTE, &dispute::DISPUTE, "dispute", "dispute a request"),
    &verb!(POSITION, &dispute::POSITION, "position", "say how the other side of a dispute sees it"),
    &verb!(RULE, &dispute::RULING, "ruling", "rule on a dispute"),
];

/// On the page of the request, while there is a dispute: who rules, by when, and what the log says.
pub fn section(sheet: &Sheet) -> Markup {
    let Some(dispute) = &sheet.view.dispute else { return html! {} };
    let climbed = sheet.request.climbed().map(|level| names(sheet, &level.asked));
    let rulers = names(sheet, &rulers(sheet));
    let due = sheet.when(&dispute.due);
    html! {
        p {
            @match climbed {
                Some(asked) => (tell!("request-dispute-nobody-ruled-by", due, asked)),
                None if rulers.is_empty() => (tell!("request-dispute-nobody-is-there-to-rule", due)),
                None => (tell!("request-dispute-rules-by", rulers, due)),
            }
            " " (say!("request-dispute-the-work-goes-on"))
        }
        (log(sheet))
    }
}

/// Who was asked to rule, or else all who may.
fn rulers(sheet: &Sheet) -> Vec<PersonId> {
    let request = &sheet.request;
    let arbiter = request.dispute.as_ref().and_then(|dispute| dispute.arbiter);
    let mut rulers = rules::rulers(&sheet.file.directory, arbiter);
    rulers.retain(|person| !request.has_part(*person));
    rulers
}

fn names(sheet: &Sheet, people: &[PersonId]) -> String {
    let names: Vec<String> = people.iter().map(|id| sheet.person(*id)).collect();
    names.join(say!("request-dispute-or"))
}

/// The dispute that waits for its ruling: what it is about, and how each side sees it.
pub fn contested(sheet: &Sheet) -> Markup {
    let Some(dispute) = &sheet.view.dispute else { return html! {} };
    html! {
        h2 #dispute { (say!("request-talk-in-dispute")) }
        (positions(sheet, dispute))
    }
}

/// The positions of both sides, the asking one on the left, under what they are about.
pub fn positions(sheet: &Sheet, dispute: &DisputeView) -> Markup {
    let opened = Said { by: &dispute.by, at: &dispute.at, position: &dispute.position };
    let other = dispute.other.as_ref().map(|one| Said {
        by: &one.by,
        at: &one.at,
        position: &one.position,
    });
    let (from, to) =
        if dispute.side == "from" { (Some(opened), other) } else { (other, Some(opened)) };
    let subject = DisputeSubject::parse(dispute.subject).map(|subject| words::dispute(subject).1);
    let due = dispute.position_due.as_deref();
    html! {
        div.compare {
            section.compare-row {
                h3 { (subject.unwrap_or_default()) }
                (side(sheet, &sheet.view.from_name, from, due))
                (side(sheet, &sheet.view.to_name, to, due))
            }
        }
    }
}

/// How one side sees it, as somebody has said.
struct Said<'a> {
    by: &'a str,
    at: &'a str,
    position: &'a str,
}

fn side(sheet: &Sheet, department: &str, said: Option<Said<'_>>, due: Option<&str>) -> Markup {
    html! {
        div.compare-side {
            p.compare-label { (department) }
            @match (said, due) {
                (Some(said), _) => { (prose(said.position)) (talk::by(sheet, said.by, said.at)) },
                (None, Some(due)) => p.muted {
                    (tell!("request-dispute-has-until-to-say", due = sheet.when(due)))
                },
                (None, None) => p.muted { (say!("request-dispute-has-not-said-in-time")) },
            }
        }
    }
}

/// What the log says, whatever either side says.
fn log(sheet: &Sheet) -> Markup {
    let request = &sheet.request;
    let clocks = clocks(request, &sheet.file.calendars, sheet.ctx.now);
    let times = |count: usize| {
        if count == 1 { "once".to_owned() } else { say!("request-dispute-times", count) }
    };
    html! {
        details.fold open[true] {
            summary { (say!("request-dispute-what-the-log-says")) }
            ul {
                @if let Some(at) = request.sent_at {
                    li { (tell!("request-dispute-sent", zone = when::when(at, sheet.ctx.now, &sheet.zone))) }
                }
                @for clock in &clocks { li { (line(sheet, clock)) } }
                @if request.rounds > 0 {
                    li { (tell!("request-dispute-the-read-back-was-corrected", times = times(usize::try_from(request.rounds).unwrap_or(0)))) }
                }
                @if !request.declines.is_empty() {
                    li { (tell!("request-dispute-it-was-declined", times = times(request.declines.len()))) }
                }
                @if !request.questions.is_empty() {
                    li { (tell!("request-dispute-the-sender-was-asked", times = times(request.questions.len()))) }
                }
                @if let Some(binding) = &request.binding {
                    li { (tell!("request-dispute-it-runs-by", link = html! { a href={ "/agreements/" (binding.agreement) "#version-" (binding.number) } { (tell!("request-dispute-version-of-the-agreement", number = binding.number)) } })) }
                }
            }
            p { a href={ (sheet.href()) "#history" } { (say!("request-dispute-all-that-happened-with-its")) } }
        }
    }
}

fn line(sheet: &Sheet, clock: &Clock) -> Markup {
    let used = when::working(clock.used_seconds / 60);
    let due = |at| html! { (when::when(at, sheet.ctx.now, &sheet.zone)) };
    html! {
        (tell!("request-dispute-used", clock = words::clock(clock.kind), used))
        @if let Some(at) = clock.due { (tell!("request-dispute-due", due = due(at))) }
        @if let Some(at) = clock.was_due { " " (tell!("request-dispute-before-a-ruling", due = due(at))) }
        @if clock.state == ClockState::Breached { (say!("request-dispute-late")) }
        "."
    }
}
