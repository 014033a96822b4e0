//! Cookies: read once, written with every attribute that keeps them ours.

use axum::http::{HeaderMap, header};
use baton_core::vault::{hex, unhex};

/// A cookie of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cookie {
    /// The session of a person who is signed in.
    Session,
    /// Binds the forms of somebody who is not signed in to their browser.
    Visit,
    /// One sentence for the next page.
    Told,
    /// What was just sent and can be taken back.
    Undo,
    /// What this browser has begun: the code after a password, or a new password.
    Begun,
}

impl Cookie {
    /// With the prefix, a browser takes it over TLS only and from this host only.
    pub fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-baton",
            (Self::Visit, true) => "__Host-baton-visit",
            (Self::Told, true) => "__Host-baton-told",
            (Self::Undo, true) => "__Host-baton-undo",
            (Self::Begun, true) => "__Host-baton-begun",
            (Self::Session, false) => "baton",
            (Self::Visit, false) => "baton-visit",
            (Self::Told, false) => "baton-told",
            (Self::Undo, false) => "baton-undo",
            (Self::Begun, false) => "baton-begun",
        }
    }

    /// The value, if it came exactly once.
    pub fn read(self, headers: &HeaderMap, secure: bool) -> Option<&str> {
        let name = self.name(secure);
        let lines = headers.get_all(header::COOKIE).iter();
        let pairs = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
        let mut found = pairs.filter_map(|pair| pair.trim().split_once('='));
        let mut values = found.by_ref().filter(|(known, _)| *known == name);
        let value = values.next().map(|(_, value)| value);
        if values.next().is_some() { None } else { value }
    }

    /// The header that sets it for so many seconds; 0 takes it back.
    pub fn write(self, value: &str, seconds: i64, secure: bool) -> String {
        let name = self.name(secure);
        let only_tls = if secure { "; Secure" } else { "" };
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{only_tls}")
    }
}

/// Text as a cookie's value. Longer than 300 bytes is cut between letters.
pub fn pack(text: &str) -> String {
    let mut end = text.len().min(300);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    hex(text.get(..end).unwrap_or_default().as_bytes())
}

pub fn unpack(value: &str) -> Option<String> {
    let pairs = value.as_bytes().chunks(2);
    let bytes: Option<Vec<u8>> =
        pairs.map(|pair| unhex::<1>(std::str::from_utf8(pair).ok()?).map(|[byte]| byte)).collect();
    String::from_utf8(bytes?).ok().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_cookie_is_host_bound_secure_and_out_of_reach_of_scripts() {
        assert_eq!(
            Cookie::Session.write("abc", 60, true),
            "__Host-baton=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure"
        );
    }

    #[test]
    fn a_cookie_that_comes_twice_is_no_cookie() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; __Host-baton=one".parse().unwrap());
        assert_eq!(Cookie::Session.read(&headers, true), Some("one"));
        headers.append(header::COOKIE, "__Host-baton=two".parse().unwrap());
        assert_eq!(Cookie::Session.read(&headers, true), None);
    }

    #[test]
    fn a_sentence_survives_its_cookie() {
        assert_eq!(
            unpack(&pack("Sent to Logistics – é")).as_deref(),
            Some("Sent to Logistics – é")
        );
        assert_eq!(unpack("zz"), None);
        assert!(unpack(&pack(&"é".repeat(400))).unwrap().chars().all(|letter| letter == 'é'));
    }
}
