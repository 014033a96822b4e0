//! A form that a device answers: with script, the browser opens its own dialog for passkeys, and sends
//! the form when the device has answered.

use baton_core::refusal::FieldError;
use baton_core::say;
use maud::{Markup, html};

use super::field::id;
use super::form;
use crate::page::Sample;
use crate::shape::Field;

/// What the device answered, as JSON.
pub const CREDENTIAL: Field = Field::text("credential", 16_000).secret();

/// What a device is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// To sign in, or to show again that it is you.
    Proof,
    /// To make a new passkey.
    New,
}

/// Where a form goes, and from where it gets what the device is asked.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    pub action: &'a str,
    pub challenge: &'static str,
    pub ask: Ask,
}

/// `inside` are its other fields. The button is not shown to whom it would not work for: without
/// script by style, without passkeys by script, which says so.
pub fn form(
    token: &str,
    way: Way<'_>,
    inside: &Markup,
    button: &str,
    error: Option<&FieldError>,
) -> Markup {
    let (ask, main, failed) = match way.ask {
        Ask::Proof => ("get", false, say!("ui-passkey-it-did-not-work-try-again-or")),
        Ask::New => ("create", true, say!("ui-passkey-it-did-not-work-nothing-was")),
    };
    html! {
        form.form.passkey method="post" action=(way.action) novalidate data-passkey=(ask)
            data-challenge=(way.challenge) data-failed=(failed)
            data-cannot=(say!("ui-passkey-this-browser-has-no-passkeys"))
            data-stopped=(say!("ui-passkey-nothing-was-done"))
            data-known=(say!("ui-passkey-this-device-has-one-already")) {
            (form::token(token))
            (inside)
            input type="hidden" name=(CREDENTIAL.name) value="";
            @if let Some(error) = error {
                p.field-error { span.unseen { (say!("ui-field-error")) " " } (error.message) }
            }
            p.field-error role="alert" hidden {}
            button.button.main[main] id=(id(CREDENTIAL.name)) type="submit" { (button) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let way = Way {
        action: "/sign-in/passkey",
        challenge: "/sign-in/passkey/challenge",
        ask: Ask::Proof,
    };
    let error = FieldError::new("credential", "not_recognised", "This passkey opens nothing here.");
    vec![Sample::new("passkey", form("", way, &html! {}, "Sign in with a passkey", Some(&error)))]
}
