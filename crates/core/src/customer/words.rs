//! How the events of a customer are said. Values are never said, only which fields they are.

use std::collections::BTreeSet;

use crate::say;
use crate::vault::Texts;

use super::event::CustomerEvent;
use super::state::Field;

/// One sentence about an event, with the name of whoever did it.
pub fn say(event: &CustomerEvent, actor: &str, texts: &Texts) -> String {
    match event {
        CustomerEvent::CustomerCreated(created) => {
            say!("customer-words-recorded-the-customer-with", actor, tags = tags(&created.fields))
        }
        CustomerEvent::CustomerRevised(revised) => {
            let removed = list(revised.removed.iter().map(String::as_str));
            match (revised.set.is_empty(), revised.removed.is_empty()) {
                (false, true) => say!("customer-words-changed", actor, tags = tags(&revised.set)),
                (true, false) => say!("customer-words-removed", actor, removed),
                (false, false) => {
                    say!(
                        "customer-words-changed-and-removed",
                        actor,
                        tags = tags(&revised.set),
                        removed
                    )
                }
                (true, true) => say!("customer-words-changed-nothing", actor),
            }
        }
        CustomerEvent::CustomerMerged(_) => {
            say!("customer-words-merged-the-customer-into", actor)
        }
        CustomerEvent::CustomerSeparated(_) => {
            say!("customer-words-took-the-merger-back-the", actor)
        }
        CustomerEvent::CustomerJoined(joined) if joined.set.is_empty() => {
            say!("customer-words-merged-another-record-into-this", actor)
        }
        CustomerEvent::CustomerJoined(joined) => {
            let tags = tags(&joined.set);
            say!("customer-words-merged-another-record-into-this-2", actor, tags)
        }
        CustomerEvent::CustomerParted(_) => {
            say!("customer-words-took-another-record-out-again", actor)
        }
        CustomerEvent::CustomerErased(erased) => {
            say!(
                "customer-words-erased-the-customer-for-ever",
                actor,
                reason = texts.show(erased.reason)
            )
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
        Some(last) => say!("customer-words-and", value = names.join(", "), last),
    }
}
