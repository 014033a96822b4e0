//! Records of the directory are set, whole.

use baton_core::directory::{
    Change, ChannelRecord, Command, ContactKind, DepartmentRecord, PersonKind, PersonRecord, Role,
    ServiceRecord,
};
use baton_core::ids::PersonId;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{maybe, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::directory::{DEPARTMENT, PERSON, SERVICE, department, person, service};

const LINE: Kind = Kind::Text { most: 2_000, lines: true };
const ID: Kind = Kind::Text { most: 200, lines: false };

pub static CONTACT: Shape = Shape::new(
    "ContactForm",
    &[
        Field::text("kind", 20)
            .label(word!("directory-set-kind"))
            .hint(word!("directory-set-desk-email-phone-chat-web")),
        Field::text("address", 500).label(word!("directory-set-address")),
        Field::text("preferred_for", 500).label(word!("directory-set-preferred-for")),
    ],
);
static DEPARTMENT_FORM: Shape = Shape::new(
    "DepartmentForm",
    &[
        Field::text("name", 500).label(word!("directory-set-name")),
        Field::lines("purpose", 4_000).label(word!("directory-set-what-it-can-do-for-the")),
        Field::list("not_our_job", &LINE, 50).label(word!("directory-set-not-its-job")),
        Field::list("needs_from_you", &LINE, 50)
            .label(word!("directory-set-what-it-needs-from-you")),
        Field::list("channels", &Kind::Group(&CONTACT), 20)
            .label(word!("directory-set-how-to-reach-it")),
        Field::id("lead").label(word!("directory-set-lead")),
        Field::list("deputies", &ID, 20).label(word!("directory-set-deputies-in-order")),
        Field::id("head").label(word!("directory-set-whom-its-leads-answer-to")),
        Field::text("hours", 500).label(word!("directory-set-hours")),
        Field::text("calendar", 200)
            .label(word!("directory-set-calendar"))
            .hint(word!("directory-set-its-id-or-name")),
        Field::flag("customer_facing").label(word!("directory-set-takes-cases-from-customers")),
        Field::flag("active").label(word!("directory-set-active")),
    ],
);
static SERVICE_FORM: Shape = Shape::new(
    "ServiceForm",
    &[
        Field::text("department", 200).label(word!("directory-set-department")),
        Field::id("owner").label(word!("directory-set-who-is-accountable")),
        Field::text("name", 500).label(word!("directory-set-name")),
        Field::lines("description", 4_000).label(word!("directory-set-description")),
        Field::list("required_fields", &ID, 50)
            .label(word!("directory-set-customer-fields-that-it-needs")),
        Field::flag("active").label(word!("directory-set-active")),
    ],
);
static PERSON_FORM: Shape = Shape::new(
    "PersonForm",
    &[
        Field::text("name", 500).label(word!("directory-set-name")),
        Field::text("email", 500).label(word!("directory-set-e-mail-address")),
        Field::list("departments", &ID, 20).label(word!("directory-set-departments")),
        Field::choice("kind", &["human", "rule"]).label(word!("directory-set-kind")),
        Field::list("roles", &ID, 10).label(word!("directory-set-roles")),
        Field::text("zone", 100).label(word!("directory-set-time-zone")),
        Field::flag("active").label(word!("directory-set-active")),
    ],
);

macro_rules! post {
    ($path:literal, $name:literal, $handler:expr, $summary:literal, $body:expr, $reply:expr) => {
        Route::post($path, $name, Access::SignedIn, $handler)
            .summary($summary)
            .body($body)
            .answers(&[$reply])
            .refusals(&[Code::NotAllowed])
    };
}

pub const ROUTES: &[Route] = &[
    post!(
        "/api/v1/departments",
        "departments.create",
        |ctx| set(ctx, department_command, false),
        "Add a department",
        &DEPARTMENT_FORM,
        Reply::created("The department", &Out::Thing(&DEPARTMENT))
    ),
    post!(
        "/api/v1/departments/{id}/revision",
        "departments.revision.create",
        |ctx| set(ctx, department_command, true),
        "Set the record of a department anew",
        &DEPARTMENT_FORM,
        Reply::ok("The department", &Out::Thing(&DEPARTMENT))
    ),
    post!(
        "/api/v1/services",
        "services.create",
        |ctx| set(ctx, service_command, false),
        "Add a service",
        &SERVICE_FORM,
        Reply::created("The service", &Out::Thing(&SERVICE))
    ),
    post!(
        "/api/v1/services/{id}/revision",
        "services.revision.create",
        |ctx| set(ctx, service_command, true),
        "Set the record of a service anew",
        &SERVICE_FORM,
        Reply::ok("The service", &Out::Thing(&SERVICE))
    ),
    post!(
        "/api/v1/people",
        "people.create",
        |ctx| set(ctx, person_command, false),
        "Add a person",
        &PERSON_FORM,
        Reply::created("The person", &Out::Thing(&PERSON))
    ),
    post!(
        "/api/v1/people/{id}/revision",
        "people.revision.create",
        |ctx| set(ctx, person_command, true),
        "Set the record of a person anew",
        &PERSON_FORM,
        Reply::ok("The person", &Out::Thing(&PERSON))
    ),
];

fn set(ctx: Ctx, command: fn(&Ctx, bool) -> Result<Command, Trouble>, known: bool) -> Pending {
    Box::pin(async move {
        let command = command(&ctx, known)?;
        let change = ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await?;
        let directory = ctx.desk()?.directory();
        let (answer, at) = match &change {
            Change::Department(one) => (
                Answer::json(&department(&directory, one))?.version(one.version),
                format!("/api/v1/departments/{}", one.id),
            ),
            Change::Service(one) => {
                (Answer::json(&service(&directory, one))?.version(one.version), String::new())
            }
            Change::Person(one) => (
                Answer::json(&person(&directory, one, ctx.now))?.version(one.version),
                format!("/api/v1/people/{}", one.id),
            ),
        };
        if known {
            return Ok(answer);
        }
        Ok(answer.status(axum::http::StatusCode::CREATED).header(axum::http::header::LOCATION, &at))
    })
}

fn department_command(ctx: &Ctx, known: bool) -> Result<Command, Trouble> {
    let input = &ctx.input;
    let people = |field: &'static str| -> Result<Vec<PersonId>, Trouble> {
        input.texts(field).map(|text| reach::person(ctx, field, text)).collect()
    };
    let lead = input.text("lead").map(|text| reach::person(ctx, "lead", text)).transpose()?;
    let id = if known { Some(ctx.id("id")?) } else { None };
    let directory = ctx.desk()?.directory();
    let record = DepartmentRecord {
        name: words(input, "name"),
        purpose: words(input, "purpose"),
        not_our_job: texts(input, "not_our_job"),
        needs_from_you: texts(input, "needs_from_you"),
        channels: input.groups("channels").map(contact).collect::<Result<_, _>>()?,
        lead,
        deputies: people("deputies")?,
        head: input.text("head").map(|text| reach::person(ctx, "head", text)).transpose()?,
        hours: maybe(input, "hours"),
        calendar: match id.filter(|_| !input.has("calendar")) {
            Some(id) => directory.calendar_of(id),
            None => reach::calendar(ctx, "calendar", ctx.input.words("calendar"))?,
        },
        customer_facing: input.flag("customer_facing"),
        active: input.maybe_flag("active").unwrap_or(true),
    };
    Ok(Command::SetDepartment { id, record })
}

fn contact(group: &Input) -> Result<ChannelRecord, Trouble> {
    let kind = ContactKind::named(group.words("kind").trim());
    let message = say!("directory-set-one-of-desk-email-phone-chat");
    let kind = kind.ok_or_else(|| Refusal::invalid("channels", "not_one_of", message))?;
    let (address, preferred_for) = (words(group, "address"), maybe(group, "preferred_for"));
    Ok(ChannelRecord { kind, address, preferred_for })
}

fn service_command(ctx: &Ctx, known: bool) -> Result<Command, Trouble> {
    let input = &ctx.input;
    let owner = input.text("owner").map(|text| reach::person(ctx, "owner", text)).transpose()?;
    let record = ServiceRecord {
        department: reach::department(ctx, "department", input.words("department"))?,
        owner,
        name: words(input, "name"),
        description: words(input, "description"),
        required_fields: texts(input, "required_fields"),
        active: input.maybe_flag("active").unwrap_or(true),
    };
    let id = if known { Some(ctx.id("id")?) } else { None };
    Ok(Command::SetService { id, record })
}

fn person_command(ctx: &Ctx, known: bool) -> Result<Command, Trouble> {
    let input = &ctx.input;
    let departments =
        input.texts("departments").map(|text| reach::department(ctx, "departments", text));
    let role = |text: &str| {
        let message = say!("directory-set-one-of-administrator-compliance-2");
        Role::named(text).ok_or_else(|| Refusal::invalid("roles", "not_one_of", message))
    };
    let record = PersonRecord {
        name: words(input, "name"),
        email: words(input, "email"),
        departments: departments.collect::<Result<_, _>>()?,
        kind: match input.text("kind") {
            Some("rule") => PersonKind::Rule,
            _ => PersonKind::Human,
        },
        roles: input.texts("roles").map(role).collect::<Result<_, _>>()?,
        zone: maybe(input, "zone").unwrap_or_else(|| "Europe/London".to_owned()),
        active: input.maybe_flag("active").unwrap_or(true),
    };
    let id = if known { Some(ctx.id("id")?) } else { None };
    Ok(Command::SetPerson { id, record })
}

fn texts(input: &Input, name: &str) -> Vec<String> {
    input.texts(name).map(str::to_owned).collect()
}
