//! A look at the bytes before the parser sees them: is this mail at all, and is it a bomb.
//!
//! The parser keeps nested messages inside each other, so that ten thousand of them would overflow
//! the stack when they are dropped, and it keeps a record for each part, so that five bytes of
//! input become hundreds in memory. Both are refused here by counting lines.

use super::message::{MESSAGE_LIMIT, Quarantine};

/// More lines than this that start a part's header are no honest mail.
const CONTENT_TYPES: usize = 1_000;
/// More lines than this that could part one part from the next are no honest mail.
const DELIMITERS: usize = 20_000;
/// A message may be encoded inside a message up to this size only (RFC 2045 §6.4 forbids it).
const ENCODED_LIMIT: usize = 1024 * 1024;

/// One of these must be there for a header block to be that of a mail.
const MARKS: [&str; 11] = [
    "from",
    "sender",
    "reply-to",
    "return-path",
    "received",
    "message-id",
    "date",
    "to",
    "subject",
    "resent-from",
    "delivered-to",
];

/// The bytes without an mbox line `From …` at the start, or the reason to stop.
pub fn scan(bytes: &[u8]) -> Result<&[u8], Quarantine> {
    if bytes.len() > MESSAGE_LIMIT {
        return Err(Quarantine::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if bytes.is_empty() {
        return Err(Quarantine::Empty);
    }
    let message = without_envelope_line(bytes);
    if !has_mail_header(message) {
        return Err(Quarantine::NotMail);
    }
    if is_bomb(message) {
        return Err(Quarantine::TooManyParts);
    }
    Ok(message)
}

fn without_envelope_line(bytes: &[u8]) -> &[u8] {
    if bytes.starts_with(b"From ") || bytes.starts_with(b">From ") {
        let end = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1);
        return bytes.get(end..).unwrap_or_default().trim_ascii_start();
    }
    bytes
}

/// Whether the first line is a header field and a field of a mail comes before the first blank one.
///
/// Words like "On Tuesday Ann wrote:" are no field: a name has no blanks (RFC 5322 §2.2).
fn has_mail_header(bytes: &[u8]) -> bool {
    let mut lines = lines(bytes).take_while(|line| !line.trim_ascii().is_empty());
    let Some(first) = lines.next() else { return false };
    field_name(first).is_some()
        && std::iter::once(first)
            .chain(lines)
            .filter_map(field_name)
            .any(|name| MARKS.iter().any(|mark| name.eq_ignore_ascii_case(mark.as_bytes())))
}

/// The name of the header field that a line starts, if it starts one.
pub fn field_name(line: &[u8]) -> Option<&[u8]> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let name = line.get(..colon)?.trim_ascii_end();
    let lawful = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    lawful.then_some(name)
}

/// Counts what the parser would have to build, and finds messages that are encoded in messages.
fn is_bomb(bytes: &[u8]) -> bool {
    let (mut content_types, mut delimiters) = (0, 0);
    let mut block = Block::default();
    let mut in_digest = false;
    let may_hide_much = bytes.len() > ENCODED_LIMIT;
    for line in lines(bytes) {
        match line.first() {
            Some(b'-') if line.starts_with(b"--") && line.len() > 2 => delimiters += 1,
            Some(b'c' | b'C' | b' ' | b'\t') => content_types += block.read(line),
            _ => {}
        }
        if line.trim_ascii().is_empty() {
            in_digest |= block.typed && block.digest;
            if may_hide_much && block.encodes_a_message(in_digest) {
                return true;
            }
            block = Block::default();
        }
        if content_types > CONTENT_TYPES || delimiters > DELIMITERS {
            return true;
        }
    }
    false
}

/// What the lines since the last blank one say, should they be the header of a part.
#[derive(Default)]
struct Block {
    typed: bool,
    message: bool,
    digest: bool,
    encoded: bool,
}

impl Block {
    /// Takes a line in; 1 when it starts a Content-Type.
    fn read(&mut self, line: &[u8]) -> usize {
        let typed = starts_with(line, b"content-type");
        self.typed |= typed;
        self.message |= has(line, b"rfc822") || has(line, b"global");
        self.digest |= has(line, b"digest");
        self.encoded |= has(line, b"base64") || has(line, b"quoted-printable");
        usize::from(typed)
    }

    /// The parts of a digest are messages without saying so (RFC 2046 §5.1.5).
    fn encodes_a_message(&self, in_digest: bool) -> bool {
        self.encoded && (self.typed && self.message || in_digest && !self.typed)
    }
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

fn starts_with(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len()).is_some_and(|part| part.eq_ignore_ascii_case(start))
}

fn has(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_without_headers_is_not_mail() {
        let text = b"Thanks, that works.\n\nOn Tue, Ann Lee wrote:\n> From: me\n";
        assert_eq!(scan(text), Err(Quarantine::NotMail));
    }

    #[test]
    fn a_part_without_a_mail_header_is_not_mail() {
        let part = b"Content-Type: text/plain\r\n\r\nHello";
        assert_eq!(scan(part), Err(Quarantine::NotMail));
    }

    #[test]
    fn blank_bytes_are_empty() {
        assert_eq!(scan(b""), Err(Quarantine::Empty));
        assert_eq!(scan(b" \r\n\n"), Err(Quarantine::Empty));
    }

    #[test]
    fn the_envelope_line_of_a_mailbox_is_left_out() {
        let message = b"From ann@example.com Mon May  2 16:07:05 2005\nFrom: ann@example.com\n\nHi";
        assert_eq!(scan(message), Ok(&b"From: ann@example.com\n\nHi"[..]));
    }

    #[test]
    fn a_message_of_more_than_50_mb_is_too_large() {
        let large = vec![b'x'; MESSAGE_LIMIT + 1];
        assert_eq!(scan(&large), Err(Quarantine::TooLarge));
    }

    #[test]
    fn ten_thousand_messages_inside_each_other_are_refused_before_parsing() {
        let mut bomb = b"From: a@example.com\n".to_vec();
        for _ in 0..10_000 {
            bomb.extend_from_slice(b"Content-Type: message/rfc822\n\n");
        }
        assert_eq!(scan(&bomb), Err(Quarantine::TooManyParts));
    }

    #[test]
    fn a_large_message_encoded_inside_a_message_is_refused_before_parsing() {
        let mut bomb =
            b"From: a@example.com\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                .to_vec();
        bomb.extend(std::iter::repeat_n(b"QUJD\n", 300_000).flatten());
        assert_eq!(scan(&bomb), Err(Quarantine::TooManyParts));
    }
}
