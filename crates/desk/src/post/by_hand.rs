//! A letter in quarantine is filed by somebody who has looked at it: a new case, with the letter as
//! it came beside it.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::command::{Incoming, NewAttachment, Open};
use baton_core::case::kinds::{Channel, Priority};
use baton_core::ids::{CaseId, DepartmentId, Id, PersonId};
use baton_core::say;
use baton_core::vault::Subject;
use baton_store::files;
use baton_store::post::{self, Letter, Settled, State};

use crate::desk::Desk;
use crate::mail::message::Mailbox;
use crate::trouble::Trouble;

use super::filing::once;

/// What somebody read out of a letter that nothing else could.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByHand {
    pub subject: String,
    /// Whom it is from; `None`: nobody knows.
    pub sender: Option<String>,
    /// What it says, as far as it can be read.
    pub text: Option<String>,
}

impl Desk {
    /// Opens a case for a letter in quarantine. Filed twice, it is one case.
    pub async fn file_by_hand(
        &self,
        who: &Who,
        letter: &Letter,
        form: ByHand,
    ) -> Result<Arc<Case>, Trouble> {
        let sender = form.sender.map(|address| Mailbox::new("", &address));
        let customer = match &sender {
            Some(sender) => Some(self.customer_of(sender).await?),
            None => None,
        };
        let (department, owner) = self.hands(who)?;
        let size = self.0.files.read(&letter.file).await?.map_or(0, |bytes| bytes.len() as u64);
        let whole = NewAttachment {
            file: letter.file.clone(),
            name: "letter.eml".to_owned(),
            media_type: "message/rfc822".to_owned(),
            size,
        };
        let incoming = Incoming {
            body: form
                .text
                .unwrap_or_else(|| say!("post-by-hand-the-letter-is-attached-as-it").to_owned()),
            address: sender.map(|sender| sender.address),
            attachments: vec![whole],
            ..Incoming::default()
        };
        let opening = Open {
            id: CaseId::from_bits(0),
            number: 0,
            customer: customer.map(|customer| customer.id),
            subject: form.subject,
            body: None,
            channel: Channel::Email,
            priority: Priority::Normal,
            department,
            owner,
            received_at: None,
            incoming: Some(incoming),
            follows: None,
        };
        let done = self.open_case(who, opening, once(letter.id)).await?;
        self.settle_by_hand(letter, &done.state).await?;
        Ok(done.state)
    }

    /// Whose the case is: theirs who files it, in the intake where they belong to it.
    fn hands(&self, who: &Who) -> Result<(DepartmentId, PersonId), Trouble> {
        let owner = who.person().ok_or_else(Trouble::not_found)?;
        let (intake, _) = self.intake()?;
        let directory = self.directory();
        let facing = |id: &&DepartmentId| {
            directory.department(**id).is_some_and(|department| department.customer_facing)
        };
        let own = || who.departments.iter().find(facing).copied();
        let department = Some(intake).filter(|intake| who.belongs_to(*intake)).or_else(own);
        Ok((department.ok_or_else(Trouble::not_found)?, owner))
    }

    async fn settle_by_hand(&self, letter: &Letter, case: &Case) -> Result<(), Trouble> {
        let message = case.messages.first().map(|message| message.id);
        let reason = letter.reason.clone();
        let settled =
            Settled { state: State::Case, reason, case: Some(case.id), message, at: self.now() };
        let (id, file, customer) = (letter.id, letter.file.clone(), case.customer);
        self.0
            .store
            .keep(move |tx| {
                let (settled, file) = (settled.clone(), file.clone());
                Box::pin(async move {
                    if let Some(customer) = customer {
                        files::belongs(tx, &file, Subject::Customer(customer)).await?;
                    }
                    post::settle(tx, id, &settled).await?;
                    Ok(())
                })
            })
            .await?;
        self.0.jobs_waiting.notify_one();
        Ok(())
    }
}
