//! The keys of the pages, once: the sheet is made from this table, and each control says in
//! `data-press` by which key it is pressed, which is all that the script knows.

mod page;

use baton_core::case::request::moves::Move;
use maud::{Markup, html};

use crate::route::Route;

pub use page::samples;

pub static ROUTES: &[&[Route]] = &[page::ROUTES];

/// One key, or two after each other, and what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// As the script knows it: `g t`, `Mod+k`.
    pub press: &'static str,
    pub does: &'static str,
}

/// The keys that work in one kind of place.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub place: &'static str,
    pub keys: &'static [Key],
}

macro_rules! keys {
    ($($group:ident $place:literal { $($name:ident = $press:literal $does:literal),+ $(,)? })+) => {
        $($(pub const $name: &str = $press;)+)+
        /// All of them, by place.
        pub const GROUPS: &[Group] = &[$(Group {
            place: $place,
            keys: &[$(Key { press: $press, does: $does }),+],
        }),+];
    };
}

keys! {
    everywhere "On every page" {
        GO = "Mod+k" "Open the command bar",
        SEARCH = "/" "Search",
        NEW = "c" "Open a new case",
        TODAY = "g t" "Go to Today",
        TO_US = "g i" "Go to what others ask of us",
        FROM_US = "g o" "Go to what we asked of others",
        CASES = "g c" "Go to the cases",
        DIRECTORY = "g d" "Go to the directory",
        SETTINGS = "g s" "Go to my settings",
        SHEET = "?" "See all keys",
        BACK = "Escape" "Leave the field; then go back",
        SEND = "Mod+Enter" "Send the form",
        UNDO = "Mod+z" "Take back what was just sent, while its bar is there",
    }
    lists "In a list" {
        NEXT = "j" "Next row",
        PREVIOUS = "k" "Row before",
        OPEN = "Enter" "Open the row",
        TICK = "x" "Tick the row, or take the tick away",
        TICK_ALL = "*" "Tick all rows of the page",
        TOGETHER = "b" "Go to what can be done with the ticked rows",
    }
    tray "On a request, or a row of To us" {
        READ_BACK = "1" "Read it back",
        ASK = "2" "Ask the sender",
        DECLINE = "3" "Decline it, or dispute it",
        SNOOZE = "h" "Snooze it",
        ESCALATE = "e" "Escalate it",
        CONFIRM = "y" "Confirm the read-back",
        CORRECT = "x" "Correct the read-back",
    }
    case "On a case" {
        REPLY = "r" "Reply to the customer",
        NOTE = "n" "Write a note",
        REQUEST = "q" "Ask another department",
        TELL = "t" "Tell the customer",
        MERGE = "m" "Merge it with another case",
    }
}

/// The key of a move on a request.
pub fn of_move(mv: Move) -> Option<&'static str> {
    Some(match mv {
        Move::ReadBack => READ_BACK,
        Move::Ask => ASK,
        Move::Decline => DECLINE,
        Move::Escalate => ESCALATE,
        Move::Confirm => CONFIRM,
        Move::Correct => CORRECT,
        _ => return None,
    })
}

/// The key of an act on a case, by where its form is.
pub fn of_case(href: &str) -> Option<&'static str> {
    Some(match href.rsplit_once("/messages/").map_or(href, |(_, form)| form) {
        "new?kind=reply" => REPLY,
        "new?kind=note" => NOTE,
        form if form.ends_with("/requests/new") => REQUEST,
        form if form.ends_with("/customer-updates/new") => TELL,
        form if form.ends_with("/merger/new") => MERGE,
        _ => return None,
    })
}

/// A control that a key presses.
pub fn keyed(key: Option<&str>, control: &Markup) -> Markup {
    match key {
        Some(key) => html! { div.keyed data-press=(key) { (control) } },
        None => control.clone(),
    }
}

/// The key as people read it: `g, then t`; `Ctrl or ⌘ + K`.
pub fn words(press: &str) -> Markup {
    let cap = |key: &str| html! { kbd { (key) } };
    match (press.split_once(' '), press.strip_prefix("Mod+")) {
        (Some((first, second)), _) => html! { (cap(first)) " then " (cap(second)) },
        (None, Some(key)) => {
            let key = if key.len() == 1 { key.to_uppercase() } else { key.to_owned() };
            html! { (cap("Ctrl")) " or " (cap("⌘")) " + " (cap(&key)) }
        }
        (None, None) if press == "Escape" => cap("Esc"),
        (None, None) => cap(press),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        let everywhere: BTreeSet<&str> = GROUPS[0].keys.iter().map(|key| key.press).collect();
        assert_eq!(everywhere.len(), GROUPS[0].keys.len());
        for group in &GROUPS[1..] {
            let mut seen = everywhere.clone();
            for key in group.keys {
                assert!(seen.insert(key.press), "{}: {} stands twice", group.place, key.press);
            }
        }
    }

    #[test]
    fn the_acts_of_a_case_have_their_keys() {
        assert_eq!(of_case("/cases/1/messages/new?kind=reply"), Some("r"));
        assert_eq!(of_case("/cases/1/messages/new?kind=call"), None);
        assert_eq!(of_case("/cases/1/requests/new"), Some("q"));
        assert_eq!(of_case("/cases/1/customer-updates/new"), Some("t"));
    }
}
