//! The texts in quotes of Rust source, each with what stands before it.

use super::blank::code_only;

/// One text in quotes.
pub struct Literal {
    /// Without quotes, its escapes resolved.
    pub text: String,
    /// Line from 1.
    pub line: usize,
    /// The code before it, its own texts blanked.
    pub before: String,
}

/// Every text of the code, in order. What stands in comments is none.
pub fn literals(source: &str) -> Vec<Literal> {
    let letters: Vec<char> = source.chars().collect();
    let code: Vec<char> = code_only(source).chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < code.len() {
        if code[at] == '\n' {
            line += 1;
        }
        if code[at] != '"' || at > 0 && code[at - 1] == '\'' {
            at += 1;
            continue;
        }
        let Some(close) = (at + 1..code.len()).find(|end| code[*end] == '"') else { break };
        let raw = at > 0 && (code[at - 1] == 'r' || letters[at - 1] == '#');
        let inside: String = letters[at + 1..close].iter().collect();
        let start = at.saturating_sub(400);
        found.push(Literal {
            text: if raw { inside.clone() } else { resolved(&inside) },
            line,
            before: code[start..at].iter().collect(),
        });
        line += inside.matches('\n').count();
        at = close + 1;
    }
    found
}

/// Escapes resolved; a backslash at the end of a line takes the blanks that follow with it.
fn resolved(inside: &str) -> String {
    let mut text = String::new();
    let mut letters = inside.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('\n') => while letters.next_if(|next| next.is_whitespace()).is_some() {},
            Some('n') => text.push('\n'),
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

#[test]
fn texts_are_found_with_their_lines_and_what_stands_before() {
    let source = "let a = \"one \\\n   two\"; // \"no\"\ncall(\"three\");";
    let found = literals(source);
    let texts: Vec<&str> = found.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, ["one two", "three"]);
    assert_eq!((found[0].line, found[1].line), (1, 3));
    assert!(found[1].before.ends_with("call("), "{:?}", found[1].before);
}
