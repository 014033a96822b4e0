//! A message to a customer leaves as a letter.

use std::path::Path;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::command::Command;
use baton_core::case::state::{Dispatch, Message};
use baton_core::ids::{CaseId, MessageId};
use baton_core::say;
use baton_core::vault::Texts;

use crate::desk::Desk;
use crate::jobs::Outcome;
use crate::mail::compose::{Automatic, Letter, Outgoing, compose};
use crate::mail::message::{Attachment, Mailbox};
use crate::mail::send::Sender;
use crate::mail::thread::OwnId;
use crate::settings::Outbox;
use crate::task::Asked;
use crate::trouble::Trouble;

impl Desk {
    /// Sends a message of a case, and records that it left. Sent again after a crash, or by
    /// somebody who revived it, it carries the same message id.
    pub(super) async fn send_letter(
        &self,
        id: CaseId,
        message: MessageId,
    ) -> Result<Outcome, Trouble> {
        let case = self.case(id).await?;
        let Some(held) = case.message(message) else {
            return Ok(Outcome::Never(say!("jobs-letter-the-case-has-no-such-message").to_owned()));
        };
        if !matches!(held.dispatch, Dispatch::Held { .. } | Dispatch::Bounced { .. }) {
            return Ok(Outcome::Done);
        }
        let customer = match case.customer {
            None => None,
            Some(id) => Some(self.customer(id).await?),
        };
        let texts = self.texts_of(&case, customer.as_deref()).await?;
        let Some(mut outgoing) = self.outgoing(&case, held, &texts) else {
            let bounced = say!("jobs-letter-the-address-or-the-text-of").to_owned();
            self.record_bounce(id, message, bounced).await?;
            return Ok(Outcome::Done);
        };
        for file in &held.attachments {
            let Some(bytes) = self.0.files.read(&file.file).await? else {
                let bounced = say!("jobs-letter-a-file-is-gone").to_owned();
                self.record_bounce(id, message, bounced).await?;
                return Ok(Outcome::Done);
            };
            let (name, media_type) = (texts.show(file.name).to_owned(), file.media_type.clone());
            outgoing.attachments.push(Attachment { name, media_type, bytes });
        }
        match self.hand_over(&outgoing).await {
            Outcome::Done => {
                let command = Command::RecordLeft { message };
                self.act(&Who::system(), id, command, Asked::default()).await?;
                Ok(Outcome::Done)
            }
            // The server will never take it: for the customer that is a bounce.
            Outcome::Never(why) => {
                let blanked = blanked(&why, &outgoing.to);
                self.record_bounce(id, message, why).await?;
                Ok(Outcome::Never(blanked))
            }
            Outcome::Later(why) => Ok(Outcome::Later(blanked(&why, &outgoing.to))),
        }
    }

    /// Nobody could be reached for so long that nobody tries any more: for the customer that is a
    /// bounce, and the case must not close on the strength of it.
    pub(super) async fn letter_given_up(
        &self,
        id: CaseId,
        message: MessageId,
        why: &str,
    ) -> Result<(), Trouble> {
        let reason = say!("jobs-letter-it-could-not-be-handed-to", why);
        self.record_bounce(id, message, reason).await
    }

    fn outgoing(&self, case: &Case, message: &Message, texts: &Texts) -> Option<Outgoing> {
        let address = texts.get(message.address?)?;
        let text = texts.get(message.body)?;
        let settings = self.settings();
        let id_of = |message: MessageId| {
            let own = OwnId { case: case.id, message };
            self.0.mail_key.message_id(own, &settings.mail_domain)
        };
        let earlier: Vec<String> = case
            .messages
            .iter()
            .filter(|other| other.order < message.order && other.address.is_some())
            .map(|other| id_of(other.id))
            .collect();
        Some(Outgoing {
            from: settings.from.clone(),
            to: vec![Mailbox::new("", address)],
            cc: Vec::new(),
            reply_to: None,
            subject: texts.show(case.subject).to_owned(),
            tag: Some(case.reference()),
            text: text.to_owned(),
            attachments: Vec::new(),
            message_id: id_of(message.id),
            in_reply_to: earlier.last().cloned(),
            references: earlier,
            automatic: Automatic::No,
            date: message.at,
        })
    }

    /// Gives a letter to whatever the settings name.
    pub(crate) async fn hand_over(&self, outgoing: &Outgoing) -> Outcome {
        let letter = match compose(outgoing) {
            Ok(letter) => letter,
            Err(error) => return Outcome::Never(error.to_string()),
        };
        match &self.settings().outbox {
            Outbox::Nowhere => {
                Outcome::Later(say!("jobs-letter-no-mail-server-is-set-set").to_owned())
            }
            Outbox::Folder(folder) => match write(folder, &letter).await {
                Ok(()) => Outcome::Done,
                Err(error) => Outcome::Later(format!("{}: {error}", folder.display())),
            },
            Outbox::Smtp(settings) => {
                let sender = match Sender::new(settings) {
                    Ok(sender) => sender,
                    Err(error) => return Outcome::Later(error.to_string()),
                };
                match sender.send(&letter).await {
                    Ok(()) => Outcome::Done,
                    Err(error) if error.is_worth_retrying() => Outcome::Later(error.to_string()),
                    Err(error) => Outcome::Never(error.to_string()),
                }
            }
        }
    }
}

/// What a mail server says often names the address. That stands in the case, where it can be erased;
/// jobs and logs do without.
fn blanked(why: &str, to: &[Mailbox]) -> String {
    let mut text = why.to_owned();
    for mailbox in to {
        let address = mailbox.address.to_ascii_lowercase();
        while let Some(at) =
            text.to_ascii_lowercase().find(&address).filter(|_| !address.is_empty())
        {
            text.replace_range(at..at + address.len(), "…");
        }
    }
    text
}

async fn write(folder: &Path, letter: &Letter) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name: String = letter.message_id.chars().map(plain).collect();
    tokio::fs::write(folder.join(format!("{name}.eml")), &letter.bytes).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_left_out_of_what_a_server_said_however_it_is_written() {
        let grace = [Mailbox::new("", "grace@customer.example")];
        let said = "550 5.1.1 <Grace@Customer.Example>: unknown (grace@customer.example)";
        assert_eq!(blanked(said, &grace), "550 5.1.1 <…>: unknown (…)");
    }
}
