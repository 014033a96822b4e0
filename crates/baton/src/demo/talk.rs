//! A case from its opening to the first answer: what the customer says, and what they hear first.

use baton_core::case::command::{AddMessage, Command, Incoming, Open, Tell};
use baton_core::case::kinds::{Channel, MessageKind, Priority, UpdateKind};
use baton_core::case::state::Dispatch;
use baton_core::ids::{CaseId, Id};
use baton_core::time::{Instant, Span};
use baton_desk::{Asked, Trouble};

use super::customers;
use super::dates::{deadline, written};
use super::failed;
use super::file::File;
use super::plot::Special;
use super::prose::{fill, parts};
use super::world::{By, Step, World};

impl World<'_> {
    pub(super) async fn open(&mut self, file: &mut File) -> Result<(), Trouble> {
        self.settle_channel(file)?;
        let department = self.company.department("Customer service")?;
        let directory = self.desk.directory();
        let owner = self.company.somebody(&directory, department, self.now, &[], &mut file.luck)?;
        let by_itself = matches!(file.plot.channel, Channel::Email | Channel::Web);
        let who = self.who(if by_itself { By::Baton } else { By::Person(owner) })?;
        let place = file.plot.customer;
        if let Some(client) = self.clients.get_mut(place).filter(|client| client.id.is_none()) {
            customers::record(self.desk, &who, client).await?;
        }
        file.know(self.client(file)?);
        self.speak_as(file, owner);
        let customer = self.client(file)?.id;
        let subject = self.subject(file)?;
        let text = self.first_words(file)?;
        let address = self.client(file)?.email.clone();
        let mail = file.plot.channel == Channel::Email;
        let received_at = (file.plot.channel == Channel::Letter)
            .then(|| self.now - Span::hours(file.luck.between(20, 70)));
        let form = Open {
            id: CaseId::from_bits(0),
            number: 0,
            customer,
            subject,
            body: (!mail).then(|| text.clone()),
            channel: file.plot.channel,
            priority: if file.luck.chance(10) { Priority::High } else { Priority::Normal },
            department,
            owner,
            received_at,
            incoming: mail.then(|| Incoming { body: text, address, ..Incoming::default() }),
            follows: None,
        };
        let done = self.desk.open_case(&who, form, Asked::default()).await;
        let what = format!("opening case {}, {}", file.number, file.topic.name);
        let done = done.map_err(|trouble| failed(&what, &trouble))?;
        self.take_in(file, done.state);
        self.opened += 1;
        let minutes = match file.plot.channel {
            Channel::Phone | Channel::Chat | Channel::Counter => file.luck.between(2, 12),
            _ if file.plot.rest.is_some() => file.luck.between(5, 45),
            _ => file.luck.skewed(10, 420),
        };
        self.plan_at_work(file, minutes, Step::Reply);
        Ok(())
    }

    /// Who has no address writes no mail; who asks for something in writing has one.
    fn settle_channel(&self, file: &mut File) -> Result<(), Trouble> {
        let mut needs_address = false;
        for track in &file.tracks {
            let shares = self.book.errand(track.errand)?.all("share");
            needs_address |= shares.iter().any(|line| line.starts_with("email"));
        }
        let count = self.clients.len().max(1);
        for _ in 0..count {
            if !needs_address || self.client(file)?.email.is_some() {
                break;
            }
            file.plot.customer = (file.plot.customer + 1) % count;
        }
        if file.plot.channel == Channel::Email && self.client(file)?.email.is_none() {
            file.plot.channel = Channel::Web;
        }
        Ok(())
    }

    /// Where there are as many subjects as first messages, each has its own.
    fn subject(&self, file: &mut File) -> Result<String, Trouble> {
        let (topic, facts) = (&file.topic, &file.facts);
        if topic.all("subject").len() == topic.all("body").len() {
            return self.book.nth(topic, "subject", facts, file.turn);
        }
        self.book.say(topic, "subject", facts, &mut file.luck)
    }

    fn first_words(&self, file: &mut File) -> Result<String, Trouble> {
        let (facts, luck) = (&file.facts, &mut file.luck);
        let body = self.book.nth(&file.topic, "body", facts, file.turn)?;
        let want = if luck.chance(80) {
            format!(" {}", self.book.say(&file.topic, "want", facts, luck)?)
        } else {
            String::new()
        };
        let opening = match file.plot.channel {
            Channel::Email | Channel::Web => {
                let hello = self.book.voice("hello", facts, luck)?;
                let bye = self.book.voice("bye", facts, luck)?;
                return Ok(format!("{hello}\n\n{body}{want}\n\n{bye}"));
            }
            Channel::Chat => self.book.voice("chat", facts, luck)?,
            Channel::Counter => self.book.voice("counter", facts, luck)?,
            Channel::Letter => self.book.voice("letter", facts, luck)?,
            _ => self.book.voice("phone", facts, luck)?,
        };
        Ok(format!("{opening}{body}{want}"))
    }

    pub(super) async fn reply(&mut self, file: &mut File) -> Result<(), Trouble> {
        if file.plot.twin_of.is_some() {
            return self.close_twin(file).await;
        }
        let owner = self.owner(file)?;
        self.speak_as(file, owner);
        let mail = file.way_out(self.client(file)?) == Channel::Email;
        // Not in the last minutes of the day: the second try follows at once.
        let time_left = self.desk.calendars().standard().is_open(self.now + Span::minutes(5));
        let slips = file.is(Special::TakenBack) && mail && time_left;
        if slips && file.first_time("taken back") {
            return self.send_too_soon(file).await;
        }
        self.sort(file).await?;
        if file.tracks.is_empty() {
            file.answered = true;
            return self.tell(file).await;
        }
        self.hold(file).await?;
        let mut minutes = file.luck.between(4, 50);
        for track in 0..file.tracks.len() {
            let of = file.track(track)?;
            if of.group > 0 || of.parent.is_some() {
                continue;
            }
            self.plan_at_work(file, minutes, Step::Raise(track));
            minutes += file.luck.between(3, 25);
        }
        if file.is(Special::CustomerWithdraws) {
            let minutes = file.luck.between(700, 1_500);
            self.plan_at_work(file, minutes, Step::Withdrew);
        }
        if file.luck.chance(18) {
            let minutes = file.luck.between(150, 1_400);
            self.plan_at_work(file, minutes, Step::Call);
        }
        Ok(())
    }

    /// Priority and owner, where the first look says so.
    async fn sort(&mut self, file: &mut File) -> Result<(), Trouble> {
        let owner = self.owner(file)?;
        if !file.tracks.is_empty() && file.luck.chance(8) {
            let line = self.book.any_raw("priority", &mut file.luck)?;
            if let [priority, reason] = parts(line)[..] {
                let priority = Priority::parse(priority).unwrap_or(Priority::High);
                let reason = reason.to_owned();
                let command = Command::ChangePriority { priority, reason, customer_agreed: false };
                self.act(file, By::Person(owner), command).await?;
            }
        }
        if file.luck.chance(6) {
            let (case, directory) = (file.case()?, self.desk.directory());
            let but = [case.owner, owner];
            let (department, luck) = (case.department, &mut file.luck);
            let next = self.company.somebody(&directory, department, self.now, &but, luck)?;
            self.act(file, By::Person(owner), Command::ChangeOwner { owner: next }).await?;
            self.speak_as(file, next);
        }
        Ok(())
    }

    /// Half a mail, sent by a slip and taken back in time.
    async fn send_too_soon(&mut self, file: &mut File) -> Result<(), Trouble> {
        let body = fill("Dear {name},\n\nthank you for your message. I have", &file.facts);
        let form = AddMessage {
            kind: MessageKind::Reply,
            channel: Channel::Email,
            body,
            to: None,
            next_update_by: Some(self.promise_next(file)),
            files: Vec::new(),
        };
        let owner = self.owner(file)?;
        self.act(file, By::Person(owner), Command::AddMessage(form)).await?;
        self.plan(self.now + Span::seconds(9), file.number, Step::TakeBack);
        self.plan(self.now + Span::seconds(140), file.number, Step::Reply);
        Ok(())
    }

    pub(super) async fn take_back(&mut self, file: &mut File) -> Result<(), Trouble> {
        let case = file.case()?;
        let held = case.messages.iter().rev().find(
            |message| matches!(message.dispatch, Dispatch::Held { until } if until > self.now),
        );
        let Some(message) = held.map(|message| (message.id, message.by)) else { return Ok(()) };
        let by = match message.1 {
            baton_core::log::Actor::Person(person) => person,
            _ => case.owner,
        };
        self.act(file, By::Person(by), Command::UndoMessage { message: message.0 }).await
    }

    /// The first word to the customer, with the day on which the next one comes.
    async fn hold(&mut self, file: &mut File) -> Result<(), Trouble> {
        let next = self.promise_next(file);
        let hold = self.book.say(&file.topic, "hold", &file.facts, &mut file.luck)?;
        let body = self.letter(file, &hold, false)?;
        self.tell_customer(file, UpdateKind::Holding, body, Some(next)).await?;
        self.plan_update(file, next);
        Ok(())
    }

    /// Chooses the day of the next update; it is then a fact that texts can name.
    pub(super) fn promise_next(&self, file: &mut File) -> Instant {
        let days = file.luck.between(2, 4);
        let next = deadline(self.desk.calendars().standard(), self.now, days, &mut file.luck);
        file.facts.insert("next", written(next, "%A %-d %B"));
        next
    }

    /// Most updates come when they were promised.
    pub(super) fn plan_update(&mut self, file: &mut File, promised: Instant) {
        if file.luck.chance(68) {
            let before = Span::minutes(file.luck.between(10, 170));
            let at = (promised - before).max(self.now + Span::minutes(5));
            let open = self.desk.calendars().standard().is_open(at);
            let at =
                if open { at } else { self.desk.calendars().standard().due(at, Span::minutes(3)) };
            self.plan(at, file.number, Step::Update);
        } else {
            let minutes = file.luck.between(60, 700);
            let calendars = self.desk.calendars();
            let at = super::dates::at_work(calendars.standard(), promised, minutes, &mut file.luck);
            self.plan(at, file.number, Step::Update);
        }
    }

    pub(super) async fn tell_customer(
        &mut self,
        file: &mut File,
        kind: UpdateKind,
        body: String,
        next_update_by: Option<Instant>,
    ) -> Result<(), Trouble> {
        let channel = file.way_out(self.client(file)?);
        let owner = self.owner(file)?;
        let form = Tell { kind, channel, body, next_update_by, files: Vec::new() };
        self.act(file, By::Person(owner), Command::TellCustomer(form)).await
    }

    /// What is said, as a letter with its salutation, or as the note of a call.
    pub(super) fn letter(
        &self,
        file: &mut File,
        what: &str,
        ends: bool,
    ) -> Result<String, Trouble> {
        if file.way_out(self.client(file)?) == Channel::Phone {
            return Ok(format!("By phone: {what}"));
        }
        let (facts, luck) = (&file.facts, &mut file.luck);
        let dear = self.book.voice("dear", facts, luck)?;
        let sign = self.book.voice("sign", facts, luck)?;
        let end = if ends && luck.chance(70) {
            format!("\n\n{}", self.book.voice("end", facts, luck)?)
        } else {
            String::new()
        };
        Ok(format!("{dear}\n\n{what}{end}\n\n{sign}"))
    }
}
