//! The closed lists of what an organisation promises to its customers, and for which cases.

choice! {
    /// How urgent a case is.
    Priority { Low = "low", Normal = "normal", High = "high", Urgent = "urgent" }
    /// What a request or a case waits for that lies outside of every department (reference §2.6).
    WaitOn {
        Customer = "customer", ThirdParty = "third_party",
        /// Nothing may be done until whoever ordered the hold lifts it.
        LegalHold = "legal_hold",
    }
    /// What is promised about a case (reference §2.3). The two resolutions share one.
    Goal {
        Acknowledgement = "acknowledgement", FirstResponse = "first_response",
        NextResponse = "next_response", ProgressUpdate = "progress_update",
        Resolution = "resolution",
    }
}
