//! What new terms change: each line of what binds now beside what would take its place.

use baton_core::agreement::{ClockKind, ServiceClass, Terms, TermsVersion};
use baton_core::say;
use baton_core::vault::{Texts, WordRef};
use maud::{Markup, html};

use super::terms::{Sides, allowed, counter_words, facts, hours, pauses, step_of};
use crate::ctx::Ctx;
use crate::request::page::words::class;
use crate::ui;
use crate::ui::table::{Cell, Table};

/// Only the lines that differ.
pub fn changes(
    ctx: &Ctx,
    texts: &Texts,
    sides: Sides<'_>,
    now: &TermsVersion,
    then: &TermsVersion,
) -> Markup {
    let was = lines(ctx, texts, sides, &now.terms);
    let differ = was.into_iter().zip(lines(ctx, texts, sides, &then.terms));
    let differ = differ.filter(|((_, was), (_, is))| was != is);
    let rows: Vec<Vec<Cell>> = differ
        .map(|((label, was), (_, is))| {
            vec![
                Cell::head(html! { (label) }),
                Cell::new(html! { (was) }),
                Cell::new(html! { strong { (is) } }),
            ]
        })
        .collect();
    if rows.is_empty() {
        return html! { p { (say!("agreement-changes-none")) } };
    }
    let then_head = say!("agreement-changes-then", number = then.number);
    let heads = &[say!("agreement-changes-what"), say!("agreement-changes-now"), &*then_head];
    let caption = say!("agreement-changes-what-changes");
    Table { caption, heads, rows }.markup()
}

/// The terms line by line, always in this order.
fn lines(ctx: &Ctx, texts: &Texts, sides: Sides<'_>, terms: &Terms) -> Vec<(String, String)> {
    let listed = |words: &[WordRef]| {
        let all: Vec<&str> = words.iter().map(|word| texts.show(*word)).collect();
        if all.is_empty() { nothing() } else { all.join("; ") }
    };
    let mut lines = vec![
        (say!("agreement-terms-about").to_owned(), listed(&terms.in_scope)),
        (say!("agreement-terms-not-about").to_owned(), listed(&terms.out_of_scope)),
        (say!("agreement-terms-owes", from = sides.from), listed(&terms.from_duties)),
        (say!("agreement-terms-owes-2", to = sides.to), listed(&terms.to_duties)),
        (say!("agreement-terms-needs", from = sides.from), listed(&terms.from_needs)),
        (say!("agreement-terms-needs-2", to = sides.to), listed(&terms.to_needs)),
    ];
    lines.extend(targets(terms));
    lines.extend(ServiceClass::ALL.iter().map(|of| urgent(texts, terms, *of)));
    let text =
        |word: Option<WordRef>| word.map_or_else(nothing, |word| texts.show(word).to_owned());
    let rest = [
        (say!("agreement-terms-facts-that-a-request-brings"), facts(terms).unwrap_or_else(nothing)),
        (say!("agreement-terms-what-may-stop-the-clocks"), pauses(terms)),
        (say!("agreement-terms-by-whose-hours"), hours(ctx, terms)),
        (
            say!("agreement-terms-when-another-moment-is-accepted"),
            counter_words(terms.counter).to_owned(),
        ),
        (say!("agreement-terms-when-a-target-is-missed"), text(terms.on_breach)),
        (say!("agreement-terms-looked-at-again"), ui::when::date_words(terms.review_on)),
    ];
    lines.extend(rest.map(|(label, said)| (label.to_owned(), said)));
    lines
}

fn targets(terms: &Terms) -> impl Iterator<Item = (String, String)> {
    let each = |step: ClockKind| ServiceClass::ALL.iter().map(move |of| (step, *of));
    ClockKind::ALL
        .iter()
        .copied()
        .flat_map(each)
        .map(|(step, of)| (step_of(step, of), allowed(terms, step, of)))
}

fn nothing() -> String {
    say!("agreement-changes-nothing").to_owned()
}

/// When something is as urgent as that.
fn urgent(texts: &Texts, terms: &Terms, of: ServiceClass) -> (String, String) {
    let said = terms.priorities.iter().find(|one| one.class == of);
    let said = said.map_or_else(nothing, |one| texts.show(one.when).to_owned());
    (say!("agreement-changes-which-is", class = class(of).1.to_lowercase()), said)
}
