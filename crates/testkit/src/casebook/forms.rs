//! What the cast types, complete and right unless a test changes it.

use baton_core::case::command::{AddMessage, Command, Incoming, NewAttachment, Tell};
use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::case::state::PromiseState;
use baton_core::ids::{DepartmentId, MessageId, RequestId};
use baton_core::time::{Instant, Span};

use super::world::{World, cast};

pub const NEED: &str = "Find the parcel that Ms Okafor has been waiting for since Friday.";

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A complete request, needed in two periods of 24 hours.
pub fn ask(mode: Mode, to: DepartmentId, now: Instant) -> Raise {
    if mode == Mode::Inform {
        return notice(to);
    }
    Raise {
        need: text(NEED),
        outcome_wanted: text("We know where it is and when it comes."),
        why: text("She has stayed at home for two days."),
        why_department: text("Only Logistics sees the depots."),
        background: text("Order 7731, sent on Thursday."),
        needed_by: Some(now + Span::times_24h(2)),
        needed_by_reason: Some(NeededByReason::CustomerPromise),
        sooner_reason: None,
        service_class: Some(ServiceClass::Standard),
        channel: Some(RequestChannel::Desk),
        ..Raise::blank(mode, to)
    }
}

/// Something to know, and nothing to do.
pub fn notice(to: DepartmentId) -> Raise {
    Raise {
        need: text("The customer was refunded."),
        why: text("So that nobody refunds it again."),
        ..Raise::blank(Mode::Inform, to)
    }
}

/// A file as it was handed in.
pub fn file(name: &str) -> NewAttachment {
    let media_type = "image/jpeg".to_owned();
    NewAttachment { file: "ab".repeat(32), name: name.to_owned(), media_type, size: 48_120 }
}

pub fn share(field: &str) -> Share {
    Share { field: field.to_owned(), purpose: text("arrange_delivery"), why: text("To reach her.") }
}

/// Part of the work passed on, needed no later than the work itself.
pub fn part(world: &World, parent: RequestId, to: DepartmentId) -> Raise {
    let needed_by = world.request(parent).ask.needed_by.filter(|by| *by > world.now);
    let form = ask(Mode::Delegate, to, world.now);
    Raise { needed_by: needed_by.or(form.needed_by), parent: Some(parent), ..form }
}

/// A read-back that agrees with the request in every item.
pub fn read_back(world: &World, request: RequestId) -> ReadBackForm {
    let ask = &world.request(request).ask;
    let contingency = ask.contingency.map(|word| world.texts.show(word).to_owned());
    ReadBackForm {
        outcome: "Amira hears which depot holds it, with a new day.".to_owned(),
        will_do: "I call the depots today and book a van.".to_owned(),
        by: ask.needed_by.unwrap_or(world.now + Span::hours(4)),
        restated: Restated {
            customer: Some(world.case.reference()),
            needed_by: ask.needed_by,
            amount: ask.authority.as_ref().map(|authority| authority.amount.clone()),
            contingency,
        },
        data_sufficient: true,
        acknowledge: false,
    }
}

pub fn correction() -> Act {
    Act::Correct(vec![("outcome".to_owned(), "She needs the day, not the depot.".to_owned())])
}

pub fn question() -> Act {
    Act::Ask { question: "Which order is it?".to_owned(), field: None }
}

pub fn answer() -> Act {
    Act::Answer { text: "Order 7731.".to_owned(), share: Vec::new() }
}

pub fn counter(by: Instant) -> Act {
    Act::Counter(CounterForm {
        by: Some(by),
        scope: None,
        reason: "The depot is closed today.".to_owned(),
        effect_on_customer: "She hears a day later.".to_owned(),
    })
}

pub fn accept() -> Act {
    Act::ReplyToCounter { accept: true, text: None }
}

pub fn refuse() -> Act {
    Act::ReplyToCounter { accept: false, text: text("She has been promised Wednesday.") }
}

pub fn decline(reason: DeclineReason) -> Act {
    Act::Decline(DeclineForm {
        reason: Some(reason),
        text: "Parcels of this size are handled elsewhere.".to_owned(),
        alternative: Some(AlternativeForm {
            kind: AlternativeKind::Team,
            value: text("Technical Support"),
            department: None,
        }),
    })
}

pub fn wait(on: WaitOn, resume_by: Instant) -> Act {
    Act::Wait(wait_form(on, resume_by))
}

pub fn wait_form(on: WaitOn, resume_by: Instant) -> WaitForm {
    WaitForm {
        on,
        reason: "The carrier looks for it.".to_owned(),
        evidence: text("Call to the carrier at noon."),
        resume_by,
    }
}

pub fn delivery() -> Act {
    Act::Deliver(DeliveryForm {
        outcome: "It lies in Leeds and comes on Wednesday.".to_owned(),
        customer_may_be_told: "Your parcel comes on Wednesday.".to_owned(),
        evidence: text("Scan of the depot."),
        residual_actions: Vec::new(),
        files: Vec::new(),
    })
}

pub fn rejection() -> Act {
    Act::Reject { failed: "There is no day.".to_owned(), text: None }
}

pub fn withdrawal() -> Act {
    Act::Withdraw { reason: "She found it at her neighbour's.".to_owned() }
}

pub fn reopening() -> Act {
    Act::Reopen { reason: "It did not come.".to_owned() }
}

pub fn escalation(level: u8) -> Act {
    Act::Escalate {
        level,
        reason: "Two days have gone by.".to_owned(),
        decision_wanted: "Who calls the depot.".to_owned(),
        weighing: because("We have agreed how it goes on."),
    }
}

/// A reason for going another way than advised.
pub fn because(reason: &str) -> WeighingForm {
    WeighingForm { reason: Some(reason.to_owned()), ..WeighingForm::default() }
}

pub fn escalation_answer() -> Act {
    Act::AnswerEscalation {
        decision: "Logistics calls the depot today.".to_owned(),
        reason: "They have the number.".to_owned(),
    }
}

pub fn dispute() -> Act {
    let position = "This was never agreed to be ours.".to_owned();
    Act::Dispute { subject: DisputeSubject::Routing, position }
}

/// How the other side of a dispute sees it.
pub fn position() -> Act {
    Act::TakePosition { position: "The depot is theirs.".to_owned() }
}

pub fn ruling() -> Act {
    Act::Rule {
        decision: "Logistics does it.".to_owned(),
        reason: "They have the depots.".to_owned(),
        precedent: true,
        restate: None,
    }
}

pub fn note() -> Act {
    Act::Note { text: "The depot opens at seven.".to_owned() }
}

pub fn message(kind: MessageKind, channel: Channel) -> Command {
    let body = "We are looking for your parcel.".to_owned();
    Command::AddMessage(AddMessage::plain(kind, channel, body))
}

/// What the customer writes.
pub fn heard(body: &str) -> Command {
    Command::Receive(Incoming { body: body.to_owned(), ..Incoming::default() })
}

pub fn waive(message: MessageId) -> Command {
    Command::WaiveReply { message, reason: NoReply::Thanks, text: None }
}

pub fn tell(kind: UpdateKind, channel: Channel) -> Command {
    let body = "Your parcel comes on Wednesday.".to_owned();
    Command::TellCustomer(Tell { kind, channel, body, next_update_by: None, files: Vec::new() })
}

pub fn outcome() -> Command {
    tell(UpdateKind::Outcome, Channel::Phone)
}

pub fn closing() -> Command {
    Command::Close { outcome: "The parcel came on Wednesday.".to_owned(), exemption: None }
}

pub fn reopen() -> Command {
    Command::Reopen { reason: "It was the wrong parcel.".to_owned() }
}

impl World {
    /// A request of customer service to logistics, sent by Amira.
    pub fn sent(&mut self, mode: Mode) -> RequestId {
        let form = ask(mode, cast().logistics, self.now);
        self.raise(cast().amira, form).unwrap()
    }

    pub fn acknowledged(&mut self, mode: Mode) -> RequestId {
        let id = self.sent(mode);
        self.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
        id
    }

    pub fn was_read_back(&mut self, mode: Mode) -> RequestId {
        let id = self.acknowledged(mode);
        let form = read_back(self, id);
        self.act(cast().tom, id, Act::ReadBack(form)).unwrap();
        id
    }

    /// Tom works on it. Not for a transfer, which ends with being confirmed.
    pub fn in_progress(&mut self, mode: Mode) -> RequestId {
        let id = self.was_read_back(mode);
        self.act(cast().amira, id, Act::Confirm).unwrap();
        id
    }

    pub fn delivered(&mut self, mode: Mode) -> RequestId {
        let id = self.in_progress(mode);
        self.act(cast().tom, id, delivery()).unwrap();
        id
    }

    pub fn verified(&mut self, mode: Mode) -> RequestId {
        let id = self.delivered(mode);
        self.act(cast().amira, id, Act::Verify).unwrap();
        id
    }

    /// Part of Tom's request, asked of Priya.
    pub fn delegated(&mut self, parent: RequestId) -> RequestId {
        let form = part(self, parent, cast().technical);
        self.raise(cast().tom, form).unwrap()
    }

    pub fn told(&mut self) {
        self.person(cast().amira, outcome()).unwrap();
    }

    /// The newest message of the customer.
    pub fn heard_last(&self) -> MessageId {
        let newest = self.case.messages.iter().rev().find(|message| message.is_heard());
        newest.unwrap().id
    }

    pub fn closed(&mut self) {
        self.told();
        self.person(cast().amira, closing()).unwrap();
    }

    pub fn newest(&self) -> MessageId {
        self.case.messages.last().unwrap().id
    }

    pub fn mailed(&mut self, kind: UpdateKind) -> MessageId {
        self.person(cast().amira, tell(kind, Channel::Email)).unwrap();
        self.newest()
    }

    pub fn bounce(&mut self, message: MessageId) {
        self.baton(Command::RecordBounce { message, reason: "No such mailbox.".to_owned() });
    }

    pub fn told_with_next(&mut self, kind: UpdateKind, next_update_by: Instant) -> MessageId {
        let body = "We are looking.".to_owned();
        let next_update_by = Some(next_update_by);
        let form = Tell { kind, channel: Channel::Email, body, next_update_by, files: Vec::new() };
        self.person(cast().amira, Command::TellCustomer(form)).unwrap();
        self.newest()
    }

    pub fn promised(&mut self, by: Instant) {
        let what = "A call at noon.".to_owned();
        self.person(cast().amira, Command::MakePromise { what, by }).unwrap();
    }

    pub fn promises(&self) -> Vec<PromiseState> {
        self.case.promises.iter().map(|promise| promise.state).collect()
    }
}
