//! What went wrong, as a page: the sentence, what to do next, and the id to quote.

use baton_core::say;
use maud::html;

use super::button;
use crate::page::Page;
use crate::problem::Problem;
use crate::tell;

pub fn page(problem: &Problem, signed_in: bool) -> Page {
    let title = problem.title.trim_end_matches('.');
    let main = html! {
        p.lead { (problem.detail) }
        @if !problem.fields.is_empty() {
            ul { @for error in &problem.fields { li { (error.message) } } }
        }
        (button::row(&[button::plain_link(say!("ui-problem-go-to-today"), "/")]))
        p.meta { (tell!("ui-problem-operation", code = html! { code { (problem.operation) } })) }
    };
    if signed_in { Page::new(title, main) } else { Page::alone(title, main) }
}
