//! A calendar was changed: every open case and request that counts by it is counted anew.

use baton_core::access::Who;
use baton_core::calendar::Calendars;
use baton_core::calendar::kept::Kept;
use baton_core::case::command::Command;
use baton_core::case::request::command::Act;
use baton_core::case::request::recount::recount;
use baton_core::case::service_clocks;
use baton_core::ids::{CalendarId, CaseId};
use baton_core::log::Version;
use baton_store::{jobs, rows};

use crate::calendars::SETTLE;
use crate::desk::Desk;
use crate::effects::{self, Work};
use crate::jobs::Outcome;
use crate::task::Asked;
use crate::trouble::Trouble;

/// Cases that are counted anew in one job, so that it ends well within its lease.
const TOGETHER: u32 = 200;

/// By which calendars it was counted, and is.
struct Change {
    calendar: CalendarId,
    edition: Version,
    before: Calendars,
    after: Calendars,
}

impl Desk {
    /// Counts the cases after one anew; the rest is a job of its own.
    pub(super) async fn count_anew(
        &self,
        calendar: CalendarId,
        edition: Version,
        after: Option<CaseId>,
    ) -> Result<Outcome, Trouble> {
        self.refresh_calendars().await?;
        let book = self.calendar_book();
        let kept = book.get(calendar).ok_or_else(Trouble::not_found)?;
        // What was set twice at once is counted once: nobody was told of what lay between.
        let Some(before) = kept.counted_from(edition, SETTLE) else {
            return Ok(Outcome::Done);
        };
        let calendars = |of: Calendars, calendar| of.with(kept.id, calendar);
        let known = (*self.calendars()).clone();
        let change = Change {
            calendar,
            edition,
            before: calendars(known.clone(), before.calendar(&book.texts)),
            after: calendars(known, Kept::clone(kept).now.calendar(&book.texts)),
        };
        let page = rows::case::open(&self.0.store.link(), after, TOGETHER).await?;
        for case in &page {
            self.count_case_anew(*case, &change).await?;
        }
        let last = page.last().filter(|_| page.len() == TOGETHER as usize);
        if let Some(last) = last {
            let work = Work::Recount { calendar, edition, after: Some(*last) };
            let job = effects::job(&work, String::new(), self.now(), None, &mut self.draw()?);
            self.0
                .store
                .keep(move |tx| {
                    let job = job.clone();
                    Box::pin(async move { jobs::add_all(tx, &[job]).await })
                })
                .await?;
        }
        Ok(Outcome::Done)
    }

    async fn count_case_anew(&self, id: CaseId, change: &Change) -> Result<(), Trouble> {
        let case = self.case(id).await?;
        let (before, after) = (&change.before, &change.after);
        let own = service_clocks::recount(&case, change.calendar, change.edition, before, after);
        let mut runs_by_it = service_clocks::counts_by(&case, change.calendar);
        if !own.is_empty() {
            self.act(&Who::system(), id, Command::Recount(own), Asked::default()).await?;
        }
        for request in &case.requests {
            let found = recount(request, change.calendar, change.edition, before, after);
            runs_by_it |= found.is_some();
            if let Some(found) = found.filter(|found| !found.is_nothing()) {
                let act = Act::Recount(Box::new(found));
                let command = Command::Request(request.id, Box::new(act));
                self.act(&Who::system(), id, command, Asked::default()).await?;
            }
        }
        if runs_by_it { self.write_rows_anew(id).await } else { Ok(()) }
    }

    /// Its rows were written by the calendar as it was, and hold more moments than those of which
    /// the log tells that they moved.
    async fn write_rows_anew(&self, id: CaseId) -> Result<(), Trouble> {
        let desk = self.clone();
        let work = self.0.store.keep(move |tx| {
            let desk = desk.clone();
            Box::pin(async move {
                match desk.case_in(&tx.link(), id).await? {
                    Some(case) => rows::case::put(tx, None, &case, &desk.calendars()).await,
                    None => Ok(()),
                }
            })
        });
        Ok(work.await?)
    }
}
