//! A post office: an SMTP server in a process of its own, which keeps what it is handed.

#![allow(clippy::disallowed_methods, reason = "the server is another program")]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::wait;

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../desk/tests/smtp_server.py");
const HELP: &str = "the post office needs Python and aiosmtpd: pip install aiosmtpd==1.4.6, and \
                    name that Python in BATON_TEST_PYTHON";

#[derive(Debug)]
pub struct PostOffice {
    process: Child,
    pub port: u16,
    folder: PathBuf,
}

/// A mail as the server took it in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delivered {
    /// `sender > receiver`
    pub envelope: String,
    pub text: String,
}

impl PostOffice {
    /// `options` as the server's own help has them: `--refuse ADDRESS`, `--answer CODE --times N`.
    pub fn open(options: &[&str]) -> Self {
        let folder = std::env::temp_dir().join(format!(
            "baton-post-{}-{}",
            std::process::id(),
            wait::nanoseconds()
        ));
        std::fs::create_dir_all(&folder).unwrap();
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

    /// Everything that has arrived so far, in order.
    pub fn delivered(&self) -> Vec<Delivered> {
        let mut names: Vec<PathBuf> = std::fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        names.sort();
        let read = |path: &PathBuf| Delivered {
            envelope: std::fs::read_to_string(path.with_extension("envelope")).unwrap(),
            text: String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned(),
        };
        names.iter().map(read).collect()
    }

    /// What has arrived for an address.
    pub fn for_address(&self, address: &str) -> Vec<Delivered> {
        let mut delivered = self.delivered();
        delivered.retain(|mail| mail.envelope.contains(address));
        delivered
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
