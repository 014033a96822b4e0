//! Somebody is told that it is their move. A notice holds references and no customer data.

use baton_core::ids::{CaseId, PersonId, RequestId};
use baton_store::notices::{self, NewNotice};

use crate::desk::Desk;
use crate::jobs::Outcome;
use crate::mail::compose::{Automatic, Outgoing};
use crate::mail::message::Mailbox;
use crate::settings::Outbox;
use crate::trouble::Trouble;

impl Desk {
    pub(super) async fn notify(
        &self,
        people: &[PersonId],
        case: CaseId,
        request: Option<RequestId>,
        about: &str,
    ) -> Result<Outcome, Trouble> {
        let state = self.case(case).await?;
        let reference = match request.and_then(|id| state.request(id)) {
            Some(request) => format!("{}/{}", state.reference(), request.ordinal),
            None => state.reference(),
        };
        let directory = self.directory();
        let now = self.now();
        let mut draw = self.draw()?;
        for person in people {
            // Whoever is away has somebody who acts in their place.
            let Some(present) = directory.stand_in(*person, now) else { continue };
            let notice = NewNotice {
                id: draw.id(),
                person: present,
                case,
                request,
                about: about.to_owned(),
                at: now,
            };
            self.0
                .store
                .keep(move |tx| {
                    let notice = notice.clone();
                    Box::pin(async move { notices::add(tx, &notice).await })
                })
                .await?;
            if let (Outbox::Smtp(_) | Outbox::Folder(_), Some(address)) =
                (&self.settings().outbox, directory.person_email(present))
            {
                let letter = self.notice_letter(address, &reference, request.is_some(), about)?;
                if let Outcome::Later(why) = self.hand_over(&letter).await {
                    return Ok(Outcome::Later(why));
                }
            }
        }
        Ok(Outcome::Done)
    }

    fn notice_letter(
        &self,
        address: &str,
        reference: &str,
        of_request: bool,
        about: &str,
    ) -> Result<Outgoing, Trouble> {
        let settings = self.settings();
        let what = sentence(about);
        let place = if of_request { "requests" } else { "cases" };
        let number = reference.replace('/', "%2F");
        let url = format!("{}/{place}/{number}", settings.public_url.trim_end_matches('/'));
        let mut draw = self.draw()?;
        let id: baton_core::ids::MessageId = draw.id();
        Ok(Outgoing {
            from: settings.from.clone(),
            to: vec![Mailbox::new("", address)],
            cc: Vec::new(),
            reply_to: None,
            subject: format!("{reference}: {what}"),
            tag: None,
            text: format!("{what}\n\n{url}\n"),
            attachments: Vec::new(),
            message_id: format!("notice.{id}@{}", settings.mail_domain),
            in_reply_to: None,
            references: Vec::new(),
            automatic: Automatic::Generated,
            date: self.now(),
        })
    }
}

/// What a notice says; the kinds are the stages of a request and a few others.
pub fn sentence(about: &str) -> &'static str {
    match about {
        "sent" => "A request has arrived for your department.",
        "acknowledged" => "Read the request back in your own words.",
        "read_back" => "A read-back waits for you: confirm or correct it.",
        "in_progress" => "The read-back is confirmed: the work can begin.",
        "clarifying" => "A question waits for your answer.",
        "countered" => "A proposal waits for your answer.",
        "delivered" => "An answer has come: verify it, then tell the customer.",
        "verified" => "An answer is verified: tell the customer.",
        "declined" => "A request was declined, with an alternative.",
        "assigned" => "A request was given to you.",
        "owner_changed" => "A case was given to you.",
        "escalated" => "A request was escalated to you.",
        "dispute_opened" => "A dispute waits for your ruling.",
        "overdue" => "A request is overdue.",
        "promise_overdue" => "A promise to the customer is overdue.",
        "message_bounced" => "A message to the customer came back.",
        _ => "Something waits for you.",
    }
}
