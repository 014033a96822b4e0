//! Terms as they are read: who owes what, within which time.

use baton_core::agreement::{ClockKind, PauseReason, ServiceClass, Terms, TermsVersion};
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
            ("About", list(&terms.in_scope)),
            ("Not about", list(&terms.out_of_scope)),
        ]))
        (pairs(&[
            (&format!("{} owes", sides.from), list(&terms.from_duties)),
            (&format!("{} owes", sides.to), list(&terms.to_duties)),
            (&format!("{} needs", sides.from), list(&terms.from_needs)),
            (&format!("{} needs", sides.to), list(&terms.to_needs)),
        ]))
        (targets(terms))
        (pairs(&[
            ("Facts that a request brings along", facts(terms)),
            ("What may stop the clocks", Some(html! { (pauses(terms)) })),
            ("When a target is missed", terms.on_breach.map(|word| html! { (texts.show(word)) })),
            ("Looked at again", Some(html! { (ui::when::date(terms.review_on)) })),
            ("Binds from", version.binds_from().or(terms.effective_from).map(|from| {
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

fn facts(terms: &Terms) -> Option<Markup> {
    let tags: Vec<String> = terms.facts.iter().map(|tag| ui::words::tag(tag)).collect();
    (!tags.is_empty()).then(|| html! { (tags.join(", ")) })
}

fn pauses(terms: &Terms) -> String {
    if terms.pauses.is_empty() {
        return "Nothing".to_owned();
    }
    let words: Vec<&str> = terms.pauses.iter().map(|reason| pause(*reason)).collect();
    words.join(", ")
}

pub fn pause(reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::Customer => "Waiting on the customer",
        PauseReason::ThirdParty => "Waiting on a third party",
        PauseReason::Clarify => "A question to who asks",
        PauseReason::LegalHold => "A legal hold",
    }
}

/// Working time for each step and class; what was not agreed is as usual, and says so.
fn targets(terms: &Terms) -> Markup {
    let classes: Vec<&str> = ServiceClass::ALL.iter().map(|of| class(*of).1).collect();
    let heads: Vec<&str> = ["Step"].into_iter().chain(classes).collect();
    let cell = |step: ClockKind, of: ServiceClass| {
        let agreed = terms.targets.iter().any(|t| (t.clock, t.class) == (step, of));
        let time = terms.target(step, of).map(|span| ui::when::working(span.as_seconds() / 60));
        Cell::new(match (time, agreed) {
            (Some(time), true) => html! { strong { (time) } },
            (Some(time), false) => html! { span.muted { (time) " (usual)" } },
            (None, _) => html! { span.muted { "When it is needed" } },
        })
    };
    let rows = ClockKind::ALL.iter().map(|step| {
        let mut row = vec![Cell::head(html! { (ui::words::capital(clock(*step))) })];
        row.extend(ServiceClass::ALL.iter().map(|of| cell(*step, *of)));
        row
    });
    let rows = rows.collect();
    Table { caption: "Working time for each step", heads: &heads, rows }.markup()
}
