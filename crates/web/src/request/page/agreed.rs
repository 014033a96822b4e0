//! What two departments have agreed on, while one of them writes a request to the other.

use baton_core::agreement::{Agreement, Book, ClockKind, Priority, Terms, TermsVersion};
use baton_core::calendar::Calendar;
use baton_core::directory::Directory;
use baton_core::ids::{CalendarId, DepartmentId};
use baton_core::say;
use baton_core::time::Span;
use baton_core::vault::{Texts, WordRef};
use maud::{Markup, html};

use super::raising::Raising;
use super::words::class;
use crate::ctx::{Ctx, Form};
use crate::tell;
use crate::ui;
use crate::ui::words::tag;
use baton_core::case::kinds::ServiceClass;

/// The agreement that the request would fall under if it was sent now.
pub struct Agreed<'a> {
    texts: &'a Texts,
    in_force: Option<(&'a Agreement, &'a TermsVersion)>,
    class: ServiceClass,
}

impl<'a> Agreed<'a> {
    pub fn of(raising: &Raising<'_>, form: &Form<'_>, book: &'a Book) -> Self {
        let typed = |path: &str| form.kept.get(path).unwrap_or_default();
        let service = typed("service").parse().ok();
        let in_force = book.in_force(raising.from, raising.to, service, raising.ctx.now);
        let class = ServiceClass::parse(typed("service_class")).unwrap_or(ServiceClass::Standard);
        Self { texts: &book.texts, in_force, class }
    }

    fn terms(&self) -> Option<&'a Terms> {
        self.in_force.map(|(_, version)| &version.terms)
    }

    /// Whether the terms say for any class how long a delivery takes.
    pub fn gives_a_time(&self) -> bool {
        let delivers = |terms: &Terms| terms.targets.iter().any(|t| t.clock == ClockKind::Deliver);
        self.terms().is_some_and(delivers)
    }

    /// By whose hours both count, where they have agreed on one.
    pub fn calendar(&self) -> Option<CalendarId> {
        self.terms()?.calendar
    }

    fn delivery(&self) -> Option<Span> {
        self.terms()?.agreed(ClockKind::Deliver, self.class)
    }

    /// The moment that the agreement gives, among those that are often meant.
    pub fn preset(&self, ctx: &Ctx, calendar: &Calendar) -> Option<(String, String)> {
        let at = calendar.due(ctx.now, self.delivery()?);
        let day = ui::when::day(at, ctx.now, &ctx.zone());
        Some((at.to_string(), say!("request-agreed-as-agreed", day)))
    }

    pub fn section(&self, raising: &Raising<'_>, form: &Form<'_>) -> Markup {
        let directory = &raising.file.directory;
        html! {
            section.agreed aria-labelledby="agreed" {
                h2 #agreed { (say!("request-agreed-what-you-have-agreed")) }
                @match self.in_force {
                    Some((one, version)) => (self.bound(raising, form, one, version)),
                    None => (none(raising.ctx, directory, raising.from, raising.to)),
                }
            }
        }
    }

    fn bound(
        &self,
        raising: &Raising<'_>,
        form: &Form<'_>,
        one: &Agreement,
        version: &TermsVersion,
    ) -> Markup {
        let directory = &raising.file.directory;
        let to = directory.department_name(one.to);
        let name = crate::agreement::page::title(directory, one);
        let link = html! { a href={ "/agreements/" (one.id) } { (name) } };
        html! {
            p { (tell!("request-agreed-it-runs-under", link, number = version.number)) }
            (facts(form, to, &version.terms.facts))
            @if let Some(time) = self.delivery() {
                @let time = ui::when::working(time.as_seconds() / 60);
                p { (say!("request-agreed-a-delivery-takes", time)) }
            }
            details.fold {
                summary { (say!("request-agreed-what-it-is-about")) }
                (self.list(say!("request-agreed-about"), &version.terms.in_scope))
                (self.list(say!("request-agreed-not-about"), &version.terms.out_of_scope))
                (self.list(&say!("request-agreed-they-need", to), &version.terms.to_needs))
                (self.classes(&version.terms.priorities))
            }
        }
    }

    fn classes(&self, priorities: &[Priority]) -> Markup {
        html! {
            @if !priorities.is_empty() {
                p.list-title { (say!("request-agreed-which-is-how-urgent")) }
                ul {
                    @for one in priorities {
                        li { (class(one.class).1) ": " (self.texts.show(one.when)) }
                    }
                }
            }
        }
    }

    fn list(&self, title: &str, words: &[WordRef]) -> Markup {
        html! {
            @if !words.is_empty() {
                p.list-title { (title) }
                ul { @for word in words { li { (self.texts.show(*word)) } } }
            }
        }
    }
}

/// The facts that the agreement asks for: those that are ticked, and those that hold the clocks.
fn facts(form: &Form<'_>, to: &str, facts: &[String]) -> Markup {
    let ticked = |fact: &&String| form.kept.ticked("share", fact);
    let (there, missing): (Vec<&String>, Vec<&String>) = facts.iter().partition(ticked);
    let names = |tags: &[&String]| {
        let names: Vec<String> = tags.iter().map(|of| tag(of).to_lowercase()).collect();
        names.join(", ")
    };
    html! {
        @if !there.is_empty() {
            p { (say!("request-agreed-they-get", to, facts = names(&there))) }
        }
        @if !missing.is_empty() {
            p { strong { (say!("request-agreed-their-clock-starts-when", to, facts = names(&missing))) } }
        }
    }
}

fn none(ctx: &Ctx, directory: &Directory, from: DepartmentId, to: DepartmentId) -> Markup {
    let (asking, asked) = (directory.department_name(from), directory.department_name(to));
    let leads = ctx.who.leads(from) || ctx.who.leads(to);
    let lead = |id| directory.department(id)?.lead.map(|lead| directory.person_name(lead));
    let names: Vec<&str> = [from, to].into_iter().filter_map(lead).collect();
    let href = format!("/agreements/new?from={from}&to={to}");
    html! {
        p { (say!("request-agreed-nothing-is-agreed", from = asking, to = asked)) }
        @if leads {
            p { a href=(href) { (say!("request-agreed-propose-one")) } }
        } @else if !names.is_empty() {
            p.muted { (say!("request-agreed-they-can-propose-one", names = names.join(", "))) }
        }
    }
}
