//! The built program, as an administrator runs it.

#![allow(clippy::disallowed_methods, reason = "these stories run the program itself")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use baton_testkit::Place;
use baton_testkit::http::{Call, Client, Reply};
use serde_json::Value;

/// How a run of the program ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub talk: String,
}

/// One organisation, kept in a place.
pub struct Program<'p> {
    pub place: &'p Place,
    /// Settings for this story, as `key=value`.
    pub settings: Vec<String>,
}

impl<'p> Program<'p> {
    pub fn at(place: &'p Place) -> Self {
        // A story makes more calls than a person does.
        Self { place, settings: vec!["api_per_minute=1000000".to_owned()] }
    }

    pub fn with(mut self, settings: &[&str]) -> Self {
        self.settings.extend(settings.iter().map(|setting| (*setting).to_owned()));
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baton"));
        command.env_clear().args(arguments);
        for setting in &self.settings {
            command.args(["--set", setting]);
        }
        command
    }

    /// Runs a command in this organisation's place.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let place = self.place.arguments();
        let all: Vec<&str> =
            arguments.iter().copied().chain(place.iter().map(String::as_str)).collect();
        ended(self.command(&all).stdin(Stdio::null()).output().unwrap())
    }

    /// Begins a command, for a story that ends it.
    pub fn start(&self, arguments: &[&str]) -> Child {
        let place = self.place.arguments();
        let mut command = self.command(arguments);
        command.args(&place).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    }

    /// Runs a command that asks a server: with its address, as somebody.
    pub fn ask(&self, served: &Served, token: &str, arguments: &[&str]) -> Ran {
        let file = self.place.folder().join("story.token");
        std::fs::write(&file, token).unwrap();
        let mut command = self.command(arguments);
        command.args(["--url", &served.url, "--token-file"]).arg(&file);
        ended(command.output().unwrap())
    }

    /// Runs a command that must succeed; what it printed.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.talk);
        ran.out.trim().to_owned()
    }

    /// Hands a password over as a script would, on standard input.
    pub fn set_password(&self, email: &str, password: &str) {
        let place = self.place.arguments();
        let mut command = self.command(&[
            "admin",
            "person",
            "password",
            "--email",
            email,
            "--password-file",
            "-",
        ]);
        command.args(&place).stdin(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
        assert!(child.wait().unwrap().success());
    }

    /// Sets up an organisation: its administrator's token.
    pub fn init(&self) -> String {
        self.done(&["init", "--name", "Ada Kay", "--email", "ada@baton.example"])
    }

    /// Adds somebody to a department; their token.
    pub fn person(&self, name: &str, department: &str) -> String {
        let email = format!("{}@baton.example", name.to_lowercase());
        self.done(&[
            "admin",
            "person",
            "create",
            "--name",
            name,
            "--email",
            &email,
            "--department",
            department,
        ]);
        self.done(&["admin", "token", "create", "--person", &email, "--label", "story"])
    }

    pub fn department(&self, name: &str) -> String {
        let purpose = format!("What {name} does for the others.");
        self.done(&["admin", "department", "create", "--name", name, "--purpose", &purpose])
    }

    /// Serves until it is stopped or killed.
    pub fn serve(&self) -> Served {
        let place = self.place.arguments();
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.args(&place).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = lines_of(child.stderr.take().unwrap());
        let mut said = Vec::new();
        let url = loop {
            let line = lines
                .recv_timeout(Duration::from_secs(20))
                .unwrap_or_else(|_| panic!("it does not serve: {said:?}"));
            if let Some((_, after)) = line.split_once("at http://") {
                let address = after.split(['.', ' ']).collect::<Vec<_>>();
                // `127.0.0.1:8080. Stop it …` ends its address with a full stop.
                break address[..4].join(".");
            }
            said.push(line);
        };
        let client = Client::new(url.parse().unwrap());
        Served { child, url: format!("http://{url}"), client, lines }
    }

    /// Makes and serves a demonstration: its first line, and the server.
    pub fn demo(&self, more: &[&str]) -> (Value, Served) {
        let folder = self.place.folder().to_str().unwrap();
        let mut command =
            self.command(&["demo", "--json", "--listen", "127.0.0.1:0", "--data", folder]);
        command.args(more).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = lines_of(child.stderr.take().unwrap());
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|error| {
            panic!("{error}: {line:?} {:?}", lines.iter().collect::<Vec<_>>())
        });
        let url = ready["url"].as_str().unwrap().to_owned();
        let (_, port) = url.rsplit_once(':').unwrap();
        let client = Client::new(format!("127.0.0.1:{port}").parse().unwrap());
        (ready, Served { child, url, client, lines })
    }

    /// Walks the whole log; fails when it is not whole.
    #[track_caller]
    pub fn is_whole(&self) -> Value {
        let ran = self.run(&["verify", "--json"]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.talk);
        serde_json::from_str(&ran.out).unwrap()
    }
}

fn ended(output: std::process::Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        talk: text(output.stderr),
    }
}

/// Reads on, so that the program never waits for its talk to be heard.
fn lines_of(talk: ChildStderr) -> Receiver<String> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(talk).lines().map_while(Result::ok) {
            let _ = send.send(line);
        }
    });
    receive
}

/// A server of the program.
pub struct Served {
    child: Child,
    pub url: String,
    pub client: Client,
    lines: Receiver<String>,
}

/// Kills a server from another thread than the one that holds it.
pub struct Killer(u32);

impl Killer {
    pub fn kill(&self) {
        let id = self.0.to_string();
        assert!(Command::new("kill").args(["-KILL", &id]).status().unwrap().success());
    }
}

impl Served {
    pub fn killer(&self) -> Killer {
        Killer(self.child.id())
    }

    /// Ends it at once, in the middle of whatever it does.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop; it finishes what it has begun.
    pub fn stop(mut self) -> Vec<String> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
        self.lines.iter().collect()
    }

    #[track_caller]
    pub fn get(&self, token: &str, path: &str) -> Reply {
        self.client.send(&Call::get(format!("/api/v1{path}")).token(token))
    }

    #[track_caller]
    pub fn post(&self, token: &str, path: &str, body: &Value) -> Value {
        self.client.send(&Call::json(format!("/api/v1{path}"), body).token(token)).ok()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
