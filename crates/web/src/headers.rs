//! The headers of every answer, and what a browser may do with it.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What the answer is, as far as its headers go.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub nonce: &'a str,
    /// Whether the browser came by TLS.
    pub secure: bool,
}

const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// Adds what is missing; what a handler has set stays.
pub fn complete(headers: &mut HeaderMap, about: About<'_>) {
    let policy = policy(about.nonce);
    let fixed: [(HeaderName, &str); 8] = [
        (header::CONTENT_SECURITY_POLICY, &policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        // Nothing but assets may be kept: a page behind a sign-in must not outlive it.
        (header::CACHE_CONTROL, "no-store"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fixed {
        set(headers, name, value);
    }
    if about.secure {
        set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
}

/// Nothing inline, nothing from elsewhere; a script or style of our own page may carry the nonce.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; \
         object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    )
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if headers.contains_key(&name) {
        return;
    }
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(secure: bool) -> HeaderMap {
        let mut headers = HeaderMap::new();
        complete(&mut headers, About { nonce: "n0nce", secure });
        headers
    }

    #[test]
    fn a_page_may_load_from_itself_only_and_stand_in_no_frame() {
        let headers = completed(false);
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        for part in [
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "'nonce-n0nce'",
        ] {
            assert!(policy.contains(part), "{part}");
        }
        assert!(!policy.contains("unsafe"));
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    }

    #[test]
    fn transport_security_is_promised_over_tls_only() {
        assert!(!completed(false).contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert!(completed(true).contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
