//! Requests are raised, go their course, and come to an end.

use baton_core::case::command::Command;
use baton_core::case::kinds::{Mode, NeededByReason, ServiceClass};
use baton_core::case::request::Request;
use baton_core::case::request::command::{Raise, ToldForm};
use baton_core::case::request::state::Stage;
use baton_core::ids::PersonId;
use baton_core::refusal::Code;
use baton_core::time::{Instant, Span};
use baton_desk::{Asked, Trouble};

use super::dates::at_work;
use super::file::{File, Track};
use super::forms::agreed;
use super::pace;
use super::path::{Beat, Bends, course};
use super::plot::Special;
use super::world::{By, Step, World};

/// A receiver with less time than this proposes another date instead of promising the old one.
const TOO_SHORT: Span = Span::minutes(30);

impl World<'_> {
    pub(super) async fn raise(&mut self, file: &mut File, track: usize) -> Result<(), Trouble> {
        if file.is_closed() || file.track(track)?.ended {
            return Ok(());
        }
        let mut form = self.raise_form(file, track)?;
        let sender = match file.track(track)?.parent {
            None => self.owner(file)?,
            Some(above) => {
                let above = file.request(above)?;
                form.parent = Some(above.id);
                // What serves a request is needed no later than that one, unless that is late.
                if above.ask.needed_by.is_some_and(|by| by > self.now) {
                    form.needed_by = form.needed_by.min(above.ask.needed_by);
                }
                self.receiver(file, &above)?
            }
        };
        form.customer_told = self.told_so_far(file, track)?;
        let before = file.case()?.requests.len();
        self.sends(file, sender, form).await?;
        let raised = file.case()?.requests.get(before).cloned();
        let raised = raised.ok_or_else(|| Trouble::Failed("no request was raised".to_owned()))?;
        file.track_mut(track)?.request = Some(raised.id);
        self.mark_pair(file, track, &raised)?;
        self.plan_beat(file, track)
    }

    /// Sends it; where more is advised than that, it says why it goes this way all the same.
    async fn sends(
        &mut self,
        file: &mut File,
        sender: PersonId,
        mut form: Raise,
    ) -> Result<(), Trouble> {
        let case = file.case()?.id;
        let who = self.who(By::Person(sender))?;
        let command = Command::Raise(Box::new(form.clone()));
        match self.desk.act(&who, case, command, Asked::default()).await {
            Ok(done) => {
                self.take_in(file, done.state);
                return Ok(());
            }
            Err(Trouble::Refused(refusal)) if refusal.code == Code::AdviceNeedsReason => {
                form.weighing = agreed();
            }
            // Said again below, with what it was about.
            Err(_) => {}
        }
        self.act(file, By::Person(sender), Command::Raise(Box::new(form))).await
    }

    /// What the customer knows already goes along, so that nobody tells them otherwise.
    fn told_so_far(&self, file: &mut File, track: usize) -> Result<Option<ToldForm>, Trouble> {
        let of = file.track(track)?;
        if of.parent.is_some() || of.aside || of.draft || !file.luck.chance(60) {
            return Ok(None);
        }
        let Some(next) = file.facts.get("next") else { return Ok(None) };
        let what = format!("That it is being looked into, and that they hear from us by {next}.");
        let channel = file.way_out(self.client(file)?).name().to_owned();
        let next_update_by = None;
        Ok(Some(ToldForm { what, when: None, channel: Some(channel), next_update_by }))
    }

    /// The pairs of departments in which the demo's trouble lies.
    fn mark_pair(&mut self, file: &mut File, track: usize, of: &Request) -> Result<(), Trouble> {
        let billing = self.company.department("Billing")?;
        let logistics = self.company.department("Logistics")?;
        let sales = self.company.department("Sales")?;
        let pair = &mut file.track_mut(track)?.pair;
        pair.slow = of.from == billing && of.ask.to == logistics;
        pair.unread = of.from == sales;
        let urgent = of.ask.service_class == ServiceClass::Expedite;
        pair.brisk |= urgent || of.ask.mode == Mode::Transfer;
        self.planted.slow_pair += usize::from(pair.slow);
        self.planted.unread_read_backs += usize::from(pair.unread);
        Ok(())
    }

    /// Plans the next beat of a request, or what follows its end.
    pub(super) fn plan_beat(&mut self, file: &mut File, track: usize) -> Result<(), Trouble> {
        let Some(beat) = file.track(track)?.beats.front().copied() else {
            return self.end_track(file, track);
        };
        if beat == Beat::Rest {
            return Ok(());
        }
        let request = file.request(track)?;
        let pair = file.track(track)?.pair;
        let answers = matches!(
            beat,
            Beat::Acknowledge
                | Beat::ReadBack
                | Beat::Ask
                | Beat::Counter
                | Beat::Decline
                | Beat::PassOn
        );
        let first_touch = answers && request.acknowledged_at.is_none();
        let at = if beat == Beat::Deliver {
            self.delivery_time(file, track, &request)?
        } else {
            let minutes = pace::before(beat, first_touch, pair, &mut file.luck);
            at_work(self.desk.calendars().standard(), self.now, minutes, &mut file.luck)
        };
        self.plan(at, file.number, Step::Beat(track));
        Ok(())
    }

    fn delivery_time(
        &self,
        file: &mut File,
        track: usize,
        request: &Request,
    ) -> Result<Instant, Trouble> {
        let (calendars, now) = (self.desk.calendars(), self.now);
        let calendar = calendars.standard();
        let pair = file.track(track)?.pair;
        let luck = &mut file.luck;
        let needed_by = request.ask.needed_by.unwrap_or(now);
        if request.ask.emergency || request.delivery.is_some() {
            let minutes = if request.ask.emergency { (6, 25) } else { (90, 800) };
            let minutes = luck.between(minutes.0, minutes.1);
            return Ok(at_work(calendar, now, minutes, luck));
        }
        if pair.slow {
            let late = luck.between(pace::SLOW_DELIVERY.0, pace::SLOW_DELIVERY.1);
            return Ok(at_work(calendar, needed_by.max(now), late, luck));
        }
        let left = calendar.elapsed(now, needed_by).as_seconds() / 60;
        if left < 90 {
            let minutes = luck.between(60, 420);
            return Ok(at_work(calendar, now, minutes, luck));
        }
        let share = if pair.brisk { luck.between(5, 25) } else { luck.between(35, 96) };
        let late = !pair.brisk && luck.chance(8);
        let minutes = if late { left + luck.skewed(20, 900) } else { left * share / 100 };
        Ok(at_work(calendar, now, minutes, luck))
    }

    pub(super) async fn beat(&mut self, file: &mut File, track: usize) -> Result<(), Trouble> {
        if file.is_closed() || file.track(track)?.ended {
            return Ok(());
        }
        let Some(mut beat) = file.track_mut(track)?.beats.pop_front() else {
            return self.end_track(file, track);
        };
        let request = file.request(track)?;
        if beat == Beat::ReadBack && self.is_too_short(&request) {
            beat = counter_instead(file.track_mut(track)?);
        }
        match beat {
            Beat::Rest => return Ok(()),
            Beat::Child => return self.raise_child(file, track, &request),
            Beat::AskCustomer => self.ask_customer(file).await?,
            Beat::Withdraw => {
                self.note_call(file, "withdraw_call").await?;
                self.perform_beat(file, track, beat).await?;
            }
            Beat::CustomerAnswers => self.hear_customer(file, "customer_answer").await?,
            Beat::WaitCustomer if !self.was_asked(file)? => {
                file.track_mut(track)?.beats.push_front(beat);
                self.ask_customer(file).await?;
            }
            beat => self.perform_beat(file, track, beat).await?,
        }
        self.plan_beat(file, track)
    }

    async fn perform_beat(
        &mut self,
        file: &mut File,
        track: usize,
        beat: Beat,
    ) -> Result<(), Trouble> {
        let request = file.request(track)?;
        if let Some((by, act)) = self.act_of(file, track, beat, &request)? {
            let command = Command::Request(request.id, Box::new(act));
            self.act(file, By::Person(by), command).await?;
        }
        Ok(())
    }

    /// The date cannot be kept any more, and no law forbids to move it.
    fn is_too_short(&self, request: &Request) -> bool {
        let legal = request.ask.needed_by_reason == NeededByReason::LegalClock;
        let transfer = request.ask.mode == Mode::Transfer;
        let open = matches!(request.stage, Stage::Sent | Stage::Acknowledged);
        let short = request.ask.needed_by.is_some_and(|by| by <= self.now + TOO_SHORT);
        open && short && !legal && !transfer
    }

    /// The receiver passes part of the work on to a third department and waits for it.
    fn raise_child(
        &mut self,
        file: &mut File,
        track: usize,
        request: &Request,
    ) -> Result<(), Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?;
        let Some(child) = errand.one("child") else { return self.plan_beat(file, track) };
        let department =
            self.company.department(self.book.errand(child)?.one("to").unwrap_or(""))?;
        if department == request.ask.to {
            return self.plan_beat(file, track);
        }
        let bends = Bends { plain: true, ..Bends::default() };
        let beats = course(self.book.errand(child)?, bends, &mut file.luck);
        let mut below = Track::new(child, file.group, beats);
        below.parent = Some(track);
        below.aside = true;
        file.tracks.push(below);
        let number = file.tracks.len() - 1;
        let minutes = file.luck.between(5, 60);
        self.plan_at_work(file, minutes, Step::Raise(number));
        Ok(())
    }

    /// A request has come to its end: whoever waited for it goes on.
    fn end_track(&mut self, file: &mut File, track: usize) -> Result<(), Trouble> {
        let request = file.request(track)?;
        let ended = file.track_mut(track)?;
        ended.ended = true;
        if let Some(above) = ended.parent {
            return self.plan_beat(file, above);
        }
        let billing = self.company.department("Billing")?;
        let last_of_billing = request.ask.to == billing && request.stage == Stage::Verified;
        let waiting = |of: &Track| !of.aside && of.group == file.group && !of.ended;
        if file.answered || file.tracks.iter().any(waiting) {
            return Ok(());
        }
        let given_up = matches!(request.stage, Stage::Declined { .. } | Stage::Withdrawn);
        let next: Vec<usize> = (0..file.tracks.len())
            .filter(|place| {
                let of = file.tracks.get(*place);
                of.is_some_and(|of| of.parent.is_none() && of.group == file.group + 1)
            })
            .collect();
        if request.ask.mode == Mode::Transfer {
            self.plan_at_work(file, 12, Step::Introduce);
        }
        if next.is_empty() || given_up {
            return self.plan_telling(file, last_of_billing);
        }
        file.group += 1;
        for (place, track) in next.into_iter().enumerate() {
            let minutes = file.luck.between(20, 150) + i64::try_from(place).unwrap_or(0) * 7;
            self.plan_at_work(file, minutes, Step::Raise(track));
        }
        Ok(())
    }

    fn plan_telling(&mut self, file: &mut File, last_of_billing: bool) -> Result<(), Trouble> {
        file.answered = true;
        let late = last_of_billing && !file.is(Special::Bounce) && file.luck.chance(85);
        self.planted.told_late += usize::from(late);
        let minutes = pace::before_telling(late, &mut file.luck);
        self.plan_at_work(file, minutes, Step::Tell);
        Ok(())
    }
}

/// In place of the read-back and its confirmation: another date, and the answer to it.
fn counter_instead(track: &mut Track) -> Beat {
    let Some(confirmed) = track.beats.iter().position(|beat| *beat == Beat::Confirm) else {
        return Beat::ReadBack;
    };
    track.beats.drain(..=confirmed);
    track.beats.push_front(Beat::AcceptCounter);
    Beat::Counter
}
