//! Writes the bytes of a letter.

use baton_core::time::Instant;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;

use super::message::{Attachment, Mailbox};
use super::{address, clean};

/// A reply names at most this many of its forerunners: the first and the newest.
const REFERENCES: usize = 20;

/// What is to be sent. Ids are without angle brackets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outgoing {
    /// The desk's own name and address, from its settings.
    pub from: Mailbox,
    pub to: Vec<Mailbox>,
    pub cc: Vec<Mailbox>,
    /// Where answers should go, when not to `from`.
    pub reply_to: Option<Mailbox>,
    pub subject: String,
    /// The short tag that people see, such as `C-1042`. It is for them: no mail is matched by it.
    pub tag: Option<String>,
    pub text: String,
    pub attachments: Vec<Attachment>,
    /// Made by [`super::thread::Key::message_id`].
    pub message_id: String,
    pub in_reply_to: Option<String>,
    /// Oldest first.
    pub references: Vec<String>,
    pub automatic: Automatic,
    pub date: Instant,
}

/// Whether a person stands behind a mail (RFC 3834 §5).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Automatic {
    /// A person wrote or sent it.
    No,
    /// A notice that nobody asked for: reminders, told by a rule.
    Generated,
    /// An answer by a robot: receipts. It is sent with the null envelope sender.
    Replied,
}

/// Ready for SMTP.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// The envelope sender; `None` is the null sender `<>`.
    pub from: Option<String>,
    /// Envelope recipients, each once.
    pub recipients: Vec<String>,
    pub message_id: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CannotCompose {
    #[error("the letter has nobody to go to")]
    NoRecipient,
    #[error("this is not an address that mail can be sent to: {0}")]
    NotAnAddress(String),
    #[error("this is not a message id: {0}")]
    NotAMessageId(String),
    #[error("the letter could not be written")]
    Unwritable,
}

/// The letter as bytes, the same ones every time for the same outgoing mail.
pub fn compose(mail: &Outgoing) -> Result<Letter, CannotCompose> {
    check(mail)?;
    let mut message = MessageBuilder::new()
        .from(one(&mail.from))
        .to(list(&mail.to))
        .subject(Text::new(subject(mail)))
        .date(Date::new(mail.date.millis().div_euclid(1_000)))
        .message_id(MessageId::new(mail.message_id.as_str()));
    if !mail.cc.is_empty() {
        message = message.cc(list(&mail.cc));
    }
    if let Some(reply_to) = &mail.reply_to {
        message = message.reply_to(one(reply_to));
    }
    if let Some(answered) = &mail.in_reply_to {
        message = message.in_reply_to(MessageId::new(answered.as_str()));
    }
    let references = references(mail);
    if !references.is_empty() {
        message = message.references(MessageId::new_list(references.iter().map(String::as_str)));
    }
    if let Some(word) = auto_submitted(mail.automatic) {
        message = message
            .header("Auto-Submitted", Raw::new(word))
            .header("X-Auto-Response-Suppress", Raw::new("All"));
    }
    let bytes = message.body(body(mail)).write_to_vec().map_err(|_| CannotCompose::Unwritable)?;
    Ok(Letter {
        from: envelope_sender(mail),
        recipients: recipients(mail),
        message_id: mail.message_id.clone(),
        bytes,
    })
}

/// Nothing may reach a header that could end it: addresses and ids are refused, words are cleaned.
fn check(mail: &Outgoing) -> Result<(), CannotCompose> {
    if mail.to.is_empty() {
        return Err(CannotCompose::NoRecipient);
    }
    let everyone =
        std::iter::once(&mail.from).chain(&mail.to).chain(&mail.cc).chain(&mail.reply_to);
    for mailbox in everyone {
        if !address::is_address(&mailbox.address) {
            return Err(CannotCompose::NotAnAddress(clean::line(&mailbox.address)));
        }
    }
    let ids = std::iter::once(&mail.message_id).chain(&mail.in_reply_to);
    for id in ids {
        if !is_message_id(id) {
            return Err(CannotCompose::NotAMessageId(clean::line(id)));
        }
    }
    Ok(())
}

fn is_message_id(id: &str) -> bool {
    let lawful = |c: char| c.is_ascii_graphic() && !"<>".contains(c);
    !id.is_empty() && id.len() <= 900 && id.chars().all(lawful)
}

fn one(mailbox: &Mailbox) -> Address<'static> {
    let name = clean::line(&mailbox.name);
    Address::new_address((!name.is_empty()).then_some(name), mailbox.address.clone())
}

fn list(mailboxes: &[Mailbox]) -> Address<'static> {
    Address::new_list(mailboxes.iter().map(one).collect())
}

/// The subject with its tag once, in front.
fn subject(mail: &Outgoing) -> String {
    let subject = clean::line(&mail.subject);
    let Some(tag) = &mail.tag else { return subject };
    let tag = format!("[{}]", clean::line(tag));
    if subject.contains(&tag) { subject } else { format!("{tag} {subject}").trim_end().to_owned() }
}

/// The first id, which roots the thread, and the newest ones; ids that are none are left out.
fn references(mail: &Outgoing) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in mail.references.iter().chain(&mail.in_reply_to) {
        if is_message_id(id) && !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    if ids.len() > REFERENCES {
        let newest = ids.len() - (REFERENCES - 1);
        ids.drain(1..newest);
    }
    ids
}

fn auto_submitted(automatic: Automatic) -> Option<&'static str> {
    match automatic {
        Automatic::No => None,
        Automatic::Generated => Some("auto-generated"),
        Automatic::Replied => Some("auto-replied"),
    }
}

fn body(mail: &Outgoing) -> MimePart<'static> {
    let text = MimePart::new("text/plain", body_text(&mail.text));
    if mail.attachments.is_empty() {
        return text;
    }
    let mut parts = vec![text];
    for file in &mail.attachments {
        let name = clean::file_name(&file.name, "attachment");
        let kind = clean::line(&file.media_type);
        parts.push(MimePart::new(ContentType::new(kind), file.bytes.clone()).attachment(name));
    }
    // Of the message id, so that nothing here needs a clock or chance.
    let boundary = format!("part-{}", baton_core::vault::hex(&digest(mail.message_id.as_bytes())));
    MimePart::new(ContentType::new("multipart/mixed").attribute("boundary", boundary), parts)
}

fn digest(bytes: &[u8]) -> Vec<u8> {
    let full = ring::digest::digest(&ring::digest::SHA256, bytes);
    full.as_ref().iter().take(16).copied().collect()
}

fn body_text(text: &str) -> String {
    let clean = clean::text(text);
    format!("{clean}\n")
}

fn envelope_sender(mail: &Outgoing) -> Option<String> {
    (mail.automatic != Automatic::Replied).then(|| mail.from.address.clone())
}

fn recipients(mail: &Outgoing) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for mailbox in mail.to.iter().chain(&mail.cc) {
        if !addresses.iter().any(|known| known.eq_ignore_ascii_case(&mailbox.address)) {
            addresses.push(mailbox.address.clone());
        }
    }
    addresses
}
