//! Text from outside, made safe for a terminal.

/// Replaces line ends by blanks and drops what could steer a terminal: control characters, and the
/// marks that turn the direction of writing.
pub fn clean(text: &str) -> String {
    text.chars().filter_map(keep).collect()
}

fn keep(letter: char) -> Option<char> {
    match letter {
        '\n' | '\r' | '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => None,
        _ if letter.is_control() => None,
        _ => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_can_steer_the_terminal() {
        assert_eq!(clean("a\x1b[31mred\u{202e}b\u{7}\nnext"), "a[31mredb next");
        assert_eq!(clean("Zoë – 7 €"), "Zoë – 7 €");
    }
}
