//! The words for choices and states, as pages say them.

use baton_core::case::kinds::{
    Channel, ExemptionKind, Mode, Priority, StageName, Standing, UpdateKind,
};
use baton_core::say;

use super::status::Status;

/// A choice and how it is said, for radio buttons and lists.
pub type Choice = (&'static str, &'static str);

pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => say!("ui-words-e-mail"),
        Channel::Phone => say!("ui-words-telephone"),
        Channel::Web => say!("ui-words-web-form"),
        Channel::Chat => say!("ui-words-chat"),
        Channel::Counter => say!("ui-words-at-the-counter"),
        Channel::Letter => say!("ui-words-letter"),
        Channel::Internal => say!("ui-words-internal"),
    }
}

pub fn channels(of: &[Channel]) -> Vec<Choice> {
    of.iter().map(|one| (one.name(), channel(*one))).collect()
}

pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => say!("ui-words-low"),
        Priority::Normal => say!("ui-words-normal"),
        Priority::High => say!("ui-words-high"),
        Priority::Urgent => say!("ui-words-urgent"),
    }
}

pub fn priorities() -> Vec<Choice> {
    Priority::ALL.iter().map(|one| (one.name(), priority(*one))).collect()
}

pub fn standing(standing: Standing) -> (Status, &'static str) {
    match standing {
        Standing::New => (Status::New, say!("ui-words-new")),
        Standing::Open => (Status::InWork, say!("ui-words-open")),
        Standing::Waiting => (Status::Waiting, say!("ui-words-with-others")),
        Standing::Resolved => (Status::CustomerTold, say!("ui-words-customer-told")),
        Standing::Closed => (Status::Closed, say!("ui-words-closed")),
        Standing::Merged => (Status::Closed, say!("ui-words-merged")),
    }
}

/// Where a request is, in two words at most.
pub fn stage(stage: StageName) -> (Status, &'static str) {
    match stage {
        StageName::Draft => (Status::Waiting, say!("ui-words-draft")),
        StageName::Sent => (Status::New, say!("ui-words-sent")),
        StageName::Acknowledged => (Status::Acknowledged, say!("ui-words-acknowledged")),
        StageName::ReadBack => (Status::Acknowledged, say!("ui-words-read-back")),
        StageName::InProgress => (Status::ReadBack, say!("ui-words-read-back-agreed")),
        StageName::Clarifying => (Status::Waiting, say!("ui-words-question-asked")),
        StageName::Countered => (Status::Disputed, say!("ui-words-other-proposal")),
        StageName::WaitingCustomer => (Status::Waiting, say!("ui-words-waits-for-the-customer")),
        StageName::WaitingThirdParty => (Status::Waiting, say!("ui-words-waits-for-a-third-party")),
        StageName::Delivered => (Status::Answered, say!("ui-words-delivered")),
        StageName::Verified => (Status::Answered, say!("ui-words-answered")),
        StageName::Closed => (Status::CustomerTold, say!("ui-words-loop-closed")),
        StageName::Declined => (Status::Closed, say!("ui-words-declined")),
        StageName::Withdrawn => (Status::Closed, say!("ui-words-withdrawn")),
        StageName::Merged => (Status::Closed, say!("ui-words-merged")),
    }
}

/// What whoever has to move does next: `Logistics has to …`; empty where nobody has to.
pub fn next(stage: StageName) -> &'static str {
    match stage {
        StageName::Draft => say!("ui-words-finish-the-draft-and-send-it"),
        StageName::Sent => say!("ui-words-acknowledge-it-and-read-it-back"),
        StageName::Acknowledged => say!("ui-words-read-it-back"),
        StageName::ReadBack => say!("ui-words-confirm-the-read-back"),
        StageName::InProgress => say!("ui-words-deliver"),
        StageName::Clarifying => say!("ui-words-answer-the-question"),
        StageName::Countered => say!("ui-words-answer-the-proposal"),
        StageName::WaitingCustomer => say!("ui-words-go-on-when-the-customer-has"),
        StageName::WaitingThirdParty => say!("ui-words-go-on-when-the-third-party"),
        StageName::Delivered => say!("ui-words-check-the-delivery"),
        StageName::Verified => say!("ui-words-tell-the-customer"),
        StageName::Declined => say!("ui-words-choose-what-to-do-instead"),
        StageName::Closed | StageName::Withdrawn | StageName::Merged => "",
    }
}

/// The same for a request of some mode: a notice asks for nothing but to be read.
pub fn next_of(mode: Mode, stage: StageName) -> &'static str {
    if !mode.obliges() && stage == StageName::Sent {
        say!("ui-words-take-note-of-it")
    } else {
        next(stage)
    }
}

/// The first letter as a capital, for a line that starts with it.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first letter small, for a word that stands inside a line.
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Several on one line: only the first begins with a capital.
pub fn in_a_row(all: &[&str]) -> String {
    let later = all.iter().skip(1).map(|text| small(text));
    let all: Vec<String> =
        all.first().map(|text| (*text).to_owned()).into_iter().chain(later).collect();
    all.join("; ")
}

pub fn update(kind: UpdateKind) -> &'static str {
    match kind {
        UpdateKind::Holding => say!("ui-words-we-are-on-it"),
        UpdateKind::Progress => say!("ui-words-how-it-is-going"),
        UpdateKind::Outcome => say!("ui-words-the-outcome"),
    }
}

pub fn exemption(kind: ExemptionKind) -> &'static str {
    match kind {
        ExemptionKind::CustomerWithdrew => say!("ui-words-the-customer-withdrew"),
        ExemptionKind::Untraceable => say!("ui-words-the-customer-cannot-be-reached"),
        ExemptionKind::ToldByAgreedParty => say!("ui-words-somebody-else-told-them-as"),
        ExemptionKind::DisclosureUnlawful => say!("ui-words-telling-them-would-be-unlawful"),
        ExemptionKind::Duplicate => say!("ui-words-it-goes-on-in-another-case"),
    }
}

/// What a field of a customer is called.
pub fn tag(tag: &str) -> String {
    match tag {
        "name" => say!("ui-words-tag-name").to_owned(),
        "business_name" => say!("ui-words-tag-business-name").to_owned(),
        "email" => say!("ui-words-tag-email").to_owned(),
        "address" => say!("ui-words-tag-address").to_owned(),
        "account" => say!("ui-words-tag-account").to_owned(),
        "notes" => say!("ui-words-tag-notes").to_owned(),
        "phone" => say!("ui-words-telephone").to_owned(),
        "date_of_birth" => say!("ui-words-date-of-birth").to_owned(),
        other => capital(&other.replace('_', " ")),
    }
}
