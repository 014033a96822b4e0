//! Where the command line meets the rooms below: one function for each thing it needs of them.
//!
//! A command reads its arguments and prints the result; what lies between is here and nowhere else.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::config::Settings;
use crate::exit::Exit;
use crate::output::Output;

/// Serves pages and API until interrupted.
pub fn serve(_settings: &Settings, _output: &Output) -> Result<(), Exit> {
    Err(Exit::not_built_in("Serving"))
}

/// A demonstration: where, and what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Demo {
    pub data: PathBuf,
    pub listen: SocketAddr,
    /// The same seed makes the same organisation.
    pub seed: u64,
    /// Directory, people and services, but no cases.
    pub empty: bool,
}

/// Somebody of the demonstration, with what lets a program act for them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DemoPerson {
    pub role: String,
    pub name: String,
    pub email: String,
    /// The department's name.
    pub department: String,
    pub token: String,
}

/// The first line of `baton demo --json`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DemoReady {
    pub url: String,
    pub data: String,
    pub people: Vec<DemoPerson>,
}

/// Makes the demonstration when it is not there yet and serves it until interrupted. `ready` is
/// called once, when it answers.
pub fn demo(_demo: &Demo, _ready: impl FnOnce(&DemoReady) -> Result<(), Exit>) -> Result<(), Exit> {
    Err(Exit::not_built_in("The demonstration"))
}

/// The first person of an organisation: its administrator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct First {
    pub name: String,
    pub email: String,
    pub department: String,
}

/// Makes the database, the key and the first administrator; gives the one token that opens it.
/// Refuses with [`crate::exit::Kind::Conflict`] when there is an organisation already.
pub fn init(_settings: &Settings, _first: &First) -> Result<String, Exit> {
    Err(Exit::not_built_in("Setting up an organisation"))
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

/// Gives the new person's id.
pub fn add_person(_settings: &Settings, _person: &NewPerson) -> Result<String, Exit> {
    Err(Exit::not_built_in("Adding a person"))
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

pub fn people(_settings: &Settings) -> Result<Vec<PersonLine>, Exit> {
    Err(Exit::not_built_in("Listing people"))
}

/// A department to add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewDepartment {
    pub name: String,
    pub purpose: String,
    /// Takes cases from customers, so its people may find customers.
    pub customer_facing: bool,
}

/// Gives the new department's id.
pub fn add_department(_settings: &Settings, _department: &NewDepartment) -> Result<String, Exit> {
    Err(Exit::not_built_in("Adding a department"))
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

pub fn departments(_settings: &Settings) -> Result<Vec<DepartmentLine>, Exit> {
    Err(Exit::not_built_in("Listing departments"))
}

/// Makes a token for the person with this address and gives it; only its hash is kept.
pub fn make_token(_settings: &Settings, _email: &str, _label: &str) -> Result<String, Exit> {
    Err(Exit::not_built_in("Making a token"))
}

/// A line of a list of tokens; never the token.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TokenLine {
    pub id: String,
    pub person: String,
    pub label: String,
    pub created_at: String,
}

pub fn tokens(_settings: &Settings) -> Result<Vec<TokenLine>, Exit> {
    Err(Exit::not_built_in("Listing tokens"))
}

pub fn end_token(_settings: &Settings, _id: &str) -> Result<(), Exit> {
    Err(Exit::not_built_in("Ending a token"))
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

/// Takes in every mail of a file or folder. Repeating it changes nothing.
pub fn import_mail(_settings: &Settings, _path: &Path) -> Result<MailCount, Exit> {
    Err(Exit::not_built_in("Importing mail"))
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

pub fn verify(_settings: &Settings) -> Result<Verdict, Exit> {
    Err(Exit::not_built_in("Verifying the log"))
}

/// What was made again from the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Rebuilt {
    pub streams: u64,
    pub rows: u64,
}

pub fn rebuild(_settings: &Settings) -> Result<Rebuilt, Exit> {
    Err(Exit::not_built_in("Rebuilding the rows"))
}

/// One thing that was looked at, and what to do when it is not well.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    pub what: String,
    pub well: bool,
    /// How it is, or the cause and the next step.
    pub detail: String,
}

/// How the database, the jobs and the mail are.
pub fn health(_settings: &Settings) -> Result<Vec<Finding>, Exit> {
    Err(Exit::not_built_in("Looking at the database"))
}
