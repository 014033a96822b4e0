//! Help with writing: what is worth another look in a text, for a program, for a page with script,
//! and for a form as it was typed.

mod about;
mod help;
mod page;

use baton_core::say;
use baton_core::writing::{About, Finding, Kind, look};

use crate::ctx::Ctx;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::route::Route;
use crate::shape::Shape;

use about::Known;

pub static ROUTES: &[&[Route]] = &[help::ROUTES, page::ROUTES];

/// What was found in one field of a form.
#[derive(Clone, Debug)]
pub struct Advice {
    pub path: &'static str,
    pub findings: Vec<Finding>,
}

/// Looks at every field of the form in which Baton helps with writing.
///
/// # Errors
/// `not_found` when the case or the request of the address may not be seen.
pub async fn advise(ctx: &Ctx) -> Result<Vec<Advice>, Trouble> {
    let known = about::of_path(ctx).await?;
    Ok(advice(ctx.route.body, &ctx.kept, &known))
}

fn advice(shape: &'static Shape, kept: &Kept, known: &Known) -> Vec<Advice> {
    let inside = matches!(kept.get("kind"), Some("note" | "call" | "inbound"));
    let fields = shape.fields.iter().filter_map(|field| Some((field.name, field.writing?)));
    let fields = fields.filter(|(_, kind)| !(inside && *kind == Kind::CustomerMessage));
    fields
        .map(|(path, kind)| {
            let text = kept.get(path).unwrap_or_default();
            let about = About { dated: dated(kept), ..known.about() };
            Advice { path, findings: look(kind, text, &about) }
        })
        .collect()
}

/// Whether the form's own field for the time is filled in.
fn dated(kept: &Kept) -> bool {
    let of_time = |path: &&str| *path == "needed_by" || path.starts_with("needed_by.");
    kept.paths().filter(of_time).any(|path| !kept.get(path).unwrap_or_default().trim().is_empty())
}

/// What is said above a form whose words were looked at.
pub fn told(advice: &[Advice]) -> String {
    let count: usize = advice.iter().map(|one| one.findings.len()).sum();
    let found = match count {
        0 => say!("writing-nothing-in-your-words-stands").to_owned(),
        1 => say!("writing-one-place-is-worth-another-look").to_owned(),
        count => say!("writing-places-are-worth-another-look", count),
    };
    say!("writing-nothing-has-been-sent", found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Field;

    static FORM: Shape = Shape::new(
        "AdviceTest",
        &[
            Field::lines("need", 99).writing(Kind::Need),
            Field::text("to", 9),
            Field::time("needed_by"),
        ],
    );

    fn typed(pairs: &[(&str, &str)]) -> Vec<Advice> {
        let pairs = pairs.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        advice(&FORM, &Kept::new(pairs.collect()), &Known::default())
    }

    #[test]
    fn a_date_in_its_own_field_counts_and_what_was_found_is_said() {
        let undated = typed(&[("need", "Replace the lid.")]);
        assert_eq!(undated[0].findings.len(), 1);
        assert!(told(&undated).starts_with("One place is worth another look"));
        let dated = typed(&[("need", "Replace the lid."), ("needed_by.date", "2026-12-01")]);
        assert_eq!(told(&dated), "Nothing in your words stands out. Nothing has been sent.");
    }
}
