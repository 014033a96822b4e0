//! The form of a request: everything that a colleague needs to answer it.

use baton_core::case::kinds::{Mode, NeededByReason, RequestChannel, ServiceClass};
use baton_core::case::request::command::{AuthorityForm, Raise};
use baton_core::case::request::state::Money;
use baton_core::ids::{DepartmentId, RequestId};
use baton_core::refusal::Refusal;
use baton_core::writing::Kind as Writing;
use maud::{Markup, html};

use super::packet::Offer;
use super::{choices, department, packet, words};
use crate::ctx::{Ctx, Form};
use crate::draft::form::Drafting;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::request::acts::{LONG, maybe};
use crate::request::raise;
use crate::shape::{Field, Shape};
use crate::ui;

static AUTHORITY: Shape = Shape::new(
    "AuthorityPage",
    &[
        Field::text("sum", 40).label("Up to which sum may they spend?").hint("Like 249.00."),
        Field::choice("currency", &["GBP", "EUR", "USD"]).label("Currency"),
        Field::lines("decision", LONG).label("What may they decide?"),
    ],
);

/// The API's form; sums as people write them, and shared fields as boxes.
pub static RAISE: Shape = Shape::new(
    "RequestPage",
    &[
        Field::choice("mode", Mode::NAMES).needed(),
        Field::text("to", 200).label("Which department do you ask?").needed(),
        Field::id("service").label("Which of its services?"),
        Field::lines("need", 20_000)
            .label("What is needed?")
            .hint("One outcome, in a sentence that somebody who does not know the customer understands.")
            .writing(Writing::Need)
            .needed(),
        Field::lines("outcome_wanted", LONG).label("How will you know that it is done?").writing(Writing::Colleague).needed(),
        Field::lines("why", LONG).label("What does it mean for the customer?").writing(Writing::Colleague).needed(),
        Field::lines("why_department", LONG).label("Why this department?").writing(Writing::Colleague).needed(),
        Field::lines("background", LONG)
            .label("What do they need to know to start?").writing(Writing::Colleague)
            .hint("Tick customer data further down instead of writing it here.")
            .needed(),
        Field::lines("contingency", LONG).label("What if it cannot be done in time?").writing(Writing::Colleague),
        Field::time("needed_by").label("By when is it needed?").needed(),
        Field::choice("needed_by_reason", NeededByReason::NAMES).label("Why by then?").needed(),
        Field::choice("service_class", ServiceClass::NAMES).needed(),
        Field::choice("channel", RequestChannel::NAMES).label("How will you work on it?").needed(),
        Field::group("customer_told", &raise::TOLD).label("What the customer knows"),
        Field::group("authority", &AUTHORITY).label("What they may spend or decide"),
        Field::flag("emergency").label("Life or safety is at stake"),
        packet::SHARE,
        packet::PURPOSE,
        packet::WHY,
        Field::flag("draft"),
    ],
);

/// What the form is made for.
pub struct Raising<'a> {
    pub ctx: &'a Ctx,
    pub file: &'a File,
    /// Where the form is sent.
    pub action: String,
    pub back: (String, &'static str),
    /// The department that asks.
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub offers: Vec<Offer>,
    /// Whether it serves another request: the case is not theirs to hand over.
    pub part: bool,
    /// The draft's version, when it is one.
    pub version: Option<u32>,
    pub start: Kept,
    /// What somebody has typed here before; a request that is kept as a draft has no other.
    pub drafting: Option<Drafting>,
}

impl Raising<'_> {
    pub fn markup(&self) -> Result<Markup, Trouble> {
        let form = self.ctx.form(&RAISE).starting(&self.start);
        let calendar = self.ctx.desk()?.calendar();
        let presets = choices::presets(self.ctx.now, &self.ctx.zone(), calendar);
        let inside = html! {
            @if let Some(drafting) = &self.drafting { (drafting.hidden()) }
            @if let Some(version) = self.version { (ui::version::version(self.ctx, version)) }
            (self.whom(&form))
            (self.what(&form))
            (self.when(&form, &presets))
            h2 { "Customer data" }
            (packet::boxes(&form, &self.offers, &self.needed_fields(&form)))
            (beside_the_ask(&form))
            (self.buttons())
        };
        Ok(html! {
            @if let Some(drafting) = &self.drafting { (drafting.banner(self.ctx)) }
            (ui::form::post(&self.ctx.token, &self.action, &inside))
        })
    }

    fn whom(&self, form: &Form<'_>) -> Markup {
        let modes: Vec<_> = Mode::ALL
            .iter()
            .filter(|mode| !self.part || **mode != Mode::Transfer)
            .map(|mode| words::mode(*mode))
            .collect();
        let departments = choices::departments(&self.file.directory, &[self.from]);
        let services: Vec<(String, String)> = self
            .file
            .directory
            .services_of(self.to)
            .map(|of| (of.id.to_string(), self.service_text(of)))
            .collect();
        html! {
            (choices::explained(form, "mode", "What do you want of them?", &modes))
            (form.select("to", &choices::borrowed(&departments)))
            @if !services.is_empty() { (form.select("service", &choices::borrowed(&services))) }
        }
    }

    /// The name of a service, and the customer data without which it cannot be done.
    fn service_text(&self, service: &baton_core::directory::Service) -> String {
        let name = self.file.directory.service_name(service.id).to_owned();
        if service.required_fields.is_empty() {
            return name;
        }
        format!("{name} (needs {})", department::tags(&service.required_fields))
    }

    fn what(&self, form: &Form<'_>) -> Markup {
        html! {
            h2 { "What" }
            (form.lines("need", 3))
            (form.lines("outcome_wanted", 3))
            (form.lines("why", 3))
            (form.lines("why_department", 2))
            (form.lines("background", 4))
            (form.lines("contingency", 2))
        }
    }

    fn when(&self, form: &Form<'_>, presets: &[(String, String)]) -> Markup {
        let reasons: Vec<_> = NeededByReason::ALL.iter().map(|of| words::reason(*of)).collect();
        let classes: Vec<_> = ServiceClass::ALL.iter().map(|of| words::class(*of)).collect();
        let channels: Vec<_> = RequestChannel::ALL.iter().map(|of| words::channel(*of)).collect();
        let hint = "In your own time zone.";
        html! {
            h2 { "When" }
            (choices::moment(form, "needed_by", "By when is it needed?", hint, presets))
            (form.radios("needed_by_reason", &reasons))
            (choices::explained(form, "service_class", "How urgent is it?", &classes))
            (form.tick("emergency"))
            div.inline-choices { (form.radios("channel", &channels)) }
        }
    }

    /// The fields that the chosen service asks for.
    fn needed_fields(&self, form: &Form<'_>) -> Vec<String> {
        let service = form.kept.get("service").and_then(|text| text.parse().ok());
        let service = service.and_then(|id| self.file.directory.service(id));
        service.map(|service| service.required_fields.clone()).unwrap_or_default()
    }

    fn buttons(&self) -> Markup {
        let (href, text) = &self.back;
        ui::button::row(&[
            ui::button::main("Send the request"),
            html! { button.button type="submit" name="draft" value="true" { "Save as a draft" } },
            ui::writing::button(&RAISE),
            html! { a href=(href) { (text) } },
        ])
    }

    /// The department that is asked, to stand beside the form.
    pub fn aside(&self) -> Markup {
        department::beside(&self.file.directory, self.to)
    }
}

/// What is rarely needed, folded away unless there is something in it.
fn beside_the_ask(form: &Form<'_>) -> Markup {
    let filled = |prefix: &str| {
        form.kept.paths().any(|path| {
            path.starts_with(prefix) && !form.kept.get(path).unwrap_or_default().trim().is_empty()
        })
    };
    let currencies = [("GBP", "Pounds"), ("EUR", "Euros"), ("USD", "US dollars")];
    html! {
        details.fold open[filled("customer_told.")] {
            summary { "What the customer knows already" }
            (form.lines("customer_told.what", 3))
            (form.moment("customer_told.when"))
            (form.text("customer_told.channel"))
            (form.moment("customer_told.next_update_by"))
        }
        details.fold open[filled("authority.")] {
            summary { "What they may spend or decide" }
            (form.text("authority.sum"))
            (form.select("authority.currency", &currencies))
            (form.lines("authority.decision", 2))
        }
    }
}

/// Reads the form, as the API's, with the sum and the boxes of the page.
pub fn read(ctx: &Ctx, parent: Option<RequestId>) -> Result<Raise, Trouble> {
    let mut raise = raise::form(ctx, parent)?;
    raise.authority = authority(ctx)?;
    raise.shared = packet::read(&ctx.input);
    Ok(raise)
}

fn authority(ctx: &Ctx) -> Result<Option<AuthorityForm>, Trouble> {
    let Some(group) = ctx.input.group("authority") else { return Ok(None) };
    let text = group.words("sum").trim();
    let decision = maybe(group, "decision");
    if text.is_empty() && decision.is_none() {
        return Ok(None);
    }
    let message = "Write the sum like 249.00.";
    let minor = words::read_sum(text)
        .ok_or_else(|| Refusal::invalid("authority.sum", "not_a_sum", message))?;
    let currency = group.text("currency").unwrap_or("GBP").to_owned();
    Ok(Some(AuthorityForm { amount: Money { minor, currency }, decision }))
}

/// Beside the fields, a refusal about the date stands at the date.
pub fn place(ctx: &Ctx, refusal: Refusal) -> Refusal {
    use baton_core::refusal::{Code, FieldError};
    let mut refusal = packet::place(ctx, refusal);
    if refusal.fields.is_empty() {
        let field = match refusal.code {
            Code::NeededByPast => Some("needed_by"),
            Code::SameDepartment => Some("to"),
            Code::InformWithAsk => Some("mode"),
            _ => None,
        };
        let detail = refusal.detail.to_string();
        refusal.fields.extend(field.map(|field| FieldError::new(field, "refused", detail)));
    }
    refusal
}

/// The department that the form is for: typed, else asked for in the address.
pub fn chosen(ctx: &Ctx) -> Option<DepartmentId> {
    let typed = ctx.kept.get("to").or_else(|| ctx.query.text("to"))?;
    reach::department(ctx, "to", typed).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_asks_for_everything_that_the_api_takes() {
        for field in raise::RAISE.fields.iter().filter(|field| field.name != "shared_fields") {
            assert!(RAISE.field(field.name).is_some(), "{}", field.name);
        }
    }
}
