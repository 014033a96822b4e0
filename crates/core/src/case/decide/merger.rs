//! Two cases become one, and are taken apart again. Each decides for its own stream; both decisions
//! are written in one transaction (decision 9).

use crate::access::Who;
use crate::case::decide::{Pen, Setting};
use crate::case::event::{
    CaseJoined, CaseMerged, CaseParted, CaseSeparated, JoinedMessageBounced, MergerSettled,
};
use crate::case::joined::{self, Merger};
use crate::case::kinds::{Standing, UpdateKind};
use crate::case::moves::{self, CaseMove};
use crate::case::request::state::{Request, Stage};
use crate::case::service_clocks;
use crate::case::state::{Case, Dispatch, PromiseState};
use crate::draw::Draw;
use crate::ids::{CustomerId, MessageId};
use crate::log::{Decided, Effect};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;

/// What is decided for the two cases; neither is written without the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Both {
    /// The case that was merged.
    pub merged: Decided<Case>,
    /// The case that goes on.
    pub survivor: Decided<Case>,
}

/// Who stands for the customers of the two cases, when they have several records.
pub type Customers = [Option<CustomerId>; 2];

/// The case goes on in the other one.
pub fn merge(
    case: &Case,
    survivor: &Case,
    customers: Customers,
    setting: &Setting<'_>,
    draw: &mut Draw,
) -> Result<Both, Refusal> {
    may_merge_into(case, survivor, customers, setting.who, setting.now)?;
    let untold = !case.is_internal() && case.standing() != Standing::Resolved;
    let mut pen = Pen::new(case.clone(), setting, draw);
    pen.record(CaseMerged { into: survivor.id, number: survivor.number });
    if let Some(at) = pen.case.merger.as_ref().map(Merger::until) {
        pen.effect(Effect::Remind { case: case.id, request: None, at });
    }
    let merged = pen.done();
    let mut pen = Pen::new(survivor.clone(), setting, draw);
    let (number, received_at) = (case.number, case.first_received());
    let hours = service_clocks::calendar_of(case, setting.calendars);
    let clocks = service_clocks::carried(case, hours);
    pen.record(CaseJoined { case: case.id, number, received_at, untold, clocks });
    tell_owners(&mut pen, case, "case_merged");
    Ok(Both { merged, survivor: pen.done() })
}

/// A merger is taken back. What has come in since stays where it is.
pub fn separate(
    case: &Case,
    survivor: &Case,
    setting: &Setting<'_>,
    draw: &mut Draw,
) -> Result<Both, Refusal> {
    moves::may(case, CaseMove::Separate, setting.who, setting.now)?;
    let mut pen = Pen::new(case.clone(), setting, draw);
    pen.record(CaseSeparated { from: survivor.id, number: survivor.number });
    let merged = pen.done();
    let mut pen = Pen::new(survivor.clone(), setting, draw);
    pen.record(CaseParted { case: case.id, number: case.number });
    tell_owners(&mut pen, case, "case_separated");
    Ok(Both { merged, survivor: pen.done() })
}

/// A letter of the merged case has come back: whoever has the case that goes on must know.
pub fn bounced(
    case: &Case,
    survivor: &Case,
    message: MessageId,
    setting: &Setting<'_>,
    draw: &mut Draw,
) -> Result<Decided<Case>, Refusal> {
    let mut pen = Pen::new(survivor.clone(), setting, draw);
    let lost = case.message(message).ok_or_else(Refusal::not_found)?;
    let known = survivor.joined.iter().find(|joined| joined.case == case.id);
    if known.is_some_and(|joined| !joined.bounced.contains(&message)) {
        let told = lost.update == Some(UpdateKind::Outcome);
        pen.record(JoinedMessageBounced { case: case.id, number: case.number, message, told });
        let (people, case) = (vec![survivor.owner], survivor.id);
        pen.effect(Effect::Notify { people, case, request: None, kind: "message_bounced" });
    }
    Ok(pen.done())
}

/// The owners of both, but for whoever does it.
fn tell_owners(pen: &mut Pen<'_, '_>, other: &Case, kind: &'static str) {
    let mut people = vec![pen.case.owner, other.owner];
    people.sort_unstable();
    people.dedup();
    people.retain(|person| Some(*person) != pen.setting.who.person());
    if !people.is_empty() {
        let case = pen.case.id;
        pen.effect(Effect::Notify { people, case, request: None, kind });
    }
}

/// A timer looks: after thirty days a merger stays.
pub(super) fn check(pen: &mut Pen<'_, '_>) {
    let over = |merger: &Merger| !merger.settled && merger.until() <= pen.at;
    if pen.case.merger.as_ref().is_some_and(over) {
        pen.record(MergerSettled {});
    }
}

/// Joining and taking apart is for whoever has the case, or leads its department.
fn has(case: &Case, who: &Who) -> bool {
    who.human && (who.person() == Some(case.owner) || who.leads(case.department))
}

fn not_theirs(case: &Case) -> Refusal {
    Refusal::new(
        Code::NotYourSide,
        say!("case-merger-two-cases-are-merged-or-taken", reference = case.reference()),
    )
}

/// Whether the case can go on in another one, whichever that is.
pub(in crate::case) fn may_merge(case: &Case, who: &Who) -> Result<(), Refusal> {
    if !has(case, who) {
        return Err(not_theirs(case));
    }
    nothing_is_forgotten(case)
}

/// Whether the merger can be taken back now.
pub(in crate::case) fn may_separate(case: &Case, who: &Who) -> Result<(), Refusal> {
    match &case.merger {
        None => {
            Err(Refusal::new(Code::IllegalMove, say!("case-merger-the-case-was-not-merged-into")))
        }
        Some(_) if !has(case, who) => Err(not_theirs(case)),
        Some(merger) if merger.settled => {
            Err(Refusal::new(Code::Terminal, say!("case-merger-a-merger-can-be-taken-back")))
        }
        Some(_) => Ok(()),
    }
}

/// Whether a request keeps a case from being merged: somebody still owes something on it.
fn is_owed(request: &Request) -> bool {
    let foreign = request.parent.is_some() || request.with_owner;
    let hidden = request.stage == Stage::Draft && foreign;
    let open = request.ask.mode.obliges() && !request.ended() && !hidden;
    open || request.dispute.is_some()
}

/// No duty changes its case: what is open is brought to its end first, or the other case is merged
/// into this one.
fn nothing_is_forgotten(case: &Case) -> Result<(), Refusal> {
    if let Some(open) = case.requests.iter().find(|request| is_owed(request)) {
        let stage = open.stage.name().name().replace('_', " ");
        let open =
            say!("case-merger-is", reference = case.reference(), ordinal = open.ordinal, stage);
        return Err(Refusal::new(
            Code::RequestOpen,
            say!("case-merger-and-a-request-stays-with-its", open),
        ));
    }
    if case.promises.iter().any(|promise| promise.state == PromiseState::Open) {
        return Err(Refusal::new(
            Code::PromiseOpen,
            say!("case-merger-the-customer-still-expects"),
        ));
    }
    if case.messages.iter().any(|message| matches!(message.dispatch, Dispatch::Held { .. })) {
        return Err(Refusal::new(
            Code::IllegalMove,
            say!("case-merger-a-message-to-the-customer-is"),
        ));
    }
    Ok(())
}

/// Whether a case can go on in this other one.
pub fn may_merge_into(
    case: &Case,
    survivor: &Case,
    [own, other]: Customers,
    who: &Who,
    now: Instant,
) -> Result<(), Refusal> {
    moves::may(case, CaseMove::Merge, who, now)?;
    let wrong = |code, message: String| Err(Refusal::invalid("survivor", code, message));
    let name = survivor.reference();
    moves::may_act(survivor, who)?;
    if survivor.id == case.id {
        return wrong("itself", say!("case-merger-name-another-case-this-one").to_owned());
    }
    if let Some(merger) = &survivor.merger {
        let on = merger.reference();
        return wrong("merged", say!("case-merger-was-merged-into-name", name, on));
    }
    if survivor.closure.is_some() {
        return wrong("closed", say!("case-merger-is-closed-reopen-it-first-or", name));
    }
    if survivor.department != case.department {
        let message = say!("case-merger-belongs-to-another-department", name);
        return wrong("other_department", message);
    }
    let both_internal = case.is_internal() && survivor.is_internal();
    let same = own.is_some() && own == other;
    if !same && !both_internal {
        return wrong("other_customer", say!("case-merger-is-not-of-the-same-customer", name));
    }
    if !has(survivor, who) {
        return Err(not_theirs(survivor));
    }
    Ok(())
}

/// What comes in, and what is noted, belongs to the case that goes on.
pub(super) fn not_while_merged(case: &Case) -> Result<(), Refusal> {
    case.merger.as_ref().map_or(Ok(()), |merger| Err(joined::elsewhere(merger)))
}
