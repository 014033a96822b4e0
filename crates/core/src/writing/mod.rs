//! Help with writing, as rules: each finding says what, where, why, and what else to write.
//!
//! It may be ignored: nothing here refuses anything. What must hold is refused by the rules of the
//! case.
//!
//! - [`look`]: everything that is worth another look in a text
//! - [`difference`]: what one side of a request says and the other does not

mod ask;
mod copied;
pub mod difference;
mod finding;
mod jargon;
mod personal;
mod phrases;
mod positive;
mod reading;
mod tokens;
mod vague;

#[cfg(test)]
mod tests;

pub use finding::{Finding, Kind, Rule};
pub use personal::Record;
pub use reading::reading_age;

use finding::Found;

/// Most findings that are shown for one text: more would help nobody.
const MOST: usize = 20;

/// What is known beside the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// A date is given in another field.
    pub dated: bool,
    /// What a read-back answers.
    pub asked: Option<&'a str>,
    /// The customer's record, for writers who may see it.
    pub customer: Option<&'a Record>,
}

/// What is worth another look, in the order of the text.
pub fn look(kind: Kind, text: &str, about: &About<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    match kind {
        Kind::Need => {
            vague::look(text, &mut found);
            ask::look(text, about.dated, &mut found);
        }
        Kind::ReadBack => {
            vague::look(text, &mut found);
            copied::look(text, about.asked.unwrap_or_default(), &mut found);
        }
        Kind::CustomerMessage => {
            positive::look(text, &mut found);
            jargon::look(text, &mut found);
            reading::look(text, &mut found);
        }
        Kind::Colleague => {}
    }
    if let Some(record) = about.customer.filter(|_| kind != Kind::CustomerMessage) {
        personal::look(text, record, &mut found);
    }
    found.sort_by_key(|one: &Found| (one.start, one.end));
    found.into_iter().take(MOST).map(|one| one.finish(text)).collect()
}
