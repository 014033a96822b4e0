//! Adding a department, and changing what it says of itself.

use baton_core::directory::{Change, ChannelRecord, Command, ContactKind, DepartmentRecord};
use baton_core::ids::{CalendarId, DepartmentId};
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::{Markup, html};

use super::department::{keeps, reached};
use super::edit::{self, entries, people};
use super::list::way_text;
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::{Input, Kept};
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{maybe, words};
use crate::request::page::choices::borrowed;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Shape};

const ID: Kind = Kind::Text { most: 200, lines: false };
/// Rooms for channels and deputies on the form.
const CHANNELS: usize = 6;
const DEPUTIES: [&str; 3] = ["deputies[0]", "deputies[1]", "deputies[2]"];

static CONTACT: Shape = Shape::new(
    "ContactPage",
    &[
        Field::text("kind", 20).label(word!("directory-edit-department-by")).needed(),
        Field::text("address", 500)
            .label(word!("directory-edit-department-number-address-or-place"))
            .needed(),
        Field::text("preferred_for", 500).label(word!("directory-edit-department-best-for")),
    ],
);

static SHAPE: Shape = Shape::new(
    "DepartmentPage",
    &[
        Field::text("name", 500).label(word!("directory-edit-department-name")).needed(),
        Field::lines("purpose", 4_000)
            .label(word!("directory-edit-department-what-can-it-do-for-the"))
            .hint(word!("directory-edit-department-in-a-sentence-or-two-for"))
            .needed(),
        Field::lines("needs_from_you", 20_000)
            .label(word!("directory-edit-department-what-does-it-need-from-whoever"))
            .hint(word!("directory-edit-department-one-thing-a-line")),
        Field::lines("not_our_job", 20_000)
            .label(word!("directory-edit-department-what-is-not-its-job"))
            .hint(word!("directory-edit-department-one-thing-a-line-with-whose")),
        Field::text("hours", 500).label(word!("directory-edit-department-when-can-it-be-reached")),
        Field::list("channels", &Kind::Group(&CONTACT), CHANNELS)
            .label(word!("directory-edit-department-how-to-reach-it")),
        Field::id("lead").label(word!("directory-edit-department-who-leads-it")),
        Field::list("deputies", &ID, 20)
            .label(word!("directory-edit-department-who-leads-it-in-their-place")),
        Field::id("calendar")
            .label(word!("directory-edit-department-by-which-calendar"))
            .hint(word!("directory-edit-department-what-is-sent-from-now-on")),
        Field::id("head")
            .label(word!("directory-edit-department-whom-do-its-leads-answer-to"))
            .hint(word!("directory-edit-department-asked-when-something-is")),
        Field::flag("customer_facing")
            .label(word!("directory-edit-department-it-takes-cases-from-customers")),
        Field::flag("active").label(word!("directory-edit-department-it-is-active")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::get("/directory/new", "pages.departments.new", Access::Administrator, new)
        .summary("The form to add a department")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/directory", "pages.departments.create", Access::Administrator, create)
        .summary("From its form, add a department")
        .body(&SHAPE)
        .answers(&[Reply::bare(303, "Added")])
        .again(new),
    Route::get(
        "/directory/{id}/revision/new",
        "pages.departments.revision.new",
        Access::SignedIn,
        new_revision,
    )
    .summary("The form to change what a department says")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/directory/{id}/revision",
        "pages.departments.revision.create",
        Access::SignedIn,
        create_revision,
    )
    .summary("From its form, change what a department says")
    .body(&SHAPE)
    .answers(&[Reply::bare(303, "Changed")])
    .again(new_revision),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let start = Kept::new(vec![("active".to_owned(), "true".to_owned())]);
        let fields = html! {
            p.lead { (say!("directory-edit-department-first-its-name-and-what-it")) }
            (ctx.form(&SHAPE).starting(&start).text("name"))
            (texts(&ctx.form(&SHAPE).starting(&start)))
            (ctx.form(&SHAPE).starting(&start).tick("customer_facing"))
        };
        let back = (say!("directory-edit-department-back-to-the-directory"), "/directory");
        let main = edit::form(
            &ctx,
            "/directory",
            None,
            &fields,
            say!("directory-edit-department-add-the-department"),
            back,
        );
        Ok(Answer::page(edit::page(say!("directory-edit-department-add-a-department"), main)))
    })
}

fn new_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reached(&ctx)?;
        let one = directory.department(id).ok_or_else(Trouble::not_found)?;
        let name = directory.department_name(id).to_owned();
        let (href, back) =
            (format!("/directory/{id}"), say!("directory-edit-department-back-to", name));
        if !keeps(&ctx, id) {
            let what = say!("directory-edit-department-what-a-department-says-of");
            return Ok(edit::not_yours(what, (&back, &href)));
        }
        let record = directory.department_record(id).ok_or_else(Trouble::not_found)?;
        let start = start(&record);
        let form = ctx.form(&SHAPE).starting(&start);
        let members = people(&directory, |person| {
            directory.person(person).is_some_and(|person| person.belongs_to(id))
        });
        let fields = html! {
            @if ctx.who.administrator { (form.text("name")) }
            (texts(&form))
            @if ctx.who.administrator { (leading(&form, &members, &people(&directory, |_| true), &calendars(&ctx, one.calendar)?)) }
        };
        let action = format!("{href}/revision");
        let version = Some(one.version);
        let main = edit::form(
            &ctx,
            &action,
            version,
            &fields,
            say!("directory-edit-department-save"),
            (&back, &href),
        );
        Ok(Answer::page(edit::page(say!("directory-edit-department-change", name), main)))
    })
}

/// What its lead keeps; the name is the administrators'.
fn texts(form: &Form<'_>) -> Markup {
    html! {
        (form.lines("purpose", 3))
        (form.lines("needs_from_you", 5))
        (form.lines("not_our_job", 5))
        (form.text("hours"))
        (channels(form))
    }
}

fn channels(form: &Form<'_>) -> Markup {
    let kinds = ContactKind::ALL.map(|kind| (kind.name(), way_text(kind.name())));
    let filled = |n: usize| {
        let path = format!("channels[{n}].address");
        form.kept.get(&path).is_some_and(|text| !text.is_empty())
    };
    let count = (0..CHANNELS).rev().find(|n| filled(*n)).map_or(2, |last| last + 2).min(CHANNELS);
    let paths: Vec<[String; 3]> = (0..count)
        .map(|n| ["kind", "address", "preferred_for"].map(|part| format!("channels[{n}].{part}")))
        .collect();
    html! {
        fieldset.field {
            legend { (say!("directory-edit-department-how-to-reach-it")) }
            @for [kind, address, preferred] in &paths {
                div.line-of-three {
                    (form.select(kind, &kinds))
                    (form.text(address))
                    (form.text(preferred))
                }
            }
        }
    }
}

fn leading(
    form: &Form<'_>,
    members: &[(String, String)],
    everybody: &[(String, String)],
    calendars: &[(String, String)],
) -> Markup {
    let members = borrowed(members);
    html! {
        h2 { (say!("directory-edit-department-who-leads-it-2")) }
        p.hint { (say!("directory-edit-department-only-people-who-work-in-it")) }
        (form.select("lead", &members))
        @for path in DEPUTIES { (form.select(path, &members)) }
        (form.select("head", &borrowed(everybody)))
        (form.select("calendar", &borrowed(calendars)))
        (form.tick("customer_facing"))
        (form.tick("active"))
    }
}

/// Those that can be chosen, and the one that holds.
pub fn calendars(ctx: &Ctx, chosen: Option<CalendarId>) -> Result<Vec<(String, String)>, Trouble> {
    let book = ctx.desk()?.calendar_book();
    let open = book.iter().filter(|kept| !kept.is_retired() || Some(kept.id) == chosen);
    Ok(open.map(|kept| (kept.id.to_string(), book.name_of(kept.id).to_owned())).collect())
}

fn start(record: &DepartmentRecord) -> Kept {
    let mut start = vec![
        ("name".to_owned(), record.name.clone()),
        ("purpose".to_owned(), record.purpose.clone()),
        ("needs_from_you".to_owned(), record.needs_from_you.join("\n")),
        ("not_our_job".to_owned(), record.not_our_job.join("\n")),
        ("hours".to_owned(), record.hours.clone().unwrap_or_default()),
        ("lead".to_owned(), record.lead.map(|id| id.to_string()).unwrap_or_default()),
        ("head".to_owned(), record.head.map(|id| id.to_string()).unwrap_or_default()),
        ("calendar".to_owned(), record.calendar.map(|id| id.to_string()).unwrap_or_default()),
        ("customer_facing".to_owned(), record.customer_facing.to_string()),
        ("active".to_owned(), record.active.to_string()),
    ];
    for (path, deputy) in DEPUTIES.iter().zip(&record.deputies) {
        start.push(((*path).to_owned(), deputy.to_string()));
    }
    for (n, channel) in record.channels.iter().enumerate() {
        start.push((format!("channels[{n}].kind"), channel.kind.name().to_owned()));
        start.push((format!("channels[{n}].address"), channel.address.clone()));
        let preferred = channel.preferred_for.clone().unwrap_or_default();
        start.push((format!("channels[{n}].preferred_for"), preferred));
    }
    Kept::new(start)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let mut record = DepartmentRecord::new("", "");
        write(&ctx.input, &mut record)?;
        record.name = words(&ctx.input, "name");
        record.customer_facing = ctx.input.flag("customer_facing");
        let id = set(&ctx, None, record).await?;
        Ok(Answer::redirect(&format!("/directory/{id}"))
            .told(say!("directory-edit-department-the-department-is-added")))
    })
}

fn create_revision(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = reached(&ctx)?;
        let directory = ctx.desk()?.directory();
        let mut record = directory.department_record(id).ok_or_else(Trouble::not_found)?;
        write(&ctx.input, &mut record)?;
        if ctx.who.administrator {
            write_leading(&ctx, &mut record)?;
        }
        set(&ctx, Some(id), record).await?;
        Ok(Answer::redirect(&format!("/directory/{id}"))
            .told(say!("directory-edit-department-it-is-changed")))
    })
}

fn write(input: &Input, record: &mut DepartmentRecord) -> Result<(), Trouble> {
    record.purpose = words(input, "purpose");
    record.needs_from_you = entries(input.words("needs_from_you"));
    record.not_our_job = entries(input.words("not_our_job"));
    record.hours = maybe(input, "hours");
    record.channels = input.groups("channels").map(channel).collect::<Result<_, _>>()?;
    Ok(())
}

fn channel(group: &Input) -> Result<ChannelRecord, Trouble> {
    let message = say!("directory-edit-department-choose-what-kind-of-way-it");
    let kind = ContactKind::named(group.words("kind"))
        .ok_or_else(|| Refusal::invalid("channels[0].kind", "missing", message))?;
    let (address, preferred_for) = (words(group, "address"), maybe(group, "preferred_for"));
    Ok(ChannelRecord { kind, address, preferred_for })
}

fn write_leading(ctx: &Ctx, record: &mut DepartmentRecord) -> Result<(), Trouble> {
    let input = &ctx.input;
    let person = |field: &str, text: &str| reach::person(ctx, field, text);
    record.name = words(input, "name");
    record.head = input.text("head").map(|text| person("head", text)).transpose()?;
    record.lead = input.text("lead").map(|text| person("lead", text)).transpose()?;
    let deputies = input.texts("deputies").map(|text| person("deputies[0]", text));
    record.deputies = deputies.collect::<Result<_, _>>()?;
    record.calendar = reach::calendar(ctx, "calendar", ctx.input.words("calendar"))?;
    record.customer_facing = input.flag("customer_facing");
    record.active = input.flag("active");
    Ok(())
}

async fn set(
    ctx: &Ctx,
    id: Option<DepartmentId>,
    record: DepartmentRecord,
) -> Result<DepartmentId, Trouble> {
    let command = Command::SetDepartment { id, record };
    match ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await? {
        Change::Department(one) => Ok(one.id),
        _ => Err(Trouble::broken("a department was set, and something else came back")),
    }
}
