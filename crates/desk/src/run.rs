//! A command on a case that exists: load, decide, commit, in one transaction.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::agreement::Book;
use baton_core::case::command::Command;
use baton_core::case::request::command::Act;
use baton_core::case::{self, Case, Setting};
use baton_core::customer::Customer;
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{CaseId, StreamId};
use baton_core::log::{Decided, Version};
use baton_core::say;
use baton_core::time::Instant;
use baton_core::vault::Texts;
use baton_store::{Result, Task, Tx, Verdict, journal, rows, vault};
use futures_util::future::{try_join, try_join3};

use crate::desk::Desk;
use crate::effects;
use crate::house::House;
use crate::reading;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;
use crate::undo;

/// How often a command is decided anew when others were faster (law L3).
const ATTEMPTS: u32 = 3;

/// What a command led to: the state right after it.
#[derive(Clone, Debug)]
pub struct Done<T> {
    pub state: Arc<T>,
    /// It had been done before under the same key; nothing was written this time.
    pub replayed: bool,
}

impl Desk {
    /// Runs a command on a case. Answers when it is durable.
    pub async fn act(
        &self,
        who: &Who,
        id: CaseId,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Done<Case>, Trouble> {
        let task = || CaseTask::new(self, who.clone(), id, command.clone(), asked.clone());
        self.finish(self.write_anew(task).await?).await
    }

    /// Writes a task; when others were faster, it is made anew and decides on what they left.
    pub(crate) async fn write_anew<T: Task>(
        &self,
        mut task: impl FnMut() -> std::result::Result<T, Trouble>,
    ) -> std::result::Result<T::Out, Trouble> {
        let mut attempts = 0;
        loop {
            attempts += 1;
            match self.0.store.write(task()?).await {
                Err(error) if error.is_stale() && attempts < ATTEMPTS => {}
                Err(error) if error.is_stale() => return Err(Trouble::Refused(stale())),
                Err(error) => return Err(error.into()),
                Ok(out) => return Ok(out),
            }
        }
    }

    pub(crate) async fn finish(
        &self,
        ended: Ended<Case>,
    ) -> std::result::Result<Done<Case>, Trouble> {
        match ended {
            Ended::Did(case) => {
                let state = Arc::new(case);
                self.0.cases.put(state.id, Arc::clone(&state));
                self.0.jobs_waiting.notify_one();
                self.0.following.ring();
                Ok(Done { state, replayed: false })
            }
            Ended::Again { stream: StreamId::Case(id), version } => {
                let case = reading::case_at(&self.0.store.link(), id, version).await?;
                let state = Arc::new(case.ok_or_else(Trouble::not_found)?);
                Ok(Done { state, replayed: true })
            }
            Ended::Again { .. } => Err(Trouble::KeyReused),
            Ended::Refused(trouble) => Err(trouble),
        }
    }
}

fn stale() -> baton_core::refusal::Refusal {
    baton_core::refusal::Refusal::new(
        baton_core::refusal::Code::StaleVersion,
        say!("run-others-are-changing-this-at-the"),
    )
}

struct CaseTask {
    desk: Desk,
    who: Who,
    id: CaseId,
    command: Command,
    asked: Asked,
    now: Instant,
    draw: Draw,
    directory: Arc<Directory>,
    agreements: Arc<Book>,
    house: Arc<House>,
}

impl CaseTask {
    fn new(
        desk: &Desk,
        who: Who,
        id: CaseId,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Self, Trouble> {
        let (directory, agreements, house) = (desk.directory(), desk.agreements(), desk.house());
        let (desk, now, draw) = (desk.clone(), desk.now(), desk.draw()?);
        Ok(Self { desk, who, id, command, asked, now, draw, directory, agreements, house })
    }

    /// Reads what the rule looks at, and asks it.
    async fn decide(
        &self,
        tx: &Tx<'_>,
        case: &Case,
        draw: &mut Draw,
    ) -> Result<std::result::Result<Decided<Case>, Trouble>> {
        let stream = StreamId::Case(self.id);
        let link = tx.link();
        let mut texts = Texts::default();
        if compares_words(&self.command) || matches!(self.command, Command::Raise(_)) {
            texts = vault::texts(&link, stream).await?;
        }
        let customer = match case.customer.filter(|_| needs_customer(&self.command)) {
            None => None,
            Some(id) => {
                if compares_words(&self.command) {
                    texts.extend(vault::texts(&link, StreamId::Customer(id)).await?);
                }
                self.desk.customer_in(&link, id).await?
            }
        };
        let undo_until = match self.command {
            Command::UndoMessage { message } => undo::until(&link, message).await?,
            _ => None,
        };
        Ok(self.ask(case, customer.as_deref(), &texts, undo_until, draw))
    }

    fn ask(
        &self,
        case: &Case,
        customer: Option<&Customer>,
        texts: &Texts,
        undo_until: Option<Instant>,
        draw: &mut Draw,
    ) -> std::result::Result<Decided<Case>, Trouble> {
        self.asked.check_match(seen_version(case, &self.command))?;
        let (calendars, levels) = (self.desk.calendars(), self.desk.service_levels());
        let setting = Setting {
            now: self.now,
            who: &self.who,
            directory: &self.directory,
            calendars: &calendars,
            agreements: &self.agreements,
            practice: &self.house.practice,
            service_levels: &levels,
            customer,
            texts,
            undo_until,
        };
        Ok(case::decide(case, &self.command, &setting, draw)?)
    }
}

impl Task for CaseTask {
    type Out = Ended<Case>;

    fn stream(&self) -> Option<StreamId> {
        Some(StreamId::Case(self.id))
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Case>>> {
        let link = tx.link();
        // On PostgreSQL what does not wait for each other travels together.
        let (earlier, case) =
            try_join(self.asked.earlier(tx), self.desk.case_in(&link, self.id)).await?;
        if let Some(ended) = earlier {
            return Ok(Verdict::Drop(ended));
        }
        let Some(case) = case else {
            return Ok(Verdict::Drop(Ended::Refused(Trouble::not_found())));
        };
        // The same draw each time the task is run: what is undone is done again alike.
        let mut draw = self.draw.clone();
        match self.decide(tx, &case, &mut draw).await? {
            Err(trouble) => Ok(Verdict::Drop(Ended::Refused(trouble))),
            Ok(decided) => {
                let next =
                    commit(tx, &self.desk, Some(&case), decided, &mut draw, self.now).await?;
                self.asked.keep(tx, StreamId::Case(next.id), next.version, self.now).await?;
                Ok(Verdict::Keep(Ended::Did(next)))
            }
        }
    }
}

/// Writes a decision: events and words, then the rows, search texts and jobs that follow from it.
pub(crate) async fn commit(
    tx: &Tx<'_>,
    desk: &Desk,
    before: Option<&Case>,
    decided: Decided<Case>,
    draw: &mut Draw,
    now: Instant,
) -> Result<Case> {
    let (changes, next) = decided.into_parts();
    if changes.entries().is_empty() && changes.effects().is_empty() {
        return Ok(next);
    }
    journal::append(tx, &changes).await?;
    let calendars = desk.calendars();
    try_join3(
        rows::case::put(tx, before, &next, &calendars),
        effects::index_case(tx, before, &next, changes.words()),
        effects::queue(tx, desk, &changes, Some(&next), draw, now),
    )
    .await?;
    Ok(next)
}

/// Requests have versions of their own, so that two departments do not trip over each other.
fn seen_version(case: &Case, command: &Command) -> Version {
    match command {
        Command::Request(id, _) => case.request(*id).map_or(case.version, |r| r.version),
        _ => case.version,
    }
}

/// Whether the rule compares texts with each other.
fn compares_words(command: &Command) -> bool {
    match command {
        Command::Request(_, act) => matches!(**act, Act::ReadBack(_) | Act::Send | Act::Revise(_)),
        _ => false,
    }
}

/// Whether the rule looks at the customer's fields.
fn needs_customer(command: &Command) -> bool {
    match command {
        Command::AddMessage(_) | Command::TellCustomer(_) | Command::Raise(_) => true,
        Command::Request(_, act) => matches!(
            **act,
            Act::ReadBack(_) | Act::Send | Act::Revise(_) | Act::Share(_) | Act::Answer { .. }
        ),
        _ => false,
    }
}
