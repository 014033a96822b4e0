//! Hands a letter to an SMTP server, and says which failures are worth another try.

use std::path::PathBuf;
use std::time::Duration;

use baton_core::say;
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::clean;
use super::compose::Letter;

/// How to reach the server that takes our mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// Signs in with this name and the password in `password_file`.
    pub username: Option<String>,
    /// Read at start; the last newline is no part of the password.
    pub password_file: Option<PathBuf>,
    /// One more certificate authority (PEM), for servers with certificates of their own.
    pub authority_file: Option<PathBuf>,
    /// How the desk names itself in EHLO; by default `[127.0.0.1]`.
    pub hello_name: Option<String>,
    pub timeout: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Security {
    /// Encrypted from the first byte (port 465).
    Tls,
    /// Must turn encryption on before anything else (port 587); never falls back to plain.
    StartTls,
    /// Plain: for a server on the same machine.
    None,
}

impl Security {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "tls" => Some(Self::Tls),
            "starttls" => Some(Self::StartTls),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

/// Settings that no server can be reached with.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadSettings {
    #[error("the file with the mail password cannot be read")]
    PasswordFile,
    #[error("a mail account needs a password file")]
    PasswordMissing,
    #[error("a mail password must not be sent over an unencrypted connection to another machine")]
    PasswordInTheOpen,
    #[error("the file with the mail server's certificate authority is not a PEM certificate")]
    AuthorityFile,
    #[error("this is not a host name that encryption can be checked against: {0}")]
    Host(String),
}

/// Why a letter did not leave. The text is the server's, as one line.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SendError {
    /// Try again later.
    #[error("the mail server could not take the letter just now: {0}")]
    Temporary(String),
    /// The server does not let us in. Try again later, and tell the administrator now.
    #[error("the mail server refused the desk itself: {0}")]
    Locked(String),
    /// Never try again: the letter or its recipient is refused.
    #[error("the mail server refused the letter ({code}): {text}")]
    Refused { code: u16, text: String },
}

impl SendError {
    pub fn is_worth_retrying(&self) -> bool {
        !matches!(self, Self::Refused { .. })
    }
}

/// Connections to one server, kept open between letters.
#[derive(Clone)]
pub struct Sender(AsyncSmtpTransport<Tokio1Executor>);

impl Sender {
    pub fn new(settings: &SmtpSettings) -> Result<Self, BadSettings> {
        let mut server = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .timeout(Some(settings.timeout))
            .tls(encryption(settings)?);
        if let Some(name) = &settings.hello_name {
            server = server.hello_name(ClientId::Domain(clean::line(name)));
        }
        if let Some(credentials) = credentials(settings)? {
            server = server.credentials(credentials);
        }
        Ok(Self(server.build()))
    }

    /// Sends a letter to all of its recipients, or to none.
    ///
    /// When the connection breaks after the server took the letter and before it said so, the
    /// letter may arrive a second time: that window is SMTP's own (RFC 1047).
    pub async fn send(&self, letter: &Letter) -> Result<(), SendError> {
        let envelope = envelope(letter)?;
        match self.0.send_raw(&envelope, &letter.bytes).await {
            Ok(_) => Ok(()),
            Err(error) => Err(sorted(&error)),
        }
    }

    /// Whether the server answers and lets us in.
    pub async fn check(&self) -> Result<(), SendError> {
        match self.0.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => {
                Err(SendError::Temporary(say!("mail-send-the-server-did-not-answer").to_owned()))
            }
            Err(error) => Err(sorted(&error)),
        }
    }
}

fn encryption(settings: &SmtpSettings) -> Result<Tls, BadSettings> {
    if settings.security == Security::None {
        return Ok(Tls::None);
    }
    let mut parameters = TlsParameters::builder(settings.host.clone());
    if let Some(file) = &settings.authority_file {
        let pem = std::fs::read(file).map_err(|_| BadSettings::AuthorityFile)?;
        let authority = Certificate::from_pem(&pem).map_err(|_| BadSettings::AuthorityFile)?;
        parameters = parameters.add_root_certificate(authority);
    }
    let built = parameters.build();
    let parameters = built.map_err(|_| BadSettings::Host(clean::line(&settings.host)))?;
    Ok(match settings.security {
        Security::Tls => Tls::Wrapper(parameters),
        _ => Tls::Required(parameters),
    })
}

fn credentials(settings: &SmtpSettings) -> Result<Option<Credentials>, BadSettings> {
    let Some(username) = &settings.username else { return Ok(None) };
    if settings.security == Security::None && !is_this_machine(&settings.host) {
        return Err(BadSettings::PasswordInTheOpen);
    }
    let file = settings.password_file.as_ref().ok_or(BadSettings::PasswordMissing)?;
    let password = std::fs::read_to_string(file).map_err(|_| BadSettings::PasswordFile)?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    Ok(Some(Credentials::new(username.clone(), password)))
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "::1" | "[::1]")
}

fn envelope(letter: &Letter) -> Result<Envelope, SendError> {
    let address = |text: &String| {
        let refused =
            SendError::Refused { code: 553, text: say!("mail-send-not-an-address").to_owned() };
        text.parse::<Address>().map_err(|_| refused)
    };
    let from = letter.from.as_ref().map(address).transpose()?;
    let to = letter.recipients.iter().map(address).collect::<Result<Vec<_>, _>>()?;
    Envelope::new(from, to).map_err(|_| SendError::Refused {
        code: 503,
        text: say!("mail-send-nobody-to-send-to").to_owned(),
    })
}

/// 5xx is final but for the codes that are about us (RFC 4954 §4 and §6); all else may pass.
fn sorted(error: &lettre::transport::smtp::Error) -> SendError {
    let text = clean::line(&said(error));
    match error.status().map(u16::from) {
        Some(530 | 534 | 535 | 538) => SendError::Locked(text),
        Some(code) if error.is_permanent() => SendError::Refused { code, text },
        _ if error.is_tls() => SendError::Locked(text),
        _ => SendError::Temporary(text),
    }
}

/// The error with its causes, outermost first.
fn said(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text.push_str(": ");
            text.push_str(&inner_text);
        }
        cause = inner.source();
    }
    text
}
