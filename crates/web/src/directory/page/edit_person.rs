//! Adding a person, and changing their record.

use baton_core::directory::{Change, Command, PersonKind, PersonRecord, Role};
use baton_core::ids::PersonId;
use baton_core::{say, word};
use maud::{Markup, html};

use super::edit;
use super::person::{reached, role_text};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::words;
use crate::request::page::choices::borrowed;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Shape};

const ID: Kind = Kind::Text { most: 200, lines: false };
const ROLE: Kind = Kind::Choice(&["administrator", "compliance", "arbiter", "follower"]);

static SHAPE: Shape = Shape::new(
    "PersonPage",
    &[
        Field::text("name", 500).label(word!("directory-edit-person-name")).needed(),
        Field::text("email", 500)
            .label(word!("directory-edit-person-e-mail-address"))
            .hint(word!("directory-edit-person-they-sign-in-with-it"))
            .needed(),
        Field::list("departments", &ID, 20)
            .label(word!("directory-edit-person-where-do-they-work")),
        Field::choice("kind", &["human", "rule"])
            .label(word!("directory-edit-person-who-is-it"))
            .needed(),
        Field::list("roles", &ROLE, 4).label(word!("directory-edit-person-what-else-may-they-do")),
        Field::text("zone", 100)
            .label(word!("directory-edit-person-time-zone"))
            .hint(word!("directory-edit-person-like-europe-london"))
            .needed(),
        Field::flag("active").label(word!("directory-edit-person-they-work-here")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::get("/people/new", "pages.people.new", Access::Administrator, new)
        .summary("The form to add a person")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/people", "pages.people.create", Access::Administrator, create)
        .summary("From its form, add a person")
        .body(&SHAPE)
        .answers(&[Reply::bare(303, "Added")])
        .again(new),
    Route::get(
        "/people/{id}/revision/new",
        "pages.people.revision.new",
        Access::Administrator,
        new_revision,
    )
    .summary("The form to change the record of a person")
    .fresh()
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/people/{id}/revision",
        "pages.people.revision.create",
        Access::Administrator,
        create_revision,
    )
    .summary("From its form, change the record of a person")
    .fresh()
    .body(&SHAPE)
    .answers(&[Reply::bare(303, "Changed")])
    .again(new_revision),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let start = start(&PersonRecord::new("", ""));
        let fields = fields(&ctx, &ctx.form(&SHAPE).starting(&start))?;
        let back = (say!("directory-edit-person-back-to-all-people"), "/people");
        let main = edit::form(
            &ctx,
            "/people",
            None,
            &fields,
            say!("directory-edit-person-add-the-person"),
            back,
        );
        Ok(Answer::page(edit::page(say!("directory-edit-person-add-a-person"), main)))
    })
}

fn fields(ctx: &Ctx, form: &Form<'_>) -> Result<Markup, Trouble> {
    let directory = ctx.desk()?.directory();
    let mut departments: Vec<(String, String)> = directory
        .active_departments()
        .map(|of| (of.id.to_string(), directory.department_name(of.id).to_owned()))
        .collect();
    departments.sort_by(|a, b| a.1.cmp(&b.1));
    let roles: Vec<_> = Role::ALL.iter().map(|role| (role.name(), role_text(*role))).collect();
    let kinds = [
        ("human", say!("directory-edit-person-a-colleague")),
        ("rule", say!("directory-edit-person-a-program")),
    ];
    Ok(html! {
        (form.text("name"))
        (form.email("email"))
        (form.boxes("departments", &borrowed(&departments)))
        (form.radios("kind", &kinds))
        (form.boxes("roles", &roles))
        (form.text("zone"))
        (form.tick("active"))
    })
}

fn new_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reached(&ctx)?;
        let person = directory.person(id).ok_or_else(Trouble::not_found)?;
        let record = directory.person_record(id).ok_or_else(Trouble::not_found)?;
        let start = start(&record);
        let fields = fields(&ctx, &ctx.form(&SHAPE).starting(&start))?;
        let (href, back) =
            (format!("/people/{id}"), say!("directory-edit-person-back-to", record = record.name));
        let action = format!("{href}/revision");
        let version = Some(person.version);
        let main = edit::form(
            &ctx,
            &action,
            version,
            &fields,
            say!("directory-edit-person-save"),
            (&back, &href),
        );
        Ok(Answer::page(edit::page(
            say!("directory-edit-person-change", record = record.name),
            main,
        )))
    })
}

fn start(record: &PersonRecord) -> Kept {
    let mut start = vec![
        ("name".to_owned(), record.name.clone()),
        ("email".to_owned(), record.email.clone()),
        ("kind".to_owned(), record.kind.name().to_owned()),
        ("zone".to_owned(), record.zone.clone()),
        ("active".to_owned(), record.active.to_string()),
    ];
    start.extend(record.departments.iter().map(|id| ("departments".to_owned(), id.to_string())));
    start.extend(record.roles.iter().map(|role| ("roles".to_owned(), role.name().to_owned())));
    Kept::new(start)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = set(&ctx, None, record(&ctx)?).await?;
        Ok(Answer::redirect(&format!("/people/{id}"))
            .told(say!("directory-edit-person-the-person-is-added")))
    })
}

fn create_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = reached(&ctx)?;
        set(&ctx, Some(id), record(&ctx)?).await?;
        Ok(Answer::redirect(&format!("/people/{id}"))
            .told(say!("directory-edit-person-the-record-is-changed")))
    })
}

fn record(ctx: &Ctx) -> Result<PersonRecord, Trouble> {
    let input = &ctx.input;
    let departments =
        input.texts("departments").map(|text| reach::department(ctx, "departments", text));
    Ok(PersonRecord {
        name: words(input, "name"),
        email: words(input, "email"),
        departments: departments.collect::<Result<_, _>>()?,
        kind: input.text("kind").and_then(PersonKind::named).unwrap_or(PersonKind::Human),
        roles: input.texts("roles").filter_map(Role::named).collect(),
        zone: words(input, "zone"),
        active: input.flag("active"),
    })
}

async fn set(ctx: &Ctx, id: Option<PersonId>, record: PersonRecord) -> Result<PersonId, Trouble> {
    let command = Command::SetPerson { id, record };
    match ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await? {
        Change::Person(one) => Ok(one.id),
        _ => Err(Trouble::broken("a person was set, and something else came back")),
    }
}
