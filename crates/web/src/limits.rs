//! How often somebody may try: a sliding window per rule and key, kept in this node's memory.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use baton_core::time::{Instant, Span};

use crate::problem::Fault;

/// At most so many in a span.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub name: &'static str,
    pub most: usize,
    pub within: Span,
}

/// Sign-in, per account and per address.
pub const SIGN_IN: Rule = Rule { name: "sign_in", most: 10, within: Span::minutes(3) };
/// A password or a code again, per person who is signed in; and codes of one beginning.
pub const AGAIN: Rule = Rule { name: "again", most: 10, within: Span::minutes(3) };
/// New passwords for forgotten ones, per address of mail.
pub const FORGOTTEN: Rule = Rule { name: "forgotten", most: 3, within: LONGEST };
/// The same from one place.
pub const FORGOTTEN_FROM: Rule = Rule { name: "forgotten_from", most: 20, within: LONGEST };
/// API calls of one token.
pub const API: Rule = Rule { name: "api", most: 600, within: Span::minutes(1) };
/// API calls without a valid token, of one address.
pub const API_ANONYMOUS: Rule = Rule { name: "api_anonymous", most: 60, within: Span::minutes(1) };

/// The longest span of all rules.
const LONGEST: Span = Span::hours(1);
/// More keys than this and the oldest are forgotten.
const KEYS: usize = 50_000;

#[derive(Debug, Default)]
pub struct Limits(Mutex<BTreeMap<(&'static str, String), VecDeque<Instant>>>);

impl Limits {
    /// Counts one try.
    ///
    /// # Errors
    /// [`Fault::TooMany`] with the seconds until the next one is taken; a refused try is not
    /// counted.
    pub fn count(&self, rule: Rule, key: &str, now: Instant) -> Result<(), Fault> {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= KEYS {
            forget(&mut windows, now);
        }
        let window = windows.entry((rule.name, key.to_owned())).or_default();
        while window.front().is_some_and(|first| now.since(*first) >= rule.within) {
            window.pop_front();
        }
        if window.len() < rule.most {
            window.push_back(now);
            return Ok(());
        }
        let until = window.front().map_or(now, |first| *first + rule.within);
        Err(Fault::TooMany { seconds: (until.since(now).as_millis() + 999).max(1_000) / 1_000 })
    }
}

/// Drops what is older than the longest rule; if that is not enough, everything.
fn forget(windows: &mut BTreeMap<(&'static str, String), VecDeque<Instant>>, now: Instant) {
    windows.retain(|_, window| window.back().is_some_and(|last| now.since(*last) < LONGEST));
    if windows.len() >= KEYS {
        windows.clear();
    }
}

/// The key of an address: the whole of IPv4, the network of IPv6, in which one host has 2^64.
pub fn of_address(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_try_in_three_minutes_waits_until_the_first_is_three_minutes_old() {
        let limits = Limits::default();
        let start = Instant::from_millis(1_000_000);
        for n in 0..10 {
            assert_eq!(limits.count(SIGN_IN, "ada", start + Span::seconds(n)), Ok(()));
        }
        let eleventh = limits.count(SIGN_IN, "ada", start + Span::seconds(10));
        assert_eq!(eleventh, Err(Fault::TooMany { seconds: 170 }));
        assert_eq!(limits.count(SIGN_IN, "bob", start + Span::seconds(10)), Ok(()));
        assert_eq!(limits.count(SIGN_IN, "ada", start + Span::minutes(3)), Ok(()));
    }

    #[test]
    fn hosts_of_one_ipv6_network_share_a_window() {
        let key = |text: &str| of_address(text.parse().unwrap());
        assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff::9"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("::ffff:192.0.2.7"), key("192.0.2.7"));
    }
}
