//! A matter that was closed too long ago is taken up again by a new case that follows the old one
//! (reference §2.6).

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::command::{Followed, Incoming, Open};
use baton_core::case::kinds::{Channel, Priority};
use baton_core::ids::{CaseId, CustomerId, DepartmentId, Id, PersonId};
use baton_store::rows;

use crate::desk::Desk;
use crate::run::Done;
use crate::task::Asked;
use crate::trouble::Trouble;

impl Desk {
    /// Where what comes for a case lands: where it goes on, and from what rests for good in the
    /// case that follows.
    pub(crate) async fn lands_in(&self, id: CaseId) -> Result<Arc<Case>, Trouble> {
        let mut case = self.goes_on(id).await?;
        while case.rests_for_good(self.now()) {
            let Some(next) = self.follower(case.id).await? else { break };
            case = self.goes_on(next).await?;
        }
        Ok(case)
    }

    /// The newest case that follows this one.
    pub async fn follower(&self, id: CaseId) -> Result<Option<CaseId>, Trouble> {
        Ok(rows::case::follower(&self.0.store.link(), id).await?)
    }

    /// A case as another one may follow it, and the record that stands for its customer.
    pub async fn followed(&self, case: &Case) -> Result<Followed, Trouble> {
        let customer = match case.customer {
            Some(id) => Some(self.stands_for(id).await?.id),
            None => None,
        };
        let (id, number, closed) = (case.id, case.number, case.closure.is_some());
        Ok(Followed { case: id, number, customer, closed })
    }

    /// Opens the case that follows, with whoever had the old one.
    pub(crate) async fn follow_up(
        &self,
        earlier: &Case,
        subject: Option<&str>,
        incoming: Incoming,
        asked: Asked,
    ) -> Result<Done<Case>, Trouble> {
        let follows = self.followed(earlier).await?;
        let subject = match subject {
            Some(subject) => subject.to_owned(),
            None => self.subject_of(earlier).await?,
        };
        let by_mail = incoming.address.is_some();
        let (department, owner) = self.hands_of(earlier)?;
        let form = Open {
            id: CaseId::from_bits(0),
            number: 0,
            customer: follows.customer,
            subject,
            body: None,
            channel: if by_mail { Channel::Email } else { earlier.channel },
            priority: Priority::Normal,
            department,
            owner,
            received_at: None,
            incoming: Some(incoming),
            follows: Some(follows),
        };
        self.open_case(&Who::system(), form, asked).await
    }

    /// Whoever had it, if they are still there; else who takes in what arrives for the department,
    /// or for all.
    fn hands_of(&self, case: &Case) -> Result<(DepartmentId, PersonId), Trouble> {
        let directory = self.directory();
        let there = |person: &PersonId| {
            directory.active_person(*person).is_some_and(|one| one.belongs_to(case.department))
        };
        let active = directory.active_departments().any(|one| one.id == case.department);
        let lead = || directory.lead_of(case.department);
        match Some(case.owner).filter(there).or_else(|| lead().filter(there)) {
            Some(owner) if active => Ok((case.department, owner)),
            _ => self.intake(),
        }
    }

    async fn subject_of(&self, case: &Case) -> Result<String, Trouble> {
        let customer: Option<CustomerId> = case.customer;
        let customer = match customer {
            Some(id) => Some(self.customer(id).await?),
            None => None,
        };
        Ok(self.texts_of(case, customer.as_deref()).await?.show(case.subject).to_owned())
    }
}
