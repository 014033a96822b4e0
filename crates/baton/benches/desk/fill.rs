//! Makes the cases: by the same rules and the same writes as ever, only not waiting for the disk.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::command::{AddMessage, Command, Open};
use baton_core::case::kinds::{Channel, MessageKind, Mode, Priority, RequestChannel};
use baton_core::case::request::command::{Act, Raise, ReadBackForm, Restated, WeighingForm};
use baton_core::ids::{CaseId, DepartmentId, Id, PersonId, RequestId};
use baton_core::time::{Instant, Span};
use baton_desk::{Asked, Desk, Trouble};
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;

use crate::Fault;
use crate::company::{Company, failed};
use crate::texts::Luck;

/// Cases with ten messages and three requests: the pages that are measured.
const FULL: usize = 1_000;
/// Cases that are made at the same time.
const TOGETHER: usize = 128;

/// A case whose request waits to be acknowledged.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waiting {
    pub case: String,
    pub reference: String,
    pub request: String,
    pub owner: String,
    pub receiver: String,
}

/// A case with ten messages and three requests, and whose it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Full {
    pub case: String,
    pub owner: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Made {
    pub needed_by: String,
    pub waiting: Vec<Waiting>,
    pub full: Vec<Full>,
}

/// The words are drawn by lot, and some sound graver than they are meant.
fn weighing() -> WeighingForm {
    let reason = Some("The customer mentioned it in passing.".to_owned());
    WeighingForm { reason, ..WeighingForm::default() }
}

pub fn needed_by(now: Instant) -> Instant {
    let whole = now.millis() - now.millis() % 1_000;
    Instant::from_millis(whole) + Span::times_24h(300)
}

/// Makes so many cases. Every second one has a request that waits; the first have everything.
pub async fn fill(desk: &Desk, company: Company, cases: usize) -> Result<Made, Fault> {
    let by = needed_by(desk.now());
    let company = Arc::new(company);
    let mut made = Made { needed_by: by.to_string(), ..Made::default() };
    let mut running = JoinSet::new();
    for n in 0..cases {
        let maker = Maker { desk: desk.clone(), company: Arc::clone(&company), n, by };
        let full = n < FULL.min(cases / 4);
        running.spawn(async move { maker.case(full).await });
        if running.len() >= TOGETHER
            && let Some(done) = running.join_next().await
        {
            take_in(&mut made, done??);
        }
    }
    while let Some(done) = running.join_next().await {
        take_in(&mut made, done??);
    }
    made.waiting.sort_by(|a, b| a.case.cmp(&b.case));
    Ok(made)
}

enum One {
    Plain,
    Waiting(Waiting),
    Full(Full),
}

fn take_in(made: &mut Made, one: One) {
    match one {
        One::Plain => {}
        One::Waiting(waiting) => made.waiting.push(waiting),
        One::Full(full) => made.full.push(full),
    }
}

struct Maker {
    desk: Desk,
    company: Arc<Company>,
    n: usize,
    by: Instant,
}

impl Maker {
    async fn case(&self, full: bool) -> Result<One, Fault> {
        let mut luck = Luck::new(u64::try_from(self.n).unwrap_or(0) + 1);
        let owner = self.company.facing(self.n)?.person(self.n / 7)?;
        let who = self.who(owner)?;
        let form = self.opening(owner, &mut luck)?;
        let opened = self.desk.open_case(&who, form, Asked::default()).await.map_err(failed)?;
        let (case, owner) = (opened.state.id, owner.to_string());
        if full {
            self.fill_up(case, &who, &mut luck).await?;
            return Ok(One::Full(Full { case: case.to_string(), owner }));
        }
        if self.n.is_multiple_of(2) {
            let command = self.raise(0, &mut luck)?;
            let state = self.act(&who, case, command).await?;
            let request = state.requests.last().ok_or("no request")?.id;
            return Ok(One::Waiting(Waiting {
                case: case.to_string(),
                reference: state.reference(),
                request: request.to_string(),
                owner,
                receiver: self.receiver(0)?.to_string(),
            }));
        }
        Ok(One::Plain)
    }

    fn who(&self, person: PersonId) -> Result<Who, Fault> {
        self.desk.who(person).ok_or_else(|| "nobody".into())
    }

    fn receiver(&self, nth: usize) -> Result<PersonId, Fault> {
        self.company.asked(self.n / 2 + nth)?.person(self.n / 11)
    }

    async fn act(&self, who: &Who, case: CaseId, command: Command) -> Result<Arc<Case>, Fault> {
        let done = self.desk.act(who, case, command, Asked::default()).await;
        done.map(|done| done.state).map_err(|trouble: Trouble| failed(trouble))
    }

    fn opening(&self, owner: PersonId, luck: &mut Luck) -> Result<Open, Fault> {
        let customers = &self.company.customers;
        Ok(Open {
            // The desk draws both.
            id: CaseId::from_bits(0),
            number: 0,
            customer: customers.get(self.n % customers.len().max(1)).copied(),
            subject: luck.sentence(7),
            body: Some(luck.sentence(45)),
            channel: Channel::Email,
            priority: Priority::Normal,
            department: self.company.facing(self.n)?.id,
            owner,
            received_at: None,
            incoming: None,
            follows: None,
        })
    }

    fn raise(&self, nth: usize, luck: &mut Luck) -> Result<Command, Fault> {
        let to = self.company.asked(self.n / 2 + nth)?.id;
        Ok(Command::Raise(Box::new(raise(to, self.by, luck))))
    }

    /// Nine more messages, and three requests of which each has come further than the next.
    async fn fill_up(&self, case: CaseId, who: &Who, luck: &mut Luck) -> Result<(), Fault> {
        for n in 0..9 {
            let kind = if n % 3 == 0 { MessageKind::Note } else { MessageKind::Call };
            let channel = if n % 3 == 0 { Channel::Internal } else { Channel::Phone };
            let form = AddMessage::plain(kind, channel, luck.sentence(40));
            self.act(who, case, Command::AddMessage(form)).await?;
        }
        for nth in 0..3 {
            let command = self.raise(nth, luck)?;
            let state = self.act(who, case, command).await?;
            let request = state.requests.last().ok_or("no request")?.id;
            let receiver = self.who(self.receiver(nth)?)?;
            for command in steps(request, 2 - nth, self.by, luck) {
                self.act(&receiver, case, command).await?;
            }
        }
        Ok(())
    }
}

/// A request that is complete.
pub fn raise(to: DepartmentId, by: Instant, luck: &mut Luck) -> Raise {
    Raise {
        need: Some(luck.sentence(12)),
        outcome_wanted: Some(luck.sentence(14)),
        why: Some(luck.sentence(16)),
        why_department: Some(luck.sentence(8)),
        background: Some(luck.sentence(30)),
        needed_by: Some(by),
        channel: Some(RequestChannel::Desk),
        weighing: weighing(),
        ..Raise::blank(Mode::Collaborate, to)
    }
}

fn steps(request: RequestId, many: usize, by: Instant, luck: &mut Luck) -> Vec<Command> {
    let act = |act| Command::Request(request, Box::new(act));
    let form = ReadBackForm {
        outcome: format!("You want in other words: {}", luck.sentence(14)),
        will_do: format!("I shall see to it that {}", luck.sentence(12)),
        by,
        restated: Restated { customer: None, needed_by: Some(by), amount: None, contingency: None },
        data_sufficient: true,
        acknowledge: false,
    };
    let all = vec![act(Act::Acknowledge { assignee: None }), act(Act::ReadBack(form))];
    all.into_iter().take(many).collect()
}
