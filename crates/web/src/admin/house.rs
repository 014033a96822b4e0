//! What the organisation has chosen for itself: its name, and what customers find.

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::{MAYBE_ID, view};

pub static HOUSE_FORM: Shape = Shape::new(
    "OrganisationForm",
    &[
        Field::text("name", 200)
            .label("Name of the organisation")
            .hint("Colleagues and customers read it on every page.")
            .ask("Enter the name of the organisation.")
            .required(),
        Field::id("intake")
            .label("Department that takes in what customers send")
            .hint("Without one, the first department that takes cases from customers does."),
        Field::flag("asking").label("Customers can ask by the public form"),
        Field::flag("department_names")
            .label("Customers read the names of departments")
            .hint("Otherwise they read that a colleague has their case."),
    ],
);

view! {
    HouseView as HOUSE "Organisation" {
        "name" name: String = Out::Text,
        "intake" intake: Option<String> = MAYBE_ID,
        "asking" asking: bool = Out::Flag,
        "department_names" department_names: bool = Out::Flag,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/organisation", "organisation.show", Access::SignedIn, show)
        .summary("What the organisation has chosen for itself")
        .answers(&[Reply::ok("The organisation", &Out::Thing(&HOUSE))]),
    Route::post("/api/v1/organisation", "organisation.create", Access::Administrator, create)
        .summary("Set what the organisation has chosen for itself")
        .body(&HOUSE_FORM)
        .answers(&[Reply::ok("The organisation as it is now", &Out::Thing(&HOUSE))]),
];

fn answer(ctx: &Ctx) -> Result<Answer, Trouble> {
    let house = ctx.desk()?.house();
    Answer::json(&HouseView {
        name: house.organisation.clone(),
        intake: house.intake.map(|id| id.to_string()),
        asking: house.asking,
        department_names: house.department_names,
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move { answer(&ctx) })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        set(&ctx).await?;
        answer(&ctx)
    })
}

/// Keeps what was sent.
pub async fn set(ctx: &Ctx) -> Result<(), Trouble> {
    let input = &ctx.input;
    let intake = match input.text("intake").map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => Some(reach::department(ctx, "intake", text)?),
        None => None,
    };
    let desk = ctx.desk()?;
    let mut house = (*desk.house()).clone();
    house.organisation = input.words("name").trim().to_owned();
    house.intake = intake;
    // What a form left out was not ticked; what a program left out stays.
    let tick = |name: &str, now: bool| {
        input.maybe_flag(name).unwrap_or(if ctx.route.is_api() { now } else { false })
    };
    house.asking = tick("asking", house.asking);
    house.department_names = tick("department_names", house.department_names);
    Ok(desk.set_house(&house).await?)
}
