//! Was this form made for this browser, and sent from our own page? Both are asked on every call
//! that may change something and is not authorised by a token in a header.

use axum::http::{HeaderMap, header};
use baton_core::vault::{hex, unhex};
use ring::hmac;

use crate::problem::Fault;

/// The hidden field of every form.
pub const FIELD: &str = "form_token";
/// Where a script puts the same token.
pub const HEADER: &str = "x-form-token";

const PURPOSE: &[u8] = b"form";

fn tag(secret: &str) -> hmac::Tag {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()), PURPOSE)
}

/// The token of a browser's secret, different in every answer so that compression tells nothing of
/// it: the mask, then the tag under the mask.
pub fn token(secret: &str, mask: [u8; 32]) -> String {
    let mut masked = [0_u8; 32];
    for ((out, mask), tag) in masked.iter_mut().zip(mask).zip(tag(secret).as_ref()) {
        *out = mask ^ tag;
    }
    hex(&mask) + &hex(&masked)
}

fn fits(secret: &str, token: &str) -> bool {
    let Some(bytes) = unhex::<64>(token) else { return false };
    let (mask, masked) = bytes.split_at(32);
    let tag: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    !secret.is_empty() && hmac::verify(&key, PURPOSE, &tag).is_ok()
}

/// What came with a form.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    pub headers: &'a HeaderMap,
    /// The hidden field, where there is one.
    pub field: Option<&'a str>,
    /// The secret of the browser's cookie; empty without a cookie.
    pub secret: &'a str,
    /// Where our own pages stand: `https://desk.example.org`.
    pub origin: &'a str,
}

/// Lets pass what our own page sent from this very browser.
///
/// # Errors
/// [`Fault::Forged`].
pub fn check(sent: Sent<'_>) -> Result<(), Fault> {
    let header = |name: &str| sent.headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let same_site =
        header("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let same_origin = header(header::ORIGIN.as_str())
        .is_none_or(|origin| origin.eq_ignore_ascii_case(sent.origin));
    let token = sent.field.or_else(|| header(HEADER)).unwrap_or_default();
    if same_site && same_origin && fits(sent.secret, token) { Ok(()) } else { Err(Fault::Forged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://desk.example.org";

    fn checked(headers: &[(&'static str, &'static str)], secret: &str, field: &str) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        check(Sent { headers: &map, field: Some(field), secret, origin: ORIGIN }).is_ok()
    }

    #[test]
    fn a_token_fits_its_own_browser_only_and_never_looks_the_same() {
        let (one, two) = (token("secret", [7; 32]), token("secret", [8; 32]));
        assert_ne!(one.get(64..), two.get(64..));
        assert!(checked(&[], "secret", &one) && checked(&[], "secret", &two));
        assert!(!checked(&[], "another", &one));
        assert!(!checked(&[], "", &token("", [7; 32])));
        assert!(!checked(&[], "secret", ""));
    }

    #[test]
    fn another_site_is_refused_even_with_the_token() {
        let token = token("secret", [7; 32]);
        for (name, value, passes) in [
            ("origin", ORIGIN, true),
            ("origin", "https://evil.example", false),
            ("origin", "null", false),
            ("sec-fetch-site", "same-origin", true),
            ("sec-fetch-site", "same-site", false),
            ("sec-fetch-site", "cross-site", false),
        ] {
            assert_eq!(checked(&[(name, value)], "secret", &token), passes, "{name}: {value}");
        }
    }
}
