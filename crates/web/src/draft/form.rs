//! What a form shows of its draft: that there is one, and the way to keep one without script.

use baton_core::say;
use baton_core::time::Instant;
use baton_store::drafts::Draft;
use maud::{Markup, html};

use super::{Place, Typed, keep};
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::shape::Field;
use crate::tell;
use crate::ui;

/// Names of the hidden field and of the button; the frame takes both out of what was typed.
pub const PLACE: &str = "draft_place";
pub const KEEP: &str = "keep_draft";

/// In the address of a form that is to be filled in with its draft.
pub const RESTORE: Field = Field::choice("draft", &["restore"]);
pub const QUERY: &[Field] = &[RESTORE];

/// A form with its draft, if it has one.
pub struct Drafting {
    place: Place,
    draft: Option<Draft>,
    restored: bool,
    person: String,
}

/// Looks for the draft of a form that is about to be shown.
pub async fn open(ctx: &Ctx, place: Place) -> Result<Drafting, Trouble> {
    let draft = keep::find(ctx, &place).await?;
    let restored = draft.is_some() && ctx.query.has("draft");
    let person = ctx.viewer()?.person.to_string();
    Ok(Drafting { place, draft, restored, person })
}

impl Drafting {
    /// What the form starts with: the draft where it was asked for, else the usual.
    pub fn start(&self, usual: Kept) -> Kept {
        match &self.draft {
            Some(draft) if self.restored => Typed::read(&draft.fields).kept(),
            _ => usual,
        }
    }

    /// Above the form: the draft that there is.
    pub fn banner(&self, ctx: &Ctx) -> Markup {
        let Some(draft) = self.draft.as_ref().filter(|_| ctx.refusal.is_none()) else {
            return html! {};
        };
        let saved = ui::when::when(draft.updated_at, ctx.now, &ctx.zone());
        banner(&ctx.token, &self.place, &saved, self.restored)
    }

    /// Inside the form: which draft is its own.
    pub fn hidden(&self) -> Markup {
        let saved = self.draft.as_ref().map(|draft| draft.updated_at);
        hidden(&self.place, &self.person, saved)
    }

    /// Beside the button that sends.
    pub fn button(&self) -> Markup {
        html! { button.button type="submit" name=(KEEP) value="pressed" { (say!("draft-form-save-as-draft")) } }
    }
}

fn hidden(place: &Place, person: &str, saved: Option<Instant>) -> Markup {
    let saved = saved.map(Instant::millis);
    html! {
        input type="hidden" name=(PLACE) value=(place) data-draft=(person) data-saved=[saved]
            data-saved-words=(say!("draft-form-draft-saved"))
            data-kept-words=(say!("draft-form-not-saved-on-the-server-it"))
            data-copy-words=(say!("draft-form-what-you-typed-at-is-in"))
            data-restore-words=(say!("draft-form-restore-it")) data-discard-words=(say!("draft-form-discard-it"));
    }
}

fn banner(token: &str, place: &Place, saved: &Markup, restored: bool) -> Markup {
    html! {
        div.notice.know.draft {
            p {
                @if restored { (tell!("draft-form-this-is-your-draft-saved", saved)) }
                @else { (tell!("draft-form-you-have-written-this-before", saved)) }
            }
            div.draft-acts {
                @if !restored { a.button.small href=(place.restored()) { (say!("draft-form-restore-it")) } }
                form.act method="post" action="/drafts/discarding" {
                    (ui::form::token(token))
                    input type="hidden" name="place" value=(place);
                    input type="hidden" name="back" value="form";
                    button.button.small type="submit" { (say!("draft-form-discard-it")) }
                }
            }
        }
    }
}

/// For the gallery: the banner before and after restoring.
pub fn samples() -> Vec<crate::page::Sample> {
    let Ok(place) = "case:00000000000000000000000001:messages/new?kind=reply".parse() else {
        return Vec::new();
    };
    let saved = html! { "10 min ago (09:30)" };
    vec![
        crate::page::Sample::new("draft: there is one", banner("", &place, &saved, false)),
        crate::page::Sample::new("draft: restored", banner("", &place, &saved, true)),
    ]
}
