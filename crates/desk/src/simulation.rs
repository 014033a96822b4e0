//! A draft is held against what was asked before.

use std::collections::BTreeSet;

use baton_core::access::Who;
use baton_core::agreement::{
    Agreement, Book, Hours, PERIOD, Simulation, Trace, Window, may_simulate, simulate,
};
use baton_core::case::apply::fold;
use baton_core::case::request::sight::sight;
use baton_core::case::request::trace::traces;
use baton_core::ids::{AgreementId, RequestId};
use baton_store::rows::between;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// Cases that are read at once: some ten megabytes of events.
const TOGETHER: u32 = 1_000;

/// A simulation, and which requests its reader may see.
pub struct Simulated {
    pub simulation: Simulation,
    pub seen: BTreeSet<RequestId>,
}

impl Desk {
    /// What would have been kept of the draft of an agreement, for whoever speaks for a side. A
    /// clock that had stopped more than [`PERIOD`] before the window began is not read.
    pub async fn simulate(&self, who: &Who, id: AgreementId) -> Result<Simulated, Trouble> {
        let book = self.agreements();
        let one = book.get(id).ok_or_else(Trouble::not_found)?;
        may_simulate(one, who)?;
        let draft = one.draft().ok_or_else(Trouble::not_found)?;
        let window = Window::up_to(self.now());
        let (ran, seen) = self.ran(who, &book, one, window).await?;
        let (calendars, directory) = (self.calendars(), self.directory());
        let agreed = draft.terms.calendar;
        let of = |department| calendars.of(agreed.or_else(|| directory.calendar_of(department)));
        let hours = Hours { from: of(one.from), to: of(one.to) };
        Ok(Simulated { simulation: simulate(&ran, &draft.terms, hours, window), seen })
    }

    /// All that ran between the two and would fall under the agreement.
    async fn ran(
        &self,
        who: &Who,
        book: &Book,
        one: &Agreement,
        window: Window,
    ) -> Result<(Vec<Trace>, BTreeSet<RequestId>), Trouble> {
        let (link, open_at) = (self.0.store.link(), window.from - PERIOD);
        let calendars = self.calendars();
        let (mut ran, mut seen, mut after) = (Vec::new(), BTreeSet::new(), None);
        loop {
            let page = between::cases(&link, one.from, one.to, open_at, after, TOGETHER).await?;
            let Some((last, _)) = page.last() else { return Ok((ran, seen)) };
            after = Some(*last);
            for (_, recorded) in &page {
                let Some(case) = fold(None, recorded)? else { continue };
                for request in &case.requests {
                    let of_pair = |trace: &Trace| {
                        (trace.from, trace.to) == (one.from, one.to)
                            && book.covers(one, trace.service, window.until)
                    };
                    ran.extend(traces(&case, request, &calendars).into_iter().filter(of_pair));
                    if sight(&case, request, who).any() {
                        seen.insert(request.id);
                    }
                }
            }
        }
    }
}
