//! What a request would fall under, before it is sent.

use baton_core::agreement::{Agreement, ClockKind, ServiceClass, TermsVersion};
use baton_core::ids::{DepartmentId, ServiceId};
use baton_core::vault::{Texts, WordRef};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::view::{MAYBE_ID, MAYBE_TIME, maybe_time, view};

view! {
    InForceView as IN_FORCE "AgreementInForce" {
        /// Null where nothing is agreed: the usual times hold.
        "agreement" agreement: Option<String> = MAYBE_ID,
        "number" number: Option<u32> = Out::Maybe(&Out::Whole),
        "in_scope" in_scope: Vec<String> = Out::List(&Out::Text),
        "out_of_scope" out_of_scope: Vec<String> = Out::List(&Out::Text),
        /// Tags of the fields without which the clocks of whoever is asked do not start.
        "facts" facts: Vec<String> = Out::List(&Out::Text),
        /// Working time for a delivery, and when it would be due. Who needs it sooner says why.
        "delivery_minutes" delivery_minutes: Option<i64> = Out::Maybe(&Out::Whole),
        "delivery_due" delivery_due: Option<String> = MAYBE_TIME,
        /// Whether the caller leads either department, and so may propose an agreement.
        "may_propose" may_propose: bool = Out::Flag,
    }
}

const QUERY: &[Field] = &[
    Field::text("from", 200).required(),
    Field::text("to", 200).required(),
    Field::id("service"),
    Field::choice("service_class", ServiceClass::NAMES),
];

pub const ROUTES: &[Route] = &[Route::get(
    "/api/v1/agreements/in-force",
    "agreements.in_force.show",
    Access::SignedIn,
    show,
)
.summary("What a request between two departments would fall under now")
.query(QUERY)
.answers(&[Reply::ok("What is agreed", &Out::Thing(&IN_FORCE))])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let department = |field: &str| reach::department(&ctx, field, ctx.query.words(field));
        let (from, to): (DepartmentId, DepartmentId) = (department("from")?, department("to")?);
        let service: Option<ServiceId> = ctx.query.read("service")?;
        let class = ctx.query.text("service_class").and_then(ServiceClass::parse);
        let book = ctx.desk()?.agreements();
        let in_force = book.in_force(from, to, service, ctx.now);
        let class = class.unwrap_or(ServiceClass::Standard);
        let delivery = in_force.and_then(|(_, of)| of.terms.agreed(ClockKind::Deliver, class));
        let agreed = in_force.and_then(|(_, of)| of.terms.calendar);
        let agreed = agreed.or_else(|| ctx.desk().ok()?.directory().calendar_of(to));
        let calendars = ctx.desk()?.calendars();
        let calendar = calendars.of(agreed);
        let may_propose = ctx.who.leads(from) || ctx.who.leads(to);
        Answer::json(&InForceView {
            delivery_minutes: delivery.map(|time| time.as_seconds() / 60),
            delivery_due: maybe_time(delivery.map(|time| calendar.due(ctx.now, time))),
            ..in_force_view(&book.texts, in_force, may_propose)
        })
    })
}

fn in_force_view(
    texts: &Texts,
    in_force: Option<(&Agreement, &TermsVersion)>,
    may_propose: bool,
) -> InForceView {
    let terms = in_force.map(|(_, version)| &version.terms);
    let list = |words: Option<&Vec<WordRef>>| {
        words.into_iter().flatten().map(|word| texts.show(*word).to_owned()).collect()
    };
    InForceView {
        agreement: in_force.map(|(one, _)| one.id.to_string()),
        number: in_force.map(|(_, version)| version.number),
        in_scope: list(terms.map(|terms| &terms.in_scope)),
        out_of_scope: list(terms.map(|terms| &terms.out_of_scope)),
        facts: terms.map(|terms| terms.facts.clone()).unwrap_or_default(),
        delivery_minutes: None,
        delivery_due: None,
        may_propose,
    }
}
