//! Whoever is named in a text of a case is told of it, if they may read it. Naming somebody shows
//! them nothing that they could not see before.

use crate::case::request::Request;
use crate::case::request::sight::{case_sight, sight};
use crate::case::state::Case;
use crate::directory::{Directory, Named, named};
use crate::ids::PersonId;
use crate::say;

/// What naming people in a text leads to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mentioned {
    /// These are told.
    pub people: Vec<PersonId>,
    /// These are named and cannot see it, so they are not told.
    pub blind: Vec<Named>,
}

/// Whom a text names, in the case itself or in a request of it. Whoever wrote it is not told.
pub fn mentioned(
    case: &Case,
    request: Option<&Request>,
    text: &str,
    directory: &Directory,
    author: Option<PersonId>,
) -> Mentioned {
    let sees = |person| sees(case, request, person, directory);
    let mut mentioned = Mentioned::default();
    for named in named(text, directory) {
        let people = people_of(named, directory);
        if people.iter().any(|person| sees(*person)) {
            let told = people.into_iter().filter(|person| sees(*person) && Some(*person) != author);
            mentioned.people.extend(told);
        } else {
            mentioned.blind.push(named);
        }
    }
    mentioned.people.sort_unstable();
    mentioned.people.dedup();
    mentioned
}

fn sees(case: &Case, request: Option<&Request>, person: PersonId, directory: &Directory) -> bool {
    directory.who(person).filter(|who| who.human).is_some_and(|who| match request {
        Some(request) => sight(case, request, &who).any(),
        None => case_sight(case, &who).any(),
    })
}

fn people_of(named: Named, directory: &Directory) -> Vec<PersonId> {
    match named {
        Named::Person(person) => vec![person],
        Named::Department(department) => directory.members(department),
    }
}

/// Whether naming somebody in the case, or in a request of it, tells anybody.
pub fn tells(case: &Case, request: Option<&Request>, named: Named, directory: &Directory) -> bool {
    let people = people_of(named, directory);
    people.into_iter().any(|person| sees(case, request, person, directory))
}

/// What the writer reads about somebody who was not told.
pub fn advice(named: Named, directory: &Directory) -> String {
    let name = directory.name_of(named);
    let department = match named {
        Named::Department(_) => Some(name),
        Named::Person(person) => {
            let departments = directory.person(person).map(|person| person.departments.as_slice());
            let first = departments.unwrap_or_default().first();
            first.map(|department| directory.department_name(*department))
        }
    };
    match department {
        Some(department) => say!("case-mention-cannot-see-this-and-was-not", name, department),
        None => say!("case-mention-cannot-see-this-and-was-not-2", name),
    }
}
