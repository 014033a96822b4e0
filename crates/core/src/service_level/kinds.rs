//! The closed lists of what an organisation promises to its customers, and for which cases.

choice! {
    /// How urgent a case is.
    Priority { Low = "low", Normal = "normal", High = "high", Urgent = "urgent" }
    /// Whom a request waits for outside of the organisation.
    WaitOn { Customer = "customer", ThirdParty = "third_party" }
    /// What is promised about a case (reference §2.3). The two resolutions share one.
    Goal {
        Acknowledgement = "acknowledgement", FirstResponse = "first_response",
        NextResponse = "next_response", ProgressUpdate = "progress_update",
        Resolution = "resolution",
    }
}
