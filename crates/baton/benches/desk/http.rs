//! A small HTTP/1.1 client that keeps its connections, and many of them at once.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::Fault;
use crate::timing::{Load, now, since};

/// What a client sends next; `None` when there is nothing left.
pub trait Script: Send + 'static {
    fn next(&mut self) -> Option<Vec<u8>>;
}

impl<F: FnMut() -> Option<Vec<u8>> + Send + 'static> Script for F {
    fn next(&mut self) -> Option<Vec<u8>> {
        self()
    }
}

/// The bytes of a request. `who` is a whole header: `authorization: Bearer …`.
pub fn request(method: &str, path: &str, who: &str, key: &str, body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{who}\r\n");
    if !key.is_empty() {
        text.push_str(&format!("idempotency-key: {key}\r\n"));
    }
    if method == "POST" {
        let length = body.len();
        text.push_str(&format!("content-type: application/json\r\ncontent-length: {length}\r\n"));
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

pub fn get(path: &str, who: &str) -> Vec<u8> {
    request("GET", path, who, "", "")
}

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Self, Fault> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 << 10) })
    }

    /// Sends a request and reads the whole answer; gives its body.
    ///
    /// # Errors
    /// Anything but a 2xx is a fault that says what came.
    pub async fn call(&mut self, request: &[u8]) -> Result<&[u8], Fault> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let (head, length) = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if let Some(head) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break (head + 4, length(self.buffer.get(..head).unwrap_or_default())?);
            }
        };
        while self.buffer.len() < head + length {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
        }
        let body = self.buffer.get(head..).unwrap_or_default();
        if self.buffer.get(9) == Some(&b'2') {
            return Ok(body);
        }
        let asked = String::from_utf8_lossy(request);
        let said = String::from_utf8_lossy(&self.buffer);
        Err(format!("{asked}\n\nwas answered with\n\n{said}").into())
    }
}

fn length(head: &[u8]) -> Result<usize, Fault> {
    let head = String::from_utf8_lossy(head);
    let line = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>())
    });
    line.ok_or("an answer without a length")?.map_err(Fault::from)
}

/// Lets every script call in turn for so long, each over a connection of its own.
pub fn load<S: Script>(
    address: SocketAddr,
    scripts: Vec<S>,
    span: Duration,
) -> Result<Load, Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut clients = JoinSet::new();
        let mut connections = Vec::new();
        for _ in &scripts {
            connections.push(Connection::open(address).await?);
        }
        let start = now();
        for (script, connection) in scripts.into_iter().zip(connections) {
            clients.spawn(client(connection, script, start, span));
        }
        let mut all = Load::default();
        while let Some(done) = clients.join_next().await {
            let (micros, bytes) = done??;
            all.micros.extend(micros);
            all.bytes = bytes;
        }
        all.wall = since(start);
        Ok(all)
    })
}

async fn client<S: Script>(
    mut connection: Connection,
    mut script: S,
    start: std::time::Instant,
    span: Duration,
) -> Result<(Vec<u32>, usize), Fault> {
    let (mut micros, mut bytes) = (Vec::new(), 0);
    while since(start) < span {
        let Some(request) = script.next() else { break };
        let began = now();
        bytes = connection.call(&request).await?.len();
        micros.push(u32::try_from(since(began).as_micros()).unwrap_or(u32::MAX));
    }
    Ok((micros, bytes))
}

/// The same requests, one after the other, from so many clients that each begin elsewhere.
pub fn in_turn(
    requests: Vec<Vec<u8>>,
    clients: usize,
) -> Vec<impl FnMut() -> Option<Vec<u8>> + Send + 'static> {
    let requests: Arc<[Vec<u8>]> = requests.into();
    let begin = |client: usize| {
        let (requests, mut next) = (Arc::clone(&requests), client * requests.len() / clients);
        move || {
            next += 1;
            requests.get(next % requests.len().max(1)).cloned()
        }
    };
    (0..clients).map(begin).collect()
}
