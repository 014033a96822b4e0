//! A test letter: whether mail leaves, and what the server says.

use baton_core::ids::MessageId;
use baton_core::refusal::Refusal;
use baton_core::say;

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
            let message = say!("letter-write-the-address-like-name");
            return Err(Refusal::invalid("to", "not_an_address", message).into());
        }
        let settings = self.settings();
        let id: MessageId = self.draw()?.id();
        let letter = Outgoing {
            from: settings.from.clone(),
            to: vec![Mailbox::new("", to)],
            cc: Vec::new(),
            reply_to: None,
            subject: say!("letter-test-letter").to_owned(),
            tag: None,
            text: say!(
                "letter-this-is-a-test-letter-mail",
                trim_end_matches = settings.public_url.trim_end_matches('/')
            ),
            attachments: Vec::new(),
            message_id: format!("test.{id}@{}", settings.mail_domain),
            in_reply_to: None,
            references: Vec::new(),
            automatic: Automatic::Generated,
            date: self.now(),
        };
        if matches!(settings.outbox, Outbox::Nowhere) {
            let answer = say!("letter-no-mail-server-is-set-set");
            return Ok(Left { left: false, answer: answer.to_owned() });
        }
        Ok(match self.hand_over(&letter).await {
            Outcome::Done => Left { left: true, answer: taken(&settings.outbox, to) },
            Outcome::Later(why) => Left { left: false, answer: say!("letter-not-now", why) },
            Outcome::Never(why) => Left { left: false, answer: say!("letter-refused", why) },
        })
    }
}

fn taken(outbox: &Outbox, to: &str) -> String {
    match outbox {
        Outbox::Folder(_) => say!("letter-it-was-written-into-the-folder").to_owned(),
        _ => say!("letter-the-mail-server-took-it-for", to),
    }
}
