//! Where a mail belongs: a further message of a case, a new case, or a note of the post.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::command::{Incoming, NewAttachment, Open};
use baton_core::case::kinds::{Channel, Priority};
use baton_core::customer::{self, Customer, FieldRecord};
use baton_core::ids::{CaseId, CustomerId, DepartmentId, Id, MailId, MessageId, PersonId};
use baton_core::say;
use baton_core::time::Span;
use baton_core::vault::Subject;
use baton_store::post::{self, Settled, State};
use baton_store::{files, rows};

use crate::desk::Desk;
use crate::mail::bounce::{BounceReport, original_ids};
use crate::mail::message::{Mailbox, Parsed};
use crate::mail::thread::{candidates, own_id};
use crate::task::{Asked, Receipt};
use crate::trouble::Trouble;

/// Longest subject of a case; the rest is in the mail itself.
const SUBJECT: usize = 300;
/// A date header further back than this is not believed.
const BELIEVED: Span = Span::times_24h(365);

/// A crash may come between the filing of a mail and its entry in the ledger; read again after it,
/// the mail is found to be filed.
pub(super) fn once(mail: MailId) -> Asked {
    let nobody = PersonId::from_bits(0);
    let receipt = Receipt { person: nobody, key: format!("mail {mail}"), body_hash: String::new() };
    Asked { if_match: None, receipt: Some(receipt) }
}

fn subject(mail: &Parsed) -> String {
    let subject: String = mail.subject.trim().chars().take(SUBJECT).collect();
    if subject.is_empty() { say!("post-filing-no-subject").to_owned() } else { subject }
}

impl Desk {
    /// A person wrote: a further message of a case, or a new case.
    pub(super) async fn file_human(&self, id: MailId, mail: &Parsed) -> Result<Settled, Trouble> {
        let Some(sender) = mail.from.clone() else {
            return Ok(self.quarantined(crate::mail::message::Quarantine::NoSender));
        };
        let incoming = self.incoming(mail, &sender, false).await?;
        if let Some(case) = self.case_of(mail, &sender).await? {
            return self.add_to(id, case, mail, incoming).await;
        }
        let customer = self.customer_of(&sender).await?;
        let (department, owner) = self.intake()?;
        let now = self.now();
        let believed = |at: &baton_core::time::Instant| *at <= now && *at > now - BELIEVED;
        let form = Open {
            id: CaseId::from_bits(0),
            number: 0,
            customer: Some(customer.id),
            subject: subject(mail),
            body: None,
            channel: Channel::Email,
            priority: Priority::Normal,
            department,
            owner,
            received_at: mail.date.filter(believed),
            incoming: Some(incoming),
            follows: None,
        };
        let done = self.open_case(&Who::system(), form, once(id)).await?;
        self.settled(id, mail, &done.state, State::Case).await
    }

    async fn add_to(
        &self,
        id: MailId,
        case: CaseId,
        mail: &Parsed,
        incoming: Incoming,
    ) -> Result<Settled, Trouble> {
        let subject = subject(mail);
        let done = self.receive(case, Some(&subject), incoming, once(id)).await?;
        let first = done.state.messages.len() == 1 && done.state.follows.is_some();
        let state = if first { State::Case } else { State::Message };
        self.settled(id, mail, &done.state, state).await
    }

    /// Enters what became of a mail, and the Message-ID under which its answers will name it.
    async fn settled(
        &self,
        id: MailId,
        mail: &Parsed,
        case: &Arc<Case>,
        state: State,
    ) -> Result<Settled, Trouble> {
        let message = case.messages.iter().rev().find(|message| message.address.is_some());
        let message = message.map(|message| message.id);
        let settled =
            Settled { state, reason: String::new(), case: Some(case.id), message, at: self.now() };
        self.own_files(id, case, message).await?;
        let (entry, case) = (settled.clone(), case.id);
        let message_id = mail.message_id.clone().unwrap_or_default();
        self.0
            .store
            .keep(move |tx| {
                let (entry, message_id) = (entry.clone(), message_id.clone());
                Box::pin(async move {
                    if let Some(message) = entry.message {
                        post::know(tx, &message_id, case, message).await?;
                    }
                    post::name(tx, id, &message_id).await?;
                    post::settle(tx, id, &entry).await
                })
            })
            .await?;
        Ok(settled)
    }

    /// Notes that the mail and what came with it is the customer's, so that it can be erased.
    async fn own_files(
        &self,
        id: MailId,
        case: &Case,
        message: Option<MessageId>,
    ) -> Result<(), Trouble> {
        let Some(customer) = case.customer else { return Ok(()) };
        let letter = post::get(&self.0.store.link(), id).await?;
        let mut owned: Vec<String> = letter.into_iter().map(|letter| letter.file).collect();
        if let Some(message) = message.and_then(|id| case.message(id)) {
            owned.extend(message.attachments.iter().map(|attachment| attachment.file.clone()));
            owned.extend(message.html.clone());
        }
        self.0
            .store
            .keep(move |tx| {
                let owned = owned.clone();
                Box::pin(async move {
                    for file in &owned {
                        files::belongs(tx, file, Subject::Customer(customer)).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    /// The case that a mail belongs to. An id that only we can make proves it; any other id must
    /// come from the customer of that case. The subject never counts.
    async fn case_of(&self, mail: &Parsed, sender: &Mailbox) -> Result<Option<CaseId>, Trouble> {
        let link = self.0.store.link();
        if let Some(own) = own_id(mail, &self.0.mail_key)
            && self.case_in(&link, own.case).await?.is_some()
        {
            return Ok(Some(own.case));
        }
        for id in candidates(mail) {
            let Some((case, _)) = post::known(&link, &id).await? else { continue };
            let Some(customer) = self.case(case).await?.customer else { continue };
            let customer = self.stands_for(customer).await?.id;
            for known in rows::customer::by_address(&link, "email", &sender.address).await? {
                if self.stands_for(known).await?.id == customer {
                    return Ok(Some(case));
                }
            }
        }
        Ok(None)
    }

    /// The customer with this address, or a new one.
    pub(crate) async fn customer_of(&self, sender: &Mailbox) -> Result<Arc<Customer>, Trouble> {
        let link = self.0.store.link();
        let known = rows::customer::by_address(&link, "email", &sender.address).await?;
        if let Some(id) = known.first() {
            return self.stands_for(*id).await;
        }
        let mut fields = vec![FieldRecord::new("email", sender.address.as_str())];
        let name: String = sender.name.trim().chars().take(200).collect();
        if !name.is_empty() {
            fields.insert(0, FieldRecord::new("name", name));
        }
        let command = customer::Command::Create { fields };
        let none: Option<CustomerId> = None;
        let made = self.act_on_customer(&Who::system(), none, command, Asked::default()).await?;
        Ok(made.state)
    }

    /// Who takes in what arrives: the lead of the intake, or whoever stands in for them.
    pub(crate) fn intake(&self) -> Result<(DepartmentId, PersonId), Trouble> {
        let directory = self.directory();
        let named = self.house().intake.and_then(|id| directory.department(id));
        let facing = || directory.active_departments().find(|one| one.customer_facing);
        let department = named.or_else(facing).ok_or_else(|| {
            Trouble::Failed(say!("post-filing-no-department-takes-cases-from").to_owned())
        })?;
        let lead = directory.lead_of(department.id);
        let owner = lead
            .and_then(|lead| directory.stand_in(lead, self.now()))
            .filter(|owner| directory.person(*owner).is_some_and(|p| p.belongs_to(department.id)))
            .or(lead)
            .or_else(|| directory.members(department.id).first().copied());
        let owner = owner.ok_or_else(|| {
            let name = directory.department_name(department.id);
            Trouble::Failed(say!("post-filing-nobody-works-in-so-nobody-could", name))
        })?;
        Ok((department.id, owner))
    }

    /// Keeps the files of a mail and turns it into a message.
    async fn incoming(
        &self,
        mail: &Parsed,
        sender: &Mailbox,
        automatic: bool,
    ) -> Result<Incoming, Trouble> {
        let mut attachments = Vec::new();
        for attachment in &mail.attachments {
            let media_type = attachment.media_type.clone();
            let file = self.keep_file(attachment.bytes.clone(), &media_type).await?;
            let size = attachment.bytes.len() as u64;
            let name = attachment.name.clone();
            attachments.push(NewAttachment { file, name, media_type, size });
        }
        let html = match &mail.html {
            Some(html) => Some(self.keep_file(html.clone().into_bytes(), "text/html").await?),
            None => None,
        };
        let empty = mail.text.trim().is_empty();
        let body = if empty { say!("post-filing-no-text").to_owned() } else { mail.text.clone() };
        let address = Some(sender.address.clone());
        Ok(Incoming { body, address, automatic, html, attachments })
    }

    async fn keep_file(&self, bytes: Vec<u8>, media_type: &str) -> Result<String, Trouble> {
        let size = bytes.len() as u64;
        let file = self.0.files.put(bytes).await?;
        let (hash, media, now) = (file.clone(), media_type.to_owned(), self.now());
        self.0
            .store
            .keep(move |tx| {
                let (hash, media) = (hash.clone(), media.clone());
                Box::pin(
                    async move { baton_store::files::record(tx, &hash, size, &media, now).await },
                )
            })
            .await?;
        Ok(file)
    }

    /// A machine wrote. On a case that it belongs to it is filed, and changes nothing else.
    pub(super) async fn file_automatic(
        &self,
        id: MailId,
        mail: &Parsed,
        reason: &str,
    ) -> Result<Settled, Trouble> {
        let mut settled = Settled {
            state: State::Automatic,
            reason: reason.to_owned(),
            case: None,
            message: None,
            at: self.now(),
        };
        let Some(sender) = mail.from.clone() else { return Ok(settled) };
        if let Some(case) = self.case_of(mail, &sender).await? {
            let incoming = self.incoming(mail, &sender, true).await?;
            let done = self.receive(case, None, incoming, once(id)).await?;
            settled.case = Some(done.state.id);
            settled.message = done.state.messages.last().map(|message| message.id);
            self.own_files(id, &done.state, settled.message).await?;
        }
        Ok(settled)
    }

    /// Something came back: if it is a message of ours, the customer does not know.
    pub(super) async fn file_bounce(
        &self,
        mail: &Parsed,
        report: &BounceReport,
    ) -> Result<Settled, Trouble> {
        let mut settled = Settled {
            state: State::Automatic,
            reason: "bounce".to_owned(),
            case: None,
            message: None,
            at: self.now(),
        };
        let Some((case, message)) = self.bounced(mail, report).await? else { return Ok(settled) };
        settled.case = Some(case);
        settled.message = Some(message);
        if report.failed {
            let reason = report.status.clone().unwrap_or_else(|| "no status".to_owned());
            self.record_bounce(case, message, reason).await?;
        }
        Ok(settled)
    }

    async fn bounced(
        &self,
        mail: &Parsed,
        report: &BounceReport,
    ) -> Result<Option<(CaseId, MessageId)>, Trouble> {
        let link = self.0.store.link();
        for id in original_ids(mail, report) {
            let Some(own) = self.0.mail_key.read(&id) else { continue };
            let case = self.case_in(&link, own.case).await?;
            if case.is_some_and(|case| case.message(own.message).is_some()) {
                return Ok(Some((own.case, own.message)));
            }
        }
        Ok(None)
    }
}
