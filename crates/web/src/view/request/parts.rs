//! The parts of a request's view.

use baton_core::case::clocks::ClockState;
use baton_core::case::kinds::{
    AlternativeKind, ClockKind, DeclineReason, DisputeSubject, Hand, WaitOn,
};
use baton_core::case::request::ladder::LevelState;
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
    FileView as FILE "RequestFile" {
        "name" name: String = Out::Text,
        "media_type" media_type: String = Out::Text,
        "size" size: u64 = Out::Whole,
        /// Which side sent it along.
        "side" side: &'static str = Out::Choice(&["from", "to"]),
        "href" href: String = Out::Text,
    }
    ResidualView as RESIDUAL "Residual" {
        "what" what: String = Out::Text,
        "owner" owner: String = Out::Id,
        "by" by: String = Out::Time,
    }
    AdvisedView as ADVISED "KeptAdvice" {
        "mode" mode: &'static str = Out::Text,
        "level" level: u8 = Out::Whole,
        "routes" routes: Vec<&'static str> = Out::List(&Out::Text),
        /// Ids of the rules that fired.
        "rules" rules: Vec<String> = Out::List(&Out::Text),
        "confirmed" confirmed: Vec<String> = Out::List(&Out::Text),
        /// What words suggested and nobody confirmed.
        "set_aside" set_aside: Vec<String> = Out::List(&Out::Text),
        /// The level at which it began.
        "chosen" chosen: u8 = Out::Whole,
        /// Why it was chosen otherwise.
        "reason" reason: Option<String> = MAYBE_TEXT,
    }
    EscalationView as ESCALATION "Escalation" {
        "level" level: u8 = Out::Whole,
        "state" state: &'static str = Out::Choice(LevelState::NAMES),
        /// Null: nobody answered the level below in time, or a clock ran out.
        "by" by: Option<String> = MAYBE_ID,
        "at" at: String = Out::Time,
        "reason" reason: String = Out::Text,
        "decision_wanted" decision_wanted: String = Out::Text,
        "routes" routes: Vec<&'static str> = Out::List(&Out::Text),
        /// Who was asked to decide.
        "asked" asked: Vec<String> = Out::List(&Out::Id),
        /// By when; unanswered then, the next level is asked.
        "due" due: String = Out::Time,
        /// The clock that ran out, where no person asked for the level. Once it has stopped nobody
        /// has to decide any more.
        "late" late: Option<&'static str> = Out::Maybe(&Out::Choice(ClockKind::NAMES)),
        "answer" answer: Option<DecisionView> = Out::Maybe(&Out::Thing(&DECISION)),
    }
    DecisionView as DECISION "Decision" {
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "decision" decision: String = Out::Text,
        "reason" reason: String = Out::Text,
    }
    DisputeView as DISPUTE "Dispute" {
        "subject" subject: &'static str = Out::Choice(DisputeSubject::NAMES),
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "position" position: String = Out::Text,
        /// The side that opened it.
        "side" side: &'static str = Out::Choice(&["from", "to"]),
        /// How the other side sees it.
        "other" other: Option<PositionView> = Out::Maybe(&Out::Thing(&POSITION)),
        /// By when it does; null once it has, or once that time has passed. Nobody rules before.
        "position_due" position_due: Option<String> = MAYBE_TIME,
        /// Who was asked to rule; null: whoever holds the role.
        "arbiter" arbiter: Option<String> = MAYBE_ID,
        /// By when; without a ruling then, the director on duty is asked.
        "due" due: String = Out::Time,
    }
    PositionView as POSITION "Position" {
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
        /// What it was given on, with both positions; null on a third redirection.
        "dispute" dispute: Option<DisputeView> = Out::Maybe(&Out::Thing(&DISPUTE)),
        /// The clock that it has set anew.
        "restated" restated: Option<RestatedView> = Out::Maybe(&Out::Thing(&RESTATED)),
    }
    RestatedView as RESTATED "RestatedClock" {
        "clock" clock: &'static str = Out::Choice(ClockKind::NAMES),
        "was_due" was_due: Option<String> = MAYBE_TIME,
        "due" due: String = Out::Time,
    }
    ClockView as CLOCK "Clock" {
        "kind" kind: &'static str = Out::Choice(ClockKind::NAMES),
        "started" started: String = Out::Time,
        "due" due: Option<String> = MAYBE_TIME,
        /// When it was due before a ruling set it anew.
        "was_due" was_due: Option<String> = MAYBE_TIME,
        "state" state: &'static str = Out::Choice(ClockState::NAMES),
        "used_seconds" used_seconds: i64 = Out::Whole,
        /// Working time that did not count, because it waited for a reason that was agreed.
        "paused_seconds" paused_seconds: i64 = Out::Whole,
        /// Why who waited, or ruled, does not hold it against them that it was late; it stays late.
        "excused" excused: Option<ExcuseView> = Out::Maybe(&Out::Thing(&EXCUSE)),
    }
    ExcuseView as EXCUSE "Excuse" {
        "by" by: String = Out::Id,
        "at" at: String = Out::Time,
        "reason" reason: String = Out::Text,
    }
    DayView as DAY "ClockDay" {
        "date" date: String = Out::Date,
        "counted_seconds" counted_seconds: i64 = Out::Whole,
        /// Which hours counted, or why none did.
        "words" words: String = Out::Text,
    }
    WhyView as WHY "ClockAccount" {
        "clock" clock: ClockView = Out::Thing(&CLOCK),
        /// Where its time comes from.
        "why" why: Option<String> = MAYBE_TEXT,
        "agreement" agreement: Option<BindingView> = Out::Maybe(&Out::Thing(&BINDING)),
        /// Every day from its start to its due time, in the zone of the calendar.
        "days" days: Vec<DayView> = Out::List(&Out::Thing(&DAY)),
    }
    ShareView as SHARE "TimeShare" {
        "hand" hand: &'static str = Out::Choice(Hand::NAMES),
        "department" department: String = Out::Id,
        "department_name" department_name: String = Out::Text,
        "seconds" seconds: i64 = Out::Whole,
    }
    #[derive(Default)]
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
