//! A list of rules with ticks: what is met, what is missing, and where to settle it.

use baton_core::say;
use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::page::Sample;

/// One rule, and how it stands.
#[derive(Clone, Debug)]
pub struct Rule {
    pub text: String,
    pub met: bool,
    /// What exactly is missing, each with the step that settles it: sentence, link text, address.
    pub missing: Vec<(String, String, String)>,
}

pub fn rules(rules: &[Rule]) -> Markup {
    html! {
        ul.checks {
            @for rule in rules {
                li.check.check-open[!rule.met] {
                    (icon(if rule.met { Icon::Done } else { Icon::Warn }))
                    div {
                        p {
                            strong { (rule.text) }
                            span.check-word { @if rule.met { (say!("ui-check-met")) } @else { (say!("ui-check-missing")) } }
                        }
                        @if !rule.missing.is_empty() {
                            ul.check-missing {
                                @for (sentence, text, href) in &rule.missing {
                                    li { (sentence) " " a href=(href) { (text) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let met = Rule { text: "No request is open".to_owned(), met: true, missing: Vec::new() };
    let missing = Rule {
        text: "The customer knows the outcome".to_owned(),
        met: false,
        missing: vec![(
            "An answer of Logistics is newer than what the customer was last told.".to_owned(),
            "Tell the customer".to_owned(),
            "/cases/1/customer-updates/new".to_owned(),
        )],
    };
    vec![Sample::new("rules with ticks", rules(&[met, missing]))]
}
