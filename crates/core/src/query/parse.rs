//! From what was typed to a query.

use super::{Atom, Cut, Day, Group, MOST, Note, Op, Party, Query, State, Term};

/// Understands what was typed, as far as it goes.
pub fn parse(text: &str) -> Query {
    let mut query = Query::default();
    let mut joins = false;
    for piece in pieces(text, &mut query.notes) {
        // All of them is what is meant anyway.
        if piece.typed == "AND" {
            continue;
        }
        if piece.is_or() {
            // An OR needs something on both sides.
            if joins || query.groups.is_empty() {
                query.notes.push(Note::LonelyOr);
            } else {
                joins = true;
            }
            continue;
        }
        let Some(term) = term(&piece, &mut query.notes) else { continue };
        add(&mut query, term, &piece.typed, joins);
        joins = false;
    }
    if joins {
        query.notes.push(Note::LonelyOr);
    }
    if query.groups.len() > MOST {
        query.groups.truncate(MOST);
        query.notes.push(Note::TooLong);
    }
    query
}

fn add(query: &mut Query, term: Term, typed: &str, joins: bool) {
    match query.groups.last_mut() {
        Some(group) if joins => {
            group.any.push(term);
            group.typed.push_str(" OR ");
            group.typed.push_str(typed);
        }
        _ => query.groups.push(Group { any: vec![term], typed: typed.to_owned() }),
    }
}

/// What stands between blanks; quotes keep blanks together.
struct Piece {
    typed: String,
    not: bool,
    /// What stands before the first colon, when that could be the name of a field.
    field: Option<String>,
    value: String,
    quoted: bool,
}

impl Piece {
    fn is_or(&self) -> bool {
        self.typed == "OR" || self.typed == "|"
    }
}

fn pieces(text: &str, notes: &mut Vec<Note>) -> Vec<Piece> {
    let (mut pieces, mut typed, mut inside) = (Vec::new(), String::new(), false);
    for letter in text.chars().take(1_000) {
        match letter {
            '"' | '“' | '”' => {
                inside = !inside;
                typed.push('"');
            }
            letter if letter.is_whitespace() && !inside => {
                pieces.extend(piece(std::mem::take(&mut typed)));
            }
            letter if letter.is_control() => typed.push(' '),
            letter => typed.push(letter),
        }
    }
    if inside {
        notes.push(Note::UnclosedQuote);
        typed.push('"');
    }
    pieces.extend(piece(typed));
    pieces
}

fn piece(typed: String) -> Option<Piece> {
    if typed.is_empty() {
        return None;
    }
    let (not, rest) = match typed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, typed.as_str()),
    };
    let (field, value) = match rest.split_once(':') {
        Some((field, value)) if is_field(field) => (Some(field.to_lowercase()), value),
        _ => (None, rest),
    };
    let quoted = value.contains('"');
    let value = value.replace('"', " ").trim().to_owned();
    Some(Piece { not, field, value, quoted, typed })
}

/// Could be the name of a field; `12:30` and an address of the web are words.
fn is_field(text: &str) -> bool {
    let web = ["http", "https", "mailto"];
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic()) && !web.contains(&text)
}

/// What a piece asks for. A word with a sign in it is several words, as texts are cut alike.
fn term(piece: &Piece, notes: &mut Vec<Note>) -> Option<Term> {
    let of = |atom| Some(Term { not: piece.not, atom });
    let mut text = piece.value.clone();
    if let Some(field) = &piece.field {
        match by_field(field, &piece.value) {
            Field::Is(atom) => return of(atom),
            Field::Wrong(note) => {
                notes.push(note);
                return None;
            }
            Field::Unknown => notes.push(Note::UnknownField(field.clone())),
        }
        text = format!("{field} {text}");
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    match words.len() {
        0 => {
            notes.extend(piece.not.then_some(Note::LonelyMinus));
            None
        }
        1 => of(Atom::Word(words.concat())),
        _ if piece.quoted => of(Atom::Phrase(words.join(" "))),
        _ => of(Atom::Word(words.join(" "))),
    }
}

enum Field {
    Is(Atom),
    Wrong(Note),
    Unknown,
}

fn by_field(field: &str, value: &str) -> Field {
    let lower = value.to_lowercase();
    let name = |field, of: fn(String) -> Atom| match value.is_empty() {
        true => Field::Wrong(Note::NoValue(field)),
        false => Field::Is(of(value.to_owned())),
    };
    match field {
        "is" => choice("is", &lower, State::parse(&lower).map(Atom::Is), State::NAMES),
        "waiting" => {
            choice("waiting", &lower, Party::parse(&lower).map(Atom::Waiting), Party::NAMES)
        }
        "with" | "to" => name("with", Atom::With),
        "from" | "customer" => name("from", Atom::From),
        "owner" | "assignee" => name("owner", Atom::Owner),
        "due" => cut("due", &lower, Atom::Due),
        "opened" | "received" | "sent" => cut("opened", &lower, Atom::Opened),
        _ => Field::Unknown,
    }
}

fn choice(
    field: &'static str,
    value: &str,
    atom: Option<Atom>,
    names: &'static [&'static str],
) -> Field {
    match (atom, value) {
        (Some(atom), _) => Field::Is(atom),
        (None, "") => Field::Wrong(Note::NoValue(field)),
        (None, value) => Field::Wrong(Note::UnknownValue(field, value.to_owned(), names)),
    }
}

fn cut(field: &'static str, value: &str, atom: fn(Cut) -> Atom) -> Field {
    let ops =
        [("<=", Op::Until), (">=", Op::From), ("<", Op::Before), (">", Op::After), ("=", Op::On)];
    let found = ops.iter().find_map(|(sign, op)| Some((value.strip_prefix(sign)?, *op)));
    let (day, op) = found.unwrap_or((value, Op::On));
    let day: String = day.split_whitespace().collect();
    match (Day::parse(&day), day.is_empty()) {
        (Some(day), _) => Field::Is(atom(Cut { op, day })),
        (None, true) => Field::Wrong(Note::NoValue(field)),
        (None, false) => Field::Wrong(Note::UnknownDay(day)),
    }
}
