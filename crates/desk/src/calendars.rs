//! Calendars are made, changed and retired, and every node comes to know.

use std::sync::{Arc, PoisonError};

use baton_core::access::Who;
use baton_core::calendar::Calendars;
use baton_core::calendar::kept::{self, Book, Command, CountsBy, Facts, Kept};
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{CalendarId, StreamId};
use baton_core::time::{Instant, Span};
use baton_store::{Link, Result, Task, Tx, Verdict, jobs, journal, vault};

use crate::desk::Desk;
use crate::directory;
use crate::effects::{self, Work};
use crate::run::Done;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// Longer than any node is behind.
pub(crate) const SETTLE: Span = Span::seconds(2);
/// The kind of stream that the book is folded out of.
const KIND: &str = "calendar";

impl Desk {
    /// The records of all calendars, as this node knows them; what counts by them is
    /// [`Desk::calendars`].
    pub fn calendar_book(&self) -> Arc<Book> {
        let book = self.0.calendar_book.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&book)
    }

    /// Which departments count by which calendar.
    pub fn calendar_facts(&self) -> Facts {
        facts(&self.directory())
    }

    /// Runs a command on a calendar; without an id it makes a new one.
    pub async fn act_on_calendar(
        &self,
        who: &Who,
        id: Option<CalendarId>,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Done<Kept>, Trouble> {
        let task = CalendarTask {
            who: who.clone(),
            id,
            command,
            asked,
            now: self.now(),
            draw: self.draw()?,
            directory: self.directory(),
            known: self.calendar_book(),
        };
        let ended = self.0.store.write(task).await?;
        self.refresh_calendars().await?;
        self.0.jobs_waiting.notify_one();
        match ended {
            Ended::Did(kept) => Ok(Done { state: Arc::new(kept), replayed: false }),
            Ended::Again { stream: StreamId::Calendar(id), version } => {
                let mut recorded =
                    journal::load(&self.0.store.link(), StreamId::Calendar(id), 0).await?;
                recorded.retain(|record| record.version <= version);
                let mut book = Book::default();
                book.catch_up(id, &recorded)?;
                let kept = book.get(id).cloned().ok_or_else(Trouble::not_found)?;
                Ok(Done { state: Arc::new(kept), replayed: true })
            }
            Ended::Again { .. } => Err(Trouble::KeyReused),
            Ended::Refused(trouble) => Err(trouble),
        }
    }

    /// Reads the calendars anew if any of them has changed.
    pub async fn refresh_calendars(&self) -> std::result::Result<(), Trouble> {
        let Some(book) = newer(&self.0.store.link(), &self.calendar_book()).await? else {
            return Ok(());
        };
        let count = |all: Calendars, kept: &Kept| all.with(kept.id, kept.now.calendar(&book.texts));
        let calendars = book.iter().fold(Calendars::default(), count);
        *self.0.calendars.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(calendars);
        *self.0.calendar_book.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(book);
        Ok(())
    }
}

fn facts(directory: &Directory) -> Facts {
    let departments = directory.active_departments().filter_map(|department| {
        let name = directory.department_name(department.id).to_owned();
        Some(CountsBy { calendar: department.calendar?, department: department.id, name })
    });
    Facts { departments: departments.collect() }
}

/// The book from the log, when it is newer than the one that is known.
pub(crate) async fn newer(link: &Link<'_>, known: &Book) -> Result<Option<Book>> {
    let heads = journal::streams(link, KIND, None, u32::MAX >> 1).await?;
    let changed = heads.iter().any(|(stream, version)| match stream {
        StreamId::Calendar(id) => known.version_of(*id) != *version,
        _ => false,
    });
    if !changed {
        return Ok(None);
    }
    let mut fresh = Book::default();
    for (stream, recorded) in journal::load_all(link, KIND).await? {
        if let StreamId::Calendar(id) = stream {
            fresh.catch_up(id, &[recorded])?;
        }
    }
    fresh.texts.extend(vault::texts_of_kind(link, KIND).await?);
    Ok(Some(fresh))
}

struct CalendarTask {
    who: Who,
    id: Option<CalendarId>,
    command: Command,
    asked: Asked,
    now: Instant,
    draw: Draw,
    directory: Arc<Directory>,
    known: Arc<Book>,
}

impl CalendarTask {
    /// What runs by a calendar that was changed is counted anew, once every node knows of it.
    async fn count_anew(&self, tx: &Tx<'_>, next: &Kept, draw: &mut Draw) -> Result<()> {
        if !matches!(self.command, Command::Revise { .. }) {
            return Ok(());
        }
        let (calendar, edition) = (next.id, next.version());
        let work = Work::Recount { calendar, edition, after: None };
        let job = effects::job(&work, String::new(), self.now + SETTLE, None, draw);
        jobs::add_all(tx, &[job]).await
    }
}

impl Task for CalendarTask {
    type Out = Ended<Kept>;

    /// One at a time with the directory, so that nobody chooses what is being retired.
    fn stream(&self) -> Option<StreamId> {
        Some(directory::whole())
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Kept>>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop(ended));
        }
        if let Some(fresh) = newer(&tx.link(), &self.known).await? {
            self.known = Arc::new(fresh);
        }
        if let Some(fresh) = directory::newer(&tx.link(), &self.directory).await? {
            self.directory = Arc::new(fresh);
        }
        let kept = self.id.and_then(|id| self.known.get(id));
        let seen = kept.map_or(Ok(()), |kept| self.asked.check_match(kept.version()));
        if let Err(stale) = seen {
            return Ok(Verdict::Drop(Ended::Refused(stale.into())));
        }
        let (facts, command, mut draw) =
            (facts(&self.directory), self.command.clone(), self.draw.clone());
        let (book, who) = (&self.known, &self.who);
        match kept::decide(book, &facts, self.id, command, who, self.now, &mut draw) {
            Err(refusal) => Ok(Verdict::Drop(Ended::Refused(refusal.into()))),
            Ok(decided) => {
                let (changes, next) = decided.into_parts();
                journal::append(tx, &changes).await?;
                self.count_anew(tx, &next, &mut draw).await?;
                self.asked.keep(tx, changes.stream(), next.version(), self.now).await?;
                Ok(Verdict::Keep(Ended::Did(next)))
            }
        }
    }
}
