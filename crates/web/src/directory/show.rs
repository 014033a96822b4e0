//! Departments and people, for everybody.

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::Items;
use crate::view::directory::{DEPARTMENT, PERSON, department, person};

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/departments", "departments.list", Access::SignedIn, list)
        .summary("All departments, with what they do and what they need from you")
        .answers(&[Reply::ok("The departments", &Out::Items(&Out::Thing(&DEPARTMENT)))]),
    Route::get("/api/v1/departments/{id}", "departments.show", Access::SignedIn, show)
        .summary("A department")
        .answers(&[Reply::ok("The department", &Out::Thing(&DEPARTMENT))]),
    Route::get("/api/v1/people", "people.list", Access::SignedIn, list_people)
        .summary("All people")
        .answers(&[Reply::ok("The people", &Out::Items(&Out::Thing(&PERSON)))]),
    Route::get("/api/v1/people/{id}", "people.show", Access::SignedIn, show_person)
        .summary("A person")
        .answers(&[Reply::ok("The person", &Out::Thing(&PERSON))]),
];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let mut items: Vec<_> =
            directory.active_departments().map(|one| department(&directory, one)).collect();
        items.sort_by(|a, b| a.name.cmp(&b.name));
        Answer::json(&Items::whole(items))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reach::department(&ctx, "id", ctx.param("id"));
        let id = id.map_err(|_| Trouble::not_found())?;
        let one = directory.department(id).ok_or_else(Trouble::not_found)?;
        Ok(Answer::json(&department(&directory, one))?.version(one.version))
    })
}

fn list_people(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let mut items: Vec<_> =
            directory.active_people().map(|one| person(&directory, one, ctx.now)).collect();
        items.sort_by(|a, b| a.name.cmp(&b.name));
        Answer::json(&Items::whole(items))
    })
}

fn show_person(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reach::person(&ctx, "id", ctx.param("id")).map_err(|_| Trouble::not_found())?;
        let one = directory.person(id).ok_or_else(Trouble::not_found)?;
        Ok(Answer::json(&person(&directory, one, ctx.now))?.version(one.version))
    })
}
