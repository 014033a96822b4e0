//! Whom a note can name: people and departments by the beginnings of their names and roles, those
//! first who can see what the note is about. Naming the others tells them nothing, and says so.

mod page;
#[cfg(test)]
mod tests;

use baton_core::case::mention::tells;
use baton_core::directory::{Directory, Named, Person, Role};
use baton_core::refusal::Code;
use baton_core::{say, word};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::view::{Items, view};

/// Every route of naming somebody.
pub static ROUTES: &[&[Route]] = &[API, page::ROUTES];

/// Most that are offered.
const MOST: usize = 8;

const KINDS: &[&str] = &["person", "department"];

const QUERY: &[Field] = &[
    Field::id("case").hint(word!("mention-the-case-that-the-note-is")),
    Field::id("request").hint(word!("mention-or-the-request")),
    Field::text("q", 60).hint(word!("mention-beginnings-of-words-of-a-name")),
];

view! {
    NameableView as NAMEABLE "Nameable" {
        "kind" kind: &'static str = Out::Choice(KINDS),
        "id" id: String = Out::Id,
        /// To be written after an @.
        "name" name: String = Out::Text,
        /// Their departments and roles.
        "what" what: String = Out::Text,
        /// Whether somebody is told who is named so: whoever cannot see the thing is not. Null where
        /// no thing was named.
        "told" told: Option<bool> = Out::Maybe(&Out::Flag),
    }
}

const API: &[Route] = &[Route::get("/api/v1/mentions", "mentions.list", Access::SignedIn, list)
    .summary("Whom a note on a case or a request can name")
    .query(QUERY)
    .answers(&[Reply::ok("Those who fit", &Out::Items(&Out::Thing(&NAMEABLE)))])
    .refusals(&[Code::NotFound])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::json(&Items::whole(nameable(&ctx).await?)) })
}

/// Those who fit what was typed, for whoever may see the thing that the note is about.
async fn nameable(ctx: &Ctx) -> Result<Vec<NameableView>, Trouble> {
    let directory = ctx.desk()?.directory();
    match (ctx.query.text("request"), ctx.query.text("case")) {
        (Some(id), _) => {
            let (case, id, _) = reach::request(ctx, id).await?;
            let request = case.request(id);
            Ok(offered(ctx, &directory, |named| Some(tells(&case, request, named, &directory))))
        }
        (None, Some(id)) => {
            let case = reach::case(ctx, id).await?;
            Ok(offered(ctx, &directory, |named| Some(tells(&case, None, named, &directory))))
        }
        (None, None) => Ok(offered(ctx, &directory, |_| None)),
    }
}

fn offered(
    ctx: &Ctx,
    directory: &Directory,
    told: impl Fn(Named) -> Option<bool>,
) -> Vec<NameableView> {
    let typed: Vec<String> =
        ctx.query.words("q").split_whitespace().map(str::to_lowercase).collect();
    let fits = |one: &NameableView| {
        let words = format!("{} {}", one.name, one.what).to_lowercase();
        typed.iter().all(|part| words.split([' ', ',']).any(|word| word.starts_with(part)))
    };
    let people = directory.active_people().filter(|one| one.is_human());
    let people = people.filter(|one| Some(one.id) != ctx.who.person()).map(|one| NameableView {
        kind: "person",
        id: one.id.to_string(),
        name: directory.person_name(one.id).to_owned(),
        what: standing(one, directory),
        told: told(Named::Person(one.id)),
    });
    let departments = directory.active_departments().map(|one| NameableView {
        kind: "department",
        id: one.id.to_string(),
        name: directory.department_name(one.id).to_owned(),
        what: say!("mention-department").to_owned(),
        told: told(Named::Department(one.id)),
    });
    let mut found: Vec<NameableView> = people.chain(departments).filter(fits).collect();
    found.sort_by(|a, b| (a.told == Some(false), &a.name).cmp(&(b.told == Some(false), &b.name)));
    found.truncate(MOST);
    found
}

/// The departments of a person, those that they lead, and their roles.
fn standing(person: &Person, directory: &Directory) -> String {
    let department = |id: &baton_core::ids::DepartmentId| {
        let leads = directory.department(*id).is_some_and(|one| one.lead == Some(person.id));
        let name = directory.department_name(*id);
        if leads { say!("mention-lead-of", name) } else { name.to_owned() }
    };
    let roles = person.roles.iter().map(|role| match role {
        Role::Dpo => say!("mention-data-protection").to_owned(),
        role => role.name().replace('_', " "),
    });
    person.departments.iter().map(department).chain(roles).collect::<Vec<_>>().join(", ")
}
