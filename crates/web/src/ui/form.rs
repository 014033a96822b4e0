//! What every form carries, and forms that are a single button.

use maud::{Markup, html};

use crate::session::forgery::FIELD;

/// The hidden field that carries the version of the thing that the form was opened on.
pub const VERSION: &str = "seen_version";

/// The name of the button that only looks at the words: nothing is done then.
pub const CHECK: &str = "check_words";

/// Carries the version that whoever fills in the form has seen: if others were faster, they hear of
/// it before anything is changed. Read into [`crate::ctx::Ctx::seen_version`].
pub fn version(seen: u32) -> Markup {
    html! { input type="hidden" name=(VERSION) value=(seen); }
}

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

/// A form that brings files along.
pub fn bring(form_token: &str, action: &str, inside: &Markup) -> Markup {
    html! {
        form.form method="post" action=(action) enctype="multipart/form-data" novalidate {
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
