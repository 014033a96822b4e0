//! The closed lists of choices in a case and its requests, with the names that the API uses.

use crate::agreement::kinds::PauseReason;
pub use crate::agreement::kinds::{ClockKind, ServiceClass};
pub use crate::service_level::kinds::{Priority, WaitOn};

choice! {
    /// How a case or a message came or went.
    Channel {
        Email = "email", Phone = "phone", Web = "web", Chat = "chat",
        Counter = "counter", Letter = "letter", Internal = "internal",
    }
    /// How a clock came to stop. One whose step was not done counts in no attainment, unless it was
    /// late by then (reference §1.4.2, §5.1).
    ClockEnd {
        Done = "done", Declined = "declined", Withdrawn = "withdrawn", Merged = "merged",
    }
    /// Where a case stands; derived from its state, never set.
    Standing {
        New = "new", Open = "open", Waiting = "waiting", Resolved = "resolved", Closed = "closed",
        /// It goes on in another case.
        Merged = "merged",
    }
    /// What a message of a case is.
    MessageKind {
        Inbound = "inbound", Reply = "reply", Note = "note", Call = "call",
        /// A holding, progress or outcome update to the customer.
        Update = "update",
    }
    /// Why a message of the customer needs no reply.
    NoReply {
        Thanks = "thanks", Information = "information", Repeated = "repeated", Other = "other",
    }
    UpdateKind { Holding = "holding", Progress = "progress", Outcome = "outcome" }
    /// What the receiving department owes (reference §1.2).
    Mode {
        Inform = "inform", Collaborate = "collaborate", Delegate = "delegate",
        Transfer = "transfer", Escalate = "escalate",
    }
    RequestChannel { Desk = "desk", Email = "email", Phone = "phone", Meeting = "meeting" }
    NeededByReason {
        CustomerPromise = "customer_promise", LegalClock = "legal_clock",
        Dependency = "dependency", Preference = "preference",
    }
    /// Why a request is declined (reference §1.6).
    DeclineReason {
        WrongTeam = "wrong_team", NotInCatalogue = "not_in_catalogue",
        MissingInformation = "missing_information", NoCapacity = "no_capacity",
        NoAuthority = "no_authority", PolicyOrLawForbids = "policy_or_law_forbids",
        Duplicate = "duplicate", AlreadyDone = "already_done", Unsafe = "unsafe",
        DataNotNeeded = "data_not_needed",
    }
    AlternativeKind {
        Team = "team", Date = "date", Article = "article", OwnerToRule = "owner_to_rule",
    }
    /// What runs on a case (reference §2.3).
    CaseClock {
        Acknowledgement = "acknowledgement", FirstResponse = "first_response",
        NextResponse = "next_response", ProgressUpdate = "progress_update", Promise = "promise",
        FirstResolution = "first_resolution", FinalResolution = "final_resolution",
    }
    DisputeSubject { Routing = "routing", Clock = "clock", Quality = "quality", Priority = "priority" }
    /// Why a case may close though the customer was not told (reference §1.9).
    ExemptionKind {
        CustomerWithdrew = "customer_withdrew", Untraceable = "untraceable",
        ToldByAgreedParty = "told_by_agreed_party", DisclosureUnlawful = "disclosure_unlawful",
        Duplicate = "duplicate",
    }
    /// What the working time of a case or request is spent on: somebody's work, or a wait.
    Hand {
        Department = "department", Sender = "sender", Customer = "customer",
        ThirdParty = "third_party", LegalHold = "legal_hold", Between = "between_departments", Verify = "verify",
        Tell = "tell", Nobody = "nobody",
    }
    /// The state of a request as the API names it.
    StageName {
        Draft = "draft", Sent = "sent", Acknowledged = "acknowledged", ReadBack = "read_back",
        InProgress = "in_progress", Clarifying = "clarifying", Countered = "countered",
        WaitingCustomer = "waiting_customer", WaitingThirdParty = "waiting_third_party",
        Delivered = "delivered", Verified = "verified", Closed = "closed",
        Declined = "declined", Withdrawn = "withdrawn", Merged = "merged",
    }
    /// Which department has to act next on a request.
    Mover { From = "from", To = "to", Nobody = "" }
}

impl Standing {
    /// Nothing happens there any more.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Merged)
    }
}

impl Channel {
    /// Whether what is said on it leaves as a message from Baton; the rest is only recorded.
    pub fn leaves_by_mail(self) -> bool {
        self == Self::Email
    }
}

impl Mode {
    /// Whether the receiver owes something, so that the case cannot close meanwhile.
    pub fn obliges(self) -> bool {
        self != Self::Inform
    }
}

/// A clock, whether it runs on a request or on the case itself. No name is that of two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnyClock {
    Request(ClockKind),
    Case(CaseClock),
}

impl AnyClock {
    /// Those that a board shows, in the order in which they come. The first resolution is left to
    /// the last one, which runs as long and is due then.
    pub const SHOWN: &'static [&'static str] = &[
        "acknowledge",
        "read_back",
        "hear_back",
        "clarify",
        "counter",
        "deliver",
        "verify",
        "tell",
        "acknowledgement",
        "first_response",
        "next_response",
        "progress_update",
        "promise",
        "final_resolution",
    ];

    pub fn shown() -> impl Iterator<Item = Self> {
        Self::SHOWN.iter().filter_map(|name| Self::parse(name))
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Request(kind) => kind.name(),
            Self::Case(kind) => kind.name(),
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        let request = ClockKind::parse(text).map(Self::Request);
        request.or_else(|| CaseClock::parse(text).map(Self::Case))
    }
}

impl From<WaitOn> for Hand {
    fn from(on: WaitOn) -> Self {
        match on {
            WaitOn::Customer => Self::Customer,
            WaitOn::ThirdParty => Self::ThirdParty,
            WaitOn::LegalHold => Self::LegalHold,
        }
    }
}

impl From<WaitOn> for PauseReason {
    fn from(on: WaitOn) -> Self {
        match on {
            WaitOn::Customer => Self::Customer,
            WaitOn::ThirdParty => Self::ThirdParty,
            WaitOn::LegalHold => Self::LegalHold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clock_is_shown_on_a_board_but_the_first_resolution() {
        let mut names = [ClockKind::NAMES, CaseClock::NAMES].concat();
        names.retain(|name| *name != CaseClock::FirstResolution.name());
        assert_eq!(AnyClock::SHOWN, names);
        assert!(AnyClock::shown().map(AnyClock::name).eq(names));
    }
}
