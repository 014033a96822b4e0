//! The words for choices and states, as pages say them.

use baton_core::case::kinds::{
    Channel, ExemptionKind, Mode, Priority, StageName, Standing, UpdateKind,
};

use super::status::Status;

/// A choice and how it is said, for radio buttons and lists.
pub type Choice = (&'static str, &'static str);

pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "E-mail",
        Channel::Phone => "Telephone",
        Channel::Web => "Web form",
        Channel::Chat => "Chat",
        Channel::Counter => "At the counter",
        Channel::Letter => "Letter",
        Channel::Internal => "Internal",
    }
}

pub fn channels(of: &[Channel]) -> Vec<Choice> {
    of.iter().map(|one| (one.name(), channel(*one))).collect()
}

pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "Low",
        Priority::Normal => "Normal",
        Priority::High => "High",
        Priority::Urgent => "Urgent",
    }
}

pub fn priorities() -> Vec<Choice> {
    Priority::ALL.iter().map(|one| (one.name(), priority(*one))).collect()
}

pub fn standing(standing: Standing) -> (Status, &'static str) {
    match standing {
        Standing::New => (Status::New, "New"),
        Standing::Open => (Status::InWork, "Open"),
        Standing::Waiting => (Status::Waiting, "With others"),
        Standing::Resolved => (Status::CustomerTold, "Customer told"),
        Standing::Closed => (Status::Closed, "Closed"),
        Standing::Merged => (Status::Closed, "Merged"),
    }
}

/// Where a request is, in two words at most.
pub fn stage(stage: StageName) -> (Status, &'static str) {
    match stage {
        StageName::Draft => (Status::Waiting, "Draft"),
        StageName::Sent => (Status::New, "Sent"),
        StageName::Acknowledged => (Status::Acknowledged, "Acknowledged"),
        StageName::ReadBack => (Status::Acknowledged, "Read back"),
        StageName::InProgress => (Status::ReadBack, "Read back agreed"),
        StageName::Clarifying => (Status::Waiting, "Question asked"),
        StageName::Countered => (Status::Disputed, "Other proposal"),
        StageName::WaitingCustomer => (Status::Waiting, "Waits for the customer"),
        StageName::WaitingThirdParty => (Status::Waiting, "Waits for a third party"),
        StageName::Delivered => (Status::Answered, "Delivered"),
        StageName::Verified => (Status::Answered, "Answered"),
        StageName::Closed => (Status::CustomerTold, "Loop closed"),
        StageName::Declined => (Status::Closed, "Declined"),
        StageName::Withdrawn => (Status::Closed, "Withdrawn"),
        StageName::Merged => (Status::Closed, "Merged"),
    }
}

/// What whoever has to move does next: `Logistics has to …`; empty where nobody has to.
pub fn next(stage: StageName) -> &'static str {
    match stage {
        StageName::Draft => "finish the draft and send it",
        StageName::Sent => "acknowledge it and read it back",
        StageName::Acknowledged => "read it back",
        StageName::ReadBack => "confirm the read-back",
        StageName::InProgress => "deliver",
        StageName::Clarifying => "answer the question",
        StageName::Countered => "answer the proposal",
        StageName::WaitingCustomer => "go on when the customer has answered",
        StageName::WaitingThirdParty => "go on when the third party has answered",
        StageName::Delivered => "check the delivery",
        StageName::Verified => "tell the customer",
        StageName::Declined => "choose what to do instead",
        StageName::Closed | StageName::Withdrawn | StageName::Merged => "",
    }
}

/// The same for a request of some mode: a notice asks for nothing but to be read.
pub fn next_of(mode: Mode, stage: StageName) -> &'static str {
    if !mode.obliges() && stage == StageName::Sent { "take note of it" } else { next(stage) }
}

/// The first letter as a capital, for a line that starts with it.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub fn update(kind: UpdateKind) -> &'static str {
    match kind {
        UpdateKind::Holding => "We are on it",
        UpdateKind::Progress => "How it is going",
        UpdateKind::Outcome => "The outcome",
    }
}

pub fn exemption(kind: ExemptionKind) -> &'static str {
    match kind {
        ExemptionKind::CustomerWithdrew => "The customer withdrew",
        ExemptionKind::Untraceable => "The customer cannot be reached: three tries, two channels",
        ExemptionKind::ToldByAgreedParty => "Somebody else told them, as agreed",
        ExemptionKind::DisclosureUnlawful => "Telling them would be unlawful",
        ExemptionKind::Duplicate => "It goes on in another case of the same customer",
    }
}

/// What a field of a customer is called.
pub fn tag(tag: &str) -> String {
    match tag {
        "email" => "E-mail".to_owned(),
        "phone" => "Telephone".to_owned(),
        "date_of_birth" => "Date of birth".to_owned(),
        other => capital(&other.replace('_', " ")),
    }
}
