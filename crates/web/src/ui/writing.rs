//! What is worth another look in a field, beside it; never in the way.

use baton_core::say;
use baton_core::writing::{About, Finding, Kind, look};
use maud::{Markup, html};

use super::form::CHECK;
use crate::page::Sample;
use crate::shape::Shape;
use crate::tell;
use crate::writing::Advice;

/// The button that only looks, for forms in which Baton helps with writing.
pub fn button(shape: &Shape) -> Markup {
    let helps = shape.fields.iter().any(|field| field.writing.is_some());
    html! {
        @if helps {
            button.button type="submit" name=(CHECK) value="yes" { (say!("ui-writing-check-my-words")) }
        }
    }
}

/// Where the findings of a field stand, also those that a script fetches.
pub fn beside(path: &str, advice: &[Advice]) -> Markup {
    let findings = advice.iter().find(|one| one.path == path).map(|one| one.findings.as_slice());
    html! {
        div.advice aria-live="polite" {
            @if let Some(findings) = findings { (list(findings)) }
        }
    }
}

pub fn list(findings: &[Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            p.advice-head { (say!("ui-writing-worth-another-look")) }
            ul.findings {
                @for finding in findings { (one(finding)) }
            }
        }
    }
}

fn one(finding: &Finding) -> Markup {
    html! {
        li.finding data-finding=(format!("{} {}", finding.rule.name(), finding.words)) {
            p {
                @if finding.rule.name() == "personal_data" { strong { "“" (finding.words) "”: " } }
                (finding.sentence)
                @if let Some(suggestion) = &finding.suggestion {
                    " " span.finding-instead { (tell!("ui-writing-for-example", suggestion)) }
                }
            }
            details { summary { (say!("ui-writing-why")) span.unseen { " " (finding.sentence) } } p { (finding.rule.why()) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let need = "Please sort this out asap.";
    let message =
        "Unfortunately we cannot send your parcel before Friday; the consignment is late.";
    let of = |kind, text| list(&look(kind, text, &About::default()));
    vec![
        Sample::new("writing help for a need", of(Kind::Need, need)),
        Sample::new("writing help for a message", of(Kind::CustomerMessage, message)),
    ]
}
