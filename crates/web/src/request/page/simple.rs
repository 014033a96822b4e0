//! Verbs whose form is a field or two.

use baton_core::case::request::command::Act;
use baton_core::case::request::moves::{Move, survives};
use baton_core::tags::KNOWN_TAGS;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::advice;
use super::choices::{borrowed, departments, members};
use super::escalated;
use super::sheet::Sheet;
use super::{ask, talk};
use crate::input::Kept;
use crate::request::{clarification, escalation, simple};
use crate::route::Route;
use crate::ui::words::tag;

static ACKNOWLEDGE: Verb = Verb::new(
    Move::Acknowledge,
    &simple::ACKNOWLEDGEMENT,
    |sheet, form| form.select("assignee", &borrowed(&takers(sheet))),
    |sheet| simple::acknowledge(&sheet.ctx),
)
.said(
    word!("request-simple-acknowledge-the-request"),
    word!("request-simple-it-says-that-a-named-person"),
    word!("request-simple-acknowledge"),
    word!("request-simple-from-was-told-who-has-it"),
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
    word!("request-simple-give-it-to-a-colleague"),
    word!("request-simple-they-answer-for-it-from-now"),
    word!("request-simple-give-it-to-them"),
    word!("request-simple-they-were-told-that-it-is"),
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
    word!("request-simple-ask-another-department"),
    word!("request-simple-the-same-request-goes-to-them"),
    word!("request-simple-send-it-to-them"),
    word!("request-simple-the-request-went-on-to-the"),
);

static PROGRESS: Verb = Verb::new(
    Move::Progress,
    &simple::PROGRESS,
    |_, form| form.lines("note", 4),
    |sheet| simple::progress(&sheet.ctx),
)
.said(
    word!("request-simple-note-progress"),
    word!("request-simple-both-departments-read-it-it"),
    word!("request-simple-note-it"),
    word!("request-simple-from-can-read-how-it-is"),
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
    word!("request-simple-say-what-is-missing"),
    word!("request-simple-the-request-goes-back-into-work"),
    word!("request-simple-send-it-back"),
    word!("request-simple-to-was-told-what-is-still"),
);

static WITHDRAW: Verb = Verb::new(
    Move::Withdraw,
    &simple::REASON,
    |_, form| form.lines("reason", 3),
    |sheet| simple::withdraw(&sheet.ctx),
)
.said(
    word!("request-simple-withdraw-the-request"),
    word!("request-simple-nothing-is-asked-any-more-the"),
    word!("request-simple-withdraw-it"),
    word!("request-simple-the-request-was-withdrawn"),
)
.grave();

static REOPEN: Verb = Verb::new(
    Move::Reopen,
    &simple::REASON,
    |_, form| form.lines("reason", 3),
    |sheet| simple::reopen(&sheet.ctx),
)
.said(
    word!("request-simple-reopen-the-request"),
    word!("request-simple-the-work-goes-on-where-it"),
    word!("request-simple-reopen-it"),
    word!("request-simple-the-request-is-in-work-again"),
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
    word!("request-simple-ask-a-question"),
    word!("request-simple-until-it-is-answered-it-is"),
    word!("request-simple-ask"),
    word!("request-simple-from-was-asked"),
);

static ESCALATE: Verb = Verb::new(
    Move::Escalate,
    &escalation::ESCALATION,
    |sheet, form| {
        // A level that waits for its decision is asked already, and so are those below.
        let asked = sheet.request.unanswered().map_or(0, |waiting| waiting.level);
        html! {
            (advice::escalating(sheet, form))
            (form.radios("level", &borrowed(&escalated::levels(sheet, asked))))
            (form.lines("reason", 4))
            (form.lines("decision_wanted", 3))
            (form.lines("advice_reason", 2))
        }
    },
    |sheet| escalation::act(&sheet.ctx),
)
.said(
    word!("request-simple-escalate-the-request"),
    word!("request-simple-it-brings-in-people-who-can"),
    word!("request-simple-escalate-it"),
    word!("request-simple-the-people-of-that-level-were"),
);

static ANSWER: Verb = Verb::new(
    Move::AnswerEscalation,
    &escalation::ANSWER,
    |sheet, form| {
        html! {
            (talk::talk(sheet))
            (form.lines("decision", 4))
            (form.lines("reason", 4))
        }
    },
    |sheet| escalation::answer(&sheet.ctx),
)
.said(
    word!("request-simple-decide"),
    word!("request-simple-both-departments-read-what-you"),
    word!("request-simple-decide"),
    word!("request-simple-both-departments-were-told-what"),
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
    word!("request-simple-merge-into-another-request"),
    word!("request-simple-this-one-ends-here-the-other"),
    word!("request-simple-merge"),
    word!("request-simple-the-request-goes-on-in-the"),
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
    word!("request-simple-take-a-shared-field-back"),
    word!("request-simple-they-can-no-longer-read-it"),
    word!("request-simple-take-it-back"),
    word!("request-simple-the-field-is-no-longer-shared"),
)
.grave();

static CONVERT: Verb = Verb::new(
    Move::Convert,
    &simple::CONVERSION,
    |sheet, _| notice(sheet),
    |sheet| simple::convert(&sheet.ctx),
)
.said(
    word!("request-simple-make-it-joint-work"),
    word!("request-simple-the-notice-turns-out-to-ask"),
    word!("request-simple-make-it-joint-work"),
    word!("request-simple-the-notice-is-joint-work-now"),
);

fn notice(sheet: &Sheet) -> Markup {
    html! { div.quote { p.quote-label { (say!("request-simple-the-notice")) } (ask::prose(&sheet.view.need)) } }
}

static RESUME: Verb =
    Verb::new(Move::Resume, &crate::shape::Shape::EMPTY, |_, _| html! {}, |_| Ok(Act::Resume))
        .said(
            word!("request-simple-go-on-with-the-work"),
            word!("request-simple-the-waiting-is-over-and-it"),
            word!("request-simple-go-on"),
            word!("request-simple-it-is-in-work-again"),
        );

static VERIFY: Verb = Verb::new(
    Move::Verify,
    &crate::shape::Shape::EMPTY,
    |sheet, _| talk::talk(sheet),
    |_| Ok(Act::Verify),
)
.said(
    word!("request-simple-verify-the-answer"),
    word!("request-simple-it-says-that-what-came-back"),
    word!("request-simple-verify"),
    word!("request-simple-the-answer-is-verified-now-the"),
);

static SEND: Verb = Verb::new(
    Move::Send,
    &crate::shape::Shape::EMPTY,
    |sheet, _| ask::whole(sheet),
    |_| Ok(Act::Send),
)
.said(
    word!("request-simple-send-the-draft"),
    word!("request-simple-it-goes-out-as-it-is"),
    word!("request-simple-send-it"),
    word!("request-simple-the-request-was-sent-to-to"),
);

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
    &verb!(ESCALATE, &escalation::ESCALATION, "escalation", "escalate a request"),
    &verb!(ANSWER, &escalation::ANSWER, "escalation-answer", "decide what was escalated"),
    &verb!(MERGE, &simple::MERGER, "merger", "merge two requests"),
    &verb!(UNSHARE, &simple::UNSHARING, "unsharing", "take a shared field back"),
    &verb!(CONVERT, &simple::CONVERSION, "conversion", "make a notice joint work"),
    &verb!(RESUME, EMPTY, "resumption", "go on with the work"),
    &verb!(VERIFY, EMPTY, "verification", "verify a delivery"),
    &verb!(SEND, EMPTY, "sending", "send a draft"),
];
