//! Calendars are made, changed and retired, and every node comes to know.

use std::sync::{Arc, PoisonError};

use baton_core::access::Who;
use baton_core::calendar::Calendars;
use baton_core::calendar::kept::{self, Book, Command, CountsBy, Facts, Kept};
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{CalendarId, StreamId};
use baton_core::time::{Instant, Span};
use baton_store::{Result, Task, Tx, Verdict, jobs, journal};

use crate::desk::Desk;
use crate::directory;
use crate::effects::{self, Work};
use crate::run::Done;
use crate::shelf;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// Longer than any node is behind.
pub(crate) const SETTLE: Span = Span::seconds(2);
impl Desk {
    /// The records of all calendars, as this node knows them; what counts by them is
    /// [`Desk::calendars`].
    pub fn calendar_book(&self) -> Arc<Book> {
        self.0.calendar_book.get()
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
        shelf::answered(&self.0.store.link(), ended).await
    }

    /// Reads the calendars anew if any of them has changed.
    pub async fn refresh_calendars(&self) -> std::result::Result<(), Trouble> {
        let first = |book: &Book| {
            let count =
                |all: Calendars, kept: &Kept| all.with(kept.id, kept.now.calendar(&book.texts));
            let calendars = book.iter().fold(Calendars::default(), count);
            *self.0.calendars.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(calendars);
        };
        Ok(self.0.calendar_book.refresh(&self.0.store.link(), first).await?)
    }
}

fn facts(directory: &Directory) -> Facts {
    let departments = directory.active_departments().filter_map(|department| {
        let name = directory.department_name(department.id).to_owned();
        Some(CountsBy { calendar: department.calendar?, department: department.id, name })
    });
    Facts { departments: departments.collect() }
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
        if let Some(ended) = shelf::begin(tx, &self.asked, &mut self.known).await? {
            return Ok(Verdict::Drop(ended));
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
