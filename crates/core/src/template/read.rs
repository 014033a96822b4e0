//! Reads a text with blanks.

use super::{Blank, CLOSE, OPEN, Part, Template, Variable};

/// Why a text is no template.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Flaw {
    #[error(
        "“{0}” begins a blank that is never closed. Close it with two braces, or leave them out."
    )]
    Unclosed(String),
    #[error("“{0}” stands for nothing. Use one of {names}.", names = Variable::NAMES.join(", "))]
    Unknown(String),
    #[error("“{0}” is not understood. Write it like {{{{customer.first_name or \"there\"}}}}.")]
    Otherwise(String),
}

/// Reads a text.
///
/// # Errors
/// The first blank that is not understood.
pub fn read(text: &str) -> Result<Template, Flaw> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        push(&mut parts, before);
        let Some((inside, behind)) = after.split_once(CLOSE) else {
            return Err(Flaw::Unclosed(format!("{OPEN}{}", beginning(after))));
        };
        parts.push(Part::Blank(blank(inside)?));
        rest = behind;
    }
    push(&mut parts, rest);
    Ok(Template(parts))
}

fn push(parts: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        parts.push(Part::Text(text.to_owned()));
    }
}

fn blank(inside: &str) -> Result<Blank, Flaw> {
    let typed = format!("{OPEN}{inside}{CLOSE}");
    let mut words = inside.trim().splitn(2, char::is_whitespace);
    let name = words.next().unwrap_or_default();
    let variable = Variable::parse(name).ok_or_else(|| Flaw::Unknown(beginning(&typed)))?;
    let otherwise = match words.next().map(str::trim) {
        None => None,
        Some(rest) => Some(quoted(rest).ok_or_else(|| Flaw::Otherwise(beginning(&typed)))?),
    };
    Ok(Blank { variable, otherwise, typed })
}

/// `or "there"`, with straight or curly quotation marks; nothing in it opens another blank.
fn quoted(rest: &str) -> Option<String> {
    let text = rest.strip_prefix("or")?.trim();
    let text = text.strip_prefix(['"', '“', '”'])?.strip_suffix(['"', '“', '”'])?;
    (!text.contains(['"', '“', '”', '{', '}'])).then(|| text.to_owned())
}

/// Enough of a text to know it by.
fn beginning(text: &str) -> String {
    text.chars().take(60).collect()
}
