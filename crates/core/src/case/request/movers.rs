//! Whose move a request is, as people.

use crate::case::kinds::Mover;
use crate::case::request::state::{Request, Stage};
use crate::case::state::Case;
use crate::directory::Directory;
use crate::ids::{DepartmentId, PersonId};

/// Everybody who can make the next move of a request; in order, each once.
pub fn to_move(case: &Case, request: &Request, directory: &Directory) -> Vec<PersonId> {
    // A sender of the department that had the case before no longer sees it.
    let sender = Some(request.sender).filter(|sender| {
        directory.person(*sender).is_some_and(|person| person.belongs_to(request.from))
    });
    let owner = Some(case.owner).filter(|_| case.department == request.department_to_move());
    let mut people: Vec<_> = match request.mover() {
        Mover::Nobody => Vec::new(),
        Mover::From => sender.into_iter().chain(owner).collect(),
        // Nothing is left but to tell the customer.
        Mover::To if request.stage == Stage::Verified => owner.into_iter().collect(),
        Mover::To => match request.assignee {
            Some(assignee) => vec![assignee],
            None => leaders(directory, request.ask.to),
        },
    };
    people.sort_unstable();
    people.dedup();
    people
}

fn leaders(directory: &Directory, department: DepartmentId) -> Vec<PersonId> {
    let Some(department) = directory.department(department) else { return Vec::new() };
    department.lead.into_iter().chain(department.deputies.iter().copied()).collect()
}
