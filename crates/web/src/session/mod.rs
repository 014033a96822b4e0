//! Who is calling: sessions of browsers, tokens of programs.

pub mod code;
pub mod confirmation;
pub mod cookie;
pub mod everybody;
pub mod forgery;
pub mod identify;
pub mod own;
pub mod passkey;
pub mod pool;
pub mod sign_in;
pub mod sign_out;
pub mod sso;

use baton_core::access::Who;
use baton_core::time::{Instant, Span};

use crate::doors::{Print, Session};

/// SHA-256 of a secret.
pub fn print(secret: &str) -> Print {
    let digest = ring::digest::digest(&ring::digest::SHA256, secret.as_bytes());
    digest.as_ref().try_into().unwrap_or_default()
}

/// How long a session lives without being used, and at most.
pub fn spans(who: &Who) -> (Span, Span) {
    if who.administrator {
        (Span::hours(1), Span::hours(12))
    } else {
        (Span::hours(12), Span::times_24h(14))
    }
}

/// Whether the session still holds.
pub fn holds(session: &Session, who: &Who, now: Instant) -> bool {
    let (idle, absolute) = spans(who);
    now.since(session.seen_at) < idle
        && now.since(session.created_at) < absolute
        && now < session.expires_at
}

#[cfg(test)]
mod tests {
    use baton_core::ids::{Id, PersonId};
    use baton_core::log::Actor;

    use super::*;

    #[test]
    fn a_session_ends_when_idle_or_old_and_sooner_for_an_administrator() {
        let start = Instant::from_millis(0);
        let person = PersonId::from_bits(1);
        let mut who = Who::bare(Actor::Person(person));
        let session = |seen_at| Session {
            print: [0; 32],
            person,
            created_at: start,
            seen_at,
            expires_at: start + Span::times_24h(14),
            label: String::new(),
        };
        let after = |hours: i64| start + Span::hours(hours);
        assert!(holds(&session(start), &who, after(11)));
        assert!(!holds(&session(start), &who, after(12)));
        assert!(holds(&session(after(335)), &who, after(335)));
        assert!(!holds(&session(after(335)), &who, after(336)));
        who.administrator = true;
        assert!(!holds(&session(start), &who, after(1)));
        assert!(!holds(&session(after(11)), &who, after(12)));
    }
}
