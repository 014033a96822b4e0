//! Letters sent to a real SMTP server (aiosmtpd), which is started for each test.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::compose::{Automatic, Letter, Outgoing, compose};
use super::message::Mailbox;
use super::parse::parse;
use super::send::{BadSettings, Security, SendError, Sender, SmtpSettings};
use super::tests::outgoing;

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/smtp_server.py");
const HELP: &str = "the SMTP tests need Python and aiosmtpd: pip install aiosmtpd==1.4.6";

/// An SMTP server in a process of its own; it ends when the test does.
struct Server {
    process: Child,
    port: u16,
    folder: PathBuf,
}

impl Server {
    fn start(name: &str, options: &[&str]) -> Self {
        let folder = std::env::temp_dir().join(format!("baton-smtp-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        if options.contains(&"--tls") || options.contains(&"--starttls") {
            make_certificate(&folder);
        }
        let python = std::env::var("BATON_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let mut process = Command::new(python)
            .arg(SERVER)
            .arg(&folder)
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect(HELP);
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().expect(HELP);
        Self { process, port, folder }
    }

    fn settings(&self) -> SmtpSettings {
        SmtpSettings {
            host: "localhost".to_owned(),
            port: self.port,
            security: Security::None,
            username: None,
            password_file: None,
            authority_file: None,
            hello_name: Some("desk.baton.example".to_owned()),
            timeout: Duration::from_secs(5),
        }
    }

    /// The stored messages: the envelope as the server saw it, and the bytes.
    fn stored(&self) -> Vec<(String, Vec<u8>)> {
        let mut names: Vec<PathBuf> = std::fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        names.sort();
        let read = |path: &PathBuf| {
            let envelope = std::fs::read_to_string(path.with_extension("envelope")).unwrap();
            (envelope, std::fs::read(path).unwrap())
        };
        names.iter().map(read).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn make_certificate(folder: &Path) {
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"])
        .args(["-nodes", "-days", "2", "-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=CA:FALSE"])
        .arg("-keyout")
        .arg(folder.join("key.pem"))
        .arg("-out")
        .arg(folder.join("cert.pem"))
        .stderr(Stdio::null())
        .status();
    assert!(made.is_ok_and(|status| status.success()), "the TLS tests need openssl");
}

fn letter() -> Letter {
    compose(&outgoing()).unwrap()
}

fn to(address: &str) -> Letter {
    compose(&Outgoing { to: vec![Mailbox::new("", address)], ..outgoing() }).unwrap()
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_composed() {
    let server = Server::start("plain", &[]);
    let sender = Sender::new(&server.settings()).unwrap();
    sender.check().await.unwrap();
    sender.send(&letter()).await.unwrap();
    sender.send(&to("bo@example.com")).await.unwrap();
    let stored = server.stored();
    assert_eq!(stored.len(), 2);
    let (envelope, bytes) = &stored[0];
    assert_eq!(envelope.trim(), "help@baton.example > ann@example.com");
    let back = parse(bytes).unwrap();
    assert_eq!(back.text, outgoing().text);
    assert_eq!(back.message_id, Some(outgoing().message_id));
}

#[tokio::test]
async fn an_automatic_answer_leaves_with_the_null_sender() {
    let server = Server::start("null", &[]);
    let mail = Outgoing { automatic: Automatic::Replied, ..outgoing() };
    let sender = Sender::new(&server.settings()).unwrap();
    sender.send(&compose(&mail).unwrap()).await.unwrap();
    assert_eq!(server.stored()[0].0.trim(), "<> > ann@example.com");
}

#[tokio::test]
async fn a_server_that_is_busy_is_worth_another_try_and_the_next_one_works() {
    let server = Server::start("busy", &["--answer", "451", "--times", "1"]);
    let sender = Sender::new(&server.settings()).unwrap();
    let error = sender.send(&letter()).await.unwrap_err();
    assert!(matches!(error, SendError::Temporary(_)), "{error:?}");
    assert!(
        error.is_worth_retrying() && error.to_string().contains("told to answer 451"),
        "{error}"
    );
    sender.send(&letter()).await.unwrap();
    assert_eq!(server.stored().len(), 1);
}

#[tokio::test]
async fn a_refused_recipient_is_never_tried_again() {
    let server = Server::start("refused", &["--refuse", "nobody@example.com"]);
    let sender = Sender::new(&server.settings()).unwrap();
    let error = sender.send(&to("nobody@example.com")).await.unwrap_err();
    assert!(matches!(error, SendError::Refused { code: 550, .. }), "{error:?}");
    assert!(!error.is_worth_retrying());
    sender.send(&letter()).await.unwrap();
    assert_eq!(server.stored().len(), 1);
}

#[tokio::test]
async fn a_message_refused_after_its_data_is_refused() {
    let server = Server::start("data", &["--answer", "554", "--times", "1"]);
    let error = Sender::new(&server.settings()).unwrap().send(&letter()).await.unwrap_err();
    assert!(matches!(error, SendError::Refused { code: 554, .. }), "{error:?}");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_worth_another_try() {
    let settings = {
        let server = Server::start("gone", &[]);
        server.settings()
    };
    let error = Sender::new(&settings).unwrap().send(&letter()).await.unwrap_err();
    assert!(matches!(error, SendError::Temporary(_)), "{error:?}");
}

#[tokio::test]
async fn encryption_is_used_and_the_certificate_is_checked() {
    for (name, option, security) in
        [("tls", "--tls", Security::Tls), ("starttls", "--starttls", Security::StartTls)]
    {
        let server = Server::start(name, &[option]);
        let unknown = SmtpSettings { security, ..server.settings() };
        let error = Sender::new(&unknown).unwrap().send(&letter()).await.unwrap_err();
        assert!(error.is_worth_retrying(), "{error:?}");
        assert!(server.stored().is_empty(), "{name} sent to a server that proved nothing");

        let authority_file = Some(server.folder.join("cert.pem"));
        let known = SmtpSettings { authority_file, ..unknown };
        Sender::new(&known).unwrap().send(&letter()).await.unwrap();
        assert_eq!(server.stored().len(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_server_without_starttls_gets_nothing_when_encryption_is_asked_for() {
    let server = Server::start("downgrade", &[]);
    let settings = SmtpSettings { security: Security::StartTls, ..server.settings() };
    let error = Sender::new(&settings).unwrap().send(&letter()).await.unwrap_err();
    assert!(error.is_worth_retrying(), "{error:?}");
    assert!(server.stored().is_empty());
}

#[tokio::test]
async fn the_password_comes_from_its_file_and_a_wrong_one_is_about_us() {
    let server = Server::start("auth", &["--login", "desk", "right"]);
    let file = server.folder.join("password");
    let signed_in = SmtpSettings {
        username: Some("desk".to_owned()),
        password_file: Some(file.clone()),
        ..server.settings()
    };
    std::fs::write(&file, "right\n").unwrap();
    Sender::new(&signed_in).unwrap().send(&letter()).await.unwrap();
    assert_eq!(server.stored().len(), 1);

    std::fs::write(&file, "wrong\n").unwrap();
    let error = Sender::new(&signed_in).unwrap().send(&letter()).await.unwrap_err();
    assert!(matches!(error, SendError::Locked(_)) && error.is_worth_retrying(), "{error:?}");
    let nobody = Sender::new(&server.settings()).unwrap().send(&letter()).await.unwrap_err();
    assert!(matches!(nobody, SendError::Locked(_)), "{nobody:?}");
}

#[test]
fn settings_that_would_show_the_password_to_the_network_are_refused() {
    let settings = SmtpSettings {
        host: "mail.example.com".to_owned(),
        port: 25,
        security: Security::None,
        username: Some("desk".to_owned()),
        password_file: Some("password".into()),
        authority_file: None,
        hello_name: None,
        timeout: Duration::from_secs(5),
    };
    assert_eq!(Sender::new(&settings).err(), Some(BadSettings::PasswordInTheOpen));
    let missing = SmtpSettings {
        security: Security::Tls,
        password_file: Some("no/such/file".into()),
        ..settings
    };
    assert_eq!(Sender::new(&missing).err(), Some(BadSettings::PasswordFile));
}
