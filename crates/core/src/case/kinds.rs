//! The closed lists of choices in a case and its requests, with the names that the API uses.

pub use crate::agreement::kinds::{ClockKind, ServiceClass};

choice! {
    /// How a case or a message came or went.
    Channel {
        Email = "email", Phone = "phone", Web = "web", Chat = "chat",
        Counter = "counter", Letter = "letter", Internal = "internal",
    }
    Priority { Low = "low", Normal = "normal", High = "high", Urgent = "urgent" }
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
    WaitOn { Customer = "customer", ThirdParty = "third_party" }
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
        ThirdParty = "third_party", Between = "between_departments", Verify = "verify",
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
