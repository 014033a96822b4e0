//! What a customer's fields must be like.

use jiff::civil::Date;

use crate::check::Check;
use crate::say;
use crate::tags::{KNOWN_TAGS, canonical_tag, class_of, holds_many, is_tag};
use crate::time::Instant;
use crate::vault::Class;

use super::super::command::FieldRecord;
use super::super::state::normal;

const MOST_FIELDS: usize = 60;
const MOST_OF_ONE_TAG: usize = 20;
const LONGEST_LINE: usize = 300;
const LONGEST_TEXT: usize = 4_000;

/// By one of these a customer can be told apart or reached.
const NAME_OR_CONTACT: [&str; 4] = ["name", "email", "phone", "address"];

/// A field with its canonical tag and a trimmed value.
pub(super) struct Tidy {
    pub tag: String,
    pub value: String,
    given_class: Option<Class>,
    /// Its place as the API names it: `emails[0]`, `name`, `fields.shoe_size`.
    path: String,
}

impl Tidy {
    pub fn class(&self) -> Class {
        self.given_class.unwrap_or(class_of(&self.tag))
    }
}

/// Canonical tags, trimmed values, and each value of a tag once.
pub(super) fn tidy(records: &[FieldRecord]) -> Vec<Tidy> {
    let mut kept: Vec<Tidy> = Vec::new();
    for record in records {
        let (tag, value) = (canonical_tag(record.tag.trim()), record.value.trim());
        let same = |other: &&Tidy| other.tag == tag;
        let compared = normal(tag, value);
        if kept.iter().filter(same).any(|other| normal(tag, &other.value) == compared) {
            continue;
        }
        let path = path(tag, kept.iter().filter(same).count());
        let (tag, value) = (tag.to_owned(), value.to_owned());
        kept.push(Tidy { tag, value, given_class: record.class, path });
    }
    kept
}

fn path(tag: &str, nth: usize) -> String {
    match tag {
        "email" => format!("emails[{nth}]"),
        "phone" => format!("phones[{nth}]"),
        _ if KNOWN_TAGS.iter().any(|(known, _)| *known == tag) => tag.to_owned(),
        _ => format!("fields.{}", tag.chars().take(40).collect::<String>()),
    }
}

/// Each field for itself.
pub(super) fn check(check: &mut Check, fields: &[Tidy], now: Instant) {
    check.count("fields", fields.len(), MOST_FIELDS);
    for (i, field) in fields.iter().enumerate().take(MOST_FIELDS) {
        check_tag(check, field);
        check_value(check, field, now);
        let before = fields.iter().take(i).filter(|other| other.tag == field.tag).count();
        if before > 0 && !holds_many(&field.tag) {
            check.add(
                &field.path,
                "only_one",
                say!("customer-fields-give-one-value-notes-can-hold"),
            );
        } else if before >= MOST_OF_ONE_TAG {
            check.add(
                &field.path,
                "too_many",
                say!("customer-fields-give-at-most", most_of_one_tag = MOST_OF_ONE_TAG),
            );
        }
    }
}

fn check_tag(check: &mut Check, field: &Tidy) {
    if !is_tag(&field.tag) {
        let message = say!("customer-fields-a-tag-has-up-to-40");
        check.add(&field.path, "not_a_tag", message);
    }
    let known = KNOWN_TAGS.iter().any(|(known, _)| *known == field.tag);
    if known && field.class() < class_of(&field.tag) {
        let message =
            say!("customer-fields-this-is-at-least", class = format!("{:?}", class_of(&field.tag)));
        check.add(&field.path, "class_too_low", message);
    }
}

fn check_value(check: &mut Check, field: &Tidy, now: Instant) {
    match field.tag.as_str() {
        "email" => check.email(&field.path, &field.value),
        "phone" => {
            check.line(&field.path, &field.value, LONGEST_LINE);
            let digits = field.value.chars().filter(char::is_ascii_digit).count();
            if digits < 3 && !field.value.is_empty() {
                check.add(
                    &field.path,
                    "not_a_phone",
                    say!("customer-fields-write-a-number-like-44-20"),
                );
            }
        }
        "date_of_birth" => check_birth(check, field, now),
        "address" | "notes" => check.text(&field.path, &field.value, LONGEST_TEXT),
        _ => check.line(&field.path, &field.value, LONGEST_LINE),
    }
}

fn check_birth(check: &mut Check, field: &Tidy, now: Instant) {
    let born: Option<Date> = (field.value.len() == 10).then(|| field.value.parse().ok()).flatten();
    let Some(born) = born else {
        return check.add(
            &field.path,
            "not_a_date",
            say!("customer-fields-write-the-day-like-1984-05"),
        );
    };
    let today = jiff::tz::Offset::UTC.to_datetime(now.timestamp()).date();
    if born > today || born.year() < 1880 {
        check.add(&field.path, "out_of_range", say!("customer-fields-give-the-day-on-which-a"));
    }
}

/// All the tags that a customer then has.
pub(super) fn check_whole<'a>(check: &mut Check, tags: impl Iterator<Item = &'a str>) {
    let (mut count, mut found) = (0, false);
    for tag in tags {
        count += 1;
        found |= NAME_OR_CONTACT.contains(&tag);
    }
    check.count("fields", count, MOST_FIELDS);
    if !found {
        let message = say!("customer-fields-give-at-least-a-name-or");
        check.add("name", "missing", message);
    }
}
