//! What the desk is told at its start.

use std::path::PathBuf;

use crate::mail::message::Mailbox;
use crate::mail::send::SmtpSettings;
use crate::sso::Provider;

/// How letters leave.
#[derive(Clone, Debug, Default)]
pub enum Outbox {
    /// No server is known: letters wait, and the health page says so.
    #[default]
    Nowhere,
    Smtp(SmtpSettings),
    /// Written as files into a folder, for a demo or to look at them.
    Folder(PathBuf),
}

#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach this desk: `https://desk.example.org`.
    pub public_url: String,
    pub outbox: Outbox,
    /// The desk's own name and address in letters.
    pub from: Mailbox,
    /// Right-hand side of the message ids that the desk makes.
    pub mail_domain: String,
    /// Who else knows the people here; `None`: nobody.
    pub sso: Option<Provider>,
    /// How many folded cases are kept in memory.
    pub cases_in_memory: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".to_owned(),
            outbox: Outbox::Nowhere,
            from: Mailbox::new("Customer service", "desk@localhost"),
            mail_domain: "localhost".to_owned(),
            sso: None,
            cases_in_memory: 4_096,
        }
    }
}
