//! How PostgreSQL is reached.

use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt;
use futures_util::future::try_join;
use futures_util::stream::poll_fn;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_postgres::config::SslMode;
use tokio_postgres::{AsyncMessage, Client, Config, Connection, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::{Error, Result};
use super::postgres::Session;
use super::{Durability, Options};

const SILENCE: Duration = Duration::from_secs(15);

/// Commits wait for the disk, and for the standby where the server is set up so. A server that
/// is set to answer earlier is overruled.
const DURABLE: &str = "select set_config('synchronous_commit', case current_setting(\
    'synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, \
    false), set_config('default_transaction_isolation', 'read committed', false)";
const HASTY: &str = "set synchronous_commit = off";
const LISTEN: &str = "listen baton";

#[derive(Clone)]
pub(super) struct Connector {
    config: Config,
    tls: Option<MakeRustlsConnect>,
    durability: Durability,
}

impl Connector {
    /// Reads the address. `sslmode=require` in it asks for TLS, which checks the server's name
    /// against the authorities of the web, or the one of the options.
    pub(super) fn new(url: &str, options: &Options) -> Result<Self> {
        let mut config: Config = url
            .parse()
            .map_err(|error: tokio_postgres::Error| Error::Address(error.to_string()))?;
        if config.get_application_name().is_none() {
            config.application_name("baton");
        }
        // A server that went away without a word is noticed, and another one asked.
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(SILENCE);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        let tls = match config.get_ssl_mode() {
            SslMode::Require => Some(tls(options)?),
            _ => None,
        };
        Ok(Self { config, tls, durability: options.durability })
    }

    pub(super) async fn connect(&self) -> Result<Session> {
        let client = match &self.tls {
            Some(tls) => {
                let (client, connection) = self.config.connect(tls.clone()).await?;
                tokio::spawn(connection);
                client
            }
            None => {
                let (client, connection) = self.config.connect(NoTls).await?;
                tokio::spawn(connection);
                client
            }
        };
        client
            .batch_execute(match self.durability {
                Durability::Full => DURABLE,
                Durability::Bulk => HASTY,
            })
            .await?;
        Ok(Session::new(client))
    }

    /// Passes on what is called to all, until the connection ends.
    pub(super) async fn listen(&self, pass: impl FnMut(&str)) -> Result<()> {
        match &self.tls {
            Some(tls) => {
                let (client, connection) = self.config.connect(tls.clone()).await?;
                hear(client, connection, pass).await
            }
            None => {
                let (client, connection) = self.config.connect(NoTls).await?;
                hear(client, connection, pass).await
            }
        }
    }
}

async fn hear<S, T>(
    client: Client,
    mut connection: Connection<S, T>,
    mut pass: impl FnMut(&str),
) -> Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin,
    T: AsyncRead + AsyncWrite + Unpin,
{
    let told = poll_fn(|context| connection.poll_message(context)).try_for_each(|message| {
        if let AsyncMessage::Notification(call) = message {
            pass(call.payload());
        }
        std::future::ready(Ok(()))
    });
    try_join(client.batch_execute(LISTEN), told).await?;
    Ok(())
}

fn tls(options: &Options) -> Result<MakeRustlsConnect> {
    let mut roots = rustls::RootCertStore::empty();
    match &options.postgres_authority {
        Some(path) => {
            let unusable = |error: String| Error::Address(format!("{}: {error}", path.display()));
            let found = CertificateDer::pem_file_iter(path).map_err(|e| unusable(e.to_string()))?;
            for certificate in found {
                let certificate = certificate.map_err(|e| unusable(e.to_string()))?;
                roots.add(certificate).map_err(|e| unusable(e.to_string()))?;
            }
        }
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Address(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
