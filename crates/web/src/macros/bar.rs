//! What a form shows of macros: the one to put in, and what those that were put in do once the form
//! is sent.

use baton_core::say;
use baton_store::macros::Kept;
use maud::{Markup, html};

use super::here::{Deed, Here, why};
use super::{all, seen};
use crate::ctx::Ctx;
use crate::page::Sample;
use crate::problem::Trouble;
use crate::reach::File;
use crate::tell;
use crate::ui;

/// Names of the list, of the button, and of the boxes; the frame takes them out of what was typed.
pub const CHOSEN: &str = "macro_chosen";
pub const INSERT: &str = "insert_macro";
pub const TICKED: &str = "macro_acts";

/// Most macros whose acts follow one form.
pub const MOST_TICKED: usize = 5;

/// Below the buttons of a form: the Enter key of a field must find the main button first.
pub async fn chooser(ctx: &Ctx) -> Result<Markup, Trouble> {
    let directory = ctx.desk()?.directory();
    let all = all(ctx).await?;
    let mut groups: Vec<(String, Vec<&Kept>)> = Vec::new();
    for kept in &all {
        let whose = match kept.department {
            Some(id) => directory.department_name(id).to_owned(),
            None => say!("macros-bar-yours").to_owned(),
        };
        match groups.iter_mut().find(|(known, _)| *known == whose) {
            Some((_, macros)) => macros.push(kept),
            None => groups.push((whose, vec![kept])),
        }
    }
    Ok(choose(&groups, ctx.error(CHOSEN).map(|error| error.message.as_str())))
}

fn choose(groups: &[(String, Vec<&Kept>)], error: Option<&str>) -> Markup {
    let id = ui::field::id(CHOSEN);
    html! {
        @if groups.is_empty() {
            p.muted.macro-none { (tell!("macros-bar-for-what-you-write-often", link = html! { a href="/macros" { (say!("macros-bar-make-a-macro")) } })) }
        } @else {
            div.macro-choose.wrong[error.is_some()] {
                label for=(id) { (say!("macros-bar-macro")) }
                @if let Some(error) = error {
                    p.field-error id={ (id) "-error" } { span.unseen { (say!("macros-bar-error")) " " } (error) }
                }
                div.macro-line {
                    select.input id=(id) name=(CHOSEN) data-offered=(say!("macros-bar-insert-the-macro")) {
                        option value="" { (say!("macros-bar-choose")) }
                        @for (whose, macros) in groups {
                            optgroup label=(whose) {
                                @for kept in macros { option value=(kept.id) { (kept.of.name) } }
                            }
                        }
                    }
                    button.button type="submit" name=(INSERT) value="yes" data-done=(say!("macros-bar-it-is-in-the-text")) { (say!("macros-bar-insert")) span.unseen { " " (say!("macros-bar-the-macro")) } }
                }
            }
        }
    }
}

/// Above the buttons: what is done besides, once the form is sent.
pub async fn follows(ctx: &Ctx, file: &File) -> Result<Markup, Trouble> {
    let mut boxes = Vec::new();
    for named in ctx.ticked.iter() {
        let Some((id, version)) = named.split_once('.') else { continue };
        let kept = match seen(ctx, id).await {
            Ok(kept) if kept.version.to_string() == version => kept,
            // It was changed or removed meanwhile: what it does now has not been looked at.
            Ok(_) | Err(Trouble::Refused(_)) => continue,
            Err(trouble) => return Err(trouble),
        };
        let deeds = Here::of(ctx, file, &kept)?.deeds;
        boxes.push((named.clone(), kept.of.name, deeds));
    }
    Ok(listed(&boxes))
}

fn listed(boxes: &[(String, String, Vec<Deed>)]) -> Markup {
    html! {
        div #macro-acts aria-live="polite" {
            @for (n, (named, name, deeds)) in boxes.iter().enumerate() {
                div.macro-acts {
                    div.choice {
                        input id={ "macro-acts-" (n) } type="checkbox" name=(TICKED) value=(named) checked;
                        label for={ "macro-acts-" (n) } { (tell!("macros-bar-once-it-is-sent-do-what", name)) }
                    }
                    ol {
                        @for deed in deeds {
                            li {
                                (deed.words)
                                @if let Some(refusal) = &deed.refusal {
                                    " " strong { (say!("macros-bar-not-now")) " " } (why(refusal))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// For the gallery.
pub fn samples() -> Vec<Sample> {
    use baton_core::ids::{Id, PersonId};
    use baton_core::macros::{Macro, Step};
    use baton_core::refusal::{Code, Refusal};

    let step = Step::Snooze { until: "in 3 days".to_owned() };
    let of = Macro { name: "Parcel is late".to_owned(), text: String::new(), steps: Vec::new() };
    let owner = PersonId::from_bits(1);
    let kept = Kept { id: "1".to_owned(), owner, department: None, of, version: 1 };
    let deed = |refusal| Deed {
        words: step.words(""),
        step: step.clone(),
        filled: String::new(),
        refusal,
    };
    let closed = Refusal::new(Code::Terminal, "The case is closed.");
    let boxes = [("1.1".to_owned(), kept.of.name.clone(), vec![deed(None), deed(Some(closed))])];
    vec![
        Sample::new("macro: choose one", choose(&[("Yours".to_owned(), vec![&kept])], None)),
        Sample::new("macro: what it does besides", listed(&boxes)),
    ]
}
