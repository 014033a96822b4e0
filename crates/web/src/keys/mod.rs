//! The keys of the pages, once: the sheet is made from this table, and each control says in
//! `data-press` by which key it is pressed, which is all that the script knows.

mod page;

use baton_core::case::request::moves::Move;
use baton_core::catalogue::Word;
use baton_core::{say, word};
use maud::{Markup, html};

use crate::route::Route;
use crate::tell;

pub use page::samples;

pub static ROUTES: &[&[Route]] = &[page::ROUTES];

/// One key, or two after each other, and what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// As the script knows it: `g t`, `Mod+k`.
    pub press: &'static str,
    pub does: Word,
}

/// The keys that work in one kind of place.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub place: Word,
    pub keys: &'static [Key],
}

macro_rules! keys {
    ($($group:ident $place:literal { $($name:ident = $press:literal $does:literal),+ $(,)? })+) => {
        $($(pub const $name: &str = $press;)+)+
        /// All of them, by place.
        pub const GROUPS: &[Group] = &[$(Group {
            place: word!($place),
            keys: &[$(Key { press: $press, does: word!($does) }),+],
        }),+];
    };
}

keys! {
    everywhere "keys-on-every-page" {
        GO = "Mod+k" "keys-open-the-command-bar",
        SEARCH = "/" "keys-search",
        NEW = "c" "keys-open-a-new-case",
        TODAY = "g t" "keys-go-to-today",
        TO_US = "g i" "keys-go-to-what-others-ask-of",
        FROM_US = "g o" "keys-go-to-what-we-asked-of",
        CASES = "g c" "keys-go-to-the-cases",
        DIRECTORY = "g d" "keys-go-to-the-directory",
        SETTINGS = "g s" "keys-go-to-my-settings",
        SHEET = "?" "keys-see-all-keys",
        BACK = "Escape" "keys-leave-the-field-then-go-back",
        SEND = "Mod+Enter" "keys-send-the-form",
        UNDO = "Mod+z" "keys-take-back-what-was-just-sent",
    }
    lists "keys-in-a-list" {
        NEXT = "j" "keys-next-row",
        PREVIOUS = "k" "keys-row-before",
        OPEN = "Enter" "keys-open-the-row",
        TICK = "x" "keys-tick-the-row-or-take-the",
        TICK_ALL = "*" "keys-tick-all-rows-of-the-page",
        TOGETHER = "b" "keys-go-to-what-can-be-done",
    }
    tray "keys-on-a-request-or-a-row" {
        READ_BACK = "1" "keys-read-it-back",
        ASK = "2" "keys-ask-the-sender",
        DECLINE = "3" "keys-decline-it-or-dispute-it",
        SNOOZE = "h" "keys-snooze-it",
        ESCALATE = "e" "keys-escalate-it",
        CONFIRM = "y" "keys-confirm-the-read-back",
        CORRECT = "x" "keys-correct-the-read-back",
    }
    case "keys-on-a-case" {
        REPLY = "r" "keys-reply-to-the-customer",
        NOTE = "n" "keys-write-a-note",
        REQUEST = "q" "keys-ask-another-department",
        TELL = "t" "keys-tell-the-customer",
        MERGE = "m" "keys-merge-it-with-another-case",
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
        (Some((first, second)), _) => {
            html! { (tell!("keys-then", cap = cap(first), cap_2 = cap(second))) }
        }
        (None, Some(key)) => {
            let key = if key.len() == 1 { key.to_uppercase() } else { key.to_owned() };
            html! { (tell!("keys-or", cap = cap(say!("keys-ctrl")), cap_2 = cap("⌘"), cap_3 = cap(&key))) }
        }
        (None, None) if press == "Escape" => cap(say!("keys-esc")),
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
