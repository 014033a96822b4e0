//! How a query was understood, in words.

use jiff::civil::Date;

use super::{Atom, Cut, Group, Note, Op, Party, State, Term};
use crate::say;

/// One part of a query as people read it: `late`, `not with Finance`, `due before Fri 27 Nov`.
pub fn chip(group: &Group, today: Date) -> String {
    group.any.iter().map(|term| say(term, today)).collect::<Vec<_>>().join(" or ")
}

fn say(term: &Term, today: Date) -> String {
    let said = match &term.atom {
        Atom::Word(word) => word.clone(),
        Atom::Phrase(words) => format!("“{words}”"),
        Atom::Is(state) => state_words(*state).to_owned(),
        Atom::With(name) => say!("query-words-with", name),
        Atom::From(name) => say!("query-words-from", name),
        Atom::Owner(name) if name.eq_ignore_ascii_case("me") => "mine".to_owned(),
        Atom::Owner(name) => say!("query-words-of", name),
        Atom::Waiting(Party::Us) => say!("query-words-waiting-for-us").to_owned(),
        Atom::Waiting(Party::Them) => say!("query-words-waiting-for-another-department").to_owned(),
        Atom::Waiting(Party::Customer) => say!("query-words-waiting-for-the-customer").to_owned(),
        Atom::Due(cut) => say!("query-words-due", days = days(*cut, today)),
        Atom::Opened(cut) => say!("query-words-opened", days = days(*cut, today)),
    };
    if term.not { say!("query-words-not", said) } else { said }
}

fn state_words(state: State) -> &'static str {
    match state {
        State::Breached => "late",
        State::Told => say!("query-words-customer-told"),
        state => state.name(),
    }
}

fn days(cut: Cut, today: Date) -> String {
    let (first, last) = cut.day.span(today);
    let day = |day: Date| day.strftime("%a %-d %b %Y").to_string();
    match cut.op {
        Op::Before => say!("query-words-before", day = day(first)),
        Op::Until => say!("query-words-until", day = day(last)),
        Op::From => say!("query-words-from-2", day = day(first)),
        Op::After => say!("query-words-after", day = day(last)),
        Op::On if first == last => say!("query-words-on", day = day(first)),
        Op::On => say!("query-words-from-to", day = day(first), day_2 = day(last)),
    }
}

/// What was not understood, and what to do about it, in one sentence or two.
pub fn note(note: &Note) -> String {
    match note {
        Note::UnknownField(field) => say!("query-words-is-none-of-the-fields-is", field),
        Note::UnknownValue(field, value, names) => say!(
            "query-words-was-left-out-after-comes-one",
            field,
            value,
            value_2 = names.join(", ")
        ),
        Note::NoValue(field) => {
            say!("query-words-was-left-out-write-its-value", field)
        }
        Note::UnknownDay(day) => say!("query-words-is-no-day-and-was-left", day),
        Note::UnclosedQuote => say!("query-words-a-quotation-mark-was-not-closed").to_owned(),
        Note::LonelyOr => say!("query-words-or-stands-between-two-things").to_owned(),
        Note::LonelyMinus => say!("query-words-stands-right-before-what-must").to_owned(),
        Note::TooLong => say!("query-words-that-is-too-much-at-once").to_owned(),
    }
}
