//! What the organisation has chosen for itself: its name, and what customers find.

use baton_core::word;
use baton_desk::second_step::Required;

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
            .label(word!("admin-house-name-of-the-organisation"))
            .hint(word!("admin-house-colleagues-and-customers-read"))
            .ask(word!("admin-house-enter-the-name-of-the"))
            .required(),
        Field::id("intake")
            .label(word!("admin-house-department-that-takes-in-what"))
            .hint(word!("admin-house-without-one-the-first")),
        Field::flag("asking").label(word!("admin-house-customers-can-ask-by-the-public")),
        Field::flag("department_names")
            .label(word!("admin-house-customers-read-the-names-of"))
            .hint(word!("admin-house-otherwise-they-read-that-a")),
        Field::choice("second_step", Required::NAMES)
            .label(word!("admin-house-who-signs-in-with-a-code"))
            .hint(word!("admin-house-whoever-has-none-sets-it-up"))
            .needed(),
    ],
);

view! {
    HouseView as HOUSE "Organisation" {
        "name" name: String = Out::Text,
        "intake" intake: Option<String> = MAYBE_ID,
        "asking" asking: bool = Out::Flag,
        "department_names" department_names: bool = Out::Flag,
        /// Who must sign in with a code beside the password.
        "second_step" second_step: &'static str = Out::Choice(Required::NAMES),
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
        second_step: house.second_step.name(),
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
    let second_step = input.text("second_step").and_then(Required::parse);
    house.second_step = second_step.unwrap_or(house.second_step);
    Ok(desk.set_house(&house).await?)
}
