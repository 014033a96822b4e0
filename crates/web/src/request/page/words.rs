//! How the closed lists of a request are said to people.

use baton_core::case::kinds::{
    AlternativeKind, ClockKind, DeclineReason, DisputeSubject, Mode, NeededByReason,
    RequestChannel, ServiceClass, WaitOn,
};
use baton_core::say;

use crate::ui::words::tag;

/// A value, what it is called, and what it means.
pub type Choice = (&'static str, &'static str, &'static str);

pub fn mode(mode: Mode) -> Choice {
    let (title, meaning) = match mode {
        Mode::Inform => (
            say!("request-words-tell-them-something"),
            say!("request-words-a-notice-they-owe-you-nothing"),
        ),
        Mode::Collaborate => (
            say!("request-words-work-on-it-together"),
            say!("request-words-you-keep-the-case-both"),
        ),
        Mode::Delegate => (
            say!("request-words-ask-them-to-do-a-part"),
            say!("request-words-you-keep-the-case-and-the"),
        ),
        Mode::Transfer => (
            say!("request-words-hand-the-case-over"),
            say!("request-words-they-take-the-case-and-the"),
        ),
        Mode::Escalate => (
            say!("request-words-bring-in-more-expertise-or"),
            say!("request-words-you-keep-the-case-they-decide"),
        ),
    };
    (mode.name(), title, meaning)
}

/// What a mode means, for both sides.
pub fn meaning(mode: Mode) -> &'static str {
    match mode {
        Mode::Inform => say!("request-words-nothing-is-owed-and-it-has"),
        Mode::Collaborate => {
            say!("request-words-the-asking-department-keeps-the")
        }
        Mode::Delegate => {
            say!("request-words-the-asking-department-keeps-the-2")
        }
        Mode::Transfer => {
            say!("request-words-the-asked-department-takes-the")
        }
        Mode::Escalate => {
            say!("request-words-the-asking-department-keeps-the-3")
        }
    }
}

/// The mode as a kind of request: `A notice`, `Joint work`.
pub fn kind(mode: Mode) -> &'static str {
    match mode {
        Mode::Inform => say!("request-words-notice"),
        Mode::Collaborate => say!("request-words-joint-work"),
        Mode::Delegate => say!("request-words-request-to-do-a-part"),
        Mode::Transfer => say!("request-words-transfer-of-the-case"),
        Mode::Escalate => say!("request-words-escalation"),
    }
}

pub fn class(class: ServiceClass) -> Choice {
    let (title, meaning) = match class {
        ServiceClass::Expedite => {
            (say!("request-words-at-once"), say!("request-words-harm-grows-by-the-hour-other"))
        }
        ServiceClass::FixedDate => (
            say!("request-words-by-a-fixed-date"),
            say!("request-words-after-that-date-it-is-worth"),
        ),
        ServiceClass::Standard => {
            (say!("request-words-in-turn"), say!("request-words-the-usual-it-is-worth-less"))
        }
        ServiceClass::Intangible => (
            say!("request-words-when-there-is-room"),
            say!("request-words-nobody-is-harmed-if-it-waits"),
        ),
    };
    (class.name(), title, meaning)
}

pub fn reason(reason: NeededByReason) -> (&'static str, &'static str) {
    let text = match reason {
        NeededByReason::CustomerPromise => say!("request-words-the-customer-was-promised-it"),
        NeededByReason::LegalClock => say!("request-words-a-legal-deadline"),
        NeededByReason::Dependency => say!("request-words-other-work-depends-on-it"),
        NeededByReason::Preference => say!("request-words-we-would-like-it-by-then"),
    };
    (reason.name(), text)
}

pub fn channel(channel: RequestChannel) -> (&'static str, &'static str) {
    let text = match channel {
        RequestChannel::Desk => say!("request-words-here-on-this-page"),
        RequestChannel::Email => say!("request-words-by-e-mail"),
        RequestChannel::Phone => say!("request-words-by-phone"),
        RequestChannel::Meeting => say!("request-words-in-a-meeting"),
    };
    (channel.name(), text)
}

pub fn decline(reason: DeclineReason) -> (&'static str, &'static str) {
    let text = match reason {
        DeclineReason::WrongTeam => say!("request-words-another-department-does-this"),
        DeclineReason::NotInCatalogue => say!("request-words-nobody-here-offers-this"),
        DeclineReason::MissingInformation => say!("request-words-information-is-missing"),
        DeclineReason::NoCapacity => say!("request-words-there-is-no-capacity-in-time"),
        DeclineReason::NoAuthority => say!("request-words-we-may-not-decide-this"),
        DeclineReason::PolicyOrLawForbids => say!("request-words-a-policy-or-the-law-forbids"),
        DeclineReason::Duplicate => say!("request-words-it-has-been-asked-already"),
        DeclineReason::AlreadyDone => say!("request-words-it-has-been-done-already"),
        DeclineReason::Unsafe => say!("request-words-it-would-be-unsafe"),
        DeclineReason::DataNotNeeded => say!("request-words-the-data-that-came-with-it"),
    };
    (reason.name(), text)
}

pub fn alternative(kind: AlternativeKind) -> (&'static str, &'static str) {
    let text = match kind {
        AlternativeKind::Team => say!("request-words-another-department"),
        AlternativeKind::Date => say!("request-words-a-later-date"),
        AlternativeKind::Article => say!("request-words-an-article-that-helps"),
        AlternativeKind::OwnerToRule => say!("request-words-the-owner-of-the-service-shall"),
    };
    (kind.name(), text)
}

pub fn wait(on: WaitOn) -> (&'static str, &'static str) {
    let text = match on {
        WaitOn::Customer => say!("request-words-the-customer"),
        WaitOn::ThirdParty => say!("request-words-a-third-party-a-supplier-a"),
        WaitOn::LegalHold => say!("request-words-the-end-of-a-legal-hold"),
    };
    (on.name(), text)
}

pub fn dispute(subject: DisputeSubject) -> (&'static str, &'static str) {
    let text = match subject {
        DisputeSubject::Routing => say!("request-words-whose-work-it-is"),
        DisputeSubject::Clock => say!("request-words-the-time-that-was-counted"),
        DisputeSubject::Quality => say!("request-words-whether-what-came-back-is-good"),
        DisputeSubject::Priority => say!("request-words-how-urgent-it-is"),
    };
    (subject.name(), text)
}

pub fn clock(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Acknowledge => say!("request-words-acknowledge"),
        ClockKind::ReadBack => say!("request-words-read-back"),
        ClockKind::HearBack => say!("request-words-confirm-the-read-back"),
        ClockKind::Clarify => say!("request-words-answer-the-question"),
        ClockKind::Counter => say!("request-words-answer-the-proposal"),
        ClockKind::Deliver => say!("request-words-deliver"),
        ClockKind::Verify => say!("request-words-verify"),
        ClockKind::Tell => say!("request-words-tell-the-customer"),
    }
}

/// What a purpose was for, as typed or as programs name it.
pub fn purpose(purpose: &str) -> String {
    tag(purpose.trim())
}

/// An item of a read-back that was left out or corrected, as programs name it.
pub fn item(item: &str) -> String {
    tag(item)
}

/// A sum as people write it: `£249.00`, `1,250.50 CHF`.
pub fn sum(minor: i64, currency: &str) -> String {
    let (whole, rest) = (minor.abs() / 100, minor.abs() % 100);
    let sign = if minor < 0 { "−" } else { "" };
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match currency {
        "GBP" => format!("{sign}£{grouped}.{rest:02}"),
        "EUR" => format!("{sign}€{grouped}.{rest:02}"),
        "USD" => format!("{sign}${grouped}.{rest:02}"),
        other => format!("{sign}{grouped}.{rest:02} {other}"),
    }
}

/// A sum as it was typed, in hundredths: `249`, `249.5`, `1,250.00`, `£249`.
pub fn read_sum(text: &str) -> Option<i64> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let bare = bare.trim_start_matches(['£', '€', '$']);
    let (whole, rest) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let rest: i64 = format!("{rest:0<2}").parse().ok()?;
    Some(whole * 100 + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_as_people_write_it_and_shown_the_same() {
        for (typed, minor) in [
            ("249", Some(24_900)),
            ("£1,250.5", Some(125_050)),
            (" 0.05 ", Some(5)),
            ("1.234", None),
            ("-3", None),
            ("twelve", None),
            ("", None),
        ] {
            assert_eq!(read_sum(typed), minor, "{typed}");
        }
        assert_eq!(sum(125_050, "GBP"), "£1,250.50");
        assert_eq!(sum(123_456_700, "CHF"), "1,234,567.00 CHF");
    }

    #[test]
    fn a_field_is_called_by_a_word_and_not_by_its_tag() {
        assert_eq!(tag("date_of_birth"), "Date of birth");
        assert_eq!(purpose("arrange_delivery"), "Arrange delivery");
        assert_eq!(tag(""), "");
    }
}
