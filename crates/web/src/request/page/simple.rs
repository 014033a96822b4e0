//! Verbs whose form is a field or two.

use baton_core::case::kinds::DisputeSubject;
use baton_core::case::request::command::Act;
use baton_core::case::request::moves::{Move, survives};
use baton_core::tags::KNOWN_TAGS;
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::choices::{borrowed, departments, members};
use super::sheet::Sheet;
use super::{ask, talk, words};
use crate::input::Kept;
use crate::request::{clarification, dispute, escalation, simple};
use crate::route::Route;
use crate::ui::words::tag;

static ACKNOWLEDGE: Verb = Verb::new(
    Move::Acknowledge,
    &simple::ACKNOWLEDGEMENT,
    |sheet, form| form.select("assignee", &borrowed(&takers(sheet))),
    |sheet| simple::acknowledge(&sheet.ctx),
)
.said(
    "Acknowledge the request",
    "It says that a named person has it. Reading it back comes next.",
    "Acknowledge",
    "{from} was told who has it.",
)
.starting(|sheet| {
    let me = sheet.ctx.who.person().map(|id| ("assignee".to_owned(), id.to_string()));
    Kept::new(me.into_iter().collect())
});

static ASSIGN: Verb = Verb::new(
    Move::Assign,
    &simple::ASSIGNMENT,
    |sheet, form| form.select("assignee", &borrowed(&takers(sheet))),
    |sheet| simple::assign(&sheet.ctx),
)
.said(
    "Give it to a colleague",
    "They answer for it from now on. The clocks go on as they are.",
    "Give it to them",
    "They were told that it is theirs now.",
);

fn takers(sheet: &Sheet) -> Vec<(String, String)> {
    let request = &sheet.request;
    members(&sheet.file.directory, request.ask.to, Some(request.sender))
}

static REDIRECT: Verb = Verb::new(
    Move::Redirect,
    &simple::REDIRECTION,
    |sheet, form| {
        let here = [sheet.request.from, sheet.request.ask.to];
        html! {
            (talk::talk(sheet))
            (form.select("to", &borrowed(&departments(&sheet.file.directory, &here))))
        }
    },
    |sheet| simple::redirect(&sheet.ctx),
)
.said(
    "Ask another department",
    "The same request goes to them, with its history and what was shared. They start from the \
     beginning: acknowledge, then read back.",
    "Send it to them",
    "The request went on to the other department.",
);

static PROGRESS: Verb = Verb::new(
    Move::Progress,
    &simple::PROGRESS,
    |_, form| form.lines("note", 4),
    |sheet| simple::progress(&sheet.ctx),
)
.said(
    "Note progress",
    "Both departments read it. It saves a phone call.",
    "Note it",
    "{from} can read how it is going.",
);

static REJECT: Verb = Verb::new(
    Move::Reject,
    &simple::REJECTION,
    |sheet, form| {
        html! {
            (talk::talk(sheet))
            (form.lines("failed", 4))
            (form.lines("text", 3))
        }
    },
    |sheet| simple::reject(&sheet.ctx),
)
.said(
    "Say what is missing",
    "The request goes back into work with what is not met yet.",
    "Send it back",
    "{to} was told what is still missing.",
);

static WITHDRAW: Verb = Verb::new(
    Move::Withdraw,
    &simple::REASON,
    |_, form| form.lines("reason", 3),
    |sheet| simple::withdraw(&sheet.ctx),
)
.said(
    "Withdraw the request",
    "Nothing is asked any more. The history stays, and what was shared can be read for five more \
     working days.",
    "Withdraw it",
    "The request was withdrawn.",
)
.grave();

static REOPEN: Verb = Verb::new(
    Move::Reopen,
    &simple::REASON,
    |_, form| form.lines("reason", 3),
    |sheet| simple::reopen(&sheet.ctx),
)
.said(
    "Reopen the request",
    "The work goes on where it ended, with the same people.",
    "Reopen it",
    "The request is in work again.",
);

static ASK: Verb = Verb::new(
    Move::Ask,
    &clarification::CLARIFICATION,
    |sheet, form| {
        let open = |tag: &&str| !sheet.request.shares(tag);
        let tags = KNOWN_TAGS.iter().map(|(tag, _)| *tag).filter(open);
        let fields: Vec<(String, String)> = tags.map(|name| (name.to_owned(), tag(name))).collect();
        html! {
            (form.lines("question", 4))
            @if sheet.view.customer.is_some() { (form.select("field", &borrowed(&fields))) }
        }
    },
    |sheet| clarification::act(&sheet.ctx),
)
.said(
    "Ask a question",
    "Until it is answered, it is their move, and that time is not counted as yours.",
    "Ask",
    "{from} was asked.",
);

static DISPUTE: Verb = Verb::new(
    Move::Dispute,
    &dispute::DISPUTE,
    |_, form| {
        let subjects: Vec<_> = DisputeSubject::ALL.iter().map(|one| words::dispute(*one)).collect();
        html! {
            (form.radios("subject", &subjects))
            (form.lines("position", 5))
        }
    },
    |sheet| dispute::act(&sheet.ctx),
)
.said(
    "Dispute the request",
    "The owner of the service rules on it; where there is none, an arbiter. The work and the \
     clocks go on meanwhile.",
    "Open the dispute",
    "Whoever rules on it was told. The work goes on meanwhile.",
);

static RULE: Verb = Verb::new(
    Move::Rule,
    &dispute::RULING,
    |sheet, form| {
        html! {
            (talk::talk(sheet))
            (form.lines("decision", 4))
            (form.lines("reason", 4))
            (form.tick("precedent"))
        }
    },
    |sheet| dispute::ruling(&sheet.ctx),
)
.said(
    "Rule on it",
    "Both departments read the decision and why. It settles the matter.",
    "Rule",
    "The ruling stands. Both departments can read it.",
);

static ESCALATE: Verb = Verb::new(
    Move::Escalate,
    &escalation::ESCALATION,
    |_, form| {
        let levels = [
            ("1", "1: the leads of both departments"),
            ("2", "2: also the owner of the service"),
            ("3", "3: also the duty director"),
        ];
        html! {
            (form.radios("level", &levels))
            (form.lines("reason", 4))
            (form.lines("decision_wanted", 3))
        }
    },
    |sheet| escalation::act(&sheet.ctx),
)
.said(
    "Escalate the request",
    "It brings in people who can decide. Nobody loses the request by it, and no clock stops.",
    "Escalate it",
    "The people of that level were told.",
);

static MERGE: Verb = Verb::new(
    Move::Merge,
    &simple::MERGER,
    |sheet, form| {
        let case = &sheet.file.case;
        let others = case.requests.iter().filter(|other| survives(other, &sheet.request));
        let others: Vec<(String, String)> = others
            .map(|other| {
                let need = sheet.file.texts.show(other.ask.need);
                let text = format!("{}/{}: {need}", case.reference(), other.ordinal);
                (other.id.to_string(), text)
            })
            .collect();
        form.radios("survivor", &borrowed(&others))
    },
    |sheet| simple::merge(&sheet.ctx),
)
.said(
    "Merge into another request",
    "This one ends here; the other one goes on, to the same department.",
    "Merge",
    "The request goes on in the other one.",
)
.grave();

static UNSHARE: Verb = Verb::new(
    Move::Unshare,
    &simple::UNSHARING,
    |sheet, form| {
        let live = sheet.request.grants.iter().filter(|grant| grant.withdrawn_at.is_none());
        let fields: Vec<(String, String)> =
            live.map(|grant| (grant.item.field.clone(), tag(&grant.item.field))).collect();
        html! {
            (form.radios("field", &borrowed(&fields)))
            (form.lines("reason", 3))
        }
    },
    |sheet| simple::unshare(&sheet.ctx),
)
.said(
    "Take a shared field back",
    "They can no longer read it from this moment, nor can whoever they passed it on to.",
    "Take it back",
    "The field is no longer shared.",
)
.grave();

static CONVERT: Verb = Verb::new(
    Move::Convert,
    &simple::CONVERSION,
    |sheet, _| notice(sheet),
    |sheet| simple::convert(&sheet.ctx),
)
.said(
    "Make it joint work",
    "The notice turns out to ask for something: from here on both departments work on it.",
    "Make it joint work",
    "The notice is joint work now.",
);

fn notice(sheet: &Sheet) -> Markup {
    html! { div.quote { p.quote-label { "The notice" } (ask::prose(&sheet.view.need)) } }
}

static RESUME: Verb =
    Verb::new(Move::Resume, &crate::shape::Shape::EMPTY, |_, _| html! {}, |_| Ok(Act::Resume))
        .said(
            "Go on with the work",
            "The waiting is over, and it is in work again.",
            "Go on",
            "It is in work again.",
        );

static VERIFY: Verb = Verb::new(
    Move::Verify,
    &crate::shape::Shape::EMPTY,
    |sheet, _| talk::talk(sheet),
    |_| Ok(Act::Verify),
)
.said(
    "Verify the answer",
    "It says that what came back is what was needed. Then the customer is told.",
    "Verify",
    "The answer is verified. Now the customer is to be told.",
);

static SEND: Verb = Verb::new(
    Move::Send,
    &crate::shape::Shape::EMPTY,
    |sheet, _| ask::whole(sheet),
    |_| Ok(Act::Send),
)
.said("Send the draft", "It goes out as it is below.", "Send it", "The request was sent to {to}.");

const EMPTY: &crate::shape::Shape = &crate::shape::Shape::EMPTY;

pub const ROUTES: &[&[Route]] = &[
    &verb!(ACKNOWLEDGE, &simple::ACKNOWLEDGEMENT, "acknowledgement", "acknowledge a request"),
    &verb!(ASSIGN, &simple::ASSIGNMENT, "assignment", "give a request to a colleague"),
    &verb!(REDIRECT, &simple::REDIRECTION, "redirection", "ask another department"),
    &verb!(PROGRESS, &simple::PROGRESS, "progress", "note progress"),
    &verb!(REJECT, &simple::REJECTION, "rejection", "reject a delivery"),
    &verb!(WITHDRAW, &simple::REASON, "withdrawal", "withdraw a request"),
    &verb!(REOPEN, &simple::REASON, "reopening", "reopen a request"),
    &verb!(ASK, &clarification::CLARIFICATION, "clarification", "ask the sender"),
    &verb!(DISPUTE, &dispute::DISPUTE, "dispute", "dispute a request"),
    &verb!(RULE, &dispute::RULING, "ruling", "rule on a dispute"),
    &verb!(ESCALATE, &escalation::ESCALATION, "escalation", "escalate a request"),
    &verb!(MERGE, &simple::MERGER, "merger", "merge two requests"),
    &verb!(UNSHARE, &simple::UNSHARING, "unsharing", "take a shared field back"),
    &verb!(CONVERT, &simple::CONVERSION, "conversion", "make a notice joint work"),
    &verb!(RESUME, EMPTY, "resumption", "go on with the work"),
    &verb!(VERIFY, EMPTY, "verification", "verify a delivery"),
    &verb!(SEND, EMPTY, "sending", "send a draft"),
];
