//! The desk as browsers know it while somebody uses a passkey: by the name in its address, so that a
//! passkey opens nothing that only looks like the desk.

use std::time::Duration;

use webauthn_rs::WebauthnBuilder;
use webauthn_rs::prelude::{Url, Webauthn};

use crate::challenge::LONGEST;

/// `origin` is where our pages stand, `https://desk.example.org`. `None` where browsers know no
/// passkeys: without TLS (but on this machine itself), and at a number in place of a name.
pub fn party(origin: &str, organisation: &str) -> Option<Webauthn> {
    let origin = Url::parse(origin).ok()?;
    let host = origin.domain()?.to_owned();
    if origin.scheme() != "https" && host != "localhost" {
        return None;
    }
    let name = organisation.trim();
    let patience = Duration::from_millis(u64::try_from(LONGEST.as_millis()).ok()?);
    let party = WebauthnBuilder::new(&host, &origin).ok()?;
    party.rp_name(if name.is_empty() { "Baton" } else { name }).timeout(patience).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name_and_tls_or_this_machine() {
        for (origin, works) in [
            ("https://desk.example.org", true),
            ("https://desk.example.org:8443", true),
            ("http://localhost:8080", true),
            ("http://desk.example.org", false),
            ("http://127.0.0.1:8080", false),
            ("https://192.0.2.7", false),
            ("https://", false),
            ("", false),
        ] {
            assert_eq!(party(origin, "Harbour Home").is_some(), works, "{origin}");
        }
    }
}
