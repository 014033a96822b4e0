//! What can be done with a customer.

use crate::vault::Class;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    Create {
        fields: Vec<FieldRecord>,
    },
    Revise {
        /// For every tag named here, these become all of its values.
        set: Vec<FieldRecord>,
        /// Tags whose values all go.
        remove: Vec<String>,
    },
    /// Deletes every word about them for ever. What the log says of them stays, without words.
    Erase {
        reason: String,
    },
}

/// One field in plain text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldRecord {
    /// `email` and `emails` are the same.
    pub tag: String,
    pub value: String,
    /// `None` is the tag's own class; a known tag cannot be given a lower one.
    pub class: Option<Class>,
}

impl FieldRecord {
    pub fn new(tag: impl Into<String>, value: impl Into<String>) -> Self {
        Self { tag: tag.into(), value: value.into(), class: None }
    }
}
