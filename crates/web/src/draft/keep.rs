//! Keeping what was typed, and letting go of it once it was sent.

use axum::http::StatusCode;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::vault::Subject;
use baton_store::drafts::{self, Draft, NewDraft};

use super::{Place, Typed};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::ui;

/// What a form asks of the frame, beside its own act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    pub place: String,
    /// Only keep what was typed; nothing is sent.
    pub keep: Option<Keep>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keep {
    /// Somebody pressed the button: the form is shown again, and says so.
    Pressed,
    /// A script saves while somebody types: it wants to hear when it was kept, and nothing else.
    Typing,
}

impl Ask {
    /// The hidden fields of a form, where it has them.
    pub fn of_form(place: Option<String>, keep: Option<&str>) -> Option<Self> {
        let keep = match keep {
            None => None,
            Some("typing") => Some(Keep::Typing),
            Some(_) => Some(Keep::Pressed),
        };
        Some(Self { place: place?, keep })
    }
}

fn read(place: &str) -> Result<Place, Trouble> {
    place.parse().map_err(|_| {
        Refusal::invalid("place", "not_known", say!("draft-keep-this-is-no-form")).into()
    })
}

/// Whose words they are, and that they may be kept at all.
async fn subject(ctx: &Ctx, place: &Place) -> Result<Subject, Trouble> {
    let (case, _) = place.open(ctx).await?;
    let Some(customer) = case.customer else { return Ok(Subject::Nobody) };
    if ctx.desk()?.customer(customer).await?.is_erased() {
        let message = say!("draft-keep-this-customer-was-erased");
        return Err(Refusal::invalid("place", "erased", message).into());
    }
    Ok(Subject::Customer(customer))
}

/// Keeps a draft of this person.
///
/// # Errors
/// `not_found` when what the form is about may not be seen; `invalid` when it is too much.
pub async fn put(ctx: &Ctx, place: &Place, typed: &Typed) -> Result<Draft, Trouble> {
    if typed.is_too_much() {
        let message = say!("draft-keep-this-is-too-much-for-a");
        return Err(Refusal::invalid("fields", "too_long", message).into());
    }
    let subject = subject(ctx, place).await?;
    let (person, at) = (ctx.viewer()?.person, ctx.now);
    let draft = Draft { place: place.to_string(), fields: typed.text(), updated_at: at };
    let Draft { place, fields, .. } = draft.clone();
    let made = NewDraft { person, place, subject, fields, at };
    let store = ctx.desk()?.store();
    store
        .keep(move |tx| {
            let made = made.clone();
            Box::pin(async move { drafts::put(tx, &made).await })
        })
        .await?;
    Ok(draft)
}

/// Lets go of a draft of this person; `false` when there was none.
pub async fn discard(ctx: &Ctx, place: &Place) -> Result<bool, Trouble> {
    let (person, place) = (ctx.viewer()?.person, place.to_string());
    let store = ctx.desk()?.store();
    let gone = store.keep(move |tx| {
        let place = place.clone();
        Box::pin(async move { drafts::discard(tx, person, &place).await })
    });
    Ok(gone.await?)
}

/// The draft of this person for a form.
pub async fn find(ctx: &Ctx, place: &Place) -> Result<Option<Draft>, Trouble> {
    let (link, person) = (ctx.desk()?.store().link(), ctx.viewer()?.person);
    Ok(drafts::get(&link, person, &place.to_string()).await?)
}

/// Keeps what a form holds, in place of sending it. Without words there is nothing to keep.
pub async fn keep(ctx: &Ctx, place: &str, keep: Keep) -> Result<Answer, Trouble> {
    let place = read(place)?;
    let typed = Typed::of_form(&ctx.kept);
    let words = typed.has_words(ctx.route.body);
    if words {
        put(ctx, &place, &typed).await?;
    } else {
        discard(ctx, &place).await?;
    }
    match keep {
        Keep::Typing if words => {
            let saved = ui::when::day(ctx.now, ctx.now, &ctx.zone());
            Answer::json(&serde_json::json!({ "at": ctx.now.millis(), "saved": saved }))
        }
        Keep::Typing => Ok(Answer::empty(StatusCode::NO_CONTENT)),
        Keep::Pressed if words => Ok(Answer::redirect(&place.restored())
            .told(say!("draft-keep-saved-as-a-draft-nobody-else"))),
        Keep::Pressed => {
            Ok(Answer::redirect(&place.href()).know(say!("draft-keep-nothing-was-written-yet-so")))
        }
    }
}

/// A form was accepted: its draft goes. What goes wrong here must not undo what was sent.
pub async fn sent(ctx: &Ctx, place: &str) {
    let Ok(place) = place.parse() else { return };
    if let Err(trouble) = discard(ctx, &place).await {
        tracing::warn!(operation = &*ctx.operation, ?trouble, "a draft outlived what was sent");
    }
}
