//! Why something may not happen: one type for page, API, mail, import and command line.

use crate::say;
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
            pub fn title(self) -> &'static str { match self { $(Self::$name => say!($title)),+ } }
        }
    };
}

codes! {
    RequestIncomplete = "request_incomplete" 422 "refusal-the-request-is-not-complete",
    InformWithAsk = "inform_with_ask" 422 "refusal-this-asks-for-something-so-it",
    PurposeMissing = "purpose_missing" 422 "refusal-a-shared-field-needs-a-purpose",
    NeededByPast = "needed_by_past" 422 "refusal-the-needed-by-time-is-not",
    SameDepartment = "same_department" 422 "refusal-a-request-goes-to-another",
    NotYourSide = "not_your_side" 403 "refusal-this-act-belongs-to-somebody",
    IllegalMove = "illegal_move" 409 "refusal-this-cannot-be-done-now",
    ReadbackIsCopy = "readback_is_copy" 422 "refusal-the-read-back-must-be-in",
    ReadbackMismatch = "readback_mismatch" 409 "refusal-the-read-back-differs-from-the",
    ReadbackUnconfirmed = "readback_unconfirmed" 409 "refusal-the-read-back-has-not-been",
    SelfVerification = "self_verification" 409 "refusal-whoever-delivered-cannot-verify",
    DeclineNeedsReason = "decline_needs_reason" 422 "refusal-declining-needs-a-reason",
    DeclineNeedsAlternative = "decline_needs_alternative" 422 "refusal-declining-needs-an-alternative",
    ThirdHopNeedsRuling = "third_hop_needs_ruling" 409 "refusal-a-third-redirection-needs-a",
    AlreadyRuled = "already_ruled" 409 "refusal-a-ruling-has-already-settled",
    WaitWithoutEvidence = "wait_without_evidence" 409 "refusal-waiting-needs-evidence",
    RequestOpen = "request_open" 409 "refusal-a-request-of-this-case-is",
    ExpectationMissing = "expectation_missing" 422 "refusal-the-customer-must-hear-what",
    AdviceNeedsReason = "advice_needs_reason" 422 "refusal-choosing-otherwise-than-advised",
    CustomerNotTold = "customer_not_told" 409 "refusal-the-customer-has-not-been-told",
    PromiseOpen = "promise_open" 409 "refusal-a-promise-to-the-customer-is",
    ExemptionUnproven = "exemption_unproven" 409 "refusal-the-exemption-lacks-its-proof",
    Terminal = "terminal" 409 "refusal-this-has-ended",
    LegalDeadline = "legal_deadline" 409 "refusal-a-legal-deadline-may-only-be",
    StaleVersion = "stale_version" 409 "refusal-somebody-changed-this-in-the",
    NotAllowed = "not_allowed" 403 "refusal-you-may-see-this-but-not",
    NotFound = "not_found" 404 "refusal-there-is-nothing-here-that-you",
    Invalid = "invalid" 422 "refusal-something-in-what-you-sent",
    UnknownField = "unknown_field" 422 "refusal-a-field-is-not-known",
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
        Self::new(Code::Invalid, say!("refusal-correct-the-field-and-send-it"))
            .with_fields(vec![FieldError::new(field, code, message)])
    }
    /// The same answer for what does not exist and for what may not be seen.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, say!("refusal-it-does-not-exist-or-it"))
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code.title(), self.detail)
    }
}

impl std::error::Error for Refusal {}
