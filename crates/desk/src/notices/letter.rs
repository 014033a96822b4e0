//! Notices by mail: one at once, or what has gathered in one letter.

use baton_core::ids::{CaseId, JobId, PersonId, RequestId};
use baton_core::say;
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
                1 => say!("notices-letter-one-thing-waits-for-you").to_owned(),
                n => say!("notices-letter-things-wait-for-you", n),
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

    pub(crate) fn notice_letter(
        &self,
        to: &str,
        id: &str,
        subject: String,
        text: String,
    ) -> Outgoing {
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
        "sent" => say!("notices-letter-a-request-has-arrived-for-your"),
        "acknowledged" => say!("notices-letter-read-the-request-back-in-your"),
        "read_back" => say!("notices-letter-a-read-back-waits-for-you"),
        "in_progress" => say!("notices-letter-the-read-back-is-confirmed-the"),
        "clarifying" => say!("notices-letter-a-question-waits-for-your"),
        "countered" => say!("notices-letter-a-proposal-waits-for-your"),
        "delivered" => say!("notices-letter-an-answer-has-come-verify-it"),
        "verified" => say!("notices-letter-an-answer-is-verified-tell-the"),
        "declined" => say!("notices-letter-a-request-was-declined-with-an"),
        "assigned" => say!("notices-letter-a-request-was-given-to-you"),
        "owner_changed" => say!("notices-letter-a-case-was-given-to-you"),
        "escalated" => say!("notices-letter-a-request-was-escalated-to-you"),
        "escalation_answered" => say!("notices-letter-what-was-escalated-is-decided"),
        "dispute_position" => say!("notices-letter-a-dispute-waits-for-how-you"),
        "dispute_opened" => say!("notices-letter-a-dispute-waits-for-your-ruling"),
        "dispute_ruled" => say!("notices-letter-a-dispute-is-decided"),
        "due_soon" => say!("notices-letter-a-request-that-you-have-to"),
        "overdue" => say!("notices-letter-a-request-is-overdue"),
        "late_to_decide" => say!("notices-letter-a-request-is-overdue-decide"),
        "wait_over" => say!("notices-letter-a-case-waits-no-longer"),
        "clock_due_soon" => say!("notices-letter-what-a-customer-was-promised-is"),
        "clock_overdue" => say!("notices-letter-what-a-customer-was-promised-is-2"),
        "promise_due_soon" => say!("notices-letter-a-promise-to-the-customer-is"),
        "promise_overdue" => say!("notices-letter-a-promise-to-the-customer-is-2"),
        "message_bounced" => say!("notices-letter-a-message-to-the-customer-came"),
        "case_merged" => say!("notices-letter-two-cases-were-merged-one-of"),
        "case_separated" => say!("notices-letter-two-cases-that-had-been-merged"),
        "mentioned" => say!("notices-letter-somebody-named-you-in-a-note"),
        _ => say!("notices-letter-something-waits-for-you"),
    }
}
