//! The error summary: first thing of the page, heard first, each entry a link to its field.

use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::say;
use maud::{Markup, html};

use super::field::id;
use crate::page::Sample;

/// The same words as beside the fields; a refusal without fields says why and what to do next.
pub fn summary(refusal: &Refusal) -> Markup {
    html! {
        section.error-summary role="alert" aria-labelledby="error-summary" tabindex="-1" autofocus {
            h2 #error-summary { (say!("ui-summary-there-is-a-problem")) }
            @if refusal.fields.is_empty() {
                p { strong { (refusal.code.title()) } }
                p { (refusal.detail) }
            } @else {
                @if !matches!(refusal.code, Code::Invalid | Code::UnknownField) {
                    p { (refusal.code.title()) }
                }
                ul {
                    @for error in &refusal.fields {
                        li { a href={ "#" (id(&error.field)) } { (error.message) } }
                    }
                }
            }
        }
    }
}

pub(super) fn sample_refusal() -> Refusal {
    let detail = "Nothing was changed. Give what is missing and send again.";
    Refusal::new(Code::RequestIncomplete, detail).with_fields(vec![
        FieldError::missing("need", "Say what you need."),
        FieldError::new("needed_by", "not_a_time", "Needed by must be a real date and time."),
    ])
}

pub fn samples() -> Vec<Sample> {
    let closed = Refusal::new(
        Code::CustomerNotTold,
        "An answer from Logistics is newer than what the customer was last told. Tell the customer \
         the outcome, then close the case.",
    );
    vec![
        Sample::new("error summary with fields", summary(&sample_refusal())),
        Sample::new("error summary of a rule", summary(&closed)),
    ]
}
