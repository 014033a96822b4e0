//! The closed lists of choices in an agreement.

choice! {
    /// Kanban class of service, set by the cost of delay.
    ServiceClass {
        Expedite = "expedite", FixedDate = "fixed_date", Standard = "standard", Intangible = "intangible",
    }
    /// What runs on a request (reference §1.5).
    ClockKind {
        Acknowledge = "acknowledge", ReadBack = "read_back", HearBack = "hear_back",
        Clarify = "clarify", Counter = "counter", Deliver = "deliver",
        Verify = "verify", Tell = "tell",
    }
    /// Why a clock may stand still. What lies inside the receiving department, such as being busy
    /// or somebody being away, is no such reason (reference §2.6).
    PauseReason {
        Customer = "customer", ThirdParty = "third_party", Clarify = "clarify",
        LegalHold = "legal_hold",
    }
    /// Of the two departments, the one that asks or the one that is asked.
    Side { From = "from", To = "to" }
}
