//! One service level, and all of them.

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::Items;
use crate::view::service_level::{LEVEL, Source, level};

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/service-levels", "service_levels.list", Access::SignedIn, list)
        .summary(
            "What customers are promised: by the organisation, and by departments of their own",
        )
        .answers(&[Reply::ok("All of them", &Out::Items(&Out::Thing(&LEVEL)))]),
    Route::get("/api/v1/service-levels/{id}", "service_levels.show", Access::SignedIn, show)
        .summary("A service level with its versions")
        .answers(&[Reply::ok("The service level", &Out::Thing(&LEVEL))]),
];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (levels, directory) = (ctx.desk()?.service_levels(), ctx.desk()?.directory());
        let source = Source { directory: &directory, who: &ctx.who, now: ctx.now };
        let items = levels.iter().map(|one| level(&source, one));
        Answer::json(&Items::whole(items.collect()))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let levels = ctx.desk()?.service_levels();
        let one = levels.get(super::id_of(&ctx)?).ok_or_else(Trouble::not_found)?;
        super::answer(&ctx, one)
    })
}
