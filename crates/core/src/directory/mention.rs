//! Names in a text: `@Tom`, `@Tom Okafor`, `@Logistics`.

use super::look_up::same_text;
use super::state::Directory;
use crate::ids::{DepartmentId, PersonId};

/// Somebody, or all of a department, as a text names them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Named {
    Person(PersonId),
    Department(DepartmentId),
}

/// Whom a text names, each once, in order. The longest name that fits counts; a first name is
/// enough where only one person has it.
pub fn named(text: &str, directory: &Directory) -> Vec<Named> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        // An address is no mention: `tom@example.org`.
        if letter == '@' && !before.is_alphanumeric() {
            let rest = text.get(at + 1..).unwrap_or_default();
            found.extend(longest(rest, directory).or_else(|| by_first_name(rest, directory)));
        }
        before = letter;
    }
    let mut once = Vec::new();
    for one in found {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

fn longest(rest: &str, directory: &Directory) -> Option<Named> {
    let people = directory
        .active_people()
        .map(|person| (Named::Person(person.id), directory.person_name(person.id)));
    let departments = directory
        .active_departments()
        .map(|one| (Named::Department(one.id), directory.department_name(one.id)));
    let fits = people.chain(departments).filter(|(_, name)| begins(rest, name));
    fits.max_by_key(|(_, name)| name.len()).map(|(named, _)| named)
}

fn by_first_name(rest: &str, directory: &Directory) -> Option<Named> {
    let mut fits = directory.active_people().filter(|person| {
        let first = directory.person_name(person.id).split_whitespace().next();
        first.is_some_and(|first| begins(rest, first))
    });
    match (fits.next(), fits.next()) {
        (Some(person), None) => Some(Named::Person(person.id)),
        _ => None,
    }
}

/// Whether a text begins with a name that ends there.
fn begins(text: &str, name: &str) -> bool {
    let Some(start) = text.get(..name.len()) else { return false };
    let after = text.get(name.len()..).and_then(|rest| rest.chars().next());
    !name.is_empty() && same_text(start, name) && !after.is_some_and(char::is_alphanumeric)
}

impl Directory {
    /// The name of somebody or of a department.
    pub fn name_of(&self, named: Named) -> &str {
        match named {
            Named::Person(id) => self.person_name(id),
            Named::Department(id) => self.department_name(id),
        }
    }
}
