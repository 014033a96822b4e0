//! What the log keeps of a calendar: whole records, as they were set. Names are words.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::{Hours, Opening};
use crate::vault::WordRef;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CalendarSet {
    pub name: WordRef,
    /// IANA name.
    pub zone: String,
    /// Their holiday sets are those of nations, or keys of `sets`.
    pub hours: Vec<Hours>,
    pub exceptions: BTreeMap<Date, Vec<Opening>>,
    pub sets: BTreeMap<String, SetOfDays>,
    pub retired: bool,
}

/// Holidays that belong to this calendar.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SetOfDays {
    pub name: WordRef,
    pub days: Vec<Date>,
    /// What the days are called: a line for each, in their order.
    pub names: WordRef,
    /// It leaves no holiday out from this day on, until the other one.
    pub from: Date,
    pub until: Date,
}

crate::events! {
    /// An event of a calendar's stream.
    CalendarEvent {
        CalendarSet = "calendar_set" v 1,
    }
}
