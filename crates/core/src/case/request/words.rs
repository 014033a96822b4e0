//! How an event of a request is said. A line is a sentence, and what was written below it.

use crate::case::event::CaseEvent;
use crate::case::kinds::{ClockKind, WaitOn};
use crate::case::words::{Line, Names};
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
            Line::new(format!("{who} drafted a request to {to}."))
                .quoting([quote("Need", e.ask.need, texts)])
        }
        CaseEvent::RequestRevised(_) => Line::new(format!("{who} revised the draft.")),
        CaseEvent::RequestSent(_) => Line::new(format!("{who} sent the request.")),
        CaseEvent::RequestAcknowledged(e) => {
            let assignee = names.person(e.assignee);
            Line::new(if who == assignee {
                format!("{who} acknowledged it and has it now.")
            } else {
                format!("{who} acknowledged it. {assignee} has it now.")
            })
        }
        CaseEvent::RequestAssigned(e) => {
            Line::new(format!("{who} gave it to {}.", names.person(e.assignee)))
        }
        CaseEvent::RequestReadBack(e) => Line::new(format!("{who} read it back.")).quoting([
            quote("Outcome", e.read_back.outcome, texts),
            quote("Will do", e.read_back.will_do, texts),
            ("By".to_owned(), names.time(e.read_back.by)),
        ]),
        CaseEvent::ReadBackConfirmed(_) => {
            Line::new(format!("{who} confirmed the read-back. Both sides mean the same."))
        }
        CaseEvent::ReadBackCorrected(e) => Line::new(format!("{who} corrected the read-back."))
            .quoting(e.corrections.iter().map(|c| {
                let item = texts.show(c.item).replace('_', " ");
                quote(&format!("What is right about {item}"), c.text, texts)
            })),
        _ => return back_and_forth(event, who, names, texts),
    };
    Some(line)
}

/// What the two sides say to each other before the work begins.
fn back_and_forth(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line =
        match event {
            CaseEvent::ClarificationAsked(e) => Line::new(format!("{who} asked a question."))
                .quoting([quote("Question", e.question, texts)]),
            CaseEvent::ClarificationAnswered(e) => {
                Line::new(format!("{who} answered.")).quoting([quote("Answer", e.answer, texts)])
            }
            CaseEvent::RequestCountered(e) => {
                let by = e.counter.by.map(|by| ("Proposed time".to_owned(), names.time(by)));
                Line::new(format!("{who} proposed something else."))
                    .quoting(by)
                    .quoting(some("Proposed scope", e.counter.scope, texts))
                    .quoting([
                        quote("Why", e.counter.reason, texts),
                        quote("For the customer", e.counter.effect_on_customer, texts),
                    ])
            }
            CaseEvent::CounterAccepted(e) => Line::new(format!("{who} accepted the proposal."))
                .quoting(some("Note", e.text, texts)),
            CaseEvent::CounterRefused(e) => Line::new(format!("{who} refused the proposal."))
                .quoting(some("Why", e.text, texts)),
            CaseEvent::RequestDeclined(e) => {
                let reason = e.reason.name().replace('_', " ");
                let kind = e.alternative.kind.name().replace('_', " ");
                Line::new(format!("{who} declined: {reason}."))
                    .quoting([quote("Why", e.text, texts), ("Instead".to_owned(), kind)])
                    .quoting(some("Which", e.alternative.value, texts))
            }
            CaseEvent::DeclineSettled(_) => {
                Line::new("The decline is settled: nothing more is asked.".to_owned())
            }
            CaseEvent::RequestRedirected(e) => {
                Line::new(format!("{who} redirected it to {}.", names.department(e.to)))
            }
            _ => return None,
        };
    Some(line)
}

fn late(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::ProgressNoted(e) => {
            Line::new(format!("{who} noted progress.")).quoting([quote("Progress", e.note, texts)])
        }
        CaseEvent::RequestNoteAdded(e) => {
            Line::new(format!("{who} added a note.")).quoting([quote("Note", e.note, texts)])
        }
        CaseEvent::WaitStarted(e) => {
            let on = match e.on {
                WaitOn::Customer => "the customer",
                WaitOn::ThirdParty => "a third party",
            };
            let until = names.time(e.resume_by);
            Line::new(format!("{who} waits for {on}, until {until} at the latest."))
                .quoting([quote("For", e.reason, texts)])
                .quoting(some("Evidence", e.evidence, texts))
        }
        CaseEvent::WaitEnded(_) => Line::new(format!("{who} went on with the work.")),
        CaseEvent::RequestDelivered(e) => Line::new(format!("{who} delivered."))
            .quoting([
                quote("Outcome", e.outcome, texts),
                quote("The customer may be told", e.customer_may_be_told, texts),
            ])
            .quoting(some("Evidence", e.evidence, texts))
            .quoting(e.residual_actions.iter().map(|action| {
                let (owner, by) = (names.person(action.owner), names.time(action.by));
                quote(&format!("Still to do by {owner}, until {by}"), action.what, texts)
            })),
        CaseEvent::RequestVerified(_) => Line::new(format!("{who} verified the delivery.")),
        CaseEvent::DeliveryRejected(e) => Line::new(format!("{who} rejected the delivery."))
            .quoting([quote("Not met", e.failed, texts)])
            .quoting(some("Note", e.text, texts)),
        CaseEvent::RequestClosed(_) => Line::new("The loop is closed.".to_owned()),
        CaseEvent::RequestWithdrawn(e) => {
            Line::new(format!("{who} withdrew it.")).quoting([quote("Why", e.reason, texts)])
        }
        CaseEvent::RequestReopened(e) => {
            Line::new(format!("{who} reopened it.")).quoting([quote("Why", e.reason, texts)])
        }
        CaseEvent::RequestMerged(_) => Line::new(format!("{who} merged it into another request.")),
        other => return beside_the_work(other, who, names, texts),
    };
    Some(line)
}

/// Escalations, disputes, the packet and the clocks: the work goes on meanwhile.
fn beside_the_work(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let line = match event {
        CaseEvent::RequestEscalated(e) => {
            Line::new(format!("{who} escalated it to level {}.", e.level)).quoting([
                quote("Why", e.reason, texts),
                quote("Decision wanted", e.decision_wanted, texts),
            ])
        }
        CaseEvent::DisputeOpened(e) => Line::new(format!("{who} disputes the {}.", e.subject))
            .quoting([quote("Position", e.position, texts)]),
        CaseEvent::DisputeRuled(e) => Line::new(format!("{who} ruled."))
            .quoting([quote("Decision", e.decision, texts), quote("Why", e.reason, texts)]),
        CaseEvent::PacketWidened(e) => {
            let fields: Vec<_> = e.items.iter().map(|item| item.field.as_str()).collect();
            Line::new(format!("{who} shared {}.", fields.join(", ")))
        }
        CaseEvent::PacketNarrowed(e) => Line::new(format!("{who} no longer shares {}.", e.field))
            .quoting([quote("Why", e.reason, texts)]),
        CaseEvent::NoticeConverted(_) => {
            Line::new(format!("{who} turned the notice into joint work."))
        }
        CaseEvent::RequestOverdue(e) => {
            Line::new(format!("Overdue: {}, due {}.", clock(e.clock), names.time(e.due)))
        }
        CaseEvent::CaseTransferred(e) => {
            let (to, owner) = (names.department(e.department), names.person(e.owner));
            Line::new(format!("The case belongs to {to} now. {owner} owns it."))
        }
        _ => return None,
    };
    Some(line)
}

/// What a clock measures, as a phrase.
pub fn clock(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Acknowledge => "acknowledging",
        ClockKind::ReadBack => "reading back",
        ClockKind::HearBack => "confirming the read-back",
        ClockKind::Clarify => "answering the question",
        ClockKind::Counter => "answering the proposal",
        ClockKind::Deliver => "delivering",
        ClockKind::Verify => "verifying",
        ClockKind::Tell => "telling the customer",
    }
}
