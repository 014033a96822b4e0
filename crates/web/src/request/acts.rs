//! What the verbs of requests share: fields that several of them take, and their routes.

use baton_core::case::request::command::{Act, Share};
use baton_core::case::request::state::Money;
use baton_core::refusal::Code;
use baton_core::word;

use crate::ctx::Ctx;
use crate::input::{Input, Value};
use crate::problem::Trouble;
use crate::request;
use crate::route::{Access, Handler, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::request::REQUEST;

/// Longest free text; the rules say the same.
pub const LONG: usize = 20_000;

pub static SHARE: Shape = Shape::new(
    "SharedField",
    &[
        Field::text("field", 40)
            .required()
            .label(word!("request-acts-field"))
            .ask(word!("request-acts-name-the-field")),
        Field::text("purpose", 100)
            .label(word!("request-acts-purpose"))
            .hint(word!("request-acts-what-the-colleague-needs-it-for")),
        Field::lines("why", 1_000)
            .label(word!("request-acts-why"))
            .hint(word!("request-acts-needed-for-sensitive-fields")),
    ],
);
pub const SHARED: Kind = Kind::Group(&SHARE);

pub static MONEY: Shape = Shape::new(
    "Money",
    &[
        Field::whole("minor", -100_000_000_000, 100_000_000_000).required(),
        Field::text("currency", 3).required(),
    ],
);

/// Reads the shared fields of a form.
pub fn shares(input: &Input, name: &str) -> Vec<Share> {
    let share = |group: &Input| Share {
        field: group.words("field").trim().to_owned(),
        purpose: group.text("purpose").map(str::to_owned),
        why: group.text("why").map(str::to_owned),
    };
    input.groups(name).map(share).collect()
}

/// Reads a sum.
pub fn money(input: &Input, name: &str) -> Option<Money> {
    let group = input.group(name)?;
    let currency = group.words("currency").trim().to_uppercase();
    Some(Money { minor: group.whole("minor")?, currency })
}

/// A text that may be absent.
pub fn maybe(input: &Input, name: &str) -> Option<String> {
    input.text(name).map(str::to_owned)
}

/// A text, empty when it is absent: the rules say what is missing.
pub fn words(input: &Input, name: &str) -> String {
    input.words(name).to_owned()
}

/// A word of a closed list, read by its own parser; the shape has checked that it is one.
pub fn choice<T>(input: &Input, name: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
    input.text(name).and_then(parse)
}

/// The names of a list's groups, for lists of pairs.
pub fn pairs(input: &Input, name: &str, first: &str, second: &str) -> Vec<(String, String)> {
    let texts = |value: &Value| match value {
        Value::Group(group) => Some((words(group, first), words(group, second))),
        _ => None,
    };
    input.list(name).iter().filter_map(texts).collect()
}

const ANSWERS: &[Reply] = &[Reply::ok("The request as it is now", &Out::Thing(&REQUEST))];

/// The route of an act: POST below the request, answered with the request.
pub const fn route(
    path: &'static str,
    name: &'static str,
    summary: &'static str,
    handler: Handler,
    body: &'static Shape,
    refusals: &'static [Code],
) -> Route {
    Route::post(path, name, Access::SignedIn, handler)
        .summary(summary)
        .body(body)
        .answers(ANSWERS)
        .refusals(refusals)
}

/// Reads the act out of the input and runs it.
pub fn run(ctx: Ctx, read: fn(&Ctx) -> Result<Act, Trouble>) -> Pending {
    Box::pin(async move {
        let act = read(&ctx)?;
        request::act(ctx, act).await
    })
}
