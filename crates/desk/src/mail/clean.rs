//! Text from outside, made fit to be stored and shown.

use baton_core::catalogue::Word;
use baton_core::word;

/// A body is kept as text up to this many bytes; the original message holds the rest.
const TEXT_LIMIT: usize = 1024 * 1024;
/// A line (subject, name, address, file name) is kept up to this many bytes.
const LINE_LIMIT: usize = 998;
/// What stands at the end of a body that was cut.
pub const CUT: Word = word!("mail-clean-the-rest-is-in-the-original");

/// Body text: newlines are `\n`, tabs stay, every other control character is removed, and blank
/// lines at the start and end are left out.
pub fn text(raw: &str) -> String {
    let mut clean = String::with_capacity(raw.len().min(TEXT_LIMIT));
    let mut letters = raw.chars().peekable();
    while let Some(letter) = letters.next() {
        if clean.len() >= TEXT_LIMIT {
            clean.push_str(&CUT);
            break;
        }
        match letter {
            '\r' => {
                let _ = letters.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\t' => clean.push(letter),
            letter if letter.is_control() || turns_direction(letter) => {}
            letter => clean.push(letter),
        }
    }
    clean.truncate(clean.trim_end().len());
    let blank_lines = clean.len() - clean.trim_start_matches('\n').len();
    clean.drain(..blank_lines);
    clean
}

/// One line: control characters and runs of blanks become one space, the ends are trimmed.
pub fn line(raw: &str) -> String {
    let mut clean = String::with_capacity(raw.len().min(LINE_LIMIT));
    for letter in raw.chars().filter(|&letter| !turns_direction(letter)) {
        if clean.len() >= LINE_LIMIT {
            break;
        }
        let letter = if letter.is_control() || letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || !(clean.is_empty() || clean.ends_with(' ')) {
            clean.push(letter);
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// A file name: the last part of a path, as one line; `fallback` when nothing is left.
pub fn file_name(raw: &str, fallback: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = line(last);
    let name = name.trim_start_matches('.').trim();
    if name.is_empty() { fallback.to_owned() } else { name.to_owned() }
}

/// Overrides and isolates of writing direction, which can make `exe.fdp` read as `pdf.exe`.
fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body_text_loses_control_characters_and_keeps_lines_and_tabs() {
        assert_eq!(text("a\0b\r\nc\rd\te\u{1b}[31m\n\n"), "ab\nc\nd\te[31m");
    }

    #[test]
    fn a_header_value_is_one_line() {
        assert_eq!(
            line(" Re:\r\n Bcc: x@example.com\0  \u{202e}end "),
            "Re: Bcc: x@example.com end"
        );
    }

    #[test]
    fn a_file_name_is_never_a_path() {
        assert_eq!(file_name("../../etc/passwd", "file"), "passwd");
        assert_eq!(file_name("C:\\temp\\..\\.htaccess", "file"), "htaccess");
        assert_eq!(file_name("..", "file"), "file");
    }

    #[test]
    fn a_long_body_says_that_it_was_cut() {
        let long = text(&"x".repeat(TEXT_LIMIT + 10));
        assert!(long.ends_with(&*CUT) && long.len() <= TEXT_LIMIT + CUT.len());
    }
}
