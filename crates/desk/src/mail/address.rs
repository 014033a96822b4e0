//! Addresses from header fields that people, robots and attackers write.

use mail_parser::Addr;

use super::clean;
use super::message::Mailbox;

/// RFC 5321 §4.5.3.1: a path has at most 256 octets, brackets included.
const LONGEST: usize = 254;

/// What the parser read, when it holds an address that could be written to.
pub(super) fn mailbox(read: &Addr<'_>) -> Option<Mailbox> {
    let stated = read.address().unwrap_or_default();
    let address = if is_local_robot(stated) { stated.to_owned() } else { whole(stated)? };
    let name = clean::line(read.name().unwrap_or_default());
    Some(Mailbox { name, address })
}

/// As it stands, as one of its words, or as its words joined: blanks inside an address were lawful
/// once (RFC 822 §3.4.3).
fn whole(stated: &str) -> Option<String> {
    let joined: String = stated.split_whitespace().collect();
    let mut words = stated.split_whitespace().filter(|word| !word.ends_with('.'));
    let word = words.find(|word| is_address(word)).map(str::to_owned);
    word.or_else(|| is_address(&joined).then_some(joined)).or_else(|| find(stated))
}

/// The post office of the sending machine itself may sign without a domain.
fn is_local_robot(text: &str) -> bool {
    ["mailer-daemon", "postmaster"].iter().any(|name| text.eq_ignore_ascii_case(name))
}

/// The first thing in a text that looks like an address.
pub fn find(text: &str) -> Option<String> {
    let parts = text.split(|c: char| c.is_whitespace() || "<>()[]\",;:".contains(c));
    parts
        .map(|part| part.trim_matches(['.', '\'']))
        .find(|part| is_address(part))
        .map(str::to_owned)
}

/// One `@` with something before it and a name after it, no blanks, brackets or control characters.
///
/// Much looser than RFC 5321 and yet enough to keep headers and envelopes in one piece.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let broken = |c: char| c.is_whitespace() || c.is_control() || "<>()[]\",;:\\@".contains(c);
    text.len() <= LONGEST
        && !local.is_empty()
        && !domain.is_empty()
        && !local.contains(broken)
        && !domain.contains(broken)
        && !domain.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_in_a_line_that_is_no_address_list() {
        assert_eq!(find("Wei\u{df} foo@bar.com").as_deref(), Some("foo@bar.com"));
        assert_eq!(find("Me <a@b.org<mailto:a@b.org>>").as_deref(), Some("a@b.org"));
        assert_eq!(find("undisclosed-recipients:;"), None);
    }

    #[test]
    fn what_could_split_a_header_is_no_address() {
        for text in ["a@b\r\nBcc: c@d", "a b@c", "a@", "@b", "a@b@c", "a@b,c@d", "a@<b>", "a\0@b"] {
            assert!(!is_address(text), "{text:?}");
        }
    }
}
