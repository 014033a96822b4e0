//! The form of a request: everything that a colleague needs to answer it.

use baton_core::case::kinds::{Mode, NeededByReason, RequestChannel, ServiceClass};
use baton_core::case::request::command::{AuthorityForm, Raise};
use baton_core::case::request::state::Money;
use baton_core::escalation::Tick;
use baton_core::ids::{DepartmentId, RequestId};
use baton_core::refusal::Refusal;
use baton_core::writing::Kind as Writing;
use baton_core::{say, word};
use maud::{Markup, html};

use super::agreed::Agreed;
use super::packet::Offer;
use super::{choices, department, packet, words};
use crate::advice::{self, Written};
use crate::ctx::{Ctx, Form};
use crate::draft::form::Drafting;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::request::acts::{LONG, maybe};
use crate::request::fit::{self, Planned, fitting};
use crate::request::raise;
use crate::shape::{Field, Shape};
use crate::ui;
use crate::ui::form::CHECK;

static AUTHORITY: Shape = Shape::new(
    "AuthorityPage",
    &[
        Field::text("sum", 40)
            .label(word!("request-raising-up-to-which-sum-may-they"))
            .hint(word!("request-raising-like-249-00")),
        Field::choice("currency", &["GBP", "EUR", "USD"]).label(word!("request-raising-currency")),
        Field::lines("decision", LONG).label(word!("request-raising-what-may-they-decide")),
    ],
);

/// The API's form; sums as people write them, and shared fields as boxes.
pub static RAISE: Shape = Shape::new(
    "RequestPage",
    &[
        Field::choice("mode", Mode::NAMES).needed(),
        Field::text("to", 200).label(word!("request-raising-which-department-do-you-ask")).needed(),
        Field::id("service").label(word!("request-raising-which-of-its-services")),
        Field::lines("need", 20_000)
            .label(word!("request-raising-what-is-needed"))
            .hint(word!("request-raising-one-outcome-in-a-sentence-that"))
            .writing(Writing::Need)
            .needed(),
        Field::lines("outcome_wanted", LONG)
            .label(word!("request-raising-how-will-you-know-that-it"))
            .writing(Writing::Colleague)
            .needed(),
        Field::lines("why", LONG)
            .label(word!("request-raising-what-does-it-mean-for-the"))
            .writing(Writing::Colleague)
            .needed(),
        Field::lines("why_department", LONG)
            .label(word!("request-raising-why-this-department"))
            .writing(Writing::Colleague)
            .needed(),
        Field::lines("background", LONG)
            .label(word!("request-raising-what-do-they-need-to-know"))
            .writing(Writing::Colleague)
            .hint(word!("request-raising-tick-customer-data-further-down"))
            .needed(),
        Field::lines("contingency", LONG)
            .label(word!("request-raising-what-if-it-cannot-be-done"))
            .writing(Writing::Colleague),
        Field::time("needed_by").label(word!("request-raising-by-when-is-it-needed")).needed(),
        Field::choice("needed_by_reason", NeededByReason::NAMES)
            .label(word!("request-raising-why-by-then"))
            .needed(),
        Field::lines("sooner_reason", LONG)
            .label(word!("request-raising-why-is-it-needed-sooner"))
            .writing(Writing::Colleague)
            .hint(word!("request-raising-only-where-it-is-sooner")),
        Field::choice("service_class", ServiceClass::NAMES).needed(),
        Field::choice("channel", RequestChannel::NAMES)
            .label(word!("request-raising-how-will-you-work-on-it"))
            .needed(),
        Field::group("customer_told", &raise::TOLD)
            .label(word!("request-raising-what-the-customer-knows")),
        Field::group("authority", &AUTHORITY)
            .label(word!("request-raising-what-they-may-spend-or-decide")),
        Field::flag("emergency")
            .label(word!("request-raising-life-or-safety-is-at-stake"))
            .hint(word!("request-raising-they-acknowledge-it-day-and-night")),
        packet::SHARE,
        packet::PURPOSE,
        packet::WHY,
        Field::files(),
        Field::whole("level", 0, 3).label(word!("request-raising-where-does-it-begin")),
        advice::FACTS,
        advice::REASON,
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
    /// Files that lie in the case, by what they are sent as and their name.
    pub papers: Vec<(String, String)>,
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
        let desk = self.ctx.desk()?;
        let (calendar, book) = (self.ctx.calendar()?, desk.agreements());
        let agreed = Agreed::of(self, &form, &book);
        let mut presets = choices::presets(self.ctx.now, &self.ctx.zone(), &calendar);
        let by = agreed.calendar().or_else(|| self.file.directory.calendar_of(self.to));
        presets.extend(agreed.preset(self.ctx, self.file.calendars.of(by)));
        let inside = html! {
            @if let Some(drafting) = &self.drafting { (drafting.hidden()) }
            @if let Some(version) = self.version { (ui::version::version(self.ctx, version)) }
            (agreed.section(self, &form))
            (self.whom(&form))
            (self.what(&form))
            (self.fit(&form)?)
            (self.when(&form, &presets, agreed.gives_a_time()))
            h2 { (say!("request-raising-customer-data")) }
            (packet::boxes(&form, &self.offers, &self.needed_fields(&form)))
            (form.files(&self.papers))
            (beside_the_ask(&form))
            (advice::page::fieldset(self.ctx, self.file, &self.written(&form), &form)?)
            (self.buttons())
        };
        Ok(html! {
            @if let Some(drafting) = &self.drafting { (drafting.banner(self.ctx)) }
            (ui::form::bring(&self.ctx.token, &self.action, &inside))
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
            (choices::explained(form, "mode", say!("request-raising-what-do-you-want-of-them"), &modes))
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
        say!("request-raising-needs", name, tags = department::tags(&service.required_fields))
    }

    fn what(&self, form: &Form<'_>) -> Markup {
        html! {
            h2 { (say!("request-raising-what")) }
            (form.lines("need", 3))
            (form.lines("outcome_wanted", 3))
            (form.lines("why", 3))
            (form.lines("why_department", 2))
            (form.lines("background", 4))
            (form.lines("contingency", 2))
        }
    }

    fn when(&self, form: &Form<'_>, presets: &[(String, String)], sooner: bool) -> Markup {
        let reasons: Vec<_> = NeededByReason::ALL.iter().map(|of| words::reason(*of)).collect();
        let classes: Vec<_> = ServiceClass::ALL.iter().map(|of| words::class(*of)).collect();
        let channels: Vec<_> = RequestChannel::ALL.iter().map(|of| words::channel(*of)).collect();
        let hint = say!("request-raising-in-your-own-time-zone");
        html! {
            h2 { (say!("request-raising-when")) }
            (choices::moment(form, "needed_by", say!("request-raising-by-when-is-it-needed"), hint, presets))
            (form.radios("needed_by_reason", &reasons))
            @if sooner { (form.lines("sooner_reason", 2)) }
            (choices::explained(form, "service_class", say!("request-raising-how-urgent-is-it"), &classes))
            (form.tick("emergency"))
            div.inline-choices { (form.radios("channel", &channels)) }
        }
    }

    /// What is written so far, for the advice.
    fn written(&self, form: &Form<'_>) -> Written {
        let typed = |path: &str| form.kept.get(path).unwrap_or_default();
        let legal = NeededByReason::parse(typed("needed_by_reason"));
        let needed_by = typed("needed_by").parse().ok();
        let mode = Mode::parse(typed("mode")).unwrap_or(Mode::Delegate);
        Written {
            from: self.from,
            to: Some(self.to),
            service: typed("service").parse().ok(),
            mode,
            legal: needed_by.filter(|_| legal == Some(NeededByReason::LegalClock)),
            amount_minor: words::read_sum(typed("authority.sum")),
            emergency: typed("emergency") == "true",
            ticks: form.kept.values("facts").filter_map(Tick::read).collect(),
            level: typed("level").parse().ok(),
            words: ["need", "why", "background"].map(|name| typed(name).to_owned()).to_vec(),
        }
    }

    /// Whether it fits inside what the customer was promised, as far as it is written.
    fn fit(&self, form: &Form<'_>) -> Result<Markup, Trouble> {
        let typed = |path: &str| form.kept.get(path).unwrap_or_default();
        let planned = Planned {
            mode: Mode::parse(typed("mode")).unwrap_or(Mode::Delegate),
            from: self.from,
            to: self.to,
            service: typed("service").parse().ok(),
            class: ServiceClass::parse(typed("service_class")).unwrap_or(ServiceClass::Standard),
            needed_by: choices::moment_of(form, "needed_by", &self.ctx.zone()),
            emergency: typed("emergency") == "true",
        };
        let fit = fitting(self.ctx, &self.file.case, &planned)?;
        Ok(html! {
            @match fit {
                Some(fit) if fit.fits => p.hint { (fit::words(self.ctx, &fit)) },
                Some(fit) => (ui::notice::warn(&fit::words(self.ctx, &fit))),
                None => {}
            }
        })
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
            ui::button::main(say!("request-raising-send-the-request")),
            html! { button.button type="submit" name="draft" value="true" { (say!("request-raising-save-as-a-draft")) } },
            html! { button.button type="submit" name=(CHECK) value="yes" { (say!("request-raising-look-at-words-and-advice")) } },
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
    let currencies = [
        ("GBP", say!("request-raising-pounds")),
        ("EUR", say!("request-raising-euros")),
        ("USD", say!("request-raising-us-dollars")),
    ];
    html! {
        details.fold open[filled(say!("request-raising-customer-told"))] {
            summary { (say!("request-raising-what-the-customer-knows-already")) }
            (form.lines("customer_told.what", 3))
            (form.moment("customer_told.when"))
            (form.text("customer_told.channel"))
            (form.moment("customer_told.next_update_by"))
        }
        details.fold open[filled(say!("request-raising-authority"))] {
            summary { (say!("request-raising-what-they-may-spend-or-decide")) }
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
    let message = say!("request-raising-write-the-sum-like-249-00");
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
