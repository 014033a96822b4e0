//! Several values under one name: those that are there, and room for one more.

use baton_core::refusal::Refusal;
use baton_core::say;
use maud::{Markup, html};

use super::field::id;
use crate::ctx::Form;
use crate::input::error_of;
use crate::page::Sample;

/// One line for each value, numbered, and an empty one at the end. `kind` is the input's type.
pub fn several(form: &Form<'_>, name: &str, legend: &str, each: &str, kind: &str) -> Markup {
    let path = |n: usize| format!("{name}[{n}]");
    let known = (0..20).take_while(|n| form.kept.get(&path(*n)).is_some());
    let filled = known.filter(|n| form.kept.get(&path(*n)).is_some_and(|text| !text.is_empty()));
    let count = filled.last().map_or(1, |last| last + 2).min(20);
    html! {
        fieldset.field.several {
            legend { (legend) span.optional { " " (say!("ui-several-optional")) } }
            @for n in 0..count {
                (line(&path(n), &format!("{each} {}", n + 1), form.kept.get(&path(n)), form.refusal, kind))
            }
        }
    }
}

fn line(
    path: &str,
    label: &str,
    value: Option<&str>,
    refusal: Option<&Refusal>,
    kind: &str,
) -> Markup {
    let (id, error) = (id(path), error_of(refusal, path));
    let error_id = error.map(|_| format!("{id}-error"));
    html! {
        div.wrong[error.is_some()] {
            label for=(id) { (label) }
            @if let (Some(error), Some(error_id)) = (error, &error_id) {
                p.field-error id=(error_id) { span.unseen { (say!("ui-several-error")) " " } (error.message) }
            }
            input.input id=(id) name=(path) type=(kind) value=[value] autocomplete="off"
                aria-describedby=[&error_id] aria-invalid=[error.map(|_| "true")];
        }
    }
}

pub fn samples() -> Vec<Sample> {
    use crate::input::Kept;
    let kept = Kept::new(vec![("emails[0]".to_owned(), "ada@example".to_owned())]);
    let refusal =
        Refusal::invalid("emails[0]", "not_an_address", "Write it like name@example.org.");
    let form = Form {
        shape: &crate::shape::Shape::EMPTY,
        kept: &kept,
        refusal: Some(&refusal),
        advice: &[],
    };
    let markup = several(&form, "emails", "E-mail addresses", "Address", "email");
    vec![Sample::new("several values", markup)]
}
