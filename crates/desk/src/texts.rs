//! The texts of files that are open, kept in memory for as long as nothing was erased.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::customer::Customer;
use baton_core::ids::StreamId;
use baton_core::log::Version;
use baton_core::vault::Texts;
use baton_store::vault;

use crate::desk::Desk;
use crate::memory::Folded;
use crate::trouble::Trouble;

/// Files with more text than this, in bytes, are read each time.
const LONGEST: usize = 32 * 1024;

/// The texts of a case and of its customer, as they were when all three numbers were these.
#[derive(PartialEq, Eq, Debug)]
struct Moment {
    case: Version,
    customer: Version,
    /// How often words had been erased.
    erasures: i64,
}

pub struct File {
    moment: Moment,
    texts: Arc<Texts>,
}

impl Folded for File {
    /// Grows with each of the three, none of which ever shrinks.
    fn version(&self) -> Version {
        let erasures = Version::try_from(self.moment.erasures).unwrap_or(Version::MAX);
        self.moment.case.saturating_add(self.moment.customer).saturating_add(erasures)
    }
}

impl Desk {
    /// Everything that was written in a case and about its customer, and was not erased.
    pub async fn texts_of(
        &self,
        case: &Case,
        customer: Option<&Customer>,
    ) -> Result<Arc<Texts>, Trouble> {
        // Counted first: what is erased from now on makes these texts count as old.
        let erasures = vault::erasures(&self.0.store.link()).await?;
        let customer_version = customer.map_or(0, |customer| customer.version);
        let moment = Moment { case: case.version, customer: customer_version, erasures };
        if let Some(known) = self.0.texts.get(case.id).filter(|known| known.moment == moment) {
            return Ok(Arc::clone(&known.texts));
        }
        let mut texts = self.texts(StreamId::Case(case.id)).await?;
        if let Some(customer) = customer {
            texts.extend(self.texts(StreamId::Customer(customer.id)).await?);
        }
        let texts = Arc::new(texts);
        if texts.bytes() <= LONGEST {
            let file = File { moment, texts: Arc::clone(&texts) };
            self.0.texts.put(case.id, Arc::new(file));
        }
        Ok(texts)
    }

    /// Lets go of all texts when words were erased since `seen`, here or on another node.
    pub(crate) async fn let_go_of_erased(&self, seen: &mut i64) -> Result<(), Trouble> {
        let erasures = vault::erasures(&self.0.store.link()).await?;
        if erasures != *seen {
            self.0.texts.clear();
            *seen = erasures;
        }
        Ok(())
    }
}
