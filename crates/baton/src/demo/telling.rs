//! The rest of a case: updates, the outcome, the closing, and what goes wrong after it.

use baton_core::case::clocks;
use baton_core::case::command::{AddMessage, ClaimExemption, Command, Incoming, Survivor, Tell};
use baton_core::case::kinds::{Channel, ExemptionKind, MessageKind, UpdateKind};
use baton_core::case::request::command::Act;
use baton_core::case::request::state::Stage;
use baton_core::case::service_clocks::{self, Clock};
use baton_core::case::state::{Dispatch, PromiseState};
use baton_core::ids::{MessageId, RequestId};
use baton_core::time::Span;
use baton_desk::Trouble;

use super::acts::halves;
use super::file::File;
use super::path::Beat;
use super::plot::Special;
use super::world::{By, Step, World};

/// How fresh a question to the customer must be for waiting on them.
const FRESH: Span = Span::hours(23);

impl World<'_> {
    pub(super) async fn ask_customer(&mut self, file: &mut File) -> Result<(), Trouble> {
        let owner = self.owner(file)?;
        self.speak_as(file, owner);
        let what = self.book.any_nth("asked", &file.facts, file.turn)?;
        let body = self.letter(file, &what, false)?;
        let channel = file.way_out(self.client(file)?);
        let mail = channel == Channel::Email;
        let kind = if mail { MessageKind::Reply } else { MessageKind::Call };
        let channel = if mail { channel } else { Channel::Phone };
        let form = AddMessage::plain(kind, channel, body);
        self.act(file, By::Person(owner), Command::AddMessage(form)).await
    }

    /// Whether the customer was asked so recently that waiting for them is fair.
    pub(super) fn was_asked(&self, file: &File) -> Result<bool, Trouble> {
        let case = file.case()?;
        let recent = |at| at + FRESH >= self.now;
        Ok(case.messages.iter().any(|message| message.is_outbound() && recent(message.at)))
    }

    /// Something comes from the customer.
    pub(super) async fn hear_customer(
        &mut self,
        file: &mut File,
        key: &str,
    ) -> Result<(), Trouble> {
        let said = self.book.any_nth(key, &file.facts, file.turn)?;
        let address = self.client(file)?.email.clone();
        let body = match &address {
            Some(_) => {
                format!("{said}\n\n{}", self.book.voice("bye", &file.facts, &mut file.luck)?)
            }
            None => format!("Customer rang: {said}"),
        };
        let incoming = Incoming { body, address, ..Incoming::default() };
        self.act(file, By::Baton, Command::Receive(incoming)).await
    }

    pub(super) async fn left(
        &mut self,
        file: &mut File,
        message: MessageId,
    ) -> Result<(), Trouble> {
        let case = file.case()?;
        let held = case.message(message).map(|message| message.dispatch);
        if matches!(held, Some(Dispatch::Held { .. })) {
            self.act(file, By::Baton, Command::RecordLeft { message }).await?;
        }
        Ok(())
    }

    /// A due time has passed: it is flagged, and sometimes somebody loses patience.
    pub(super) async fn look(
        &mut self,
        file: &mut File,
        id: Option<RequestId>,
    ) -> Result<(), Trouble> {
        let case = file.case()?;
        if case.closure.is_some() {
            return Ok(());
        }
        let Some(id) = id else {
            let calendars = self.desk.calendars();
            let hours = service_clocks::calendar_of(&case, &calendars);
            let late = |of: &Clock| of.is_running() && of.due < self.now;
            if service_clocks::clocks(&case, hours, self.now).iter().any(late) {
                self.act(file, By::Baton, Command::CheckPromises).await?;
            }
            return Ok(());
        };
        let Some(request) = case.request(id) else { return Ok(()) };
        let timers = clocks::timers(request, &self.desk.calendars());
        if !timers.iter().any(|due| *due < self.now) {
            return Ok(());
        }
        let before = request.flagged.len();
        let command = Command::Request(id, Box::new(Act::CheckDue));
        self.act(file, By::Baton, command).await?;
        let flagged = file.case()?.request(id).is_some_and(|of| of.flagged.len() > before);
        let track = file.tracks.iter().position(|track| track.request == Some(id));
        if let Some(track) = track.filter(|_| flagged && file.luck.chance(5)) {
            let minutes = file.luck.between(40, 300);
            self.plan_at_work(file, minutes, Step::Escalate(track));
        }
        Ok(())
    }

    pub(super) async fn escalate(&mut self, file: &mut File, track: usize) -> Result<(), Trouble> {
        let request = file.request(track)?;
        let settled = matches!(request.stage, Stage::Verified | Stage::Draft);
        if file.is_closed() || request.ended() || settled || !request.ask.mode.obliges() {
            return Ok(());
        }
        let Some((by, act)) = self.act_of(file, track, Beat::Escalate, &request)? else {
            return Ok(());
        };
        let command = Command::Request(request.id, Box::new(act));
        self.act(file, By::Person(by), command).await
    }

    /// The first who is asked at a level decides, unless it is done by now.
    pub(super) async fn decide(&mut self, file: &mut File, id: RequestId) -> Result<(), Trouble> {
        let case = file.case()?;
        let waiting = case.request(id).filter(|request| !request.ended());
        let Some(by) = waiting.and_then(|request| request.unanswered()?.asked.first().copied())
        else {
            return Ok(());
        };
        let (decision, reason) =
            halves(&self.book.any("decide", &file.facts, &mut file.deciders)?);
        let act = Act::AnswerEscalation { decision, reason };
        self.act(file, By::Person(by), Command::Request(id, Box::new(act))).await
    }

    pub(super) async fn call(&mut self, file: &mut File) -> Result<(), Trouble> {
        if file.is_closed() {
            return Ok(());
        }
        if file.luck.chance(60) {
            return self.note_call(file, "call").await;
        }
        let body = self.book.any("note", &file.facts, &mut file.luck)?;
        let owner = self.owner(file)?;
        let (kind, channel) = (MessageKind::Note, Channel::Internal);
        let form = AddMessage::plain(kind, channel, body);
        self.act(file, By::Person(owner), Command::AddMessage(form)).await
    }

    /// A call with the customer, written down.
    pub(super) async fn note_call(&mut self, file: &mut File, key: &str) -> Result<(), Trouble> {
        let body = self.book.any(key, &file.facts, &mut file.luck)?;
        let owner = self.owner(file)?;
        let (kind, channel) = (MessageKind::Call, Channel::Phone);
        let form = AddMessage::plain(kind, channel, body);
        self.act(file, By::Person(owner), Command::AddMessage(form)).await
    }

    pub(super) async fn update(&mut self, file: &mut File) -> Result<(), Trouble> {
        // Who has the answer writes the outcome, however late, rather than another update.
        if file.is_closed() || file.answered || file.told {
            return Ok(());
        }
        let owner = self.owner(file)?;
        self.speak_as(file, owner);
        let next = self.promise_next(file);
        let place = self.book.voice("where", &file.facts, &mut file.luck)?;
        file.facts.insert("where", place);
        let what = self.book.voice("progress", &file.facts, &mut file.luck)?;
        let body = self.letter(file, &what, false)?;
        self.tell_customer(file, UpdateKind::Progress, body, Some(next)).await?;
        self.plan_update(file, next);
        Ok(())
    }

    /// The new owner says who they are.
    pub(super) async fn introduce(&mut self, file: &mut File) -> Result<(), Trouble> {
        let owner = self.owner(file)?;
        self.speak_as(file, owner);
        let what = self.book.voice("transferred", &file.facts, &mut file.luck)?;
        let body = self.letter(file, &what, false)?;
        self.tell_customer(file, UpdateKind::Progress, body, None).await
    }

    pub(super) async fn tell(&mut self, file: &mut File) -> Result<(), Trouble> {
        if file.is_closed() || file.told {
            return Ok(());
        }
        let owner = self.owner(file)?;
        self.speak_as(file, owner);
        let what = self.outcome(file)?;
        let body = self.letter(file, &what, true)?;
        self.tell_customer(file, UpdateKind::Outcome, body, None).await?;
        file.told = true;
        let mail = file.way_out(self.client(file)?) == Channel::Email;
        if file.is(Special::Bounce) && mail {
            let seconds = file.luck.between(40, 240);
            self.plan(self.now + Span::seconds(seconds), file.number, Step::Bounce);
            return Ok(());
        }
        let minutes = file.luck.skewed(3, 700);
        self.plan_at_work(file, minutes, Step::Close);
        Ok(())
    }

    /// What came of it, in the words that the departments gave for the customer.
    fn outcome(&self, file: &mut File) -> Result<String, Trouble> {
        if file.tracks.is_empty() {
            return self.book.nth(&file.topic, "answer", &file.facts, file.turn);
        }
        let mut said: Vec<String> = Vec::new();
        let mut withdrawn = false;
        for track in file.tracks.iter().filter(|track| track.parent.is_none()) {
            let request = track.request.and_then(|id| file.state.as_ref()?.request(id).cloned());
            match (request.map(|request| request.stage), &track.told, &track.alternative) {
                (Some(Stage::Declined { .. }), _, Some(alternative)) => {
                    let mut facts = file.facts.clone();
                    facts.insert("alternative", alternative.clone());
                    said.push(self.book.voice("decline_told", &facts, &mut file.luck)?);
                }
                (Some(Stage::Withdrawn), ..) => withdrawn = true,
                (_, Some(told), _) => said.push(told.clone()),
                _ => {}
            }
        }
        if said.is_empty() {
            let key = if withdrawn { "withdrawn_told" } else { "default_told" };
            said.push(self.book.voice(key, &file.facts, &mut file.luck)?);
        }
        Ok(said.join(" "))
    }

    pub(super) async fn bounce(&mut self, file: &mut File) -> Result<(), Trouble> {
        let case = file.case()?;
        let Some(message) = case.told().map(|message| message.id) else { return Ok(()) };
        let reason = self.book.any("bounce", &file.facts, &mut file.luck)?;
        self.act(file, By::Baton, Command::RecordBounce { message, reason }).await?;
        file.facts.insert("recover", "by_phone".to_owned());
        let minutes = file.luck.between(15, 300);
        self.plan_at_work(file, minutes, Step::Recover);
        Ok(())
    }

    /// The customer writes again after the case was closed.
    pub(super) async fn again(&mut self, file: &mut File) -> Result<(), Trouble> {
        self.hear_customer(file, "reopened_by_customer").await?;
        file.facts.insert("recover", "again".to_owned());
        let minutes = file.luck.between(20, 400);
        self.plan_at_work(file, minutes, Step::Recover);
        Ok(())
    }

    pub(super) async fn recover(&mut self, file: &mut File) -> Result<(), Trouble> {
        let owner = self.owner(file)?;
        self.speak_as(file, owner);
        let key = file.facts.get("recover").cloned().unwrap_or_default();
        let body = self.book.voice(&key, &file.facts, &mut file.luck)?;
        let channel = Channel::Phone;
        let form = Tell {
            kind: UpdateKind::Outcome,
            channel,
            body,
            next_update_by: None,
            files: Vec::new(),
        };
        self.act(file, By::Person(owner), Command::TellCustomer(form)).await?;
        let minutes = file.luck.between(5, 300);
        self.plan_at_work(file, minutes, Step::Close);
        Ok(())
    }

    pub(super) async fn close(&mut self, file: &mut File) -> Result<(), Trouble> {
        let owner = self.owner(file)?;
        let outcome = self.book.voice("close", &file.facts, &mut file.luck)?;
        let command = Command::Close { outcome, exemption: None };
        self.act(file, By::Person(owner), command).await?;
        if file.is(Special::CustomerAgain) && file.first_time("again") {
            let after = Span::minutes(file.luck.between(24 * 60, 5 * 24 * 60));
            self.plan(self.now + after, file.number, Step::Again);
        }
        Ok(())
    }

    /// The customer no longer wants it: what was begun is called off, and the case closes on their
    /// own word.
    pub(super) async fn withdrew(&mut self, file: &mut File) -> Result<(), Trouble> {
        self.hear_customer(file, "customer_withdrew").await?;
        let owner = By::Person(self.owner(file)?);
        let message = file.case()?.messages.last().map(|message| message.id);
        for track in &mut file.tracks {
            track.ended = true;
        }
        for request in file.case()?.requests.iter().filter(|request| !request.ended()) {
            let reason = "The customer no longer needs it.".to_owned();
            let command = Command::Request(request.id, Box::new(Act::Withdraw { reason }));
            self.act(file, owner, command).await?;
        }
        self.release_promises(file, owner).await?;
        let outcome = self.book.any("withdrew_outcome", &file.facts, &mut file.luck)?;
        let exemption = ClaimExemption {
            kind: ExemptionKind::CustomerWithdrew,
            evidence: None,
            message,
            approved_by: None,
            survivor: None,
        };
        self.act(file, owner, Command::Close { outcome, exemption: Some(exemption) }).await
    }

    async fn release_promises(&mut self, file: &mut File, by: By) -> Result<(), Trouble> {
        let case = file.case()?;
        for promise in case.promises.iter().filter(|of| of.state == PromiseState::Open) {
            let reason = Some(self.book.any("released", &file.facts, &mut file.luck)?);
            let promise = promise.id;
            self.act(file, by, Command::SettlePromise { promise, kept: false, reason }).await?;
        }
        Ok(())
    }

    /// Told twice: this one ends, the other goes on.
    pub(super) async fn close_twin(&mut self, file: &mut File) -> Result<(), Trouble> {
        let other = file.plot.twin_of.and_then(|place| self.files.get(place)?.as_ref());
        let other = other.and_then(|other| other.state.as_ref()).cloned();
        let survivor = other.map(|case| Survivor { case: case.id, customer: case.customer });
        let owner = By::Person(self.owner(file)?);
        let outcome = self.book.any("duplicate", &file.facts, &mut file.luck)?;
        let exemption = ClaimExemption {
            kind: ExemptionKind::Duplicate,
            evidence: None,
            message: None,
            approved_by: None,
            survivor,
        };
        self.act(file, owner, Command::Close { outcome, exemption: Some(exemption) }).await
    }
}
