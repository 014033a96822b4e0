//! Opens the rooms on what the settings name.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;

use baton_core::catalogue;
use baton_desk::clock::{Clock, SystemClock};
use baton_desk::entropy::{Entropy, SystemEntropy};
use baton_desk::mail::message::Mailbox;
use baton_desk::mail::send::{Security, SmtpSettings};
use baton_desk::settings::Outbox;
use baton_desk::{Desk, Parts, Trouble};
use baton_store::files::Files;
use baton_store::keys::SigningKey;
use baton_store::{Durability, Options, Place, Store};

use crate::config::Settings;
use crate::config::settings::{Smtp, Tls};
use crate::exit::{Exit, Kind};

/// Name of the database file in the data folder.
pub const DATABASE: &str = "baton.db";
/// Name of the folder of attachments in the data folder.
pub const ATTACHMENTS: &str = "attachments";
/// How long the mail server may take over one letter.
const SMTP_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(60);

/// What a process works with.
pub struct House {
    pub desk: Desk,
    pub store: Store,
    pub files: Files,
    pub key: SigningKey,
    pub entropy: Arc<dyn Entropy>,
}

/// What a demonstration replaces.
pub struct Hands {
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    pub durability: Durability,
    pub outbox: Option<Outbox>,
}

impl Default for Hands {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy::default()),
            durability: Durability::Full,
            outbox: None,
        }
    }
}

/// Runs to the end on a runtime of its own.
pub fn run<T>(work: impl Future<Output = Result<T, Exit>>) -> Result<T, Exit> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Exit::failed(format!("Cannot start: {error}.")))?;
    runtime.block_on(work)
}

/// Opens everything; makes the folder, the key and the database when they are not there.
pub async fn open(settings: &Settings, hands: Hands) -> Result<House, Exit> {
    catalogue::speak(settings.language);
    std::fs::create_dir_all(&settings.data).map_err(|error| {
        Exit::failed(format!("The folder {} cannot be made: {error}.", settings.data.display()))
    })?;
    // Real secrets come from the operating system, whatever makes the ids of a demonstration.
    let secret = SystemEntropy::default().seed().map_err(told)?;
    let key = SigningKey::open(&settings.data, || secret).map_err(stored)?;
    let store = open_store(settings, hands.durability).await?;
    let files = Files::open(settings.data.join(ATTACHMENTS)).map_err(stored)?;
    let parts = Parts {
        store: store.clone(),
        files: files.clone(),
        clock: hands.clock,
        entropy: Arc::clone(&hands.entropy),
        settings: desk_settings(settings, hands.outbox),
        mail_secret: mail_secret(&settings.data)?,
    };
    let desk = Desk::open(parts).await.map_err(told)?;
    Ok(House { desk, store, files, key, entropy: hands.entropy })
}

/// Like [`open`], but only where there is an organisation already.
pub async fn open_existing(settings: &Settings) -> Result<House, Exit> {
    if settings.database.is_none() && !settings.data.join(DATABASE).exists() {
        return Err(Exit::new(
            Kind::NotFound,
            format!(
                "There is no organisation in {}. Set one up with `baton init`, or name its folder \
                 with --data.",
                settings.data.display()
            ),
        ));
    }
    open(settings, Hands::default()).await
}

async fn open_store(settings: &Settings, durability: Durability) -> Result<Store, Exit> {
    let place = match &settings.database {
        Some(url) => Place::Postgres(url.clone()),
        None => Place::Sqlite(settings.data.join(DATABASE)),
    };
    let options = Options { durability, ..Options::default() };
    Store::open(place, options)
        .await
        .map_err(|error| Exit::unavailable(format!("The database cannot be opened: {error}.")))
}

fn desk_settings(settings: &Settings, outbox: Option<Outbox>) -> baton_desk::settings::Settings {
    let usual = baton_desk::settings::Settings::default();
    let from = settings.smtp.as_ref().map(|smtp| Mailbox::new(&smtp.from_name, &smtp.from));
    let smtp = settings.smtp.as_ref().map(|smtp| Outbox::Smtp(smtp_settings(smtp)));
    baton_desk::settings::Settings {
        public_url: settings.public_url.clone(),
        outbox: outbox.or(smtp).unwrap_or(Outbox::Nowhere),
        from: from.unwrap_or(usual.from),
        mail_domain: settings.mail_domain.clone(),
        sso: settings.sso.clone(),
        ..usual
    }
}

fn smtp_settings(smtp: &Smtp) -> SmtpSettings {
    let (username, password_file) = match &smtp.account {
        Some((name, file)) => (Some(name.clone()), Some(file.clone())),
        None => (None, None),
    };
    SmtpSettings {
        host: smtp.host.clone(),
        port: smtp.port,
        security: match smtp.tls {
            Tls::StartTls => Security::StartTls,
            Tls::FromTheFirstByte => Security::Tls,
            Tls::None => Security::None,
        },
        username,
        password_file,
        authority_file: None,
        hello_name: None,
        timeout: SMTP_TIMEOUT,
    }
}

/// The secret behind message ids, from the same file as the signing key: nodes of one
/// organisation share that file, and so know each other's ids.
fn mail_secret(data: &Path) -> Result<[u8; 32], Exit> {
    let path = data.join("baton.key");
    let kept = std::fs::read(&path)
        .map_err(|error| Exit::failed(format!("{} cannot be read: {error}.", path.display())))?;
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &kept);
    let tag = ring::hmac::sign(&key, b"baton message ids 1");
    let mut secret = [0_u8; 32];
    secret.copy_from_slice(tag.as_ref());
    Ok(secret)
}

/// Why the desk could not, as the end of a command.
pub fn told(trouble: Trouble) -> Exit {
    match &trouble {
        Trouble::Refused(refusal) => {
            let mut message = refusal.to_string();
            for field in &refusal.fields {
                message.push_str(&format!("\n  {}: {}", field.field, field.message));
            }
            let kind = match refusal.code.status() {
                404 => Kind::NotFound,
                403 => Kind::NotAllowed,
                409 => Kind::Conflict,
                _ => Kind::Usage,
            };
            Exit::new(kind, message)
        }
        _ => Exit::failed(trouble.to_string()),
    }
}

pub fn stored(error: baton_store::Error) -> Exit {
    Exit::failed(error.to_string())
}
