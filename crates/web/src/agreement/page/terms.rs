//! Terms as they are read: who owes what, within which time.

use baton_core::agreement::{
    ClockKind, CounterRule, PauseReason, ServiceClass, Terms, TermsVersion,
};
use baton_core::say;
use baton_core::vault::{Texts, WordRef};
use maud::{Markup, html};

use crate::ctx::Ctx;
use crate::request::page::words::{class, clock};
use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::table::{Cell, Table};

/// The names of the two sides.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub from: &'a str,
    pub to: &'a str,
}

pub fn terms(ctx: &Ctx, texts: &Texts, sides: Sides<'_>, version: &TermsVersion) -> Markup {
    let terms = &version.terms;
    let list = |words: &[WordRef]| list(texts, words);
    html! {
        (pairs(&[
            (say!("agreement-terms-about"), list(&terms.in_scope)),
            (say!("agreement-terms-not-about"), list(&terms.out_of_scope)),
        ]))
        (pairs(&[
            (&say!("agreement-terms-owes", from = sides.from), list(&terms.from_duties)),
            (&say!("agreement-terms-owes-2", to = sides.to), list(&terms.to_duties)),
            (&say!("agreement-terms-needs", from = sides.from), list(&terms.from_needs)),
            (&say!("agreement-terms-needs-2", to = sides.to), list(&terms.to_needs)),
        ]))
        (targets(terms))
        (pairs(&[
            (say!("agreement-terms-facts-that-a-request-brings"), facts(terms).map(|said| html! { (said) })),
            (say!("agreement-terms-what-may-stop-the-clocks"), Some(html! { (pauses(terms)) })),
            (say!("agreement-terms-which-is-how-urgent"), classes(texts, terms)),
            (say!("agreement-terms-by-whose-hours"), Some(html! { (hours(ctx, terms)) })),
            (say!("agreement-terms-when-another-moment-is-accepted"), Some(html! { (counter_words(terms.counter)) })),
            (say!("agreement-terms-when-a-target-is-missed"), terms.on_breach.map(|word| html! { (texts.show(word)) })),
            (say!("agreement-terms-looked-at-again"), Some(html! { (ui::when::date(terms.review_on)) })),
            (say!("agreement-terms-binds-from"), version.binds_from().or(terms.effective_from).map(|from| {
                ui::when::when(from, ctx.now, &ctx.zone())
            })),
        ]))
    }
}

fn list(texts: &Texts, words: &[WordRef]) -> Option<Markup> {
    (!words.is_empty()).then(|| {
        html! { ul { @for word in words { li { (texts.show(*word)) } } } }
    })
}

/// The calendar by which both count, by its name.
pub fn hours(ctx: &Ctx, terms: &Terms) -> String {
    let named = terms.calendar.and_then(|id| crate::calendar::name_of(ctx, id));
    named.unwrap_or_else(|| say!("agreement-terms-each-by-its-own").to_owned())
}

fn classes(texts: &Texts, terms: &Terms) -> Option<Markup> {
    (!terms.priorities.is_empty()).then(|| {
        html! {
            ul {
                @for one in &terms.priorities {
                    li { (class(one.class).1) ": " (texts.show(one.when)) }
                }
            }
        }
    })
}

pub fn counter_words(rule: CounterRule) -> &'static str {
    match rule {
        CounterRule::Moves => say!("agreement-terms-the-due-time-moves"),
        CounterRule::Stays => say!("agreement-terms-the-due-time-stays"),
    }
}

pub fn facts(terms: &Terms) -> Option<String> {
    let tags: Vec<String> = terms.facts.iter().map(|tag| ui::words::tag(tag)).collect();
    (!tags.is_empty()).then(|| tags.join(", "))
}

pub fn pauses(terms: &Terms) -> String {
    let listed = terms.pauses.iter().filter(|reason| **reason != PauseReason::Clarify);
    // A question to who asks stops it whatever is agreed.
    let words: Vec<&str> =
        listed.chain(&[PauseReason::Clarify]).map(|reason| pause(*reason)).collect();
    ui::words::in_a_row(&words)
}

pub fn pause(reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::Customer => say!("agreement-terms-waiting-on-the-customer"),
        PauseReason::ThirdParty => say!("agreement-terms-waiting-on-a-third-party"),
        PauseReason::Clarify => say!("agreement-terms-a-question-to-who-asks"),
        PauseReason::LegalHold => say!("agreement-terms-a-legal-hold"),
    }
}

/// `Acknowledge, at once`.
pub fn step_of(step: ClockKind, of: ServiceClass) -> String {
    let (step, class) = (ui::words::capital(clock(step)), class(of).1.to_lowercase());
    say!("agreement-simulation-step-and-class", step, class)
}

fn is_agreed(terms: &Terms, step: ClockKind, of: ServiceClass) -> bool {
    terms.targets.iter().any(|target| (target.clock, target.class) == (step, of))
}

/// The time for a step in a class; what was not agreed is as usual, and says so.
pub fn allowed(terms: &Terms, step: ClockKind, of: ServiceClass) -> String {
    let Some(span) = terms.target(step, of) else {
        return say!("agreement-terms-when-it-is-needed").to_owned();
    };
    let time = ui::when::working(span.as_seconds() / 60);
    if is_agreed(terms, step, of) { time } else { say!("agreement-terms-usual", time) }
}

/// Working time for each step and class; what was not agreed is as usual, and says so.
fn targets(terms: &Terms) -> Markup {
    let classes: Vec<&str> = ServiceClass::ALL.iter().map(|of| class(*of).1).collect();
    let heads: Vec<&str> = [say!("agreement-terms-step")].into_iter().chain(classes).collect();
    let cell = |step: ClockKind, of: ServiceClass| {
        let said = allowed(terms, step, of);
        Cell::new(html! {
            @if is_agreed(terms, step, of) { strong { (said) } } @else { span.muted { (said) } }
        })
    };
    let rows = ClockKind::ALL.iter().map(|step| {
        let mut row = vec![Cell::head(html! { (ui::words::capital(clock(*step))) })];
        row.extend(ServiceClass::ALL.iter().map(|of| cell(*step, *of)));
        row
    });
    let rows = rows.collect();
    Table { caption: say!("agreement-terms-working-time-for-each-step"), heads: &heads, rows }
        .markup()
}
