//! The course of one request: what its two sides will do, step by step.

use std::collections::VecDeque;

use baton_core::case::kinds::StageName;

use super::luck::Luck;
use super::plot::Special;
use super::prose::Entry;

/// One thing that one side does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beat {
    Send,
    Acknowledge,
    ReadBack,
    /// After an emergency was dealt with.
    OwedReadBack,
    Confirm,
    Correct,
    Ask,
    Answer,
    Counter,
    AcceptCounter,
    RefuseCounter,
    Decline,
    /// Declined as another department's business.
    PassOn,
    /// The sender follows the alternative.
    Redirect,
    RuleOnHops,
    Child,
    Progress,
    AskCustomer,
    WaitCustomer,
    CustomerAnswers,
    WaitThird,
    Resume,
    Deliver,
    Reject,
    Verify,
    Withdraw,
    Merge,
    Escalate,
    Dispute,
    /// The other side of the dispute says how it sees it.
    Position,
    Rule,
    Reopen,
    ShareMore,
    Unshare,
    /// Stands there until the demo ends.
    Rest,
}

/// What bends the course of a request.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bends {
    pub special: Option<Special>,
    pub rest: Option<StageName>,
    /// Passed to and fro between two departments.
    pub ping_pong: bool,
    /// Serves another request, or others wait for it: it comes to a plain end.
    pub plain: bool,
    pub child: bool,
}

pub(super) fn course(errand: &Entry, bends: Bends, luck: &mut Luck) -> VecDeque<Beat> {
    if let Some(stage) = bends.rest {
        return resting(stage, luck).into();
    }
    match errand.one("mode") {
        Some("transfer") => return [Beat::Acknowledge, Beat::ReadBack, Beat::Confirm].into(),
        None if errand.name.starts_with("notice") => return [Beat::Acknowledge].into(),
        _ => {}
    }
    if errand.has("emergency") {
        return [Beat::Acknowledge, Beat::Deliver, Beat::OwedReadBack, Beat::Verify].into();
    }
    let mut beats = Vec::new();
    if bends.ping_pong {
        passed_on(&mut beats, luck);
    }
    if let Some(end) = beginning(&mut beats, bends, luck) {
        beats.push(end);
        return beats.into();
    }
    middle(&mut beats, bends, luck);
    ending(&mut beats, bends, luck);
    beats.into()
}

/// Twice round at most before somebody rules.
fn passed_on(beats: &mut Vec<Beat>, luck: &mut Luck) {
    beats.extend([Beat::PassOn, Beat::Redirect]);
    if luck.chance(70) {
        beats.extend([Beat::PassOn, Beat::Redirect]);
        if luck.chance(35) {
            beats.push(Beat::RuleOnHops);
        }
    }
}

/// Until both sides mean the same; or the beat with which it ends before that.
fn beginning(beats: &mut Vec<Beat>, bends: Bends, luck: &mut Luck) -> Option<Beat> {
    match bends.special {
        Some(Special::Merge) => beats.push(Beat::Acknowledge),
        Some(Special::DraftFirst) => beats.push(Beat::Send),
        Some(Special::Withdraw) => {
            beats.extend([Beat::Acknowledge, Beat::ReadBack]);
            return Some(Beat::Withdraw);
        }
        Some(Special::CustomerWithdraws) => {
            beats.extend([Beat::Acknowledge, Beat::ReadBack]);
            return Some(Beat::Rest);
        }
        Some(Special::Decline) => return Some(Beat::Decline),
        Some(Special::RefusedCounter) => {
            beats.extend([Beat::Counter, Beat::RefuseCounter]);
        }
        _ if !bends.plain && luck.chance(3) => return Some(Beat::Decline),
        _ => {}
    }
    if luck.chance(12) {
        beats.extend([Beat::Ask, Beat::Answer]);
    } else if luck.chance(50) && !bends.ping_pong {
        beats.push(Beat::Acknowledge);
    }
    if !bends.plain && luck.chance(7) {
        beats.extend([Beat::Counter, Beat::AcceptCounter]);
        return None;
    }
    beats.push(Beat::ReadBack);
    if luck.chance(9) {
        beats.extend([Beat::Correct, Beat::ReadBack]);
    }
    beats.push(Beat::Confirm);
    None
}

fn middle(beats: &mut Vec<Beat>, bends: Bends, luck: &mut Luck) {
    match bends.special {
        Some(Special::Escalate) => beats.push(Beat::Escalate),
        Some(Special::ShareMore) => beats.extend([Beat::ShareMore, Beat::Unshare]),
        _ => {}
    }
    if bends.child {
        beats.push(Beat::Child);
    }
    if luck.chance(35) {
        beats.push(Beat::Progress);
    }
    if luck.chance(8) {
        beats.extend([Beat::WaitThird, Beat::Resume]);
    } else if !bends.plain && luck.chance(7) {
        beats.extend([Beat::AskCustomer, Beat::WaitCustomer, Beat::CustomerAnswers, Beat::Resume]);
    }
}

fn ending(beats: &mut Vec<Beat>, bends: Bends, luck: &mut Luck) {
    beats.push(Beat::Deliver);
    if bends.special == Some(Special::Dispute) {
        beats.extend([Beat::Reject, Beat::Dispute, Beat::Position, Beat::Rule, Beat::Deliver]);
    } else if luck.chance(6) {
        beats.extend([Beat::Reject, Beat::Deliver]);
    }
    beats.push(Beat::Verify);
    if bends.special == Some(Special::Reopen) {
        beats.extend([Beat::Reopen, Beat::Deliver, Beat::Verify]);
    }
}

/// The shortest way to a stage, where it then stands.
fn resting(stage: StageName, luck: &mut Luck) -> Vec<Beat> {
    use Beat as B;
    let agreed = [B::ReadBack, B::Confirm];
    let mut beats = match stage {
        StageName::Acknowledged => vec![B::Acknowledge],
        StageName::ReadBack => vec![B::ReadBack],
        StageName::Clarifying => vec![B::Ask],
        StageName::Countered => vec![B::Counter],
        StageName::Declined => vec![B::Decline],
        StageName::InProgress => {
            let beside = [B::Progress, B::Dispute, B::Escalate];
            let beside = luck.pick(&beside).copied().unwrap_or(B::Progress);
            agreed.into_iter().chain([beside]).collect()
        }
        StageName::WaitingCustomer => {
            agreed.into_iter().chain([B::AskCustomer, B::WaitCustomer]).collect()
        }
        StageName::WaitingThirdParty => agreed.into_iter().chain([B::WaitThird]).collect(),
        StageName::Delivered => agreed.into_iter().chain([B::Deliver]).collect(),
        StageName::Verified => agreed.into_iter().chain([B::Deliver, B::Verify]).collect(),
        _ => Vec::new(),
    };
    beats.push(Beat::Rest);
    beats
}
