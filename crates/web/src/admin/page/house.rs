//! The organisation: its name, and what customers find.

use baton_core::say;
use baton_desk::house::House;
use maud::html;

use crate::admin::house::{HOUSE_FORM, set};
use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;

const PATH: &str = "/admin/organisation";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "pages.admin.organisation.show", Access::Administrator, show)
        .summary("The organisation's name, and what customers find")
        .fresh()
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "pages.admin.organisation.create", Access::Administrator, create)
        .summary("Set the organisation's name, and what customers find")
        .body(&HOUSE_FORM)
        .again(show)
        .fresh()
        .answers(&[Reply::bare(303, "Kept")]),
];

fn who() -> [(&'static str, &'static str); 3] {
    [
        ("nobody", say!("admin-house-whoever-wants-to")),
        ("administrators", say!("admin-house-administrators")),
        ("everybody", say!("admin-house-everybody")),
    ]
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let desk = ctx.desk()?;
        let directory = desk.directory();
        let facing = directory.active_departments().filter(|one| one.customer_facing);
        let departments: Vec<(String, String)> = facing
            .map(|one| (one.id.to_string(), directory.department_name(one.id).to_owned()))
            .collect();
        let choices: Vec<(&str, &str)> =
            departments.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        let start = start(&desk.house());
        let form = ctx.form(&HOUSE_FORM).starting(&start);
        let inside = html! {
            (form.text("name"))
            (form.select("intake", &choices))
            (form.tick("asking"))
            (form.tick("department_names"))
            (form.radios("second_step", &who()))
            (ui::button::main(say!("admin-house-keep")))
        };
        let main = html! {
            p { (tell!("admin-house-the-public-form-is-at-and", link = html! { a href="/ask" { (say!("admin-house-ask")) } }, link_2 = html! { a href="/status" { (say!("admin-house-status")) } })) }
            (ui::form::post(&ctx.token, PATH, &inside))
        };
        Ok(Answer::page(
            Page::new(say!("admin-house-organisation"), main).at(Place::More).above(way(&ctx)),
        ))
    })
}

fn start(house: &House) -> Kept {
    let mut start = vec![("name".to_owned(), house.organisation.clone())];
    start.push(("second_step".to_owned(), house.second_step.name().to_owned()));
    start.extend(house.intake.map(|id| ("intake".to_owned(), id.to_string())));
    for (name, on) in [("asking", house.asking), ("department_names", house.department_names)] {
        if on {
            start.push((name.to_owned(), "true".to_owned()));
        }
    }
    Kept::new(start)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        set(&ctx).await?;
        Ok(Answer::redirect(PATH).told(say!("admin-house-the-organisations-choices-are")))
    })
}
