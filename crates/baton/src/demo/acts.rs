//! One beat of a request as an act, with who gives it.

use baton_core::case::kinds::{DisputeSubject, WaitOn};
use baton_core::case::request::Request;
use baton_core::case::request::command::{Act, WaitForm};
use baton_core::case::request::state::Stage;
use baton_core::ids::PersonId;
use baton_desk::Trouble;

use super::file::File;
use super::forms::{agreed, share};
use super::path::Beat;
use super::prose::parts;
use super::world::World;

impl World<'_> {
    /// `None` when there is nothing to do after all.
    pub(super) fn act_of(
        &mut self,
        file: &mut File,
        track: usize,
        beat: Beat,
        request: &Request,
    ) -> Result<Option<(PersonId, Act)>, Trouble> {
        let by = match beat {
            Beat::Rule | Beat::RuleOnHops => match self.ruler(request)? {
                Some(ruler) => ruler,
                None => return Ok(None),
            },
            beat if is_senders(beat) => self.sender(file, request)?,
            _ => self.receiver(file, request)?,
        };
        let act = match beat {
            Beat::Send => Act::Send,
            // Asking and countering took it in already.
            Beat::Acknowledge if request.acknowledged_at.is_some() => return Ok(None),
            Beat::Acknowledge => Act::Acknowledge { assignee: None },
            Beat::ReadBack | Beat::OwedReadBack => {
                Act::ReadBack(self.read_back_form(file, track, request)?)
            }
            Beat::Confirm => Act::Confirm,
            Beat::Correct => {
                let (item, text) = self.two(file, track, "correct")?;
                Act::Correct(vec![(item, text)])
            }
            Beat::Ask => {
                file.track_mut(track)?.turn = file.luck.below(12);
                Act::Ask { question: self.same_turn(file, track, "ask")?, field: None }
            }
            Beat::Answer => {
                Act::Answer { text: self.same_turn(file, track, "answer")?, share: vec![] }
            }
            Beat::Counter => Act::Counter(self.counter_form(file, track, request)?),
            Beat::AcceptCounter => self.reply_to_counter(file, track, true)?,
            Beat::RefuseCounter => self.reply_to_counter(file, track, false)?,
            Beat::Decline => Act::Decline(self.decline_form(file, track)?),
            Beat::PassOn => {
                let to_sales = request.ask.to == self.company.department("Sales")?;
                if request.declines.is_empty() {
                    self.planted.ping_pong += 1;
                }
                let key = if to_sales { "wrong_back" } else { "wrong_team" };
                Act::Decline(self.pass_on_form(file, key)?)
            }
            Beat::Redirect => {
                let named = request.declines.last().and_then(|of| of.alternative.department);
                let to = named.ok_or_else(|| Trouble::Failed("redirected nowhere".to_owned()))?;
                Act::Redirect { to }
            }
            other => return self.later_act_of(file, track, other, request, by),
        };
        Ok(Some((by, act)))
    }

    /// The second half: work, its delivery, and what lies beside it.
    fn later_act_of(
        &mut self,
        file: &mut File,
        track: usize,
        beat: Beat,
        request: &Request,
        by: PersonId,
    ) -> Result<Option<(PersonId, Act)>, Trouble> {
        let act = match beat {
            Beat::Progress => Act::Progress { note: self.text(file, track, "progress")? },
            Beat::WaitThird => self.wait(file, track, WaitOn::ThirdParty)?,
            Beat::WaitCustomer => self.wait(file, track, WaitOn::Customer)?,
            // The customer's answer, or the time, may have ended the wait already.
            Beat::Resume if !is_waiting(request) => return Ok(None),
            Beat::Resume => Act::Resume,
            Beat::Deliver => Act::Deliver(self.delivery_form(file, track)?),
            Beat::Verify => Act::Verify,
            Beat::Reject => {
                let failed = self.text(file, track, "failed")?;
                let text = self.book.any("rejected", &file.facts, &mut file.luck)?;
                Act::Reject { failed, text: Some(text) }
            }
            Beat::Withdraw => Act::Withdraw { reason: self.text(file, track, "withdraw")? },
            Beat::Reopen => Act::Reopen { reason: self.text(file, track, "reopen")? },
            Beat::Merge => match file.tracks.first().and_then(|track| track.request) {
                Some(survivor) => Act::Merge { survivor },
                None => return Ok(None),
            },
            Beat::Escalate => match self.escalation(file, track, request)? {
                Some(act) => act,
                None => return Ok(None),
            },
            Beat::Dispute => {
                file.track_mut(track)?.turn = file.luck.below(12);
                let (subject, position) = halves(&self.same_turn(file, track, "dispute")?);
                let subject = DisputeSubject::parse(&subject).unwrap_or(DisputeSubject::Quality);
                Act::Dispute { subject, position }
            }
            Beat::Position => self.position(file, track)?,
            Beat::Rule => ruling(&self.same_turn(file, track, "rule")?, file),
            Beat::RuleOnHops => ruling(&self.text(file, track, "rule_hop")?, file),
            Beat::ShareMore => {
                let has_email = self.client(file)?.has("email");
                let more = share(self.book.any_raw("more_share", &mut file.luck)?);
                let more = more.filter(|_| has_email);
                return Ok(more.map(|more| (by, Act::Share(vec![more]))));
            }
            Beat::Unshare => {
                let line = self.book.any_raw("unshare", &mut file.luck)?;
                let [field, reason] = parts(line)[..] else { return Ok(None) };
                let live = request.shares(field);
                let (field, reason) = (field.to_owned(), reason.to_owned());
                return Ok(live.then_some((by, Act::Unshare { field, reason })));
            }
            _ => return Ok(None),
        };
        Ok(Some((by, act)))
    }

    fn text(&self, file: &mut File, track: usize, key: &str) -> Result<String, Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?;
        self.book.say(errand, key, &file.facts, &mut file.luck)
    }

    /// `None` where the level is asked already, and left to decide.
    fn escalation(
        &self,
        file: &mut File,
        track: usize,
        request: &Request,
    ) -> Result<Option<Act>, Trouble> {
        let (reason, decision_wanted) = self.two(file, track, "escalate")?;
        let level = if file.luck.chance(75) { 1 } else { 2 };
        if request.unanswered().is_some_and(|waiting| level <= waiting.level) {
            return Ok(None);
        }
        Ok(Some(Act::Escalate { level, reason, decision_wanted, weighing: agreed() }))
    }

    /// A line of two parts.
    fn two(&self, file: &mut File, track: usize, key: &str) -> Result<(String, String), Trouble> {
        Ok(halves(&self.text(file, track, key)?))
    }

    /// The text that belongs to the one before it.
    fn same_turn(&self, file: &File, track: usize, key: &str) -> Result<String, Trouble> {
        let of = file.track(track)?;
        self.book.nth(self.book.errand(of.errand)?, key, &file.facts, of.turn)
    }

    fn reply_to_counter(
        &self,
        file: &mut File,
        track: usize,
        accept: bool,
    ) -> Result<Act, Trouble> {
        let key = if accept { "accept" } else { "refuse" };
        let text = Some(self.text(file, track, key)?);
        Ok(Act::ReplyToCounter { accept, text })
    }

    fn position(&self, file: &mut File, track: usize) -> Result<Act, Trouble> {
        Ok(Act::TakePosition { position: self.same_turn(file, track, "position")? })
    }

    fn wait(&self, file: &mut File, track: usize, on: WaitOn) -> Result<Act, Trouble> {
        let (reason, evidence) = match on {
            WaitOn::Customer => (self.book.any_nth("customer_wait", &file.facts, file.turn)?, None),
            WaitOn::ThirdParty | WaitOn::LegalHold => {
                let (reason, evidence) = self.two(file, track, "third")?;
                (reason, Some(evidence))
            }
        };
        let resume_by = self.patience(file);
        Ok(Act::Wait(WaitForm { on, reason, evidence, resume_by }))
    }

    /// Whoever was asked to settles a dispute, unless they have come to have a part in it; who
    /// passed something twice round is settled by the arbiter who sees the whole case.
    fn ruler(&self, request: &Request) -> Result<Option<PersonId>, Trouble> {
        let ruler = match &request.dispute {
            Some(dispute) => dispute.arbiter,
            None => Some(self.company.person("margaret.okafor")?),
        };
        Ok(ruler.filter(|ruler| !request.has_part(*ruler)))
    }
}

fn is_waiting(request: &Request) -> bool {
    matches!(request.stage, Stage::WaitingCustomer(_) | Stage::WaitingThirdParty(_))
}

fn ruling(line: &str, file: &mut File) -> Act {
    let (decision, reason) = halves(line);
    let precedent = file.luck.chance(30);
    Act::Rule { decision, reason, precedent, restate: None }
}

pub(super) fn halves(line: &str) -> (String, String) {
    let (first, second) = line.split_once('|').unwrap_or((line, line));
    let first = first.trim();
    // Names of choices are written small.
    let is_name = !first.contains(' ') && !first.contains('.');
    let first = if is_name { first.to_lowercase() } else { first.to_owned() };
    (first, second.trim().to_owned())
}

fn is_senders(beat: Beat) -> bool {
    matches!(
        beat,
        Beat::Send
            | Beat::Confirm
            | Beat::Correct
            | Beat::Answer
            | Beat::AcceptCounter
            | Beat::RefuseCounter
            | Beat::Redirect
            | Beat::Reject
            | Beat::Verify
            | Beat::Withdraw
            | Beat::Reopen
            | Beat::Merge
            | Beat::Escalate
            | Beat::Dispute
            | Beat::ShareMore
            | Beat::Unshare
    )
}
