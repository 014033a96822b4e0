//! Calls to the provider: what it answers is untrusted, so it is short, soon, and leads nowhere else.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse};
use ureq::Agent;

const PATIENCE: Duration = Duration::from_secs(7);
/// The most that is read of one answer: keys and a description take a few kilobytes.
const LARGEST: u64 = 256 * 1024;

/// Blocks: call it on a thread that may.
pub fn fetch(request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into();
    let (head, mut body) = agent.run(request)?.into_parts();
    let bytes = body.with_config().limit(LARGEST).read_to_vec()?;
    Ok(HttpResponse::from_parts(head, bytes))
}
