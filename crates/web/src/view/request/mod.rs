//! A request as either side may see it: the ask, where it stands, and its packet.

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};
use baton_core::agreement::Binding;
use baton_core::calendar::Calendars;
use baton_core::case::account::{Share, of_request};
use baton_core::case::clocks::{Clock, clocks};
use baton_core::case::kinds::{
    Mode, Mover, NeededByReason, RequestChannel, ServiceClass, StageName,
};
use baton_core::case::request::Request;
use baton_core::case::request::dispute::{self, Dispute, Ruling};
use baton_core::case::request::hands::held;
use baton_core::case::request::ladder::{self, Escalation};
use baton_core::case::request::state::{Counter, Stage, Wait};
use baton_core::case::state::Case;
use baton_core::customer::Customer;
use baton_core::directory::Directory;
use baton_core::escalation::Tick;
use baton_core::time::{Instant, Span};
use baton_core::vault::{Texts, WordRef};

use asked::asked;
pub use packet::packet;
pub use parts::*;

mod asked;
mod packet;
mod parts;

/// What a view is made from.
pub struct Source<'a> {
    pub case: &'a Case,
    pub texts: &'a Texts,
    pub customer: Option<&'a Customer>,
    pub directory: &'a Directory,
    pub calendars: &'a Calendars,
    pub now: Instant,
}

impl Source<'_> {
    pub(super) fn text(&self, word: WordRef) -> String {
        self.texts.show(word).to_owned()
    }
    pub(super) fn maybe(&self, word: Option<WordRef>) -> Option<String> {
        word.map(|word| self.text(word))
    }
}

view! {
    #[derive(Default)]
    RequestView as REQUEST "Request" {
        "id" id: String = Out::Id,
        "ref" reference: String = Out::Text,
        "version" version: u32 = Out::Whole,
        "state" state: &'static str = Out::Choice(StageName::NAMES),
        /// Which side has to act: `from`, `to`, or nobody.
        "mover" mover: Option<&'static str> = Out::Maybe(&Out::Choice(&["from", "to"])),
        "mode" mode: &'static str = Out::Choice(Mode::NAMES),
        /// What to restate as the customer: the reference of the case, or null without a customer.
        "customer" customer: Option<String> = MAYBE_TEXT,
        "from" from: String = Out::Id,
        "from_name" from_name: String = Out::Text,
        "to" to: String = Out::Id,
        "to_name" to_name: String = Out::Text,
        "sender" sender: String = Out::Id,
        "sender_name" sender_name: String = Out::Text,
        "assignee" assignee: Option<String> = MAYBE_ID,
        "assignee_name" assignee_name: Option<String> = MAYBE_TEXT,
        "parent" parent: Option<String> = MAYBE_ID,
        "service" service: Option<String> = MAYBE_ID,
        "need" need: String = Out::Text,
        "outcome_wanted" outcome_wanted: Option<String> = MAYBE_TEXT,
        "why" why: Option<String> = MAYBE_TEXT,
        "why_department" why_department: Option<String> = MAYBE_TEXT,
        "background" background: Option<String> = MAYBE_TEXT,
        "contingency" contingency: Option<String> = MAYBE_TEXT,
        "needed_by" needed_by: Option<String> = MAYBE_TIME,
        "needed_by_reason" needed_by_reason: &'static str = Out::Choice(NeededByReason::NAMES),
        /// Why it is needed sooner than the agreement gives for a delivery.
        "sooner_reason" sooner_reason: Option<String> = MAYBE_TEXT,
        "service_class" service_class: &'static str = Out::Choice(ServiceClass::NAMES),
        "channel" channel: Option<&'static str> = Out::Maybe(&Out::Choice(RequestChannel::NAMES)),
        "emergency" emergency: bool = Out::Flag,
        "customer_told" customer_told: Option<CustomerToldView> = Out::Maybe(&Out::Thing(&CUSTOMER_TOLD)),
        "authority" authority: Option<AuthorityView> = Out::Maybe(&Out::Thing(&AUTHORITY)),
        "sent_at" sent_at: Option<String> = MAYBE_TIME,
        /// What the two departments had agreed on when it was sent; it stays with the request.
        "agreement" agreement: Option<BindingView> = Out::Maybe(&Out::Thing(&BINDING)),
        "acknowledged_at" acknowledged_at: Option<String> = MAYBE_TIME,
        "read_back" read_back: Option<ReadBackView> = Out::Maybe(&Out::Thing(&READ_BACK)),
        "corrections" corrections: Vec<CorrectionView> = Out::List(&Out::Thing(&CORRECTION)),
        "rounds" rounds: u32 = Out::Whole,
        "hops" hops: u32 = Out::Whole,
        "confirmed_at" confirmed_at: Option<String> = MAYBE_TIME,
        "questions" questions: Vec<QuestionView> = Out::List(&Out::Thing(&QUESTION)),
        "counter" counter: Option<CounterView> = Out::Maybe(&Out::Thing(&COUNTER)),
        "waiting" waiting: Option<WaitView> = Out::Maybe(&Out::Thing(&WAIT)),
        "decline" decline: Option<DeclineView> = Out::Maybe(&Out::Thing(&DECLINE)),
        "delivery" delivery: Option<DeliveryView> = Out::Maybe(&Out::Thing(&DELIVERY)),
        "verified_at" verified_at: Option<String> = MAYBE_TIME,
        "ended_at" ended_at: Option<String> = MAYBE_TIME,
        "level" level: u8 = Out::Whole,
        /// What was advised when it was sent, and what was chosen; null: to ask them directly.
        "advised" advised: Option<AdvisedView> = Out::Maybe(&Out::Thing(&ADVISED)),
        "escalations" escalations: Vec<EscalationView> = Out::List(&Out::Thing(&ESCALATION)),
        "dispute" dispute: Option<DisputeView> = Out::Maybe(&Out::Thing(&DISPUTE)),
        "rulings" rulings: Vec<RulingView> = Out::List(&Out::Thing(&RULING)),
        /// How long each side has held it since it was sent, in whole minutes of working time.
        "held" held: HeldView = Out::Thing(&HELD),
        /// Whole working seconds since it was sent, split among those in whose hands it was.
        "account" account: Vec<ShareView> = Out::List(&Out::Thing(&SHARE)),
        "clocks" clocks: Vec<ClockView> = Out::List(&Out::Thing(&CLOCK)),
        /// Tags of the fields that the agreement asks for and that are not shared. Until they are,
        /// the clocks of the department that is asked do not start.
        "missing_facts" missing_facts: Vec<String> = Out::List(&Out::Text),
        /// Tags of the fields that the agreement asks for and that could not be shared when it was
        /// sent. The clocks run without them.
        "unobtainable_facts" unobtainable_facts: Vec<String> = Out::List(&Out::Text),
        /// What the asking side sent along, then what came with the answers.
        "files" files: Vec<FileView> = Out::List(&Out::Thing(&FILE)),
        "packet" packet: Vec<PacketView> = Out::List(&Out::Thing(&PACKET)),
    }
}

/// A request for whoever has been found to may see it.
pub fn request(source: &Source<'_>, request: &Request) -> RequestView {
    let names = source.directory;
    RequestView {
        id: request.id.to_string(),
        reference: format!("{}/{}", source.case.reference(), request.ordinal),
        version: request.version,
        state: request.stage.name().name(),
        mover: (request.mover() != Mover::Nobody).then(|| request.mover().name()),
        assignee: request.assignee.map(|id| id.to_string()),
        assignee_name: request.assignee.map(|id| names.person_name(id).to_owned()),
        agreement: request.binding.as_ref().map(binding),
        sent_at: maybe_time(request.sent_at),
        acknowledged_at: maybe_time(request.acknowledged_at),
        read_back: read_back(source, request),
        corrections: corrections(source, request),
        rounds: request.rounds,
        hops: request.hops,
        confirmed_at: maybe_time(request.confirmed_at),
        questions: questions(source, request),
        counter: counter(source, &request.stage),
        waiting: waiting(source, &request.stage),
        decline: decline(source, request),
        delivery: delivery(source, request),
        verified_at: maybe_time(request.verified_at),
        ended_at: maybe_time(request.ended_at),
        level: request.level(),
        advised: advised(source, request),
        escalations: escalations(source, request),
        dispute: disputed(source, request),
        rulings: rulings(source, request),
        held: held_by(source, request),
        account: account(source, request),
        clocks: clocks_of(source, request),
        missing_facts: request.missing_facts().map(str::to_owned).collect(),
        unobtainable_facts: request.unobtainable_facts().map(str::to_owned).collect(),
        packet: packet(source, request),
        ..asked(source, request)
    }
}

fn clocks_of(source: &Source<'_>, request: &Request) -> Vec<ClockView> {
    let clocks = clocks(request, source.calendars, source.now);
    clocks.iter().map(|one| clock(source, one)).collect()
}

fn binding(binding: &Binding) -> BindingView {
    BindingView { id: binding.agreement.to_string(), number: binding.number }
}

fn read_back(source: &Source<'_>, request: &Request) -> Option<ReadBackView> {
    request.read_back.as_ref().map(|back| ReadBackView {
        outcome: source.text(back.outcome),
        will_do: source.text(back.will_do),
        by: time(back.by),
        needed_by: maybe_time(back.needed_by),
        amount: back.amount.clone(),
        contingency: source.maybe(back.contingency),
        unrestated: back.unrestated.clone(),
        at: maybe_time(request.read_back_at),
    })
}

fn corrections(source: &Source<'_>, request: &Request) -> Vec<CorrectionView> {
    let view = |correction: &baton_core::case::request::state::Correction| CorrectionView {
        item: source.text(correction.item),
        text: source.text(correction.text),
    };
    request.corrections.iter().map(view).collect()
}

fn questions(source: &Source<'_>, request: &Request) -> Vec<QuestionView> {
    let view = |question: &baton_core::case::request::state::Question| QuestionView {
        question: source.text(question.question),
        field: question.field.clone(),
        asked_by: question.asked_by.to_string(),
        asked_at: time(question.asked_at),
        answer: source.maybe(question.answer),
    };
    request.questions.iter().map(view).collect()
}

fn counter(source: &Source<'_>, stage: &Stage) -> Option<CounterView> {
    let Stage::Countered { counter, .. } = stage else { return None };
    let Counter { by, scope, reason, effect_on_customer } = counter;
    Some(CounterView {
        by: maybe_time(*by),
        scope: source.maybe(*scope),
        reason: source.text(*reason),
        effect_on_customer: source.text(*effect_on_customer),
    })
}

fn waiting(source: &Source<'_>, stage: &Stage) -> Option<WaitView> {
    let (Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait)) = stage else {
        return None;
    };
    Some(wait_view(source, wait))
}

/// What a request or a case waits for.
pub fn wait_view(source: &Source<'_>, wait: &Wait) -> WaitView {
    WaitView {
        on: wait.on.name(),
        reason: source.text(wait.reason),
        evidence: source.maybe(wait.evidence),
        resume_by: time(wait.resume_by),
        since: time(wait.since),
    }
}

/// The newest decline, by whichever department it was: the sender has to answer it, and a
/// department that is asked next shall know what was said.
fn decline(source: &Source<'_>, request: &Request) -> Option<DeclineView> {
    request.declines.last().map(|decline| DeclineView {
        by: decline.by.to_string(),
        at: time(decline.at),
        reason: decline.reason.name(),
        text: source.text(decline.text),
        alternative: AlternativeView {
            kind: decline.alternative.kind.name(),
            value: source.maybe(decline.alternative.value),
            department: decline.alternative.department.map(|id| id.to_string()),
        },
    })
}

fn delivery(source: &Source<'_>, request: &Request) -> Option<DeliveryView> {
    let residual = |action: &baton_core::case::request::state::Residual| ResidualView {
        what: source.text(action.what),
        owner: action.owner.to_string(),
        by: time(action.by),
    };
    request.delivery.as_ref().map(|delivery| DeliveryView {
        by: delivery.by.to_string(),
        at: time(delivery.at),
        outcome: source.text(delivery.outcome),
        customer_may_be_told: source.text(delivery.customer_may_be_told),
        evidence: source.maybe(delivery.evidence),
        residual_actions: delivery.residual_actions.iter().map(residual).collect(),
    })
}

fn advised(source: &Source<'_>, request: &Request) -> Option<AdvisedView> {
    request.advised.as_ref().map(|advised| AdvisedView {
        mode: advised.mode.name(),
        level: advised.level,
        routes: advised.functional.iter().map(|route| route.name()).collect(),
        rules: advised.fired.clone(),
        confirmed: advised.facts.iter().map(Tick::text).collect(),
        set_aside: advised.set_aside.clone(),
        chosen: advised.chosen,
        reason: source.maybe(advised.otherwise),
    })
}

fn escalations(source: &Source<'_>, request: &Request) -> Vec<EscalationView> {
    let ids = |people: &[baton_core::ids::PersonId]| -> Vec<String> {
        people.iter().map(ToString::to_string).collect()
    };
    let calendar = request.asked_calendar(source.calendars);
    let view = |one: &Escalation| EscalationView {
        level: one.level,
        state: request.state_of(one).name(),
        by: one.by.map(|id| id.to_string()),
        at: time(one.at),
        reason: source.text(one.reason),
        decision_wanted: source.text(one.decision_wanted),
        routes: one.routes.iter().map(|route| route.name()).collect(),
        asked: ids(&one.asked),
        due: time(ladder::due(one, calendar)),
        late: one.late.map(|late| late.clock.name()),
        answer: one.answer.as_ref().map(|answer| DecisionView {
            by: answer.by.to_string(),
            at: time(answer.at),
            decision: source.text(answer.decision),
            reason: source.text(answer.reason),
        }),
    };
    request.escalations.iter().map(view).collect()
}

fn disputed(source: &Source<'_>, request: &Request) -> Option<DisputeView> {
    let position_due = request.position_due(source.calendars).map(time);
    let dispute = request.dispute.as_ref()?;
    Some(DisputeView { position_due, ..contested(source, request, dispute) })
}

/// What was contested, whether or not it is ruled on by now.
fn contested(source: &Source<'_>, request: &Request, dispute: &Dispute) -> DisputeView {
    let calendar = request.asked_calendar(source.calendars);
    DisputeView {
        subject: dispute.subject.name(),
        by: dispute.by.to_string(),
        at: time(dispute.at),
        position: source.text(dispute.position),
        side: dispute.side.name(),
        other: dispute.other.map(|other| PositionView {
            by: other.by.to_string(),
            at: time(other.at),
            position: source.text(other.position),
        }),
        position_due: None,
        arbiter: dispute.arbiter.map(|id| id.to_string()),
        due: time(dispute::due(dispute, request.ask.service_class, calendar)),
    }
}

fn rulings(source: &Source<'_>, request: &Request) -> Vec<RulingView> {
    let view = |ruling: &Ruling| RulingView {
        by: ruling.by.to_string(),
        at: time(ruling.at),
        decision: source.text(ruling.decision),
        reason: source.text(ruling.reason),
        precedent: ruling.precedent,
        dispute: ruling.dispute.as_ref().map(|dispute| contested(source, request, dispute)),
        restated: ruling.restated.map(|one| RestatedView {
            clock: one.clock.name(),
            was_due: one.was.map(time),
            due: time(one.due),
        }),
    };
    request.rulings.iter().map(view).collect()
}

fn held_by(source: &Source<'_>, request: &Request) -> HeldView {
    let held = held(request, source.calendars, source.now);
    let minutes = |span: Span| span.as_seconds() / 60;
    HeldView { from: minutes(held.from), to: minutes(held.to), earlier: minutes(held.earlier) }
}

fn account(source: &Source<'_>, request: &Request) -> Vec<ShareView> {
    let account = of_request(request, source.calendars, source.now);
    let share = |share: &Share| ShareView {
        hand: share.hand.name(),
        department: share.department.to_string(),
        department_name: source.directory.department_name(share.department).to_owned(),
        seconds: share.seconds,
    };
    account.shares.iter().map(share).collect()
}

pub fn clock(source: &Source<'_>, clock: &Clock) -> ClockView {
    ClockView {
        kind: clock.kind.name(),
        started: time(clock.started),
        due: maybe_time(clock.due),
        was_due: maybe_time(clock.was_due),
        state: clock.state.name(),
        used_seconds: clock.used_seconds,
        paused_seconds: clock.paused_seconds,
        excused: clock.excused.map(|excused| ExcuseView {
            by: excused.by.to_string(),
            at: time(excused.at),
            reason: source.text(excused.reason),
        }),
    }
}
