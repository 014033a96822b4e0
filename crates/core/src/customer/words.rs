//! How the events of a customer are said. Values are never said, only which fields they are.

use std::collections::BTreeSet;

use crate::vault::Texts;

use super::event::CustomerEvent;
use super::state::Field;

/// One sentence about an event, with the name of whoever did it.
pub fn say(event: &CustomerEvent, actor: &str, texts: &Texts) -> String {
    match event {
        CustomerEvent::CustomerCreated(created) => {
            format!("{actor} recorded the customer with {}.", tags(&created.fields))
        }
        CustomerEvent::CustomerRevised(revised) => {
            let removed = list(revised.removed.iter().map(String::as_str));
            match (revised.set.is_empty(), revised.removed.is_empty()) {
                (false, true) => format!("{actor} changed {}.", tags(&revised.set)),
                (true, false) => format!("{actor} removed {removed}."),
                (false, false) => {
                    format!("{actor} changed {} and removed {removed}.", tags(&revised.set))
                }
                (true, true) => format!("{actor} changed nothing."),
            }
        }
        CustomerEvent::CustomerMerged(_) => {
            format!("{actor} merged the customer into another record of theirs.")
        }
        CustomerEvent::CustomerSeparated(_) => {
            format!("{actor} took the merger back: the customer stands alone again.")
        }
        CustomerEvent::CustomerJoined(joined) if joined.set.is_empty() => {
            format!("{actor} merged another record into this one.")
        }
        CustomerEvent::CustomerJoined(joined) => {
            let tags = tags(&joined.set);
            format!("{actor} merged another record into this one, and with it changed {tags}.")
        }
        CustomerEvent::CustomerParted(_) => format!("{actor} took another record out again."),
        CustomerEvent::CustomerErased(erased) => {
            format!("{actor} erased the customer for ever: {}", texts.show(erased.reason))
        }
    }
}

fn tags(fields: &[Field]) -> String {
    list(fields.iter().map(|field| field.tag.as_str()))
}

/// `address, date of birth and name`
fn list<'a>(tags: impl Iterator<Item = &'a str>) -> String {
    let tags: BTreeSet<&str> = tags.collect();
    let mut names: Vec<String> = tags.into_iter().map(|tag| tag.replace('_', " ")).collect();
    match names.pop() {
        None => "nothing".to_owned(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
}
