//! How the closed lists of a request are said to people.

use baton_core::case::kinds::{
    AlternativeKind, ClockKind, DeclineReason, DisputeSubject, Mode, NeededByReason,
    RequestChannel, ServiceClass, WaitOn,
};

use crate::ui::words::tag;

/// A value, what it is called, and what it means.
pub type Choice = (&'static str, &'static str, &'static str);

pub fn mode(mode: Mode) -> Choice {
    let (title, meaning) = match mode {
        Mode::Inform => (
            "Tell them something",
            "A notice: they owe you nothing, and it has no date. For this, only what they should \
             know and why it matters is needed.",
        ),
        Mode::Collaborate => (
            "Work on it together",
            "You keep the case. Both departments work on it, and both answer for the outcome.",
        ),
        Mode::Delegate => (
            "Ask them to do a part",
            "You keep the case and the customer. They do one thing and report back.",
        ),
        Mode::Transfer => (
            "Hand the case over",
            "They take the case and the customer, once they have read it back and you have \
             confirmed. Until then it stays yours.",
        ),
        Mode::Escalate => (
            "Bring in more expertise or authority",
            "You keep the case. They decide or do what is beyond your own department.",
        ),
    };
    (mode.name(), title, meaning)
}

/// What a mode means, for both sides.
pub fn meaning(mode: Mode) -> &'static str {
    match mode {
        Mode::Inform => "Nothing is owed, and it has no date.",
        Mode::Collaborate => {
            "The asking department keeps the case. Both work on it and answer for the outcome."
        }
        Mode::Delegate => {
            "The asking department keeps the case and the customer. The other does one thing and \
             reports back."
        }
        Mode::Transfer => {
            "The asked department takes the case and the customer, once the read-back is confirmed."
        }
        Mode::Escalate => {
            "The asking department keeps the case. The other decides or does what is beyond it."
        }
    }
}

/// The mode as a kind of request: `A notice`, `Joint work`.
pub fn kind(mode: Mode) -> &'static str {
    match mode {
        Mode::Inform => "Notice",
        Mode::Collaborate => "Joint work",
        Mode::Delegate => "Request to do a part",
        Mode::Transfer => "Transfer of the case",
        Mode::Escalate => "Escalation",
    }
}

pub fn class(class: ServiceClass) -> Choice {
    let (title, meaning) = match class {
        ServiceClass::Expedite => ("At once", "Harm grows by the hour; other work waits."),
        ServiceClass::FixedDate => ("By a fixed date", "After that date it is worth nothing."),
        ServiceClass::Standard => ("In turn", "The usual: it is worth less the longer it takes."),
        ServiceClass::Intangible => ("When there is room", "Nobody is harmed if it waits."),
    };
    (class.name(), title, meaning)
}

pub fn reason(reason: NeededByReason) -> (&'static str, &'static str) {
    let text = match reason {
        NeededByReason::CustomerPromise => "The customer was promised it",
        NeededByReason::LegalClock => "A legal deadline",
        NeededByReason::Dependency => "Other work depends on it",
        NeededByReason::Preference => "We would like it by then",
    };
    (reason.name(), text)
}

pub fn channel(channel: RequestChannel) -> (&'static str, &'static str) {
    let text = match channel {
        RequestChannel::Desk => "Here, on this page",
        RequestChannel::Email => "By e-mail",
        RequestChannel::Phone => "By phone",
        RequestChannel::Meeting => "In a meeting",
    };
    (channel.name(), text)
}

pub fn decline(reason: DeclineReason) -> (&'static str, &'static str) {
    let text = match reason {
        DeclineReason::WrongTeam => "Another department does this",
        DeclineReason::NotInCatalogue => "Nobody here offers this",
        DeclineReason::MissingInformation => "Information is missing",
        DeclineReason::NoCapacity => "There is no capacity in time",
        DeclineReason::NoAuthority => "We may not decide this",
        DeclineReason::PolicyOrLawForbids => "A policy or the law forbids it",
        DeclineReason::Duplicate => "It has been asked already",
        DeclineReason::AlreadyDone => "It has been done already",
        DeclineReason::Unsafe => "It would be unsafe",
        DeclineReason::DataNotNeeded => "The data that came with it is not needed",
    };
    (reason.name(), text)
}

pub fn alternative(kind: AlternativeKind) -> (&'static str, &'static str) {
    let text = match kind {
        AlternativeKind::Team => "Another department",
        AlternativeKind::Date => "A later date",
        AlternativeKind::Article => "An article that helps",
        AlternativeKind::OwnerToRule => "The owner of the service shall rule",
    };
    (kind.name(), text)
}

pub fn wait(on: WaitOn) -> (&'static str, &'static str) {
    let text = match on {
        WaitOn::Customer => "The customer",
        WaitOn::ThirdParty => "A third party: a supplier, a carrier, an authority",
    };
    (on.name(), text)
}

pub fn dispute(subject: DisputeSubject) -> (&'static str, &'static str) {
    let text = match subject {
        DisputeSubject::Routing => "Whose work it is",
        DisputeSubject::Clock => "The time that was counted",
        DisputeSubject::Quality => "Whether what came back is good enough",
        DisputeSubject::Priority => "How urgent it is",
    };
    (subject.name(), text)
}

pub fn clock(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Acknowledge => "Acknowledge",
        ClockKind::ReadBack => "Read back",
        ClockKind::HearBack => "Confirm the read-back",
        ClockKind::Clarify => "Answer the question",
        ClockKind::Counter => "Answer the proposal",
        ClockKind::Deliver => "Deliver",
        ClockKind::Verify => "Verify",
        ClockKind::Tell => "Tell the customer",
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
