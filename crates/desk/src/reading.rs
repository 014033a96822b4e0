//! Folded states, with a head start from memory.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::apply::fold;
use baton_core::case::event::CaseEvent;
use baton_core::customer::Customer;
use baton_core::ids::{CaseId, CustomerId, StreamId};
use baton_core::log::Version;
use baton_core::records::Record;
use baton_core::vault::Texts;
use baton_store::{Link, Result, journal, vault};

use crate::desk::Desk;
use crate::memory::{Folded, History};
use crate::trouble::Trouble;

/// A case as it was right after one of its events.
pub(crate) async fn case_at(link: &Link<'_>, id: CaseId, version: Version) -> Result<Option<Case>> {
    let mut recorded = journal::load(link, StreamId::Case(id), 0).await?;
    recorded.retain(|record| record.version <= version);
    Ok(fold(None, &recorded)?)
}

impl Desk {
    /// The newest state of a case that this link can see.
    pub(crate) async fn case_in(&self, link: &Link<'_>, id: CaseId) -> Result<Option<Arc<Case>>> {
        let stream = StreamId::Case(id);
        let version = journal::head(link, stream).await?;
        let known = self.0.cases.get(id).filter(|known| known.version <= version);
        if let Some(known) = known.as_ref().filter(|known| known.version == version) {
            return Ok(Some(Arc::clone(known)));
        }
        let after = known.as_ref().map_or(0, |known| known.version);
        let recorded = journal::load(link, stream, after).await?;
        Ok(fold(known.map(|known| (*known).clone()), &recorded)?.map(Arc::new))
    }

    pub(crate) async fn customer_in(
        &self,
        link: &Link<'_>,
        id: CustomerId,
    ) -> Result<Option<Arc<Customer>>> {
        let stream = StreamId::Customer(id);
        let version = journal::head(link, stream).await?;
        let known = self.0.customers.get(id).filter(|known| known.version <= version);
        if let Some(known) = known.as_ref().filter(|known| known.version == version) {
            return Ok(Some(Arc::clone(known)));
        }
        let after = known.as_ref().map_or(0, |known| known.version);
        let recorded = journal::load(link, stream, after).await?;
        let customer = Customer::fold(known.map(|known| (*known).clone()), id, &recorded)?;
        Ok(customer.map(Arc::new))
    }

    /// A case, for a page. Whoever shows it asks what may be shown.
    pub async fn case(&self, id: CaseId) -> std::result::Result<Arc<Case>, Trouble> {
        let case = self.case_in(&self.0.store.link(), id).await?.ok_or_else(Trouble::not_found)?;
        self.0.cases.put(id, Arc::clone(&case));
        Ok(case)
    }

    pub async fn customer(&self, id: CustomerId) -> std::result::Result<Arc<Customer>, Trouble> {
        let link = self.0.store.link();
        let customer = self.customer_in(&link, id).await?.ok_or_else(Trouble::not_found)?;
        self.0.customers.put(id, Arc::clone(&customer));
        Ok(customer)
    }

    /// Texts of a case, or of a customer.
    pub async fn texts(&self, stream: StreamId) -> std::result::Result<Texts, Trouble> {
        Ok(vault::texts(&self.0.store.link(), stream).await?)
    }

    /// The events that made a case what it is, in order, each with when and by whom.
    pub async fn history(&self, case: &Case) -> std::result::Result<Arc<History>, Trouble> {
        let id = case.id;
        let known = self.0.histories.get(id).filter(|known| known.version() <= case.version);
        if let Some(known) = known.as_ref().filter(|known| known.version() == case.version) {
            return Ok(Arc::clone(known));
        }
        let after = known.as_ref().map_or(0, |known| known.version());
        let mut recorded = journal::load(&self.0.store.link(), StreamId::Case(id), after).await?;
        recorded.retain(|record| record.version <= case.version);
        let mut history = known.map_or_else(History::new, |known| (*known).clone());
        for record in recorded {
            let event = CaseEvent::decode(&record.kind, record.v, &record.data)?;
            let stamp = record.stamp();
            history.push((stamp, event));
        }
        let history = Arc::new(history);
        self.0.histories.put(id, Arc::clone(&history));
        Ok(history)
    }
}
