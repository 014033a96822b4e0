//! The server as a process of its own, and what the machine says of it.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Fault;
use crate::http::{Connection, get};
use crate::timing::{Load, now, since};

/// Ticks of the processor clock in a second, as Linux tells them to programs.
const TICKS: f64 = 100.0;
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// From starting the process to its first answer.
    pub ready_after: Duration,
}

impl Server {
    /// Starts `program` with these arguments and an address to listen on, and waits for an answer.
    #[allow(clippy::disallowed_methods, reason = "the bench measures the program itself")]
    pub fn start(
        program: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        path: &str,
    ) -> Result<Self, Fault> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let start = now();
        let child = Command::new(program)
            .args(arguments)
            .arg("--listen")
            .arg(address.to_string())
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut server = Self { child, address, ready_after: Duration::ZERO };
        server.wait(path)?;
        server.ready_after = since(start);
        Ok(server)
    }

    fn wait(&mut self, path: &str) -> Result<(), Fault> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (start, request) = (now(), get(path, "accept: */*"));
        runtime.block_on(async {
            loop {
                if let Some(status) = self.child.try_wait()? {
                    return Err(format!("the server ended: {status}").into());
                }
                if let Ok(mut connection) = Connection::open(self.address).await {
                    connection.call(&request).await?;
                    return Ok(());
                }
                if since(start) > PATIENCE {
                    return Err("the server does not answer".into());
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        })
    }

    /// Runs a load and adds what it cost the server.
    pub fn measure(&self, load: impl FnOnce() -> Result<Load, Fault>) -> Result<Load, Fault> {
        let before = self.cpu_ms()?;
        let mut load = load()?;
        load.cpu_ms = self.cpu_ms()? - before;
        Ok(load)
    }

    /// Processor time so far, in milliseconds.
    pub fn cpu_ms(&self) -> Result<f64, Fault> {
        let text = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name in brackets may hold blanks; after it come the state and 10 other fields.
        let rest = text.rsplit_once(')').map(|(_, rest)| rest).ok_or("no process")?;
        let ticks = rest.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
        Ok(ticks.sum::<Result<f64, _>>()? * 1_000.0 / TICKS)
    }

    /// Memory that the process holds now, in MB.
    pub fn memory_mb(&self) -> Result<f64, Fault> {
        self.status("VmRSS:")
    }

    /// The most memory that it has held, in MB.
    pub fn peak_mb(&self) -> Result<f64, Fault> {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> Result<f64, Fault> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)).ok_or("no memory line")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
        Ok(kib * 1_024.0 / 1_000_000.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The data is a copy made for the run: nothing is lost.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs another program to its end; gives what it printed.
#[allow(clippy::disallowed_methods, reason = "the bench asks the machine's own tools")]
pub fn output(program: &str, arguments: &[&str]) -> Result<String, Fault> {
    let done = Command::new(program).args(arguments).stdin(Stdio::null()).output()?;
    if !done.status.success() {
        return Err(format!("{program}: {}", String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(String::from_utf8(done.stdout)?)
}

/// What the machine is: processors, their name, memory, system.
pub fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let cpus = read("/proc/cpuinfo");
    let name = cpus.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let name = name.trim_start_matches([' ', '\t', ':']).trim();
    let cores = cpus.lines().filter(|line| line.starts_with("processor")).count();
    let memory = read("/proc/meminfo");
    let kib = memory.lines().find_map(|line| line.strip_prefix("MemTotal:")).unwrap_or_default();
    let kib: u64 = kib.trim().trim_end_matches(" kB").parse().unwrap_or(0);
    let system = read("/proc/sys/kernel/osrelease");
    let cores = if cores == 1 { "1 core".to_owned() } else { format!("{cores} cores") };
    let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
    format!("{cores}{name}, {} GB of memory, Linux {}", kib / 1_000_000, system.trim())
}
