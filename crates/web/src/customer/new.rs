//! A customer is recorded, or what is known of them revised.

use baton_core::customer::{Command, FieldRecord};
use baton_core::refusal::Code;
use baton_core::word;

use crate::ctx::Ctx;
use crate::customer;
use crate::input::{Input, Value};
use crate::reach;
use crate::request::acts::words;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::customer::CUSTOMER;

const LINE: Kind = Kind::Text { most: 20_000, lines: true };

pub static CUSTOMER_FORM: Shape = Shape::new(
    "CustomerForm",
    &[
        Field::text("name", 20_000).label(word!("customer-new-name")),
        Field::list("emails", &LINE, 20).label(word!("customer-new-e-mail-addresses")),
        Field::list("phones", &LINE, 20).label(word!("customer-new-telephone-numbers")),
        Field::lines("address", 20_000).label(word!("customer-new-address")),
        Field::text("account", 20_000).label(word!("customer-new-account")),
        Field::text("date_of_birth", 100).label(word!("customer-new-date-of-birth")),
        Field::lines("notes", 20_000)
            .label(word!("customer-new-notes"))
            .hint(word!("customer-new-never-shared-without-a-reason")),
        Field::map("fields", &LINE, 50).label(word!("customer-new-more-fields")),
    ],
);
static REVISION: Shape = Shape::new(
    "CustomerRevision",
    &[
        Field::group("set", &CUSTOMER_FORM).label(word!("customer-new-set")),
        Field::list("remove", &Kind::Text { most: 40, lines: false }, 50)
            .label(word!("customer-new-remove")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/customers", "customers.create", Access::SignedIn, create)
        .summary("Record a customer")
        .body(&CUSTOMER_FORM)
        .answers(&[Reply::created("The customer", &Out::Thing(&CUSTOMER))])
        .refusals(&[Code::NotAllowed]),
    Route::post(
        "/api/v1/customers/{id}/revision",
        "customers.revision.create",
        Access::SignedIn,
        revise,
    )
    .summary("Change what is known of a customer")
    .body(&REVISION)
    .answers(&[Reply::ok("The customer as they are now", &Out::Thing(&CUSTOMER))])
    .refusals(&[Code::NotAllowed, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let command = Command::Create { fields: fields(&ctx.input) };
        let desk = ctx.desk()?;
        let done = desk.act_on_customer(&ctx.who, None, command, ctx.asked()).await?;
        let at = format!("/api/v1/customers/{}", done.state.id);
        let answer = customer::answer(&ctx, &done.state).await?;
        Ok(answer.status(axum::http::StatusCode::CREATED).header(axum::http::header::LOCATION, &at))
    })
}

fn revise(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let known = reach::customer(&ctx, ctx.param("id")).await?;
        let empty = Input::default();
        let set = fields(ctx.input.group("set").unwrap_or(&empty));
        let remove = ctx.input.texts("remove").map(str::to_owned).collect();
        let command = Command::Revise { set, remove };
        let desk = ctx.desk()?;
        let done = desk.act_on_customer(&ctx.who, Some(known.id), command, ctx.asked()).await?;
        customer::answer(&ctx, &done.state).await
    })
}

/// The fields of the form, one by one.
pub fn fields(input: &Input) -> Vec<FieldRecord> {
    let mut fields = Vec::new();
    for tag in ["name", "address", "account", "date_of_birth", "notes"] {
        if input.has(tag) {
            fields.push(FieldRecord::new(tag, words(input, tag)));
        }
    }
    for (list, tag) in [("emails", "email"), ("phones", "phone")] {
        fields.extend(input.texts(list).map(|value| FieldRecord::new(tag, value)));
    }
    for (tag, value) in input.group("fields").into_iter().flat_map(Input::entries) {
        if let Value::Text(value) = value {
            fields.push(FieldRecord::new(tag, value.as_str()));
        }
    }
    fields
}
