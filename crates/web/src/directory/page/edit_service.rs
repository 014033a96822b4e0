//! Adding a service of a department, and changing one.

use baton_core::catalogue::Word;
use baton_core::directory::{Change, Command, ServiceRecord};
use baton_core::ids::{DepartmentId, ServiceId};
use baton_core::tags::KNOWN_TAGS;
use baton_core::{say, word};
use maud::{Markup, html};

use super::department::{keeps, reached};
use super::edit::{self, people};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::words;
use crate::request::page::choices::borrowed;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Shape};
use crate::ui::words::tag;

const TAG: Kind = Kind::Text { most: 40, lines: false };

static SHAPE: Shape = Shape::new(
    "ServicePage",
    &[
        Field::text("name", 500).label(word!("directory-edit-service-what-is-it-called")).needed(),
        Field::lines("description", 4_000)
            .label(word!("directory-edit-service-what-does-it-do"))
            .needed(),
        Field::id("owner")
            .label(word!("directory-edit-service-who-is-accountable-for-it"))
            .hint(word!("directory-edit-service-they-rule-when-two-departments")),
        Field::list("required_fields", &TAG, 50)
            .label(word!("directory-edit-service-customer-data-without-which-it"))
            .hint(word!("directory-edit-service-a-request-for-it-must-share")),
        Field::flag("active").label(word!("directory-edit-service-it-is-offered")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::get("/directory/{id}/services/new", "pages.services.new", Access::SignedIn, new)
        .summary("The form to add a service")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/directory/{id}/services", "pages.services.create", Access::SignedIn, create)
        .summary("From its form, add a service")
        .body(&SHAPE)
        .answers(&[Reply::bare(303, "Added")])
        .again(new),
    Route::get(
        "/services/{id}/revision/new",
        "pages.services.revision.new",
        Access::SignedIn,
        new_revision,
    )
    .summary("The form to change a service")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/services/{id}/revision",
        "pages.services.revision.create",
        Access::SignedIn,
        create_revision,
    )
    .summary("From its form, change a service")
    .body(&SHAPE)
    .answers(&[Reply::bare(303, "Changed")])
    .again(new_revision),
];

const KEPT_BY: Word = word!("directory-edit-service-a-service-is-kept-by-the");

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let department = reached(&ctx)?;
        let name = directory.department_name(department).to_owned();
        let (href, back) =
            (format!("/directory/{department}"), say!("directory-edit-service-back-to", name));
        if !keeps(&ctx, department) {
            return Ok(edit::not_yours(&KEPT_BY, (&back, &href)));
        }
        let start = Kept::new(vec![("active".to_owned(), "true".to_owned())]);
        let fields = fields(&ctx, &ctx.form(&SHAPE).starting(&start), &[])?;
        let action = format!("{href}/services");
        let main = edit::form(
            &ctx,
            &action,
            None,
            &fields,
            say!("directory-edit-service-add-the-service"),
            (&back, &href),
        );
        Ok(Answer::page(
            edit::page(say!("directory-edit-service-add-a-service"), main).caption(name),
        ))
    })
}

fn fields(ctx: &Ctx, form: &Form<'_>, own: &[String]) -> Result<Markup, Trouble> {
    let people = people(&ctx.desk()?.directory(), |_| true);
    let known = KNOWN_TAGS.iter().map(|(tag, _)| (*tag).to_owned());
    let more = own.iter().filter(|own| !KNOWN_TAGS.iter().any(|(tag, _)| tag == own)).cloned();
    let tags: Vec<(String, String)> =
        known.chain(more).map(|name| (name.clone(), tag(&name))).collect();
    Ok(html! {
        (form.text("name"))
        (form.lines("description", 4))
        (form.select("owner", &borrowed(&people)))
        (form.boxes("required_fields", &borrowed(&tags)))
        (form.tick("active"))
    })
}

fn new_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id: ServiceId = ctx.id("id")?;
        let service = directory.service(id).ok_or_else(Trouble::not_found)?;
        let record = directory.service_record(id).ok_or_else(Trouble::not_found)?;
        let name = directory.department_name(service.department).to_owned();
        let (href, back) = (
            format!("/directory/{}", service.department),
            say!("directory-edit-service-back-to", name),
        );
        if !keeps(&ctx, service.department) {
            return Ok(edit::not_yours(&KEPT_BY, (&back, &href)));
        }
        let start = start(&record);
        let form = ctx.form(&SHAPE).starting(&start);
        let fields = fields(&ctx, &form, &record.required_fields)?;
        let action = format!("/services/{id}/revision");
        let version = Some(service.version);
        let main = edit::form(
            &ctx,
            &action,
            version,
            &fields,
            say!("directory-edit-service-save"),
            (&back, &href),
        );
        Ok(Answer::page(
            edit::page(say!("directory-edit-service-change", record = record.name), main)
                .caption(name),
        ))
    })
}

fn start(record: &ServiceRecord) -> Kept {
    let mut start = vec![
        ("name".to_owned(), record.name.clone()),
        ("description".to_owned(), record.description.clone()),
        ("owner".to_owned(), record.owner.map(|id| id.to_string()).unwrap_or_default()),
        ("active".to_owned(), record.active.to_string()),
    ];
    let tags = record.required_fields.iter();
    start.extend(tags.map(|tag| ("required_fields".to_owned(), tag.clone())));
    Kept::new(start)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let department = reached(&ctx)?;
        let record = record(&ctx, department)?;
        set(&ctx, None, record).await?;
        Ok(Answer::redirect(&format!("/directory/{department}"))
            .told(say!("directory-edit-service-the-service-is-added")))
    })
}

fn create_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id: ServiceId = ctx.id("id")?;
        let service = ctx.desk()?.directory().service(id).map(|service| service.department);
        let department = service.ok_or_else(Trouble::not_found)?;
        let record = record(&ctx, department)?;
        set(&ctx, Some(id), record).await?;
        Ok(Answer::redirect(&format!("/directory/{department}"))
            .told(say!("directory-edit-service-the-service-is-changed")))
    })
}

fn record(ctx: &Ctx, department: DepartmentId) -> Result<ServiceRecord, Trouble> {
    let input = &ctx.input;
    let owner = input.text("owner").map(|text| reach::person(ctx, "owner", text));
    Ok(ServiceRecord {
        department,
        owner: owner.transpose()?,
        name: words(input, "name"),
        description: words(input, "description"),
        required_fields: input.texts("required_fields").map(str::to_owned).collect(),
        active: input.flag("active"),
    })
}

async fn set(ctx: &Ctx, id: Option<ServiceId>, record: ServiceRecord) -> Result<(), Trouble> {
    let command = Command::SetService { id, record };
    match ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await? {
        Change::Service(_) => Ok(()),
        _ => Err(Trouble::broken("a service was set, and something else came back")),
    }
}
