//! The program as a script sees it: what it prints, where, and the number that it ends with.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Output;
use std::thread::JoinHandle;

struct Ran {
    code: i32,
    out: String,
    talk: String,
}

#[allow(clippy::disallowed_methods, reason = "the test runs the program itself")]
fn baton(arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_baton"));
    command.args(arguments).env_clear().envs(environment.iter().copied());
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: status.code().unwrap(), out: text(stdout), talk: text(stderr) }
}

/// A file that is there for one test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("baton-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Answers one request with what it is given; joins to what it was asked.
fn answer_once(status: &str, body: &str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut asked = Vec::new();
        let mut part = [0_u8; 1024];
        while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
            let n = stream.read(&mut part).unwrap();
            asked.extend_from_slice(&part[..n]);
        }
        stream.write_all(answer.as_bytes()).unwrap();
        String::from_utf8(asked).unwrap()
    });
    (url, asked)
}

#[test]
fn without_arguments_it_shows_a_short_help_with_two_examples() {
    let ran = baton(&[], &[]);
    assert_eq!((ran.code, ran.talk.as_str()), (0, ""));
    assert_eq!(ran.out.lines().filter(|line| line.starts_with("  baton ")).count(), 2);
}

#[test]
fn wrong_usage_ends_with_two_and_offers_the_nearest_word() {
    let ran = baton(&["veryfy"], &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("verify"), "{}", ran.talk);
    assert_eq!(baton(&["verify", "--nonsense"], &[]).code, 2);
}

#[test]
fn an_unknown_setting_ends_with_two_and_names_line_and_nearest_name() {
    let file = Scratch::new("unknown.toml", "zone = \"UTC\"\nlisen = \"x\"\n");
    let ran = baton(&["verify", "--config", file.path()], &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.talk.contains(":2: there is no setting `lisen`"), "{}", ran.talk);
    assert!(ran.talk.contains("`listen`"), "{}", ran.talk);
}

#[test]
fn config_check_ends_with_six_when_the_settings_are_wrong_and_with_zero_when_right() {
    assert_eq!(baton(&["config", "check"], &[("BATON_ZONE", "Mars/Crater")]).code, 6);
    assert_eq!(baton(&["config", "check"], &[("BATON_ZOME", "UTC")]).code, 6);
    assert_eq!(baton(&["config", "check"], &[("BATON_ZONE", "UTC")]).code, 0);
}

#[test]
fn config_show_says_where_each_value_comes_from_and_masks_passwords() {
    let ran = baton(
        &["config", "show", "--origin", "--set", "zone=UTC", "--data", "here"],
        &[("BATON_DATABASE", "postgres://baton:hush-hush@db/x")],
    );
    assert_eq!(ran.code, 0, "{}", ran.talk);
    assert!(ran.out.contains("zone\tUTC\tflag --set\n"), "{}", ran.out);
    assert!(ran.out.contains("data\there\tflag --data\n"), "{}", ran.out);
    let masked = "database\tpostgres://baton:***@db/x\tenvironment BATON_DATABASE\n";
    assert!(ran.out.contains(masked), "{}", ran.out);
    assert!(!ran.out.contains("hush"));
}

#[test]
fn completions_and_the_manual_page_are_printed() {
    for shell in ["bash", "zsh", "fish"] {
        let ran = baton(&["completions", shell], &[]);
        assert!(ran.code == 0 && ran.out.contains("doctor"), "{shell}");
    }
    let ran = baton(&["man"], &[]);
    assert!(ran.code == 0 && ran.out.contains(".TH baton 1"), "{}", ran.talk);
}

#[test]
fn a_case_list_is_asked_for_with_the_token_and_printed_as_rows() {
    let token = Scratch::new("rows.token", "t0ken\n");
    let body = r#"{"items":[{"ref":"C-1001","state":"open","owner":{"id":"x","name":"Ada"}}],"next":"n1"}"#;
    let (url, asked) = answer_once("200 OK", body);
    let ran = baton(
        &["case", "list", "--view", "all", "--words", "a b", "--token-file", token.path()],
        &[("BATON_URL", &url)],
    );
    let asked = asked.join().unwrap();
    assert!(asked.starts_with("GET /api/v1/cases?limit=50&view=all&q=a%20b HTTP/1.1"), "{asked}");
    assert!(asked.to_lowercase().contains("authorization: bearer t0ken"), "{asked}");
    assert_eq!(ran.code, 0, "{}", ran.talk);
    assert!(ran.out.starts_with("C-1001\topen\t\tAda\t"), "{}", ran.out);
    assert!(ran.talk.contains("--after n1"), "{}", ran.talk);
}

#[test]
fn what_may_not_be_seen_ends_with_three() {
    let token = Scratch::new("three.token", "t0ken");
    let body = r#"{"title":"Nothing.","detail":"Ask for access.","code":"not_found"}"#;
    let (url, asked) = answer_once("404 Not Found", body);
    let ran = baton(
        &["request", "show", "C-1001/1", "--url", &url, "--token-file", token.path(), "--json"],
        &[],
    );
    assert!(asked.join().unwrap().starts_with("GET /api/v1/requests/C-1001%2F1 "));
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert_eq!(ran.talk, "Error: Nothing. Ask for access.\n");
}

#[test]
fn a_server_that_is_not_there_ends_with_seven() {
    let token = Scratch::new("seven.token", "t0ken");
    // The port was free a moment ago and nobody listens on it now.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}");
    let ran = baton(&["case", "list", "--url", &url, "--token-file", token.path()], &[]);
    assert_eq!((ran.code, ran.out.as_str()), (7, ""), "{}", ran.talk);
}

#[test]
fn a_token_that_is_not_there_ends_with_two_and_says_how_to_get_one() {
    let ran = baton(&["case", "list", "--token-file", "no-such-file"], &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.talk.contains("admin token create"), "{}", ran.talk);
}
