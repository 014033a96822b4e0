//! All agreements of the organisation.

use std::collections::BTreeMap;

use super::apply::fold;
use super::kinds::ServiceClass;
use super::state::{Agreement, Binding, TermsVersion};
use crate::ids::{AgreementId, DepartmentId, ServiceId};
use crate::log::{Recorded, Unreadable, Version};
use crate::time::Instant;
use crate::vault::Texts;

/// Every agreement, over or not, with the texts that they point to.
#[derive(Clone, Debug, Default)]
pub struct Book {
    agreements: BTreeMap<AgreementId, Agreement>,
    pub texts: Texts,
}

impl Book {
    pub fn get(&self, id: AgreementId) -> Option<&Agreement> {
        self.agreements.get(&id)
    }

    /// In the order in which they were proposed.
    pub fn iter(&self) -> impl Iterator<Item = &Agreement> {
        self.agreements.values()
    }

    /// The version of an agreement that is folded in; 0 for what is not known.
    pub fn version_of(&self, id: AgreementId) -> Version {
        self.get(id).map_or(0, |agreement| agreement.version)
    }

    /// Folds in events of one agreement that came after what is known of it.
    pub fn catch_up<'a>(
        &mut self,
        id: AgreementId,
        events: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<(), Unreadable> {
        if let Some(agreement) = fold(self.agreements.remove(&id), id, events)? {
            self.agreements.insert(id, agreement);
        }
        Ok(())
    }

    /// The one about this pair and exactly this service that is not over.
    pub fn taken(
        &self,
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        now: Instant,
    ) -> Option<AgreementId> {
        let about = |agreement: &&Agreement| {
            (agreement.from, agreement.to, agreement.service) == (from, to, service)
        };
        self.iter().filter(about).find(|agreement| !agreement.is_over(now)).map(|found| found.id)
    }

    /// Whether a request of its pair about this service would fall under the agreement: another one
    /// that binds may be about just that service.
    pub fn covers(&self, one: &Agreement, service: Option<ServiceId>, now: Instant) -> bool {
        if one.service.is_some() || service.is_none() {
            return one.service == service;
        }
        let special = |other: &Agreement| {
            (other.from, other.to, other.service) == (one.from, one.to, service)
                && other.terms_at(now).is_some()
        };
        !self.iter().any(special)
    }

    /// The agreement that a request falls under which is sent at this moment, with its terms: the
    /// one about its service, else the one about the pair.
    pub fn in_force(
        &self,
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        at: Instant,
    ) -> Option<(&Agreement, &TermsVersion)> {
        let bound = |service: Option<ServiceId>| {
            self.iter()
                .filter(|found| (found.from, found.to, found.service) == (from, to, service))
                .find_map(|found| Some((found, found.terms_at(at)?)))
        };
        service.and_then(|service| bound(Some(service))).or_else(|| bound(None))
    }

    /// What such a request carries.
    pub fn binding(
        &self,
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        class: ServiceClass,
        at: Instant,
    ) -> Option<Binding> {
        let (agreement, _) = self.in_force(from, to, service, at)?;
        agreement.binding(class, at)
    }
}
