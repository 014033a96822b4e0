//! What can be done from anywhere, for whoever is asking.

use baton_core::access::Who;

use crate::keys;

/// One thing to do: its words, where it leads, and the key that does the same.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    pub text: &'static str,
    pub href: &'static str,
    pub key: Option<&'static str>,
    /// Other words that people look for it by.
    also: &'static str,
    may: fn(&Who) -> bool,
}

const fn verb(
    text: &'static str,
    href: &'static str,
    key: Option<&'static str>,
    also: &'static str,
    may: fn(&Who) -> bool,
) -> Verb {
    Verb { text, href, key, also, may }
}

fn anybody(_: &Who) -> bool {
    true
}
fn placed(who: &Who) -> bool {
    !who.departments.is_empty()
}
fn facing(who: &Who) -> bool {
    who.customer_facing
}
fn administers(who: &Who) -> bool {
    who.administrator
}

const VERBS: [Verb; 16] = [
    verb("Today", "/", Some(keys::TODAY), "home due waiting", anybody),
    verb("To us", "/to-us", Some(keys::TO_US), "tray incoming asked inbox", anybody),
    verb("From us", "/from-us", Some(keys::FROM_US), "tray outgoing sent asked", anybody),
    verb("My cases", "/cases", Some(keys::CASES), "queue list", anybody),
    verb("Cases of my department", "/cases?view=department", None, "queue list", placed),
    verb("Late cases", "/cases?view=department&q=is%3Abreached", None, "breached overdue", placed),
    verb("Open a new case", "/cases/new", Some(keys::NEW), "create call letter", placed),
    verb("Find a customer", "/customers", None, "people addresses", facing),
    verb("Directory", "/directory", Some(keys::DIRECTORY), "departments people who", anybody),
    verb("Search", "/search", Some(keys::SEARCH), "find", anybody),
    verb("Macros", "/macros", None, "templates texts answers blanks", anybody),
    verb("My settings", "/settings", Some(keys::SETTINGS), "zone dark theme keys density", anybody),
    verb("Where I am signed in", "/account/sessions", None, "sessions devices", anybody),
    verb("All keys", "/keys", Some(keys::SHEET), "shortcuts keyboard help", anybody),
    verb("Add a department", "/directory/new", None, "administration", administers),
    verb("Add a person", "/people/new", None, "administration colleague", administers),
];

/// Those that this person may do and whose words begin like all that was typed.
pub fn verbs(who: &Who, typed: &str) -> Vec<Verb> {
    let typed = typed.to_lowercase();
    let fits = |verb: &&Verb| {
        let known = format!("{} {}", verb.text, verb.also).to_lowercase();
        typed.split_whitespace().all(|part| known.split(' ').any(|word| word.starts_with(part)))
    };
    VERBS.iter().filter(|verb| (verb.may)(who)).filter(fits).copied().collect()
}

#[cfg(test)]
mod tests {
    use baton_core::log::Actor;

    use super::*;

    #[test]
    fn verbs_are_found_by_the_beginnings_of_their_words_and_only_by_those_who_may() {
        let mut who = Who::bare(Actor::Customer);
        let texts = |who: &Who, typed: &str| -> Vec<&str> {
            verbs(who, typed).iter().map(|verb| verb.text).collect()
        };
        assert_eq!(texts(&who, "sett"), ["My settings"]);
        assert_eq!(texts(&who, "my dark"), ["My settings"]);
        assert_eq!(texts(&who, "add"), Vec::<&str>::new());
        who.administrator = true;
        assert_eq!(texts(&who, "add"), ["Add a department", "Add a person"]);
        assert!(texts(&who, "").len() > 8);
    }
}
