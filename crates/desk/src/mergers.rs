//! Two cases are merged and taken apart: two streams, written in one transaction (decision 9). What
//! comes in for a merged case lands where it goes on.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::command::{Command, Incoming};
use baton_core::case::decide::{Both, Customers};
use baton_core::case::{self, Case, Setting};
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{CaseId, CustomerId, MessageId, StreamId};
use baton_core::log::Decided;
use baton_core::refusal::Code;
use baton_core::time::Instant;
use baton_core::vault::Texts;
use baton_store::{Result, Task, Tx, Verdict};

use crate::desk::Desk;
use crate::run::{Done, commit};
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// What is done to a case and the one in which it goes on.
#[derive(Clone, Copy)]
enum Deed {
    Merge {
        survivor: CaseId,
    },
    Separate,
    /// The survivor hears that a letter of the merged case came back.
    Bounced {
        message: MessageId,
    },
}

impl Desk {
    /// Lets a case go on in another one; gives the one that was merged.
    pub async fn merge(
        &self,
        who: &Who,
        id: CaseId,
        survivor: CaseId,
        asked: Asked,
    ) -> std::result::Result<Done<Case>, Trouble> {
        self.pair(who, id, Deed::Merge { survivor }, asked).await
    }

    /// Takes a merger back; gives the case that is on its own again.
    pub async fn separate(
        &self,
        who: &Who,
        id: CaseId,
        asked: Asked,
    ) -> std::result::Result<Done<Case>, Trouble> {
        self.pair(who, id, Deed::Separate, asked).await
    }

    /// The case in which this one goes on: itself, unless it was merged.
    pub async fn goes_on(&self, id: CaseId) -> std::result::Result<Arc<Case>, Trouble> {
        let mut case = self.case(id).await?;
        while let Some(merger) = &case.merger {
            case = self.case(merger.into).await?;
        }
        Ok(case)
    }

    /// Something arrived for a case; it lands where that goes on. What was closed too long ago is
    /// taken up again by a case that follows it, by this subject or by its own.
    pub(crate) async fn receive(
        &self,
        id: CaseId,
        subject: Option<&str>,
        incoming: Incoming,
        asked: Asked,
    ) -> std::result::Result<Done<Case>, Trouble> {
        loop {
            let on = self.lands_in(id).await?;
            if on.rests_for_good(self.now()) && !incoming.automatic {
                return self.follow_up(&on, subject, incoming, asked).await;
            }
            let (on, command) = (on.id, Command::Receive(incoming.clone()));
            match self.act(&Who::system(), on, command, asked.clone()).await {
                // It was merged, or followed, in this very moment.
                Err(Trouble::Refused(refusal))
                    if refusal.code == Code::Terminal && self.lands_in(on).await?.id != on => {}
                other => return other,
            }
        }
    }

    /// A letter came back. Where its case was merged, the case that goes on hears of it.
    pub(crate) async fn record_bounce(
        &self,
        id: CaseId,
        message: MessageId,
        reason: String,
    ) -> std::result::Result<(), Trouble> {
        let command = Command::RecordBounce { message, reason };
        let done = self.act(&Who::system(), id, command, Asked::default()).await?;
        if done.state.merger.is_some() {
            let deed = Deed::Bounced { message };
            self.pair(&Who::system(), id, deed, Asked::default()).await?;
        }
        Ok(())
    }

    async fn pair(
        &self,
        who: &Who,
        id: CaseId,
        deed: Deed,
        asked: Asked,
    ) -> std::result::Result<Done<Case>, Trouble> {
        let task = || {
            Ok(PairTask {
                desk: self.clone(),
                who: who.clone(),
                id,
                deed,
                asked: asked.clone(),
                now: self.now(),
                draw: self.draw()?,
                directory: self.directory(),
            })
        };
        let (ended, survivor) = self.write_anew(task).await?;
        if let Some(survivor) = survivor {
            self.0.cases.put(survivor.id, Arc::new(survivor));
        }
        self.finish(ended).await
    }
}

struct PairTask {
    desk: Desk,
    who: Who,
    id: CaseId,
    deed: Deed,
    asked: Asked,
    now: Instant,
    draw: Draw,
    directory: Arc<Directory>,
}

/// How it ended for the merged case, and the survivor as it is then.
type Out = (Ended<Case>, Option<Case>);

fn refused(trouble: Trouble) -> Verdict<Out> {
    Verdict::Drop((Ended::Refused(trouble), None))
}

impl PairTask {
    fn survivor(&self, case: &Case) -> Option<CaseId> {
        match self.deed {
            Deed::Merge { survivor } => Some(survivor),
            Deed::Separate | Deed::Bounced { .. } => case.merger.as_ref().map(|of| of.into),
        }
    }

    fn decide(
        &self,
        case: &Case,
        survivor: &Case,
        customers: Customers,
        draw: &mut Draw,
    ) -> std::result::Result<(Option<Decided<Case>>, Decided<Case>), Trouble> {
        self.asked.check_match(case.version)?;
        let (texts, agreements) = (Texts::default(), self.desk.agreements());
        let (house, calendars) = (self.desk.house(), self.desk.calendars());
        let levels = self.desk.service_levels();
        let setting = Setting {
            now: self.now,
            who: &self.who,
            directory: &self.directory,
            calendars: &calendars,
            agreements: &agreements,
            practice: &house.practice,
            service_levels: &levels,
            customer: None,
            texts: &texts,
            undo_until: None,
        };
        let Both { merged, survivor } = match self.deed {
            Deed::Merge { .. } => case::merge(case, survivor, customers, &setting, draw)?,
            Deed::Separate => case::separate(case, survivor, &setting, draw)?,
            Deed::Bounced { message } => {
                let told = case::bounced(case, survivor, message, &setting, draw)?;
                return Ok((None, told));
            }
        };
        Ok((Some(merged), survivor))
    }

    /// The record that stands for this customer.
    async fn stands_for(&self, tx: &Tx<'_>, id: Option<CustomerId>) -> Result<Option<CustomerId>> {
        let mut on = id;
        while let Some(id) = on {
            let customer = self.desk.customer_in(&tx.link(), id).await?;
            match customer.and_then(|customer| customer.merger) {
                Some(merger) => on = Some(merger.into),
                None => return Ok(Some(id)),
            }
        }
        Ok(on)
    }

    /// Writes both, in one order everywhere, so that no two nodes wait for each other.
    async fn write(
        &self,
        tx: &Tx<'_>,
        (case, merged): (&Case, Option<Decided<Case>>),
        (other, survivor): (&Case, Decided<Case>),
        draw: &mut Draw,
    ) -> Result<(Case, Case)> {
        let mut halves = vec![(other, survivor)];
        halves.extend(merged.map(|merged| (case, merged)));
        halves.sort_by_key(|(before, _)| before.id);
        let (mut case, mut other) = (case.clone(), other.clone());
        for (before, decided) in halves {
            let next = commit(tx, &self.desk, Some(before), decided, draw, self.now).await?;
            if next.id == case.id { case = next } else { other = next }
        }
        Ok((case, other))
    }
}

impl Task for PairTask {
    type Out = Out;

    fn stream(&self) -> Option<StreamId> {
        Some(StreamId::Case(self.id))
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Out>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop((ended, None)));
        }
        let link = tx.link();
        let Some(case) = self.desk.case_in(&link, self.id).await? else {
            return Ok(refused(Trouble::not_found()));
        };
        let on = match self.survivor(&case) {
            Some(id) => self.desk.case_in(&link, id).await?,
            // It was not merged: the rules say so, whatever stands beside it.
            None => Some(Arc::clone(&case)),
        };
        let Some(on) = on else { return Ok(refused(Trouble::not_found())) };
        let customers =
            [self.stands_for(tx, case.customer).await?, self.stands_for(tx, on.customer).await?];
        let mut draw = self.draw.clone();
        match self.decide(&case, &on, customers, &mut draw) {
            Err(trouble) => Ok(refused(trouble)),
            Ok((merged, survivor)) => {
                let (case, on) =
                    self.write(tx, (&case, merged), (&on, survivor), &mut draw).await?;
                self.asked.keep(tx, StreamId::Case(case.id), case.version, self.now).await?;
                Ok(Verdict::Keep((Ended::Did(case), Some(on))))
            }
        }
    }
}
