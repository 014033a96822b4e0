//! A small HTTP/1.1 client that can also send what no sound client would.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;
use std::time::Duration;

/// Longer than this is a hang.
const PATIENCE: Duration = Duration::from_secs(20);
/// A stream of events is read for as long as something comes within this.
const STREAM: Duration = Duration::from_millis(200);

/// One call, as bytes as they are to be sent.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: &'static str,
    /// With the query; encoded already.
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Option<Vec<u8>>,
}

impl Call {
    pub fn get(path: impl Into<String>) -> Self {
        Self { method: "GET", path: path.into(), headers: Vec::new(), body: None }
    }

    /// With a body of this type.
    pub fn post(path: impl Into<String>, media: &str, body: impl Into<Vec<u8>>) -> Self {
        let call = Self { method: "POST", body: Some(body.into()), ..Self::get(path) };
        call.header("Content-Type", media)
    }

    pub fn json(path: impl Into<String>, body: &serde_json::Value) -> Self {
        Self::post(path, "application/json", body.to_string())
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn token(self, token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {token}"))
    }

    fn head(&self, host: SocketAddr) -> String {
        let mut head = format!("{} {} HTTP/1.1\r\nHost: {host}\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if let Some(body) = &self.body {
            let _ = write!(head, "Content-Length: {}\r\n", body.len());
        }
        head + "\r\n"
    }
}

/// An answer, down to its last byte.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// The first header of this name; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.text()))
    }

    /// The code of a problem; empty for anything else.
    pub fn code(&self) -> String {
        let problem: Option<serde_json::Value> = serde_json::from_slice(&self.body).ok();
        let code = problem.and_then(|problem| Some(problem.get("code")?.as_str()?.to_owned()));
        code.unwrap_or_default()
    }

    pub fn went_well(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The JSON of an answer that must be a good one.
    #[track_caller]
    pub fn ok(&self) -> serde_json::Value {
        assert!(self.went_well(), "{} {}", self.status, self.text());
        self.json()
    }
}

/// Calls one server, over connections that are kept open.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    idle: Mutex<Vec<BufReader<TcpStream>>>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, idle: Mutex::new(Vec::new()) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sends a call and reads its answer.
    ///
    /// # Errors
    /// The server is not there, went away, or was silent for too long.
    pub fn try_send(&self, call: &Call) -> std::io::Result<Reply> {
        let waiting = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = waiting {
            // It may have been closed while nobody looked; then nothing of the answer came.
            if let Ok(reply) = self.exchange(&mut connection, call) {
                self.keep(connection, &reply);
                return Ok(reply);
            }
        }
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_nodelay(true)?;
        let mut connection = BufReader::new(stream);
        let reply = self.exchange(&mut connection, call)?;
        self.keep(connection, &reply);
        Ok(reply)
    }

    #[track_caller]
    pub fn send(&self, call: &Call) -> Reply {
        self.try_send(call).unwrap_or_else(|error| {
            let size = call.body.as_ref().map_or(0, Vec::len);
            panic!("{error}: {} {} ({size} bytes)", call.method, call.path)
        })
    }

    fn keep(&self, connection: BufReader<TcpStream>, reply: &Reply) {
        if !reply.header("connection").eq_ignore_ascii_case("close") {
            self.idle.lock().unwrap().push(connection);
        }
    }

    fn exchange(
        &self,
        connection: &mut BufReader<TcpStream>,
        call: &Call,
    ) -> std::io::Result<Reply> {
        connection.get_ref().set_read_timeout(Some(PATIENCE))?;
        let mut bytes = call.head(self.address).into_bytes();
        bytes.extend(call.body.as_deref().unwrap_or_default());
        // A server may answer before it has read everything, and stop listening.
        let written = connection.get_mut().write_all(&bytes);
        let reply = read_reply(connection, call.method == "HEAD");
        match (reply, written) {
            (Ok(reply), _) => Ok(reply),
            (Err(_), Err(error)) | (Err(error), Ok(())) => Err(error),
        }
    }
}

fn line(connection: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut line = Vec::new();
    connection.read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
}

fn read_reply(connection: &mut BufReader<TcpStream>, head: bool) -> std::io::Result<Reply> {
    let first = line(connection)?;
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| std::io::Error::other(format!("no status: {first}")))?;
    let mut headers = Vec::new();
    loop {
        let line = line(connection)?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut reply = Reply { status, headers, body: Vec::new() };
    if !head && status != 204 && status != 304 {
        reply.body = read_body(connection, &mut reply.headers)?;
    }
    Ok(reply)
}

fn read_body(
    connection: &mut BufReader<TcpStream>,
    headers: &mut Vec<(String, String)>,
) -> std::io::Result<Vec<u8>> {
    let of = |name: &str| {
        let found = headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    };
    if of("content-type").is_some_and(|media| media.starts_with("text/event-stream")) {
        connection.get_ref().set_read_timeout(Some(STREAM))?;
        let mut body = Vec::new();
        // It ends when nothing more comes; what came so far is the answer.
        let _ = connection.read_to_end(&mut body);
        headers.push(("connection".to_owned(), "close".to_owned()));
        return Ok(body);
    }
    if of("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
        return read_chunks(connection);
    }
    let length = of("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    connection.read_exact(&mut body)?;
    Ok(body)
}

fn read_chunks(connection: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(connection)?;
        let size = usize::from_str_radix(size.trim(), 16).map_err(std::io::Error::other)?;
        let start = body.len();
        body.resize(start + size, 0);
        connection.read_exact(&mut body[start..])?;
        line(connection)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

/// Everything but letters and digits as `%XX`.
pub fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Pairs as a form or a query has them.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{}={}", encode(name), encode(value));
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}
