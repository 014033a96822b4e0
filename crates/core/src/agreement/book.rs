//! All agreements of the organisation.

use super::kinds::ServiceClass;
use super::state::{Agreement, Binding, TermsVersion};
use crate::ids::{AgreementId, DepartmentId, ServiceId};
use crate::records::Records;
use crate::time::Instant;

/// Every agreement, over or not, with the texts that they point to.
pub type Book = Records<Agreement>;

impl Book {
    /// Those about this pair and exactly this service that are not over.
    fn about(
        &self,
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        now: Instant,
    ) -> impl Iterator<Item = &Agreement> {
        self.iter().filter(move |agreement| {
            (agreement.from, agreement.to, agreement.service) == (from, to, service)
                && !agreement.is_over(now)
        })
    }

    /// The one about this pair and exactly this service that goes on.
    pub fn taken(
        &self,
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        now: Instant,
    ) -> Option<AgreementId> {
        let mut about = self.about(from, to, service, now);
        about.find(|agreement| agreement.ending.is_none()).map(|found| found.id)
    }

    /// When the one of which notice was given ends.
    pub fn ends(
        &self,
        from: DepartmentId,
        to: DepartmentId,
        service: Option<ServiceId>,
        now: Instant,
    ) -> Option<Instant> {
        let about = self.about(from, to, service, now);
        about.filter_map(|agreement| agreement.ending).map(|ending| ending.from).max()
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
