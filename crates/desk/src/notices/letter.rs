//! Notices by mail: one at once, or what has gathered in one letter.

use baton_core::ids::{CaseId, JobId, PersonId, RequestId};
use baton_store::notices;

use crate::desk::Desk;
use crate::jobs::Outcome;
use crate::mail::compose::{Automatic, Outgoing};
use crate::mail::message::Mailbox;
use crate::trouble::Trouble;

/// Most notices that one letter names.
const MOST: u32 = 200;

/// What a notice is about, as a letter says it.
struct Subject {
    reference: String,
    url: String,
}

impl Desk {
    pub(crate) async fn mail_notice(
        &self,
        notice: JobId,
        person: PersonId,
        case: CaseId,
        request: Option<RequestId>,
        about: &str,
    ) -> Result<Outcome, Trouble> {
        let directory = self.directory();
        let active = directory.active_person(person).is_some();
        let address = directory.person_email(person).filter(|_| active);
        let Some(address) = address else { return Ok(Outcome::Done) };
        let Subject { reference, url } = self.subject(case, request).await?;
        let what = sentence(about);
        let text = format!("{what}\n\n{url}\n");
        let id = format!("notice.{notice}");
        let letter = self.notice_letter(address, &id, format!("{reference}: {what}"), text);
        Ok(self.hand_over(&letter).await)
    }

    /// Sends what has gathered for a person in one letter. What they have read meanwhile is left
    /// out; nothing left, nothing sent.
    pub(crate) async fn mail_digest(&self, person: PersonId) -> Result<Outcome, Trouble> {
        let (now, directory) = (self.now(), self.directory());
        let gathered = notices::to_mail(&self.0.store.link(), person, now, MOST).await?;
        let active = directory.active_person(person).is_some();
        let address = directory.person_email(person).filter(|_| active);
        if let (Some(address), Some(first)) = (address, gathered.first()) {
            let mut text = String::new();
            for notice in &gathered {
                let Subject { reference, url } = self.subject(notice.case, notice.request).await?;
                let what = sentence(&notice.about);
                text.push_str(&format!("{reference}: {what}\n{url}\n\n"));
            }
            let subject = match gathered.len() {
                1 => "One thing waits for you".to_owned(),
                n => format!("{n} things wait for you"),
            };
            let id = format!("gathered.{}", first.id);
            let letter = self.notice_letter(address, &id, subject, text);
            match self.hand_over(&letter).await {
                Outcome::Done => {}
                other => return Ok(other),
            }
        }
        let marked = self
            .0
            .store
            .keep(move |tx| Box::pin(async move { notices::mailed(tx, person, now, now).await }));
        marked.await?;
        Ok(Outcome::Done)
    }

    async fn subject(&self, case: CaseId, request: Option<RequestId>) -> Result<Subject, Trouble> {
        let state = self.case(case).await?;
        let (reference, place) = match request.and_then(|id| state.request(id)) {
            Some(request) => (format!("{}/{}", state.reference(), request.ordinal), "requests"),
            None => (state.reference(), "cases"),
        };
        let base = self.settings().public_url.trim_end_matches('/');
        let url = format!("{base}/{place}/{}", reference.replace('/', "%2F"));
        Ok(Subject { reference, url })
    }

    fn notice_letter(&self, to: &str, id: &str, subject: String, text: String) -> Outgoing {
        let settings = self.settings();
        Outgoing {
            from: settings.from.clone(),
            to: vec![Mailbox::new("", to)],
            cc: Vec::new(),
            reply_to: None,
            subject,
            tag: None,
            text,
            attachments: Vec::new(),
            message_id: format!("{id}@{}", settings.mail_domain),
            in_reply_to: None,
            references: Vec::new(),
            automatic: Automatic::Generated,
            date: self.now(),
        }
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
        "due_soon" => "A request that you have to move is due soon.",
        "overdue" => "A request is overdue.",
        "promise_due_soon" => "A promise to the customer is due soon.",
        "promise_overdue" => "A promise to the customer is overdue.",
        "message_bounced" => "A message to the customer came back.",
        "case_merged" => "Two cases were merged, one of them yours.",
        "case_separated" => "Two cases that had been merged were taken apart, one of them yours.",
        "mentioned" => "Somebody named you in a note.",
        _ => "Something waits for you.",
    }
}
