//! The body of a mail, as plain text and as HTML.

use std::panic::catch_unwind;

use mail_parser::{Message, MimeHeaders, PartType};

use super::clean;
use super::scan::field_name;
use super::weight::is_heavy;

/// Wide enough that paragraphs stay in one piece.
const WIDTH: usize = 2_000;

/// The best plain text and, when there is one, the HTML.
pub(super) fn of(message: &Message<'_>, bytes: &[u8]) -> (String, Option<String>) {
    let html: Vec<&str> = message
        .html_body
        .iter()
        .filter_map(|&at| match &message.part(at)?.body {
            PartType::Html(html) => Some(html.as_ref()),
            _ => None,
        })
        .collect();
    let text: Vec<String> = message
        .text_body
        .iter()
        .filter_map(|&at| match &message.part(at)?.body {
            PartType::Text(text) => Some(clean::text(text)),
            PartType::Html(html) => Some(html_as_text(html)),
            _ => None,
        })
        .filter(|text| !text.is_empty())
        .collect();
    let html = (!html.is_empty()).then(|| html.concat().replace('\0', ""));
    let text = match (&html, text.is_empty()) {
        (Some(html), true) => html_as_text(html),
        (None, true) => stray(message, bytes),
        _ => clean::text(&text.join("\n\n")),
    };
    (text, html)
}

/// Words that would be lost: a root that calls itself a multipart without having parts, and a body
/// that the parser took for header lines because the blank line before it is not quite blank.
fn stray(message: &Message<'_>, bytes: &[u8]) -> String {
    if is_body_by_default(message) {
        let text = clean::text(&String::from_utf8_lossy(message.root_part().contents()));
        if !text.is_empty() {
            return text;
        }
    }
    if message.parts.len() > 1 {
        return String::new();
    }
    clean::text(&String::from_utf8_lossy(after_header(bytes)))
}

/// The one part of a mail that is neither shown nor attached: its words are the body.
pub(super) fn is_body_by_default(message: &Message<'_>) -> bool {
    let Some(root) = message.parts.first() else { return false };
    let attached = root.content_disposition().is_some_and(|stated| stated.is_attachment())
        || root.attachment_name().is_some();
    let without_parts = root.content_type().is_some_and(|stated| stated.ctype() == "multipart");
    let is_text = matches!(root.body, PartType::Text(_));
    message.parts.len() == 1 && !attached && (is_text || without_parts)
}

/// From the first line on that is neither a header field nor the continuation of one.
fn after_header(bytes: &[u8]) -> &[u8] {
    let mut at = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let blank = line.trim_ascii().is_empty();
        let folded = line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t'));
        if !blank && !folded && field_name(line).is_none() {
            return bytes.get(at..).unwrap_or_default();
        }
        if line == b"\n" || line == b"\r\n" {
            break;
        }
        at += line.len();
    }
    &[]
}

/// HTML told as text: paragraphs and lists stay, everything else goes.
pub fn html_as_text(html: &str) -> String {
    let laid_out = if is_heavy(html) {
        None
    } else {
        catch_unwind(|| {
            html2text::config::plain_no_decorate()
                .raw_mode(true)
                .no_table_borders()
                .allow_width_overflow()
                .string_from_read(html.as_bytes(), WIDTH)
                .ok()
        })
        .ok()
        .flatten()
    };
    clean::text(&laid_out.unwrap_or_else(|| without_tags(html)))
}

/// A plain cut at the brackets, for pages too heavy to lay out.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let rest = piece.split_once('>').map_or(piece, |(_, rest)| rest);
        if !rest.trim().is_empty() {
            text.push_str(rest.trim());
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_as_text_with_its_paragraphs() {
        let text =
            html_as_text("<p>Hello <b>Ann</b>,</p><p>it&nbsp;works.</p><script>x()</script>");
        assert!(text.starts_with("Hello Ann,\n") && text.ends_with("works."), "{text:?}");
        assert!(!text.contains("x()"), "{text:?}");
    }

    #[test]
    fn a_page_too_heavy_to_lay_out_still_gives_its_words() {
        let heavy = format!("{}deep{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(html_as_text(&heavy), "deep");
    }
}
