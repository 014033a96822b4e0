//! Tags: what the fields of a customer are called, everywhere.

use crate::vault::Class;

/// The longest tag.
pub const LONGEST_TAG: usize = 40;

/// The tags that Baton knows, each with its class; an organisation may add its own.
pub const KNOWN_TAGS: [(&str, Class); 7] = [
    ("name", Class::P2),
    ("email", Class::P2),
    ("phone", Class::P2),
    ("address", Class::P2),
    ("account", Class::P2),
    ("date_of_birth", Class::P2),
    ("notes", Class::P3),
];

/// The tag under which a field is kept: the API's lists have names in the plural.
pub fn canonical_tag(tag: &str) -> &str {
    match tag {
        "emails" => "email",
        "phones" => "phone",
        _ => tag,
    }
}

/// Letters a to z, digits and underscores, with a letter first, up to 40 of them.
pub fn is_tag(tag: &str) -> bool {
    tag.len() <= LONGEST_TAG
        && tag.starts_with(|first: char| first.is_ascii_lowercase())
        && tag.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// The class of a tag that Baton knows; an organisation's own tag is P2 unless it says otherwise.
pub fn class_of(tag: &str) -> Class {
    KNOWN_TAGS.iter().find(|(known, _)| *known == tag).map_or(Class::P2, |(_, class)| *class)
}

/// Whether a customer may have several values under a tag.
pub fn holds_many(tag: &str) -> bool {
    matches!(tag, "email" | "phone")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_tag_is_a_tag_and_its_own_canonical_form() {
        for (tag, class) in KNOWN_TAGS {
            assert!(is_tag(tag) && canonical_tag(tag) == tag && class_of(tag) == class, "{tag}");
        }
    }

    #[test]
    fn what_cannot_be_a_tag_is_told_apart() {
        for tag in ["", "Name", "9lives", "_x", "shoe size", "größe", &"a".repeat(41)] {
            assert!(!is_tag(tag), "{tag}");
        }
    }
}
