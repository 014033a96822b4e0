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

/// Of a style sheet, a script or a picture: pages load it, and it is none itself.
const ASSET: [(HeaderName, &str); 3] = [
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Adds what is missing; what a handler has set stays. What says how a page behaves would only make
/// the many small assets heavier.
pub fn complete(headers: &mut HeaderMap, about: About<'_>) {
    if is_asset(headers) {
        for (name, value) in ASSET {
            set(headers, name, value);
        }
    } else {
        complete_page(headers, about.nonce);
    }
    if about.secure {
        set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
}

/// Nothing else may be kept for ever.
fn is_asset(headers: &HeaderMap) -> bool {
    headers.get(header::CACHE_CONTROL).is_some_and(|value| value == crate::assets::KEPT)
}

fn complete_page(headers: &mut HeaderMap, nonce: &str) {
    let policy = policy(nonce);
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
    fn an_asset_may_load_nothing_and_carries_no_rules_for_pages() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(crate::assets::KEPT));
        complete(&mut headers, About { nonce: "n0nce", secure: true });
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert_eq!(policy, "default-src 'none'; frame-ancestors 'none'");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert!(!headers.contains_key("permissions-policy"));
    }

    #[test]
    fn transport_security_is_promised_over_tls_only() {
        assert!(!completed(false).contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert!(completed(true).contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
