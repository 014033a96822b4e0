//! Where the command line meets the rooms below: one function for each thing it needs of them.
//!
//! A command reads its arguments and prints the result; what lies between is here and nowhere else.

mod account;
mod calendars;
mod demonstration;
mod house;
mod log;
mod logging;
mod mail;
mod organisation;
mod serving;

use std::net::SocketAddr;
use std::path::PathBuf;

use baton_core::catalogue::Language;
use serde::Serialize;

pub use account::{Account, AccountOf, account};
pub use calendars::{calendar, calendar_record, calendars, set_calendar};
pub use demonstration::demo;
pub use log::{health, rebuild, verify};
pub use mail::import_mail;
pub use organisation::{
    add_department, add_person, departments, end_token, init, make_token, people,
    reset_second_step, set_password, tokens,
};
pub use serving::serve;

/// A demonstration: where, and what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Demo {
    pub data: PathBuf,
    pub listen: SocketAddr,
    /// The same seed makes the same organisation.
    pub seed: u64,
    /// Directory, people and services, but no cases.
    pub empty: bool,
    pub language: Language,
}

/// Somebody of the demonstration, with what lets a program act for them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DemoPerson {
    pub role: String,
    pub name: String,
    pub email: String,
    /// The department's name.
    pub department: String,
    /// For the API; made anew at every start.
    pub token: String,
    /// For the page; made anew at every start.
    pub password: String,
}

/// The first line of `baton demo --json`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DemoReady {
    pub url: String,
    pub data: String,
    pub people: Vec<DemoPerson>,
}

/// The first person of an organisation: its administrator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct First {
    pub name: String,
    pub email: String,
    pub department: String,
}

/// A person to add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPerson {
    pub name: String,
    pub email: String,
    /// Names of departments.
    pub departments: Vec<String>,
    pub roles: Vec<String>,
}

/// A line of a list of people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PersonLine {
    pub id: String,
    pub name: String,
    pub email: String,
    pub departments: Vec<String>,
    pub roles: Vec<String>,
    pub active: bool,
}

/// A department to add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewDepartment {
    pub name: String,
    pub purpose: String,
    /// Takes cases from customers, so its people may find customers.
    pub customer_facing: bool,
}

/// A line of a list of departments.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DepartmentLine {
    pub id: String,
    pub name: String,
    pub lead: Option<String>,
    pub customer_facing: bool,
    pub active: bool,
}

/// A line of a list of calendars.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CalendarLine {
    pub id: String,
    pub name: String,
    /// What holds today, in words.
    pub hours: String,
    /// Names of departments.
    pub used_by: Vec<String>,
    /// The last day whose holidays are loaded.
    pub known_until: Option<String>,
    pub retired: bool,
}

/// A line of a list of tokens; never the token.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TokenLine {
    pub id: String,
    pub person: String,
    pub label: String,
    pub created_at: String,
}

/// Where every mail of an import went; the last five add up to the first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct MailCount {
    pub found: u64,
    pub filed_cases: u64,
    pub filed_messages: u64,
    pub quarantined: u64,
    pub duplicates: u64,
    pub automatic: u64,
}

/// The first thing of the log that is not as it was written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Break {
    pub seq: i64,
    pub stream: String,
    pub version: u32,
    pub what: String,
}

/// What walking the whole log has found.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Verdict {
    pub events: u64,
    pub streams: u64,
    pub words: u64,
    pub first_bad: Option<Break>,
}

/// What was made again from the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Rebuilt {
    pub cases: u64,
    pub customers: u64,
}

/// One thing that was looked at, and what to do when it is not well.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    pub what: String,
    pub well: bool,
    /// It works, and somebody should look.
    pub look: bool,
    /// How it is, or the cause and the next step.
    pub detail: String,
}
