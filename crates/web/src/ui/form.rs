//! What every form carries, and forms that are a single button.

use maud::{Markup, html};

use crate::session::forgery::FIELD;

/// The hidden token without which no form is accepted.
pub fn token(token: &str) -> Markup {
    html! { input type="hidden" name=(FIELD) value=(token); }
}

/// A form around its fields.
pub fn post(form_token: &str, action: &str, inside: &Markup) -> Markup {
    html! {
        form.form method="post" action=(action) novalidate {
            (token(form_token))
            (inside)
        }
    }
}

/// A single button that acts; `on` names the thing for those who do not see the row.
pub fn act(form_token: &str, action: &str, text: &str, on: &str) -> Markup {
    html! {
        form.act method="post" action=(action) {
            (token(form_token))
            button.button.small type="submit" { (text) span.unseen { " " (on) } }
        }
    }
}
