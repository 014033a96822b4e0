//! One agreement, and all of them.

use baton_core::word;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::view::Items;
use crate::view::agreement::{AGREEMENT, Source, agreement};

const QUERY: &[Field] =
    &[Field::id("department").hint(word!("agreement-show-only-those-in-which-this"))];

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/agreements", "agreements.list", Access::SignedIn, list)
        .summary("Every agreement between departments")
        .query(QUERY)
        .answers(&[Reply::ok("All of them", &Out::Items(&Out::Thing(&AGREEMENT)))]),
    Route::get("/api/v1/agreements/{id}", "agreements.show", Access::SignedIn, show)
        .summary("An agreement with its versions")
        .answers(&[Reply::ok("The agreement", &Out::Thing(&AGREEMENT))]),
];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
        let department = ctx.query.text("department");
        let department = department
            .map(|text| crate::reach::department(&ctx, "department", text))
            .transpose()?;
        let source = Source { book: &book, directory: &directory, who: &ctx.who, now: ctx.now };
        let of_department = |one: &&baton_core::agreement::Agreement| {
            department.is_none_or(|department| one.side(department).is_some())
        };
        let items = book.iter().filter(of_department).map(|one| agreement(&source, one));
        Answer::json(&Items::whole(items.collect()))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let book = ctx.desk()?.agreements();
        let one = book.get(ctx.id("id")?).ok_or_else(Trouble::not_found)?;
        super::answer(&ctx, one)
    })
}
