//! The settings as the rooms take them: parsed once, typed from there on.

use std::net::SocketAddr;
use std::path::PathBuf;

use baton_core::catalogue::Language;
use baton_desk::sso::Provider;

use super::Values;

/// Everything that a process needs to know before it starts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    pub listen: SocketAddr,
    /// Without a slash at the end.
    pub public_url: String,
    pub data: PathBuf,
    /// PostgreSQL; `None`: the SQLite file in the data folder.
    pub database: Option<String>,
    /// IANA name, checked.
    pub zone: String,
    pub language: Language,
    pub api_per_minute: usize,
    /// `None`: nothing is sent.
    pub smtp: Option<Smtp>,
    /// Domain in the Message-ID of mails that are sent.
    pub mail_domain: String,
    /// Single sign-on; `None`: there is none.
    pub sso: Option<Provider>,
    pub log: Log,
}

/// The mail server that sends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    /// Account name and the file of its password.
    pub account: Option<(String, PathBuf)>,
    pub from: String,
    pub from_name: String,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tls {
    /// Plain first, then upgraded; refused when the server cannot.
    StartTls,
    FromTheFirstByte,
    None,
}

/// The program's own log; not the log of events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Log {
    pub json: bool,
    pub level: String,
}

impl Settings {
    /// What a demonstration runs with: nothing of the machine's own configuration.
    pub fn of_demo(data: &std::path::Path) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            public_url: String::new(),
            data: data.to_owned(),
            database: None,
            zone: "Europe/London".to_owned(),
            language: Language::default(),
            // Whoever looks around, by hand or by program, shall not have to wait.
            api_per_minute: 1_000_000,
            smtp: None,
            mail_domain: "demo.example".to_owned(),
            sso: None,
            log: Log { json: false, level: "warn".to_owned() },
        }
    }

    /// From values that were checked; the fault names what was not.
    pub fn new(values: &Values) -> Result<Self, String> {
        let text =
            |key: &str| values.get(key).map(|chosen| chosen.value.clone()).unwrap_or_default();
        let some = |key: &str| Some(text(key)).filter(|value| !value.is_empty());
        let listen = text("listen").parse().map_err(|_| "`listen` is no address.".to_owned())?;
        let smtp = smtp(&text)?;
        let mail_domain = some("mail.domain").unwrap_or_else(|| domain_of(&text("smtp.from")));
        Ok(Self {
            listen,
            public_url: text("public_url"),
            data: PathBuf::from(text("data")),
            database: some("database"),
            zone: text("zone"),
            language: Language::parse(&text("language")).unwrap_or_default(),
            api_per_minute: text("api_per_minute").parse().unwrap_or(600),
            smtp,
            mail_domain,
            sso: sso(&text),
            log: Log { json: text("log.format") == "json", level: text("log.level") },
        })
    }
}

fn smtp(text: &impl Fn(&str) -> String) -> Result<Option<Smtp>, String> {
    let host = text("smtp.host");
    if host.is_empty() {
        return Ok(None);
    }
    let port = text("smtp.port").parse().map_err(|_| "`smtp.port` is no port.".to_owned())?;
    let tls = match text("smtp.tls").as_str() {
        "starttls" => Tls::StartTls,
        "tls" => Tls::FromTheFirstByte,
        _ => Tls::None,
    };
    let account = Some(text("smtp.user"))
        .filter(|name| !name.is_empty())
        .map(|name| (name, PathBuf::from(text("smtp.password_file"))));
    let (from, from_name) = (text("smtp.from"), text("smtp.from_name"));
    Ok(Some(Smtp { host, port, tls, account, from, from_name }))
}

fn sso(text: &impl Fn(&str) -> String) -> Option<Provider> {
    let some = |key: &str| Some(text(key)).filter(|value| !value.is_empty());
    Some(Provider {
        issuer: some("sso.issuer")?,
        client_id: text("sso.client_id"),
        client_secret_file: some("sso.client_secret_file").map(PathBuf::from),
        name: text("sso.name"),
        second_step: text("sso.second_step") == "yes",
    })
}

/// The part after the `@`; `localhost` when there is no address.
fn domain_of(address: &str) -> String {
    address.rsplit_once('@').map_or("localhost", |(_, domain)| domain).to_owned()
}
