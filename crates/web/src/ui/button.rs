//! Buttons do, links go. One main button on a page.

use maud::{Markup, html};

use crate::page::Sample;

/// Sends the form: the one thing that the page is for.
pub fn main(text: &str) -> Markup {
    html! { button.button.main type="submit" { (text) } }
}

/// Sends the form, beside the main one.
pub fn plain(text: &str) -> Markup {
    html! { button.button type="submit" { (text) } }
}

/// Sends a form that takes something away.
pub fn grave(text: &str) -> Markup {
    html! { button.button.grave type="submit" { (text) } }
}

/// A link that looks like the main button, where going there is what the page is for.
pub fn link(text: &str, href: &str) -> Markup {
    html! { a.button.main href=(href) { (text) } }
}

pub fn plain_link(text: &str, href: &str) -> Markup {
    html! { a.button href=(href) { (text) } }
}

/// Buttons side by side, wrapping where there is no room.
pub fn row(buttons: &[Markup]) -> Markup {
    html! { div.buttons { @for button in buttons { (button) } } }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "buttons",
        row(&[
            main("Send request"),
            plain("Save draft"),
            grave("Withdraw"),
            link("Raise a request", "/requests/new"),
            plain_link("Back to the case", "/cases/1"),
        ]),
    )]
}
