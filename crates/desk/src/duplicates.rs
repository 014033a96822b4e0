//! Two records of one customer are merged and taken apart: two streams, written in one transaction
//! (decision 9).

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::customer::{self, Both, Command, Customer};
use baton_core::draw::Draw;
use baton_core::ids::{CustomerId, StreamId};
use baton_core::log::Decided;
use baton_core::time::Instant;
use baton_core::vault::Texts;
use baton_store::{Result, Task, Tx, Verdict, vault};

use crate::customers::commit;
use crate::desk::Desk;
use crate::run::Done;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// What is done to a record and the one that stands for it.
#[derive(Clone)]
enum Deed {
    Merge { survivor: CustomerId, take: Vec<String> },
    Separate,
}

impl Desk {
    /// Lets another record stand for this one; gives the one that was merged.
    pub async fn merge_customer(
        &self,
        who: &Who,
        id: CustomerId,
        (survivor, take): (CustomerId, Vec<String>),
        asked: Asked,
    ) -> std::result::Result<Done<Customer>, Trouble> {
        self.pair_of_customers(who, id, Deed::Merge { survivor, take }, asked).await
    }

    /// Takes a merger of customers back.
    pub async fn separate_customer(
        &self,
        who: &Who,
        id: CustomerId,
        asked: Asked,
    ) -> std::result::Result<Done<Customer>, Trouble> {
        self.pair_of_customers(who, id, Deed::Separate, asked).await
    }

    /// The record that stands for this one: itself, unless it was merged.
    pub async fn stands_for(&self, id: CustomerId) -> std::result::Result<Arc<Customer>, Trouble> {
        let mut customer = self.customer(id).await?;
        while let Some(merger) = &customer.merger {
            customer = self.customer(merger.into).await?;
        }
        Ok(customer)
    }

    /// This record and all for which it stands.
    pub async fn records_of(
        &self,
        customer: &Customer,
    ) -> std::result::Result<Vec<CustomerId>, Trouble> {
        let mut ids = vec![customer.id];
        let mut left: Vec<CustomerId> = customer.joined.iter().map(|of| of.customer).collect();
        while let Some(id) = left.pop() {
            ids.push(id);
            left.extend(self.customer(id).await?.joined.iter().map(|of| of.customer));
        }
        Ok(ids)
    }

    async fn pair_of_customers(
        &self,
        who: &Who,
        id: CustomerId,
        deed: Deed,
        asked: Asked,
    ) -> std::result::Result<Done<Customer>, Trouble> {
        let task = || {
            let (desk, who, deed, asked) = (self.clone(), who.clone(), deed.clone(), asked.clone());
            let (now, draw) = (self.now(), self.draw()?);
            Ok(PairTask { desk, who, id, deed, asked, now, draw })
        };
        let (ended, survivor) = self.write_anew(task).await?;
        if let Some(survivor) = survivor {
            self.0.customers.put(survivor.id, Arc::new(survivor));
        }
        self.finish_customer(ended).await
    }
}

struct PairTask {
    desk: Desk,
    who: Who,
    id: CustomerId,
    deed: Deed,
    asked: Asked,
    now: Instant,
    draw: Draw,
}

/// How it ended for the merged record, and the survivor as it is then.
type Out = (Ended<Customer>, Option<Customer>);

fn refused(trouble: Trouble) -> Verdict<Out> {
    Verdict::Drop((Ended::Refused(trouble), None))
}

impl PairTask {
    fn decide(
        &self,
        (case, theirs): (&Customer, &Texts),
        (survivor, own): (&Customer, &Texts),
        draw: &mut Draw,
    ) -> std::result::Result<Both, Trouble> {
        self.asked.check_match(case.version)?;
        Ok(match &self.deed {
            Deed::Merge { take, .. } => {
                let (merged, survivor) = ((case, theirs), (survivor, own));
                customer::merge(merged, survivor, take, &self.who, self.now, draw)?
            }
            Deed::Separate => customer::separate(case, survivor, &self.who, self.now)?,
        })
    }
}

impl Task for PairTask {
    type Out = Out;

    fn stream(&self) -> Option<StreamId> {
        Some(StreamId::Customer(self.id))
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Out>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop((ended, None)));
        }
        let link = tx.link();
        let Some(merged) = self.desk.customer_in(&link, self.id).await? else {
            return Ok(refused(Trouble::not_found()));
        };
        let on = match &self.deed {
            Deed::Merge { survivor, .. } => *survivor,
            // One that was not merged: the rules say so, whatever stands beside it.
            Deed::Separate => merged.merger.as_ref().map_or(self.id, |merger| merger.into),
        };
        let Some(survivor) = self.desk.customer_in(&link, on).await? else {
            return Ok(refused(Trouble::not_found()));
        };
        let theirs = vault::texts(&link, StreamId::Customer(self.id)).await?;
        let own = vault::texts(&link, StreamId::Customer(on)).await?;
        let mut draw = self.draw.clone();
        let both = match self.decide((&merged, &theirs), (&survivor, &own), &mut draw) {
            Err(trouble) => return Ok(refused(trouble)),
            Ok(both) => both,
        };
        let mut halves = vec![(both.merged, theirs), (both.survivor, own)];
        halves.sort_by_key(|(decided, _)| decided.next().id);
        let (mut done, mut other) = (None, None);
        for (decided, texts) in halves {
            let next = commit(tx, &self.desk, decided, texts, &mut draw, self.now).await?;
            if next.id == self.id { done = Some(next) } else { other = Some(next) }
        }
        let Some(done) = done else { return Ok(refused(Trouble::not_found())) };
        self.asked.keep(tx, StreamId::Customer(done.id), done.version, self.now).await?;
        Ok(Verdict::Keep((Ended::Did(done), other)))
    }
}

/// Whoever is erased is erased with every record for which they stand, all or none of it.
pub(crate) async fn erase_joined(
    tx: &Tx<'_>,
    desk: &Desk,
    (customer, command): (&Customer, &Command),
    who: &Who,
    draw: &mut Draw,
    now: Instant,
) -> Result<std::result::Result<(), Trouble>> {
    let Command::Erase { reason } = command else { return Ok(Ok(())) };
    let link = tx.link();
    let mut decided: Vec<(Decided<Customer>, Texts)> = Vec::new();
    let mut left: Vec<CustomerId> = customer.joined.iter().map(|of| of.customer).collect();
    while let Some(id) = left.pop() {
        let Some(joined) = desk.customer_in(&link, id).await? else { continue };
        left.extend(joined.joined.iter().map(|of| of.customer));
        let texts = vault::texts(&link, StreamId::Customer(id)).await?;
        match customer::erase_joined(&joined, &texts, reason, who, now, draw) {
            Err(refusal) => return Ok(Err(refusal.into())),
            Ok(made) => decided.push((made, texts)),
        }
    }
    for (made, texts) in decided {
        commit(tx, desk, made, texts, draw, now).await?;
    }
    Ok(Ok(()))
}
