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
    /// What becomes of the due time of a delivery when the other side accepts another moment.
    CounterRule {
        /// It moves to what was accepted.
        Moves = "moves",
        /// It stays what was needed first: work goes by the new moment, figures by the old one.
        Stays = "stays",
    }
    /// Why a clock says nothing about whether an agreement is kept.
    LeftOut {
        Withdrawn = "withdrawn", Declined = "declined", Merged = "merged",
        /// A fact that the terms ask for was not there before the clock had stopped.
        Held = "held",
    }
}

impl ClockKind {
    /// Whose duty it is.
    pub fn side(self) -> Side {
        match self {
            Self::Acknowledge | Self::ReadBack | Self::Deliver => Side::To,
            Self::HearBack | Self::Clarify | Self::Counter | Self::Verify | Self::Tell => {
                Side::From
            }
        }
    }
}
