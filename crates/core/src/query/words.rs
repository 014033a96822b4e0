//! How a query was understood, in words.

use jiff::civil::Date;

use super::{Atom, Cut, Group, Note, Op, Party, State, Term};

/// One part of a query as people read it: `late`, `not with Finance`, `due before Fri 27 Nov`.
pub fn chip(group: &Group, today: Date) -> String {
    group.any.iter().map(|term| say(term, today)).collect::<Vec<_>>().join(" or ")
}

fn say(term: &Term, today: Date) -> String {
    let said = match &term.atom {
        Atom::Word(word) => word.clone(),
        Atom::Phrase(words) => format!("“{words}”"),
        Atom::Is(state) => state_words(*state).to_owned(),
        Atom::With(name) => format!("with {name}"),
        Atom::From(name) => format!("from {name}"),
        Atom::Owner(name) if name.eq_ignore_ascii_case("me") => "mine".to_owned(),
        Atom::Owner(name) => format!("of {name}"),
        Atom::Waiting(Party::Us) => "waiting for us".to_owned(),
        Atom::Waiting(Party::Them) => "waiting for another department".to_owned(),
        Atom::Waiting(Party::Customer) => "waiting for the customer".to_owned(),
        Atom::Due(cut) => format!("due {}", days(*cut, today)),
        Atom::Opened(cut) => format!("opened {}", days(*cut, today)),
    };
    if term.not { format!("not {said}") } else { said }
}

fn state_words(state: State) -> &'static str {
    match state {
        State::Breached => "late",
        State::Told => "customer told",
        state => state.name(),
    }
}

fn days(cut: Cut, today: Date) -> String {
    let (first, last) = cut.day.span(today);
    let day = |day: Date| day.strftime("%a %-d %b %Y").to_string();
    match cut.op {
        Op::Before => format!("before {}", day(first)),
        Op::Until => format!("until {}", day(last)),
        Op::From => format!("from {}", day(first)),
        Op::After => format!("after {}", day(last)),
        Op::On if first == last => format!("on {}", day(first)),
        Op::On => format!("from {} to {}", day(first), day(last)),
    }
}

/// What was not understood, and what to do about it, in one sentence or two.
pub fn note(note: &Note) -> String {
    match note {
        Note::UnknownField(field) => format!(
            "“{field}:” is none of the fields (is, with, from, owner, waiting, due, opened), so \
             its words were looked for."
        ),
        Note::UnknownValue(field, value, names) => format!(
            "“{field}:{value}” was left out. After “{field}:” comes one of {}.",
            names.join(", ")
        ),
        Note::NoValue(field) => {
            format!("“{field}:” was left out: write its value right after the colon.")
        }
        Note::UnknownDay(day) => format!(
            "“{day}” is no day and was left out. Write today, friday, week, 3d or 2026-12-01, with \
             < or > before it."
        ),
        Note::UnclosedQuote => "A quotation mark was not closed; it ends at the end.".to_owned(),
        Note::LonelyOr => "“OR” stands between two things; this one was left out.".to_owned(),
        Note::LonelyMinus => "“-” stands right before what must not be there.".to_owned(),
        Note::TooLong => "That is too much at once: only the beginning counts.".to_owned(),
    }
}
