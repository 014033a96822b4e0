//! What stands beside a case: the customer, who owns it, and what was promised.

use baton_core::case::moves::CaseMove;
use baton_core::case::state::PromiseState;
use baton_core::say;
use baton_core::time::Instant;
use baton_core::vault::erased;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::frame::at;
use crate::ctx::Ctx;
use crate::reach::File;
use crate::tell;
use crate::ui;
use crate::ui::pairs::{gathered, pairs};
use crate::ui::words;

pub struct Beside {
    /// Fields of the customer: what each is called, and its value.
    customer: Vec<(String, String)>,
    /// Where all of the customer is, for those who may find customers.
    customer_href: Option<String>,
    internal: bool,
    promises: Vec<Promised>,
    promise_href: Option<String>,
    owner: String,
    owner_href: Option<String>,
    priority: &'static str,
    priority_href: Option<String>,
    department: String,
    channel: &'static str,
    received: Instant,
    recorded: Instant,
    /// Whose time it was.
    spent: Markup,
}

struct Promised {
    what: String,
    by: Instant,
    state: PromiseState,
    /// Where it is settled, while it is open.
    href: Option<String>,
}

pub fn beside(ctx: &Ctx, file: &File, legal: &[CaseMove]) -> Beside {
    let case = &*file.case;
    let link = |mv: CaseMove, below: &str| legal.contains(&mv).then(|| at(case, below));
    let finds = baton_core::access::customer_sight(&ctx.who).any();
    Beside {
        customer: customer(file),
        customer_href: case.customer.filter(|_| finds).map(|id| format!("/customers/{id}")),
        internal: case.is_internal(),
        promises: promises(file, legal),
        promise_href: link(CaseMove::MakePromise, "promises/new"),
        owner: file.directory.person_name(case.owner).to_owned(),
        owner_href: link(CaseMove::ChangeOwner, "owner/new"),
        priority: words::priority(case.priority),
        priority_href: link(CaseMove::ChangePriority, "priority/new"),
        department: file.directory.department_name(case.department).to_owned(),
        channel: words::channel(case.channel),
        received: case.first_received(),
        recorded: case.recorded_at,
        spent: super::account::of(ctx, file),
    }
}

fn customer(file: &File) -> Vec<(String, String)> {
    let Some(customer) = &file.customer else { return Vec::new() };
    if customer.is_erased() {
        return vec![(say!("case-beside-name").to_owned(), erased().to_owned())];
    }
    let shown = |field: &baton_core::customer::Field| {
        (words::tag(&field.tag), file.texts.show(field.value).to_owned())
    };
    customer.fields.iter().map(shown).collect()
}

fn promises(file: &File, legal: &[CaseMove]) -> Vec<Promised> {
    let may = legal.contains(&CaseMove::MakePromise);
    let mut all: Vec<Promised> = file
        .case
        .promises
        .iter()
        .map(|promise| Promised {
            what: file.texts.show(promise.what).to_owned(),
            by: promise.by,
            state: promise.state,
            href: (may && promise.state == PromiseState::Open)
                .then(|| at(&file.case, &format!("promises/{}/settlement/new", promise.id))),
        })
        .collect();
    all.sort_by_key(|promise| (promise.state != PromiseState::Open, promise.by));
    all
}

impl Beside {
    pub fn markup(&self, now: Instant, zone: &TimeZone) -> Markup {
        html! {
            (self.of_customer())
            (self.of_promises(now, zone))
            h2 { (say!("case-beside-this-case")) }
            (pairs(&[
                (say!("case-beside-owner"), Some(changed(&self.owner, self.owner_href.as_deref(), "owner"))),
                (say!("case-beside-priority"), Some(changed(self.priority, self.priority_href.as_deref(), "priority"))),
                (say!("case-beside-department"), Some(html! { (self.department) })),
                (say!("case-beside-came-by"), Some(html! { (self.channel) })),
                (say!("case-beside-received"), Some(ui::when::when(self.received, now, zone))),
                (say!("case-beside-recorded"), (self.recorded != self.received)
                    .then(|| ui::when::when(self.recorded, now, zone))),
            ]))
            (self.spent)
        }
    }

    fn of_customer(&self) -> Markup {
        html! {
            h2 { (say!("case-beside-customer")) }
            @if self.internal { p.muted { (say!("case-beside-internal-case-there-is-no")) } }
            @else if self.customer.is_empty() {
                p.muted { (say!("case-beside-no-customer-is-known-for-this")) }
            } @else {
                (gathered(&self.customer, &html! {}))
            }
            @if let Some(href) = &self.customer_href {
                p { a href=(href) { (say!("case-beside-all-of-this-customer")) } }
            }
        }
    }

    fn of_promises(&self, now: Instant, zone: &TimeZone) -> Markup {
        html! {
            h2 { (say!("case-beside-promised-to-the-customer")) }
            @if self.promises.is_empty() { p.muted { (say!("case-beside-nothing-was-promised")) } }
            @else {
                @let open = |promise: &&Promised| promise.state == PromiseState::Open;
                (listed(self.promises.iter().filter(open), now, zone))
                @let settled = self.promises.iter().filter(|promise| !open(promise)).count();
                @if settled > 0 {
                    details {
                        summary { (tell!("case-beside-settled", settled)) }
                        (listed(self.promises.iter().filter(|promise| !open(promise)), now, zone))
                    }
                }
            }
            @if let Some(href) = &self.promise_href {
                p { a href=(href) { (say!("case-beside-record-a-promise")) } }
            }
        }
    }
}

fn listed<'a>(
    promises: impl Iterator<Item = &'a Promised>,
    now: Instant,
    zone: &TimeZone,
) -> Markup {
    html! { ul.promises { @for promise in promises { li { (promise.markup(now, zone)) } } } }
}

impl Promised {
    fn markup(&self, now: Instant, zone: &TimeZone) -> Markup {
        let ended = match self.state {
            PromiseState::Open => None,
            PromiseState::Kept { .. } => Some(say!("case-beside-kept")),
            PromiseState::Broken { .. } => Some(say!("case-beside-kept-late")),
            PromiseState::Released { .. } => Some(say!("case-beside-released")),
        };
        html! {
            p {
                (self.what) " "
                span.muted {
                    @match ended {
                        Some(word) => { (tell!("case-beside-was-by", value = word, zone = ui::when::when(self.by, now, zone))) }
                        None => (ui::when::due(self.by, now, zone)),
                    }
                }
            }
            @if let Some(href) = &self.href { a href=(href) { (say!("case-beside-settle")) span.unseen { ": " (self.what) } } }
        }
    }
}

fn changed(value: &str, href: Option<&str>, what: &str) -> Markup {
    html! {
        (value)
        @if let Some(href) = href { " " a href=(href) { (say!("case-beside-change")) span.unseen { " " (tell!("case-beside-the", what)) } } }
    }
}

pub fn sample() -> Beside {
    let at = Instant::from_millis(1_796_144_400_000);
    let promise = Promised {
        what: "A new kettle before Friday".to_owned(),
        by: at,
        state: PromiseState::Open,
        href: Some("/cases/1/promises/1/settlement/new".to_owned()),
    };
    Beside {
        customer: vec![("Name".to_owned(), "Ada Okafor".to_owned())],
        customer_href: Some("/customers/1".to_owned()),
        internal: false,
        promises: vec![promise],
        promise_href: Some("/cases/1/promises/new".to_owned()),
        owner: "Priya Raman".to_owned(),
        owner_href: Some("/cases/1/owner/new".to_owned()),
        priority: "Normal",
        priority_href: None,
        department: "Customer Service".to_owned(),
        channel: "E-mail",
        received: at,
        recorded: at,
        spent: html! {},
    }
}
