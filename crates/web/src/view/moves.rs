//! An act that is legal now, with where to send it.

use crate::shape::Out;
use crate::view::view;

view! {
    MoveView as MOVE "Move" {
        "move" name: &'static str = Out::Text,
        "method" method: &'static str = Out::Choice(&["POST"]),
        "href" href: String = Out::Text,
    }
}

impl MoveView {
    pub fn new(name: &'static str, below: &str, path: &str) -> Self {
        Self { name, method: "POST", href: format!("{below}/{path}") }
    }
}
