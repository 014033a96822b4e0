//! A message of the catalogue with markup between its words.

use baton_core::catalogue::{Piece, Said};
use maud::{Escaper, Markup, PreEscaped, Render};

/// The words are escaped; each part renders itself. A part that is not handed in is shown by its
/// name, and a message that has no parts, or chooses by a number, by its key.
pub fn told(said: &Said, key: &str, parts: &[(&str, &dyn Render)]) -> Markup {
    let pieces = said.pieces();
    let mut told = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => escape(&mut told, words),
            Piece::Part(name) => match parts.iter().find(|(given, _)| given == name) {
                Some((_, part)) => part.render_to(&mut told),
                None => escape(&mut told, name),
            },
        }
    }
    if pieces.is_empty() {
        escape(&mut told, key);
    }
    PreEscaped(told)
}

fn escape(told: &mut String, words: &str) {
    use std::fmt::Write as _;
    // Writing to a String does not fail.
    let _ = Escaper::new(told).write_str(words);
}

/// Says a message of the catalogue as markup: `tell!("public-ask-follow", link = html! { … })`.
#[macro_export]
macro_rules! tell {
    ($key:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {{
        static SAID: baton_core::catalogue::Said = baton_core::catalogue::Said::new($key);
        $crate::tell::told(
            &SAID,
            $key,
            &[$((stringify!($name), &baton_core::part!($name $(= $value)?))),+],
        )
    }};
}
