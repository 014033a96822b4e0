//! What can be done from anywhere, for whoever is asking.

use baton_core::access::Who;
use baton_core::catalogue::Word;
use baton_core::word;

use crate::keys;

/// One thing to do: its words, where it leads, and the key that does the same.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    pub text: Word,
    pub href: &'static str,
    pub key: Option<&'static str>,
    /// Other words that people look for it by.
    also: Word,
    may: fn(&Who) -> bool,
}

const fn verb(
    text: Word,
    href: &'static str,
    key: Option<&'static str>,
    also: Word,
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

const VERBS: [Verb; 19] = [
    verb(
        word!("go-verbs-today"),
        "/",
        Some(keys::TODAY),
        word!("go-verbs-home-due-waiting"),
        anybody,
    ),
    verb(
        word!("go-verbs-to-us"),
        "/to-us",
        Some(keys::TO_US),
        word!("go-verbs-tray-incoming-asked-inbox"),
        anybody,
    ),
    verb(
        word!("go-verbs-from-us"),
        "/from-us",
        Some(keys::FROM_US),
        word!("go-verbs-tray-outgoing-sent-asked"),
        anybody,
    ),
    verb(
        word!("go-verbs-my-cases"),
        "/cases",
        Some(keys::CASES),
        word!("go-verbs-queue-list"),
        anybody,
    ),
    verb(
        word!("go-verbs-cases-of-my-department"),
        "/cases?view=department",
        None,
        word!("go-verbs-queue-list"),
        placed,
    ),
    verb(
        word!("go-verbs-late-cases"),
        "/cases?view=department&q=is%3Abreached",
        None,
        word!("go-verbs-breached-overdue"),
        placed,
    ),
    verb(
        word!("go-verbs-to-decide"),
        "/decisions",
        None,
        word!("go-verbs-escalations-disputes-rule"),
        anybody,
    ),
    verb(
        word!("go-verbs-at-risk-and-late"),
        "/at-risk",
        None,
        word!("go-verbs-clocks-board-breached-overdue"),
        anybody,
    ),
    verb(
        word!("go-verbs-agreements"),
        "/agreements",
        None,
        word!("go-verbs-service-level-terms-signature"),
        anybody,
    ),
    verb(
        word!("go-verbs-open-a-new-case"),
        "/cases/new",
        Some(keys::NEW),
        word!("go-verbs-create-call-letter"),
        placed,
    ),
    verb(
        word!("go-verbs-find-a-customer"),
        "/customers",
        None,
        word!("go-verbs-people-addresses"),
        facing,
    ),
    verb(
        word!("go-verbs-directory"),
        "/directory",
        Some(keys::DIRECTORY),
        word!("go-verbs-departments-people-who"),
        anybody,
    ),
    verb(
        word!("go-verbs-search"),
        "/search",
        Some(keys::SEARCH),
        word!("go-verbs-also-find"),
        anybody,
    ),
    verb(
        word!("go-verbs-macros"),
        "/macros",
        None,
        word!("go-verbs-templates-texts-answers-blanks"),
        anybody,
    ),
    verb(
        word!("go-verbs-my-settings"),
        "/settings",
        Some(keys::SETTINGS),
        word!("go-verbs-zone-dark-theme-keys-density"),
        anybody,
    ),
    verb(
        word!("go-verbs-where-i-am-signed-in"),
        "/account/sessions",
        None,
        word!("go-verbs-sessions-devices"),
        anybody,
    ),
    verb(
        word!("go-verbs-all-keys"),
        "/keys",
        Some(keys::SHEET),
        word!("go-verbs-shortcuts-keyboard-help"),
        anybody,
    ),
    verb(
        word!("go-verbs-add-a-department"),
        "/directory/new",
        None,
        word!("go-verbs-also-administration"),
        administers,
    ),
    verb(
        word!("go-verbs-add-a-person"),
        "/people/new",
        None,
        word!("go-verbs-administration-colleague"),
        administers,
    ),
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
            verbs(who, typed).iter().map(|verb| verb.text.text()).collect()
        };
        assert_eq!(texts(&who, "sett"), ["My settings"]);
        assert_eq!(texts(&who, "my dark"), ["My settings"]);
        assert_eq!(texts(&who, "add"), Vec::<&str>::new());
        who.administrator = true;
        assert_eq!(texts(&who, "add"), ["Add a department", "Add a person"]);
        assert!(texts(&who, "").len() > 8);
    }
}
