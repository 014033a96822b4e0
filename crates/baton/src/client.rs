//! The API client of the command line: reads only.

use std::path::{Path, PathBuf};
use std::time::Duration;

use baton_web::ui::address::encode;
use clap::Args;
use serde_json::Value;
use ureq::Agent;

use crate::exit::{Exit, Kind};
use crate::output::{Output, clean};

/// Which Baton, and as whom.
#[derive(Args, Debug, Clone, Default)]
pub struct Server {
    /// Where Baton answers (else BATON_URL, else http://127.0.0.1:8080).
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// File that holds your token (else BATON_TOKEN_FILE, else ~/.config/baton/token).
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
}

const HERE: &str = "http://127.0.0.1:8080";
/// Long enough for a slow line, short enough to be told about it.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most that is read of one answer.
const LARGEST: u64 = 16 * 1024 * 1024;

pub struct Client {
    agent: Agent,
    /// Without a slash at the end.
    base: String,
    token: String,
}

impl Client {
    pub fn new(server: &Server, output: &Output) -> Result<Self, Exit> {
        let given = server.url.clone().or_else(|| std::env::var("BATON_URL").ok());
        let base = given.unwrap_or_else(|| HERE.to_owned()).trim_end_matches('/').to_owned();
        let file = token_file(server.token_file.clone())?;
        let token = read_token(&file)?;
        output.detail(&format!("Asking {base} with the token in {}", file.display()));
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Ok(Self { agent: config.into(), base, token })
    }

    /// Reads one address of the API. `path` is given in parts, each of them as it is.
    pub fn get(&self, path: &[&str], query: &[(&str, String)]) -> Result<Value, Exit> {
        let parts: Vec<String> = path.iter().map(|part| encode(part)).collect();
        let mut request = self
            .agent
            .get(format!("{}/api/v1/{}", self.base, parts.join("/")))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept", "application/json, application/problem+json");
        for (name, value) in query {
            request = request.query(name, value);
        }
        let mut answer = request.call().map_err(|error| self.out_of_reach(&error))?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(LARGEST).read_to_string();
        let value = body.ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
        match (status, value) {
            (200..=299, Some(value)) => Ok(value),
            (200..=299, None) => Err(Exit::failed(format!(
                "{} answered something that is not JSON. Is it Baton?",
                self.base
            ))),
            (status, problem) => Err(refused(status, problem.as_ref(), &self.base)),
        }
    }

    fn out_of_reach(&self, error: &ureq::Error) -> Exit {
        Exit::unavailable(format!(
            "{} cannot be reached: {error}. Is it running? Name another place with --url or BATON_URL.",
            self.base
        ))
    }
}

/// A refusal of the API as the end of a command.
fn refused(status: u16, problem: Option<&Value>, base: &str) -> Exit {
    let part = |name: &str| problem.and_then(|problem| problem.get(name)?.as_str()).map(clean);
    let kind = match status {
        401 | 403 => Kind::NotAllowed,
        404 => Kind::NotFound,
        409 => Kind::Conflict,
        400 | 422 => Kind::Usage,
        429 | 500..=599 => Kind::Unavailable,
        _ => Kind::Failed,
    };
    let mut message = match (part("title"), part("detail")) {
        (Some(title), Some(detail)) => format!("{title} {detail}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => format!("{base} answered with status {status}."),
    };
    if let Some(operation) = part("operation") {
        message.push_str(&format!(" (operation {operation})"));
    }
    Exit::new(kind, message)
}

fn token_file(asked: Option<PathBuf>) -> Result<PathBuf, Exit> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    asked
        .or_else(|| variable("BATON_TOKEN_FILE").map(PathBuf::from))
        .or_else(|| variable("XDG_CONFIG_HOME").map(|home| Path::new(&home).join("baton/token")))
        .or_else(|| variable("HOME").map(|home| Path::new(&home).join(".config/baton/token")))
        .ok_or_else(|| Exit::usage("Name the file of your token with --token-file."))
}

fn read_token(file: &Path) -> Result<String, Exit> {
    let shown = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| {
        Exit::usage(format!(
            "The token in {shown} cannot be read: {error}. Make one in Settings or with \
             baton admin token create, and name its file with --token-file or BATON_TOKEN_FILE."
        ))
    })?;
    let token = text.trim();
    let sound = |letter: char| letter.is_ascii_graphic();
    if token.is_empty() || !token.chars().all(sound) {
        return Err(Exit::usage(format!("{shown} must hold one token and nothing else.")));
    }
    Ok(token.to_owned())
}

#[cfg(test)]
mod tests;
