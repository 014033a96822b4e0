//! Why something may not happen: one type for page, API, mail, import and command line.

use std::borrow::Cow;

/// What is wrong with one field of what was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldError {
    /// Path of the field as the API names it: `shared_fields[0].purpose`.
    pub field: String,
    /// Stable word: `missing`, `too_long`, `not_a_time`, `unknown_field` …
    pub code: &'static str,
    /// One sentence that says what to do.
    pub message: String,
}

impl FieldError {
    pub fn new(field: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { field: field.into(), code, message: message.into() }
    }
    pub fn missing(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(field, "missing", message)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $status:literal $title:literal),+ $(,)?) => {
        /// The stable codes of refusals. Each says the condition that is not met.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$name),+];
            pub fn name(self) -> &'static str { match self { $(Self::$name => $code),+ } }
            /// HTTP status that the API answers with.
            pub fn status(self) -> u16 { match self { $(Self::$name => $status),+ } }
            /// One plain sentence.
            pub fn title(self) -> &'static str { match self { $(Self::$name => $title),+ } }
        }
    };
}

codes! {
    RequestIncomplete = "request_incomplete" 422 "The request is not complete.",
    InformWithAsk = "inform_with_ask" 422 "This asks for something, so it is a request and not a notice.",
    PurposeMissing = "purpose_missing" 422 "A shared field needs a purpose.",
    NeededByPast = "needed_by_past" 422 "The needed-by time is not in the future.",
    SameDepartment = "same_department" 422 "A request goes to another department.",
    NotYourSide = "not_your_side" 403 "This act belongs to somebody else.",
    IllegalMove = "illegal_move" 409 "This cannot be done now.",
    ReadbackIsCopy = "readback_is_copy" 422 "The read-back must be in your own words.",
    ReadbackMismatch = "readback_mismatch" 409 "The read-back differs from the request.",
    ReadbackUnconfirmed = "readback_unconfirmed" 409 "The read-back has not been confirmed yet.",
    SelfVerification = "self_verification" 409 "Whoever delivered cannot verify.",
    DeclineNeedsReason = "decline_needs_reason" 422 "Declining needs a reason.",
    DeclineNeedsAlternative = "decline_needs_alternative" 422 "Declining needs an alternative.",
    ThirdHopNeedsRuling = "third_hop_needs_ruling" 409 "A third redirection needs a ruling first.",
    AlreadyRuled = "already_ruled" 409 "A ruling has already settled this reason.",
    WaitWithoutEvidence = "wait_without_evidence" 409 "Waiting needs evidence.",
    RequestOpen = "request_open" 409 "A request of this case is still open.",
    CustomerNotTold = "customer_not_told" 409 "The customer has not been told the outcome.",
    PromiseOpen = "promise_open" 409 "A promise to the customer is still open.",
    ExemptionUnproven = "exemption_unproven" 409 "The exemption lacks its proof.",
    Terminal = "terminal" 409 "This has ended.",
    LegalDeadline = "legal_deadline" 409 "A legal deadline may only be moved by compliance.",
    StaleVersion = "stale_version" 409 "Somebody changed this in the meantime.",
    NotAllowed = "not_allowed" 403 "You may see this but not do that.",
    NotFound = "not_found" 404 "There is nothing here that you can see.",
    Invalid = "invalid" 422 "Something in what you sent needs another look.",
    UnknownField = "unknown_field" 422 "A field is not known.",
}

/// A refusal, with what to do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub code: Code,
    /// Why the rule exists and what to do next.
    pub detail: Cow<'static, str>,
    /// For 422: what is wrong, field by field.
    pub fields: Vec<FieldError>,
}

impl Refusal {
    pub fn new(code: Code, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { code, detail: detail.into(), fields: Vec::new() }
    }
    pub fn with_fields(mut self, fields: Vec<FieldError>) -> Self {
        self.fields = fields;
        self
    }
    pub fn invalid(
        field: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self::new(Code::Invalid, "Correct the field and send it again; nothing was changed.")
            .with_fields(vec![FieldError::new(field, code, message)])
    }
    /// The same answer for what does not exist and for what may not be seen.
    pub fn not_found() -> Self {
        Self::new(
            Code::NotFound,
            "It does not exist, or it belongs to a department that has not shared it with you.",
        )
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code.title(), self.detail)
    }
}

impl std::error::Error for Refusal {}
