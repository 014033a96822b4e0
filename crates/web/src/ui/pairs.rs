//! Facts by name: a definition list.

use maud::{Markup, html};

use crate::page::Sample;

/// Names and facts; a fact that is `None` is left out.
pub fn pairs(facts: &[(&str, Option<Markup>)]) -> Markup {
    html! {
        dl.pairs {
            @for (name, fact) in facts {
                @if let Some(fact) = fact { div { dt { (name) } dd { (fact) } } }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "pairs",
        pairs(&[
            ("From", Some(html! { "Customer Service" })),
            ("Needed by", Some(html! { "Tue 1 Dec, 17:00" })),
            ("Service", None),
            ("Why", Some(html! { "The customer was promised a new kettle before the weekend." })),
        ]),
    )]
}
