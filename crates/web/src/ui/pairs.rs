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

/// Facts of which several may have one name: the name stands once, before all of them. `more` are
/// entries that follow.
pub fn gathered(facts: &[(String, String)], more: &Markup) -> Markup {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in facts {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    html! {
        dl.pairs {
            @for name in names {
                div {
                    dt { (name) }
                    @for (_, fact) in facts.iter().filter(|(of, _)| of == name) { dd { (fact) } }
                }
            }
            (more)
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
