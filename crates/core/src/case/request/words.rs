//! How an event of a request is said. A line is a sentence, and what was written below it.

use crate::calendar::said_day;
use crate::case::event::{CaseEvent, ClockStopped};
use crate::case::kinds::{ClockEnd, ClockKind, WaitOn};
use crate::case::request::dispute::Restated;
use crate::case::request::recount::{Became, Kept, Moved};
use crate::case::words::{Line, Names};
use crate::say;
use crate::time::Instant;
use crate::vault::{Texts, WordRef};

/// The line of an event of a request; `None` for what is about the case itself.
pub fn say(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    early(event, who, names, texts).or_else(|| late(event, who, names, texts))
}

fn quote(label: &str, word: WordRef, texts: &Texts) -> (String, String) {
    (label.to_owned(), texts.show(word).to_owned())
}

fn some(label: &str, word: Option<WordRef>, texts: &Texts) -> Option<(String, String)> {
    word.map(|word| quote(label, word, texts))
}

fn early(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::RequestDrafted(e) => {
            let to = names.department(e.ask.to);
            Line::new(say!("case-request-words-drafted-a-request-to", who, to)).quoting([quote(
                say!("case-request-words-need"),
                e.ask.need,
                texts,
            )])
        }
        CaseEvent::RequestRevised(_) => {
            Line::new(say!("case-request-words-revised-the-draft", who))
        }
        CaseEvent::RequestSent(_) => Line::new(say!("case-request-words-sent-the-request", who)),
        CaseEvent::RequestAcknowledged(e) => {
            let assignee = names.person(e.assignee);
            Line::new(if who == assignee {
                say!("case-request-words-acknowledged-it-and-has-it-now", who)
            } else {
                say!("case-request-words-acknowledged-it-has-it-now", who, assignee)
            })
        }
        CaseEvent::RequestAssigned(e) => Line::new(say!(
            "case-request-words-gave-it-to",
            who,
            assignee = names.person(e.assignee)
        )),
        CaseEvent::RequestReadBack(e) => Line::new(say!("case-request-words-read-it-back", who))
            .quoting([
                quote(say!("case-request-words-outcome"), e.read_back.outcome, texts),
                quote(say!("case-request-words-will-do"), e.read_back.will_do, texts),
                (say!("case-request-words-by").to_owned(), names.time(e.read_back.by)),
            ]),
        CaseEvent::ReadBackConfirmed(_) => {
            Line::new(say!("case-request-words-confirmed-the-read-back-both", who))
        }
        CaseEvent::ReadBackCorrected(e) => {
            Line::new(say!("case-request-words-corrected-the-read-back", who)).quoting(
                e.corrections.iter().map(|c| {
                    let item = texts.show(c.item).replace('_', " ");
                    quote(&say!("case-request-words-what-is-right-about", item), c.text, texts)
                }),
            )
        }
        _ => return back_and_forth(event, who, names, texts),
    };
    Some(line)
}

/// What the two sides say to each other before the work begins.
fn back_and_forth(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::ClarificationAsked(e) => Line::new(say!(
            "case-request-words-asked-a-question",
            who
        ))
        .quoting([quote(say!("case-request-words-question"), e.question, texts)]),
        CaseEvent::ClarificationAnswered(e) => Line::new(say!("case-request-words-answered", who))
            .quoting([quote(say!("case-request-words-answer"), e.answer, texts)]),
        CaseEvent::RequestCountered(e) => {
            let by = e
                .counter
                .by
                .map(|by| (say!("case-request-words-proposed-time").to_owned(), names.time(by)));
            Line::new(say!("case-request-words-proposed-something-else", who))
                .quoting(by)
                .quoting(some(say!("case-request-words-proposed-scope"), e.counter.scope, texts))
                .quoting([
                    quote(say!("case-request-words-why"), e.counter.reason, texts),
                    quote(
                        say!("case-request-words-for-the-customer"),
                        e.counter.effect_on_customer,
                        texts,
                    ),
                ])
        }
        CaseEvent::CounterAccepted(e) => Line::new(say!(
            "case-request-words-accepted-the-proposal",
            who
        ))
        .quoting(some(say!("case-request-words-note"), e.text, texts)),
        CaseEvent::CounterRefused(e) => Line::new(say!(
            "case-request-words-refused-the-proposal",
            who
        ))
        .quoting(some(say!("case-request-words-why"), e.text, texts)),
        CaseEvent::RequestDeclined(e) => {
            let reason = e.reason.name().replace('_', " ");
            let kind = e.alternative.kind.name().replace('_', " ");
            Line::new(say!("case-request-words-declined", who, reason))
                .quoting([
                    quote(say!("case-request-words-why"), e.text, texts),
                    (say!("case-request-words-instead").to_owned(), kind),
                ])
                .quoting(some(say!("case-request-words-which"), e.alternative.value, texts))
        }
        CaseEvent::DeclineSettled(_) => {
            Line::new(say!("case-request-words-the-decline-is-settled-nothing").to_owned())
        }
        CaseEvent::RequestRedirected(e) => {
            Line::new(say!("case-request-words-redirected-it-to", who, to = names.department(e.to)))
        }
        _ => return None,
    };
    Some(line)
}

fn late(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::ProgressNoted(e) => Line::new(say!("case-request-words-noted-progress", who))
            .quoting([quote(say!("case-request-words-progress"), e.note, texts)]),
        CaseEvent::RequestNoteAdded(e) => Line::new(say!("case-request-words-added-a-note", who))
            .quoting([quote(say!("case-request-words-note"), e.note, texts)]),
        CaseEvent::WaitStarted(e) => {
            waits(who, e.on, (e.reason, e.evidence), e.resume_by, names, texts)
        }
        CaseEvent::WaitEnded(_) => Line::new(say!("case-request-words-went-on-with-the-work", who)),
        CaseEvent::RequestDelivered(e) => Line::new(say!("case-request-words-delivered", who))
            .quoting([
                quote(say!("case-request-words-outcome"), e.outcome, texts),
                quote(
                    say!("case-request-words-the-customer-may-be-told"),
                    e.customer_may_be_told,
                    texts,
                ),
            ])
            .quoting(some(say!("case-request-words-evidence"), e.evidence, texts))
            .quoting(e.residual_actions.iter().map(|action| {
                let (owner, by) = (names.person(action.owner), names.time(action.by));
                quote(
                    &say!("case-request-words-still-to-do-by-until", owner, by),
                    action.what,
                    texts,
                )
            })),
        CaseEvent::RequestVerified(_) => {
            Line::new(say!("case-request-words-verified-the-delivery", who))
        }
        CaseEvent::DeliveryRejected(e) => {
            Line::new(say!("case-request-words-rejected-the-delivery", who))
                .quoting([quote(say!("case-request-words-not-met"), e.failed, texts)])
                .quoting(some(say!("case-request-words-note"), e.text, texts))
        }
        CaseEvent::RequestClosed(_) => {
            Line::new(say!("case-request-words-the-loop-is-closed").to_owned())
        }
        CaseEvent::RequestWithdrawn(e) => Line::new(say!("case-request-words-withdrew-it", who))
            .quoting([quote(say!("case-request-words-why"), e.reason, texts)]),
        CaseEvent::RequestReopened(e) => Line::new(say!("case-request-words-reopened-it", who))
            .quoting([quote(say!("case-request-words-why"), e.reason, texts)]),
        CaseEvent::RequestMerged(_) => {
            Line::new(say!("case-request-words-merged-it-into-another-request", who))
        }
        other => return beside_the_work(other, who, names, texts),
    };
    Some(line)
}

/// Escalations, disputes, the packet and the clocks: the work goes on meanwhile.
fn beside_the_work(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::RequestEscalated(e) => {
            let asked: Vec<_> = e.asked.iter().map(|person| names.person(*person)).collect();
            let asked = match asked.as_slice() {
                [] => String::new(),
                asked => say!("case-request-words-asked-to-decide", asked = asked.join(", ")),
            };
            Line::new(say!("case-request-words-escalated-it-to-level", who, level = e.level, asked))
                .quoting([
                    quote(say!("case-request-words-why"), e.reason, texts),
                    quote(say!("case-request-words-decision-wanted"), e.decision_wanted, texts),
                ])
        }
        CaseEvent::EscalationAnswered(e) => Line::new(say!("case-request-words-decided", who))
            .quoting([
                quote(say!("case-request-words-decision"), e.decision, texts),
                quote(say!("case-request-words-why"), e.reason, texts),
            ]),
        CaseEvent::DisputeOpened(e) => {
            Line::new(say!("case-request-words-disputes-the", who, subject = e.subject))
                .quoting([quote(say!("case-request-words-position"), e.position, texts)])
        }
        CaseEvent::DisputeAnswered(e) => Line::new(say!(
            "case-request-words-says-how-they-see-it",
            who
        ))
        .quoting([quote(say!("case-request-words-position"), e.position, texts)]),
        CaseEvent::DisputeUnanswered(_) => {
            Line::new(say!("case-request-words-nobody-said-how-they-see-it").to_owned())
        }
        CaseEvent::DisputeRuled(e) => Line::new(ruled(who, e.restated.as_ref(), names)).quoting([
            quote(say!("case-request-words-decision"), e.decision, texts),
            quote(say!("case-request-words-why"), e.reason, texts),
        ]),
        CaseEvent::PacketWidened(e) => {
            let fields: Vec<_> = e.items.iter().map(|item| item.field.as_str()).collect();
            Line::new(say!("case-request-words-shared", who, fields = fields.join(", ")))
        }
        CaseEvent::PacketNarrowed(e) => {
            Line::new(say!("case-request-words-no-longer-shares", who, field = e.field))
                .quoting([quote(say!("case-request-words-why"), e.reason, texts)])
        }
        CaseEvent::NoticeConverted(_) => {
            Line::new(say!("case-request-words-turned-the-notice-into-joint", who))
        }
        CaseEvent::CaseTransferred(e) => {
            let (to, owner) = (names.department(e.department), names.person(e.owner));
            Line::new(say!("case-request-words-the-case-belongs-to-now-owns", to, owner))
        }
        other => return of_a_clock(other, who, names, texts),
    };
    Some(line)
}

fn of_a_clock(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::ClockStopped(e) => Line::new(stopped(e)),
        CaseEvent::BreachExcused(e) => {
            Line::new(say!("case-request-words-excused-that-was-late", who, clock = clock(e.clock)))
                .quoting([quote(say!("case-request-words-why"), e.reason, texts)])
        }
        CaseEvent::RequestOverdue(e) => Line::new(say!(
            "case-request-words-overdue-due",
            clock = clock(e.clock),
            due = names.time(e.due)
        )),
        CaseEvent::DueMoved(e) => Line::new(moved(&e.moved, clock(e.moved.clock), names)),
        CaseEvent::WaitKept(e) => Line::new(kept(&e.kept)),
        _ => return None,
    };
    Some(line)
}

/// Somebody waits for somebody outside: why, with what shows it, and until when.
pub(in crate::case) fn waits(
    who: &str,
    on: WaitOn,
    (reason, evidence): (WordRef, Option<WordRef>),
    resume_by: Instant,
    names: &dyn Names,
    texts: &Texts,
) -> Line {
    let on = match on {
        WaitOn::Customer => say!("case-request-words-the-customer"),
        WaitOn::ThirdParty => say!("case-request-words-a-third-party"),
        WaitOn::LegalHold => say!("case-request-words-the-end-of-a-legal-hold"),
    };
    let until = names.time(resume_by);
    Line::new(say!("case-request-words-waits-for-until-at-the-latest", who, on, until))
        .quoting([quote(say!("case-request-words-for"), reason, texts)])
        .quoting(some(say!("case-request-words-evidence"), evidence, texts))
}

/// What a clock measures, as a phrase.
pub fn clock(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Acknowledge => "acknowledging",
        ClockKind::ReadBack => say!("case-request-words-reading-back"),
        ClockKind::HearBack => say!("case-request-words-confirming-the-read-back"),
        ClockKind::Clarify => say!("case-request-words-answering-the-question"),
        ClockKind::Counter => say!("case-request-words-answering-the-proposal"),
        ClockKind::Deliver => "delivering",
        ClockKind::Verify => "verifying",
        ClockKind::Tell => say!("case-request-words-telling-the-customer"),
    }
}

fn stopped(event: &ClockStopped) -> String {
    let clock = clock(event.clock);
    match (event.result.late, event.result.end) {
        (true, _) => say!("case-request-words-stopped-late", clock),
        (false, ClockEnd::Done) => say!("case-request-words-stopped-in-time", clock),
        (false, _) => say!("case-request-words-stopped-before-it-was-done", clock),
    }
}

/// `The due time for delivering moved from … to …, because 15 June 2026 became a holiday.`
pub(in crate::case) fn moved<C>(moved: &Moved<C>, clock: &str, names: &dyn Names) -> String {
    let day = said_day(moved.day);
    let (was, now) = (names.time(moved.was), names.time(moved.now));
    match moved.became {
        Became::Holiday => {
            say!("case-request-words-due-moved-holiday", clock, was, now, day)
        }
        Became::Closed => say!("case-request-words-due-moved-closed", clock, was, now, day),
        Became::Hours => say!("case-request-words-due-moved-hours", clock, was, now, day),
    }
}

/// `The wait puts off the delivery as before, though 15 June 2026 became a holiday.`
fn kept(kept: &Kept) -> String {
    let day = said_day(kept.day);
    match kept.became {
        Became::Holiday => say!("case-request-words-wait-kept-holiday", day),
        Became::Closed => say!("case-request-words-wait-kept-closed", day),
        Became::Hours => say!("case-request-words-wait-kept-hours", day),
    }
}

fn ruled(who: &str, restated: Option<&Restated>, names: &dyn Names) -> String {
    let Some(one) = restated else { return say!("case-request-words-ruled", who) };
    let (clock, due) = (clock(one.clock), names.time(one.due));
    match one.was {
        Some(was) => {
            let was = names.time(was);
            say!("case-request-words-ruled-due-instead-of", who, clock, due, was)
        }
        None => say!("case-request-words-ruled-due", who, clock, due),
    }
}
