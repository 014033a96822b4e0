//! Where functions begin and end.

use super::blank::{identifiers, line_of};

pub struct Function<'a> {
    pub name: &'a str,
    /// Line of `fn`, from 1.
    pub line: usize,
    /// Lines from `fn` to the closing brace.
    pub lines: usize,
}

/// Every function with a body in blanked code (see [`super::blank::code_only`]). What stands in the
/// braces of a macro counts like any other line.
pub fn functions(code: &str) -> Vec<Function<'_>> {
    let words = identifiers(code);
    let mut found = Vec::new();
    for pair in words.windows(2) {
        let [(at, "fn"), (name_at, name)] = pair else { continue };
        // `fn(u8)` is a type; between `fn` and a name there is nothing but blanks.
        if !code[at + 2..*name_at].chars().all(|letter| letter.is_whitespace() || letter == '$') {
            continue;
        }
        if let Some((open, close)) = body(code, *name_at) {
            let (line, last) = (line_of(code, *at), line_of(code, close));
            debug_assert!(open < close);
            found.push(Function { name, line, lines: last - line + 1 });
        }
    }
    found
}

/// Bytes of the opening and closing brace; `None` when a semicolon comes first.
fn body(code: &str, from: usize) -> Option<(usize, usize)> {
    let (mut nested, mut depth, mut open) = (0_i32, 0_i32, None);
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match (byte, open) {
            (b'(' | b'[', None) => nested += 1,
            (b')' | b']', None) => nested -= 1,
            (b';', None) if nested == 0 => return None,
            (b'{', None) if nested == 0 => (open, depth) = (Some(at), 1),
            (b'{', Some(_)) => depth += 1,
            (b'}', Some(start)) => {
                depth -= 1;
                if depth == 0 {
                    return Some((start, at));
                }
            }
            _ => {}
        }
    }
    None
}

#[test]
fn functions_are_found_with_their_lines_and_nothing_else_is() {
    let source = r##"
trait T { fn without(&self) -> [u8; 4]; }
type F = fn(u8) -> u8;
fn one() { let text = "}"; }
fn three(
    a: impl Fn(u8) -> u8,
) { html! { p { "}" } } }
"##;
    let code = super::blank::code_only(source);
    let found: Vec<_> = functions(&code).iter().map(|f| (f.name, f.line, f.lines)).collect();
    assert_eq!(found, [("one", 4, 1), ("three", 5, 3)]);
}
