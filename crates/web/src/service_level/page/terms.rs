//! What is promised, as it is read.

use baton_core::case::kinds::{Priority, WaitOn};
use baton_core::policy::{Raising, Reopening};
use baton_core::say;
use baton_core::service_level::{Goal, Terms, goal};
use maud::{Markup, html};

use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::table::{Cell, Table};

/// The priorities with the most urgent first.
pub(super) const PRIORITIES: [Priority; 4] =
    [Priority::Urgent, Priority::High, Priority::Normal, Priority::Low];

/// `hours`: the name of the calendar that they name.
pub fn terms(terms: &Terms, hours: Option<&str>) -> Markup {
    let pauses: Vec<&str> = terms.pauses.iter().map(|reason| wait(*reason)).collect();
    let pauses = if pauses.is_empty() {
        say!("service-level-terms-nothing-does").to_owned()
    } else {
        ui::words::in_a_row(&pauses)
    };
    let next = if terms.says_next {
        say!("service-level-terms-always")
    } else {
        say!("service-level-terms-as-they-like")
    };
    html! {
        (times(terms))
        (pairs(&[
            (say!("service-level-terms-what-stops-the-resolution"), Some(html! { (pauses) })),
            (say!("service-level-terms-hours"), hours.map(|name| html! { (name) })),
            (say!("service-level-terms-when-a-case-is-reopened"), Some(html! { (reopening(terms.reopening)) })),
            (say!("service-level-terms-when-the-priority-is-raised"), Some(html! { (raising(terms.raising)) })),
            (say!("service-level-terms-the-first-reply-says-what-comes-next"), Some(html! { (next) })),
        ]))
    }
}

fn times(terms: &Terms) -> Markup {
    let names: Vec<String> =
        PRIORITIES.iter().map(|one| ui::words::capital(ui::words::priority(*one))).collect();
    let mut heads = vec![say!("service-level-terms-what-customers-wait-for")];
    heads.extend(names.iter().map(String::as_str));
    let cell = |of: Priority, what: Goal| {
        let time = terms.target(of, what).map(|span| ui::when::working(span.as_seconds() / 60));
        Cell::new(match time {
            Some(time) => html! { (time) },
            None => html! { span.muted { (say!("service-level-terms-not-promised")) } },
        })
    };
    let rows = Goal::ALL.iter().map(|what| {
        let mut row = vec![Cell::head(html! { (goal(*what)) })];
        row.extend(PRIORITIES.iter().map(|of| cell(*of, *what)));
        row
    });
    let rows = rows.collect();
    let caption = say!("service-level-terms-working-time-for-each-priority");
    Table { caption, heads: &heads, rows }.markup()
}

pub fn wait(reason: WaitOn) -> &'static str {
    match reason {
        WaitOn::Customer => say!("service-level-terms-waiting-for-the-customer"),
        WaitOn::ThirdParty => say!("service-level-terms-waiting-for-a-third-party"),
        WaitOn::LegalHold => say!("service-level-terms-a-legal-hold"),
    }
}

pub fn reopening(how: Reopening) -> &'static str {
    match how {
        Reopening::Resume => say!("service-level-terms-the-time-goes-on"),
        Reopening::Restart => say!("service-level-terms-the-whole-time-again"),
        Reopening::Continuous => say!("service-level-terms-the-clock-never-stood-still"),
    }
}

pub fn raising(how: Raising) -> &'static str {
    match how {
        Raising::Retroactive => say!("service-level-terms-as-if-from-the-start"),
        Raising::ProRata => say!("service-level-terms-the-share-that-is-left"),
        Raising::FromChange => say!("service-level-terms-from-the-change-on"),
    }
}
