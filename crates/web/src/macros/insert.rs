//! A macro is put into the form that somebody is writing in: nothing is sent, and all that was
//! typed stays.

use std::sync::Arc;

use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::template::Blank;

use super::here::Here;
use super::known::missing;
use super::seen;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach;
use crate::settings;

/// Fills a form that was sent to have a macro put in. What is wrong with that stands in the form.
///
/// # Errors
/// `not_found` when the case of the form may not be seen.
pub async fn insert(ctx: &mut Ctx, id: &str) -> Result<(), Trouble> {
    let file = reach::file(ctx, reach::case(ctx, ctx.param("id")).await?).await?;
    let kept = match seen(ctx, id).await {
        Ok(kept) => kept,
        Err(Trouble::Refused(_)) => {
            let message = say!("macros-insert-choose-the-macro-that-is-to");
            ctx.refusal = Some(Arc::new(Refusal::invalid("macro_chosen", "missing", message)));
            return Ok(());
        }
        Err(trouble) => return Err(trouble),
    };
    let here = Here::of(ctx, &file, &kept)?;
    if !here.text.missing.is_empty() {
        ctx.refusal = Some(Arc::new(still_open(&here.text.missing)));
    }
    let body = joined(ctx.kept("body"), &here.text.text, settings::signature(ctx));
    let others = ctx.kept.pairs().filter(|(name, _)| *name != "body");
    let mut pairs: Vec<(String, String)> =
        others.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    pairs.push(("body".to_owned(), body));
    ctx.kept = Arc::new(Kept::new(pairs));
    if !kept.of.steps.is_empty() {
        let named = format!("{}.{}", kept.id, kept.version);
        let mut ticked: Vec<String> =
            ctx.ticked.iter().filter(|one| **one != named).cloned().collect();
        ticked.push(named);
        ctx.ticked = ticked.into();
    }
    Ok(())
}

fn still_open(blanks: &[Blank]) -> Refusal {
    let said: Vec<String> = blanks.iter().map(missing).collect();
    let message = say!("macros-insert-write-what-belongs-there-until", said = said.join(" "));
    Refusal::invalid("body", "unresolved", message)
}

/// Below what was typed, and above the signature.
fn joined(typed: &str, text: &str, signature: &str) -> String {
    let typed = typed.trim_end();
    let (above, below) = match typed.strip_suffix(signature) {
        Some(above) if !signature.is_empty() => (above.trim_end(), signature),
        _ => (typed, ""),
    };
    let parts = [above, text, below];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

#[cfg(test)]
mod unit {
    use super::joined;

    #[test]
    fn a_macro_stands_below_what_was_typed_and_above_the_signature() {
        assert_eq!(joined("", "Text", ""), "Text");
        assert_eq!(joined("Typed\n", "Text", "Kind regards"), "Typed\n\nText");
        assert_eq!(joined("\n\nKind regards", "Text", "Kind regards"), "Text\n\nKind regards");
        let all = joined("Typed\n\nKind regards", "Text", "Kind regards");
        assert_eq!(all, "Typed\n\nText\n\nKind regards");
    }
}
