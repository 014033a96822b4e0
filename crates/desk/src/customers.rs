//! Customers are recorded, revised and erased.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::customer::{self, Command, Customer};
use baton_core::draw::Draw;
use baton_core::ids::{CustomerId, StreamId};
use baton_core::log::Decided;
use baton_core::time::Instant;
use baton_core::vault::{Subject, Texts};
use baton_store::search::{self, Doc, Scope};
use baton_store::{Result, Task, Tx, Verdict, journal, rows, vault};

use crate::desk::Desk;
use crate::duplicates;
use crate::effects;
use crate::run::Done;
use crate::shelf;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

impl Desk {
    /// Runs a command on a customer; without an id it records a new one.
    pub async fn act_on_customer(
        &self,
        who: &Who,
        id: Option<CustomerId>,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Done<Customer>, Trouble> {
        let task = CustomerTask {
            desk: self.clone(),
            who: who.clone(),
            id,
            command,
            asked,
            now: self.now(),
            draw: self.draw()?,
        };
        let ended = self.0.store.write(task).await?;
        self.finish_customer(ended).await
    }

    pub(crate) async fn finish_customer(
        &self,
        ended: Ended<Customer>,
    ) -> std::result::Result<Done<Customer>, Trouble> {
        match ended {
            Ended::Did(customer) => {
                let state = Arc::new(customer);
                self.0.customers.put(state.id, Arc::clone(&state));
                if state.is_erased() {
                    self.delete_erased_files().await?;
                }
                Ok(Done { state, replayed: false })
            }
            other => shelf::answered(&self.0.store.link(), other).await,
        }
    }
}

struct CustomerTask {
    desk: Desk,
    who: Who,
    id: Option<CustomerId>,
    command: Command,
    asked: Asked,
    now: Instant,
    draw: Draw,
}

impl CustomerTask {
    fn decide(
        &self,
        customer: Option<&Customer>,
        texts: &Texts,
        draw: &mut Draw,
    ) -> std::result::Result<Decided<Customer>, Trouble> {
        if let Some(customer) = customer {
            self.asked.check_match(customer.version)?;
        }
        let command = self.command.clone();
        Ok(customer::decide(customer, texts, command, &self.who, self.now, draw)?)
    }
}

impl Task for CustomerTask {
    type Out = Ended<Customer>;

    fn stream(&self) -> Option<StreamId> {
        self.id.map(StreamId::Customer)
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Customer>>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop(ended));
        }
        let link = tx.link();
        let (mut customer, mut texts) = (None, Texts::default());
        if let Some(id) = self.id {
            customer = self.desk.customer_in(&link, id).await?;
            if customer.is_none() {
                return Ok(Verdict::Drop(Ended::Refused(Trouble::not_found())));
            }
            texts = vault::texts(&link, StreamId::Customer(id)).await?;
        }
        let mut draw = self.draw.clone();
        match self.decide(customer.as_deref(), &texts, &mut draw) {
            Err(trouble) => Ok(Verdict::Drop(Ended::Refused(trouble))),
            Ok(decided) => {
                if let Some(customer) = &customer {
                    let erased = (&**customer, &self.command);
                    let joined = duplicates::erase_joined(
                        tx, &self.desk, erased, &self.who, &mut draw, self.now,
                    );
                    if let Err(trouble) = joined.await? {
                        return Ok(Verdict::Drop(Ended::Refused(trouble)));
                    }
                }
                let next = commit(tx, &self.desk, decided, texts, &mut draw, self.now).await?;
                let stream = StreamId::Customer(next.id);
                self.asked.keep(tx, stream, next.version, self.now).await?;
                Ok(Verdict::Keep(Ended::Did(next)))
            }
        }
    }
}

/// Writes a decision about a customer, and what follows from it.
pub(crate) async fn commit(
    tx: &Tx<'_>,
    desk: &Desk,
    decided: Decided<Customer>,
    mut texts: Texts,
    draw: &mut Draw,
    now: Instant,
) -> Result<Customer> {
    let (changes, next) = decided.into_parts();
    if changes.entries().is_empty() {
        return Ok(next);
    }
    journal::append(tx, &changes).await?;
    texts.extend_with(changes.words().iter().map(|word| (word.id, word.text.clone())));
    rows::customer::put(tx, &next, &texts).await?;
    index(tx, &next, &texts).await?;
    effects::queue(tx, desk, &changes, None, draw, now).await?;
    Ok(next)
}

/// Found by those whose department takes cases from customers.
pub(crate) async fn index(tx: &Tx<'_>, customer: &Customer, texts: &Texts) -> Result<()> {
    let thing = customer.id.to_string();
    if customer.is_erased() {
        return search::remove(tx, "customer", &thing).await;
    }
    let values = customer.fields.iter().filter(|field| field.tag != "notes");
    let body: Vec<&str> = values.map(|field| texts.show(field.value)).collect();
    let subject = Subject::Customer(customer.id);
    let (scope, body) = (Scope::CustomerFacing, body.join(" "));
    let doc = Doc { kind: "customer", thing: &thing, scope, subject, body: &body };
    search::put(tx, &doc).await
}
