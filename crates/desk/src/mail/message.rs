//! What a mail is once it has been read, and why one could not be.

use baton_core::say;
use baton_core::time::Instant;

/// A whole message may have this many bytes.
pub const MESSAGE_LIMIT: usize = 50 * 1024 * 1024;
/// One attached file may have this many bytes.
pub const FILE_LIMIT: usize = 25 * 1024 * 1024;
/// A message may have this many parts, those of the messages inside it included.
pub const PART_LIMIT: usize = 200;
/// Parts may be nested this deep.
pub const NESTING_LIMIT: usize = 20;

/// A name and an address, cleaned of control characters. The name may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mailbox {
    pub name: String,
    pub address: String,
}

impl Mailbox {
    pub fn new(name: &str, address: &str) -> Self {
        Self { name: name.to_owned(), address: address.to_owned() }
    }

    /// The address for comparing: lower case.
    pub fn key(&self) -> String {
        self.address.to_lowercase()
    }

    /// What stands before the last `@`, in lower case.
    pub fn local_part(&self) -> String {
        let key = self.key();
        key.rsplit_once('@').map_or(key.clone(), |(local, _)| local.to_owned())
    }
}

/// A file that came with a mail. The name is data and never a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attachment {
    pub name: String,
    /// `type/subtype` in lower case, as the sender claims it.
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// A file that was too large to take over; the original message still holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    pub name: String,
    pub bytes: usize,
}

/// The header fields that say how a mail came about, in order, names in lower case.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Headers(pub(super) Vec<(String, String)>);

impl Headers {
    /// The first value of a field; the name in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// An envelope sender of `<>`: whoever sent this wants no answer (RFC 5321 §4.5.5).
    pub fn null_return_path(&self) -> bool {
        self.get("return-path").is_some_and(|path| path.trim_matches(['<', '>', ' ']).is_empty())
    }
}

/// The machine-readable part of a delivery report (RFC 3464), not yet interpreted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// The `report-type` of the multipart/report in lower case; empty when it is not given.
    pub kind: String,
    /// The text of the message/delivery-status part; empty when there is none.
    pub status: String,
    /// The Message-ID in the returned message or its returned headers.
    pub original_message_id: Option<String>,
}

/// A mail that was read. All text is clean: no NUL, no control characters but tab and newline.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parsed {
    /// Without the angle brackets, like the ids below.
    pub message_id: Option<String>,
    pub in_reply_to: Vec<String>,
    pub references: Vec<String>,
    /// The author; the Sender, Reply-To or envelope sender when there is no author.
    pub from: Option<Mailbox>,
    pub reply_to: Vec<Mailbox>,
    pub to: Vec<Mailbox>,
    pub cc: Vec<Mailbox>,
    pub date: Option<Instant>,
    pub subject: String,
    /// The plain text, or the HTML told as text when there is no plain text.
    pub text: String,
    /// As it came, not fit to be shown: see [`super::html::frame_document`].
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    pub left_out: Vec<LeftOut>,
    pub headers: Headers,
    pub report: Option<Report>,
}

/// Why a message is kept apart for a person to look at. The original bytes are kept in every case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Quarantine {
    Empty,
    NotMail,
    NoSender,
    TooLarge,
    TooManyParts,
    NestedTooDeep,
    TooSlow,
    Unparsable,
}

impl Quarantine {
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::NotMail,
        Self::NoSender,
        Self::TooLarge,
        Self::TooManyParts,
        Self::NestedTooDeep,
        Self::TooSlow,
        Self::Unparsable,
    ];

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotMail => "not_mail",
            Self::NoSender => "no_sender",
            Self::TooLarge => "too_large",
            Self::TooManyParts => "too_many_parts",
            Self::NestedTooDeep => "nested_too_deep",
            Self::TooSlow => "too_slow",
            Self::Unparsable => "unparsable",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// One plain sentence for the person who looks through the quarantine.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Empty => say!("mail-message-there-is-nothing-in-this-file"),
            Self::NotMail => {
                say!("mail-message-this-is-not-a-mail-it")
            }
            Self::NoSender => say!("mail-message-this-mail-does-not-say-who"),
            Self::TooLarge => say!("mail-message-this-mail-is-larger-than-50"),
            Self::TooManyParts => say!("mail-message-this-mail-has-more-than-200"),
            Self::NestedTooDeep => say!("mail-message-the-parts-of-this-mail-are"),
            Self::TooSlow => say!("mail-message-reading-this-mail-took-longer"),
            Self::Unparsable => say!("mail-message-this-mail-is-damaged-reading-it"),
        }
    }
}
