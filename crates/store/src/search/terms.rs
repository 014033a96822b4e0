//! Words of a text, the same for both databases: letters and digits, lower case, without accents.

use std::collections::HashSet;

use super::Scope;

/// Longest word that is told apart, in characters.
const LONGEST: usize = 60;
/// Different words of one document that are indexed.
const MOST: usize = 10_000;
/// Words of a query that count.
const ASKED: usize = 12;
/// A scope that nothing has, for SQLite and for PostgreSQL.
const NOTHING: (&str, &str) = ("{scope} : (\"snothing\")", "':snothing'");

/// The different words of a text, in order of appearance.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    split(text).filter(|word| seen.insert(word.clone())).take(MOST).collect()
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| {
        word.chars().flat_map(char::to_lowercase).take(LONGEST).map(plain).collect::<String>()
    })
}

/// The letter without its accent, for the letters of western and central Europe.
fn plain(letter: char) -> char {
    const TABLE: &[(&str, char)] = &[
        ("àáâãäåāăą", 'a'),
        ("çćĉċč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ĥħ", 'h'),
        ("ìíîïĩīĭįı", 'i'),
        ("ĵ", 'j'),
        ("ķ", 'k'),
        ("ĺļľŀł", 'l'),
        ("ñńņňŉ", 'n'),
        ("òóôõöøōŏő", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťŧț", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ŵ", 'w'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
    ];
    if letter.is_ascii() {
        return letter;
    }
    TABLE.iter().find(|(accented, _)| accented.contains(letter)).map_or(letter, |(_, base)| *base)
}

/// A document's terms for PostgreSQL: whose they are cannot be mistaken for a word, since a word
/// has no colon.
pub(super) fn vector(kind: &str, scope: &str, words: &[String]) -> String {
    let mut text = format!("':{scope}' ':k{kind}'");
    for word in words {
        text.push_str(" '");
        text.push_str(word);
        text.push('\'');
    }
    text
}

/// What somebody typed: all words must occur, and the last may be the beginning of one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query(Vec<String>);

impl Query {
    /// Any text will do; what is neither letter nor digit only separates.
    pub fn parse(text: &str) -> Self {
        Self(split(text).take(ASKED).collect())
    }

    /// There is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text that is at hand would be found, by the same words as in the index.
    pub fn finds(&self, text: &str) -> bool {
        let words = words(text);
        let Some((last, whole)) = self.0.split_last() else { return false };
        whole.iter().all(|asked| words.contains(asked))
            && words.iter().any(|word| word.starts_with(last.as_str()))
    }

    /// What the index is asked; without words, for everything that the scopes may find.
    pub(crate) fn asked(&self, postgres: bool, scopes: &[Scope], kinds: &[&str]) -> String {
        let scopes: Vec<String> = scopes.iter().map(|scope| scope.term()).collect();
        match (postgres, scopes.is_empty()) {
            (true, true) => NOTHING.1.to_owned(),
            (false, true) => NOTHING.0.to_owned(),
            (true, false) => self.for_postgres(&scopes, kinds),
            (false, false) => self.for_sqlite(&scopes, kinds),
        }
    }

    /// What the index is asked for whatever fits any of these; without any, for nothing.
    pub(crate) fn any_of(
        queries: &[Self],
        postgres: bool,
        scopes: &[Scope],
        kinds: &[&str],
    ) -> String {
        let (nothing, or) = if postgres { (NOTHING.1, " | ") } else { (NOTHING.0, " OR ") };
        let asked = queries.iter().map(|query| query.asked(postgres, scopes, kinds));
        let asked = joined(asked.map(|asked| format!("({asked})")), or);
        if asked.is_empty() { nothing.to_owned() } else { asked }
    }

    pub(super) fn for_sqlite(&self, scopes: &[String], kinds: &[&str]) -> String {
        let quote = |word: &String| format!("\"{word}\"");
        let mut asked = format!("{{scope}} : ({})", joined(scopes.iter().map(quote), " OR "));
        if !kinds.is_empty() {
            let kinds = kinds.iter().map(|kind| format!("\"k{kind}\""));
            asked.push_str(&format!(" AND {{scope}} : ({})", joined(kinds, " OR ")));
        }
        if self.is_empty() {
            return asked;
        }
        let words = joined(self.0.iter().map(quote), " AND ");
        format!("{asked} AND {{body}} : ({words}*)")
    }

    pub(super) fn for_postgres(&self, scopes: &[String], kinds: &[&str]) -> String {
        let scopes = scopes.iter().map(|scope| format!("':{scope}'"));
        let mut asked = format!("({})", joined(scopes, " | "));
        if !kinds.is_empty() {
            let kinds = kinds.iter().map(|kind| format!("':k{kind}'"));
            asked.push_str(&format!(" & ({})", joined(kinds, " | ")));
        }
        if self.is_empty() {
            return asked;
        }
        let words = joined(self.0.iter().map(|word| format!("'{word}'")), " & ");
        format!("{asked} & {words}:*")
    }
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_plain_lower_case_words() {
        assert_eq!(words("Zoë's Order, C-1042; order"), ["zoe", "s", "order", "c", "1042"]);
    }

    #[test]
    fn a_query_of_signs_asks_for_nothing() {
        assert!(Query::parse("'\" * ( ) : & | ! -- \0").is_empty());
    }

    #[test]
    fn a_text_at_hand_is_found_by_whole_words_and_the_beginning_of_the_last() {
        for (asked, finds) in
            [("zoe ra", true), ("raman", true), ("ra zoe", false), ("Zoë Raman", true), ("", false)]
        {
            assert_eq!(Query::parse(asked).finds("Zoë Raman, Logistics"), finds, "{asked}");
        }
    }
}
