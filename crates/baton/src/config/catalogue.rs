//! Every setting there is. At most forty; what people change at work lives in the pages instead.

use baton_core::catalogue::Language;

/// What a value must look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Anything; empty means not set.
    Text,
    /// `ADDRESS:PORT`; port 0 takes any free one.
    Listen,
    /// `http://…` or `https://…` without a path.
    PublicUrl,
    /// Empty, or the address of an OpenID provider.
    Issuer,
    /// `postgres://…` or empty.
    Database,
    Port,
    /// A whole number from 1.
    Count,
    /// A name of the IANA time zone database.
    Zone,
    /// A mail address or empty.
    Mailbox,
    /// A host name or empty.
    Host,
    OneOf(&'static [&'static str]),
}

/// One setting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Setting {
    pub key: &'static str,
    pub default: &'static str,
    pub shape: Shape,
    /// One or two plain sentences; also the comment in the sample file.
    pub about: &'static str,
}

impl Setting {
    /// The name in the environment: `smtp.host` is `BATON_SMTP_HOST`.
    pub fn variable(&self) -> String {
        format!("BATON_{}", self.key.replace('.', "_").to_uppercase())
    }
}

pub fn by_key(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

pub fn by_variable(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.variable() == name)
}

const fn setting(
    key: &'static str,
    default: &'static str,
    shape: Shape,
    about: &'static str,
) -> Setting {
    Setting { key, default, shape, about }
}

pub const SETTINGS: &[Setting] = &[
    setting(
        "listen",
        "127.0.0.1:8080",
        Shape::Listen,
        "Address and port of the pages and the API. Put a proxy with TLS in front of it.",
    ),
    setting(
        "public_url",
        "http://localhost:8080",
        Shape::PublicUrl,
        "How people reach it; links in mails begin with this.",
    ),
    setting(
        "data",
        "baton-data",
        Shape::Text,
        "Folder of the database file, the signing key and the attachments.",
    ),
    setting(
        "database",
        "",
        Shape::Database,
        "PostgreSQL server, as postgres://NAME@HOST/DATABASE. Empty: a SQLite file in the data folder.",
    ),
    setting(
        "zone",
        "Europe/London",
        Shape::Zone,
        "Time zone in which times are shown to people who have not chosen one.",
    ),
    setting(
        "language",
        "en-GB",
        Shape::OneOf(Language::TAGS),
        "Language of the pages and mails. en-XA (accented, longer) and ar-XB (right to left) are made from en-GB, to check layouts.",
    ),
    setting(
        "api_per_minute",
        "600",
        Shape::Count,
        "API calls that one token may make in a minute.",
    ),
    setting("smtp.host", "", Shape::Host, "Mail server that sends. Empty: nothing is sent."),
    setting("smtp.port", "587", Shape::Port, "Port of the mail server."),
    setting(
        "smtp.tls",
        "starttls",
        Shape::OneOf(&["starttls", "tls", "none"]),
        "How the connection is protected: starttls, tls from the first byte, or none.",
    ),
    setting("smtp.user", "", Shape::Text, "Account at the mail server. Empty: none is needed."),
    setting("smtp.password_file", "", Shape::Text, "File that holds the account's password."),
    setting("smtp.from", "", Shape::Mailbox, "Address that mails come from."),
    setting("smtp.from_name", "Customer service", Shape::Text, "Name beside that address."),
    setting(
        "mail.domain",
        "",
        Shape::Host,
        "Domain in the Message-ID of mails that are sent. Empty: the one of smtp.from.",
    ),
    setting(
        "sso.issuer",
        "",
        Shape::Issuer,
        "Single sign-on by OpenID Connect: the address of the provider, as its own description has it. Empty: none.",
    ),
    setting("sso.client_id", "", Shape::Text, "What the provider calls Baton."),
    setting(
        "sso.client_secret_file",
        "",
        Shape::Text,
        "File that holds the secret for the provider. Empty: there is none.",
    ),
    setting("sso.name", "single sign-on", Shape::Text, "What people call it: Sign in with …"),
    setting(
        "sso.second_step",
        "no",
        Shape::OneOf(&["yes", "no"]),
        "Whether it asks for a second step itself, so that it counts as one here.",
    ),
    setting(
        "log.format",
        "text",
        Shape::OneOf(&["text", "json"]),
        "Lines for people, or JSON for programs.",
    ),
    setting(
        "log.level",
        "info",
        Shape::OneOf(&["error", "warn", "info", "debug", "trace"]),
        "How much is written to the program's log.",
    ),
];
