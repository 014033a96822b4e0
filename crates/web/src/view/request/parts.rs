//! The parts of a request's view.

use baton_core::case::kinds::{AlternativeKind, ClockKind, DeclineReason, DisputeSubject, WaitOn};
use baton_core::case::request::state::Money;

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_MONEY, MAYBE_TEXT, MAYBE_TIME, view};

view! {
    BindingView as BINDING "Binding" {
        "id" id: String = Out::Id,
        /// Of the version.
        "number" number: u32 = Out::Whole,
    }
    CustomerToldView as CUSTOMER_TOLD "CustomerTold" {
        "what" what: String = Out::Text,
        "when" when: Option<String> = MAYBE_TIME,
        "channel" channel: Option<String> = MAYBE_TEXT,
        "next_update_by" next_update_by: Option<String> = MAYBE_TIME,
    }
    AuthorityView as AUTHORITY "Authority" {
        "amount" amount: Money = Out::Money,
        "decision" decision: Option<String> = MAYBE_TEXT,
    }
    ReadBackView as READ_BACK "ReadBack" {
        "outcome" outcome: String = Out::Text,
        "will_do" will_do: String = Out::Text,
        "by" by: String = Out::Time,
        "needed_by" needed_by: Option<String> = MAYBE_TIME,
        "amount" amount: Option<Money> = MAYBE_MONEY,
        "contingency" contingency: Option<String> = MAYBE_TEXT,
        /// Items of the request that the receiver did not restate.
        "unrestated" unrestated: Vec<String> = Out::List(&Out::Text),
        "at" at: Option<String> = MAYBE_TIME,
    }
    CorrectionView as CORRECTION "Correction" {
        "item" item: String = Out::Text,
        "text" text: String = Out::Text,
    }
    QuestionView as QUESTION "Question" {
        "question" question: String = Out::Text,
        "field" field: Option<String> = MAYBE_TEXT,
        "asked_by" asked_by: String = Out::Id,
        "asked_at" asked_at: String = Out::Time,
        "answer" answer: Option<String> = MAYBE_TEXT,
    }
    CounterView as COUNTER "Counter" {
        "by" by: Option<String> = MAYBE_TIME,
        "scope" scope: Option<String> = MAYBE_TEXT,
        "reason" reason: String = Out::Text,
        "effect_on_customer" effect_on_customer: String = Out::Text,
    }
    WaitView as WAIT "Wait" {
        "on" on: &'static str = Out::Choice(WaitOn::NAMES),
        "reason" reason: String = Out::Text,
        "evidence" evidence: Option<String> = MAYBE_TEXT,
        "resume_by" resume_by: String = Out::Time,
        "since" since: String = Out::Time,
    }
    DeclineView as DECLINE "Decline" {
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "reason" reason: &'static str = Out::Choice(DeclineReason::NAMES),
        "text" text: String = Out::Text,
        "alternative" alternative: AlternativeView = Out::Thing(&ALTERNATIVE),
    }
    AlternativeView as ALTERNATIVE "Alternative" {
        "kind" kind: &'static str = Out::Choice(AlternativeKind::NAMES),
        "value" value: Option<String> = MAYBE_TEXT,
        "department" department: Option<String> = MAYBE_ID,
    }
    DeliveryView as DELIVERY "Delivery" {
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "outcome" outcome: String = Out::Text,
        "customer_may_be_told" customer_may_be_told: String = Out::Text,
        "evidence" evidence: Option<String> = MAYBE_TEXT,
        "residual_actions" residual_actions: Vec<ResidualView> = Out::List(&Out::Thing(&RESIDUAL)),
    }
    ResidualView as RESIDUAL "Residual" {
        "what" what: String = Out::Text,
        "owner" owner: String = Out::Id,
        "by" by: String = Out::Time,
    }
    DisputeView as DISPUTE "Dispute" {
        "subject" subject: &'static str = Out::Choice(DisputeSubject::NAMES),
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "position" position: String = Out::Text,
    }
    RulingView as RULING "Ruling" {
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "decision" decision: String = Out::Text,
        "reason" reason: String = Out::Text,
        "precedent" precedent: bool = Out::Flag,
    }
    ClockView as CLOCK "Clock" {
        "kind" kind: &'static str = Out::Choice(ClockKind::NAMES),
        "started" started: String = Out::Time,
        "due" due: Option<String> = MAYBE_TIME,
        "state" state: &'static str = Out::Choice(&["running", "met", "breached"]),
        "used_seconds" used_seconds: i64 = Out::Whole,
    }
    HeldView as HELD "Held" {
        "from_minutes" from: i64 = Out::Whole,
        "to_minutes" to: i64 = Out::Whole,
        /// Departments that were asked before it was redirected.
        "earlier_minutes" earlier: i64 = Out::Whole,
    }
    PacketView as PACKET "Packet" {
        "field" field: String = Out::Text,
        "value" value: String = Out::Text,
        "purpose" purpose: String = Out::Text,
        "why" why: Option<String> = MAYBE_TEXT,
        "until" until: String = Out::Time,
    }
}
