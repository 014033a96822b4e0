//! A test letter: whether mail leaves, and what the server says.

use baton_core::ids::MessageId;
use baton_core::refusal::Refusal;

use crate::desk::Desk;
use crate::jobs::Outcome;
use crate::mail::compose::{Automatic, Outgoing};
use crate::mail::message::Mailbox;
use crate::settings::Outbox;
use crate::trouble::Trouble;

/// What became of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Left {
    pub left: bool,
    /// In one sentence, with what the server said.
    pub answer: String,
}

impl Desk {
    /// Sends one letter now, and says what the server answered.
    ///
    /// # Errors
    /// `invalid` for what is no address.
    pub async fn send_test_letter(&self, to: &str) -> Result<Left, Trouble> {
        let plain = to.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !to.contains(char::is_whitespace)
        });
        if !plain {
            let message = "Write the address like name@example.org.";
            return Err(Refusal::invalid("to", "not_an_address", message).into());
        }
        let settings = self.settings();
        let id: MessageId = self.draw()?.id();
        let letter = Outgoing {
            from: settings.from.clone(),
            to: vec![Mailbox::new("", to)],
            cc: Vec::new(),
            reply_to: None,
            subject: "Test letter".to_owned(),
            tag: None,
            text: format!(
                "This is a test letter. Mail leaves Baton at {}.\n",
                settings.public_url.trim_end_matches('/')
            ),
            attachments: Vec::new(),
            message_id: format!("test.{id}@{}", settings.mail_domain),
            in_reply_to: None,
            references: Vec::new(),
            automatic: Automatic::Generated,
            date: self.now(),
        };
        if matches!(settings.outbox, Outbox::Nowhere) {
            let answer =
                "No mail server is set. Set smtp.host in the settings, then restart Baton.";
            return Ok(Left { left: false, answer: answer.to_owned() });
        }
        Ok(match self.hand_over(&letter).await {
            Outcome::Done => Left { left: true, answer: taken(&settings.outbox, to) },
            Outcome::Later(why) => Left { left: false, answer: format!("Not now: {why}") },
            Outcome::Never(why) => Left { left: false, answer: format!("Refused: {why}") },
        })
    }
}

fn taken(outbox: &Outbox, to: &str) -> String {
    match outbox {
        Outbox::Folder(_) => "It was written into the folder of letters.".to_owned(),
        _ => format!("The mail server took it for {to}. See whether it arrives."),
    }
}
