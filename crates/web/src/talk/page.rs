//! The form that logs a talk, from any page.

use baton_core::{say, word};
use maud::{Markup, html};

use super::entry::{self, ABOUT, Choice, SAID, WITH};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::ui;

static TALK: Shape = Shape::new(
    "TalkPage",
    &[ABOUT, WITH, SAID, Field::text("choice", 40).label(word!("talk-which-of-these")).needed()],
);

pub const ROUTES: &[Route] = &[
    Route::get("/log/new", "pages.log.new", Access::SignedIn, new)
        .summary("The form to log a call or a talk")
        .query(&[Field::text("about", 200)])
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/log", "pages.log.create", Access::SignedIn, create)
        .summary("Log a call or a talk")
        .body(&TALK)
        .again(new)
        .answers(&[Reply::bare(303, "On to what it was about")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let about = ctx.query.words("about").to_owned();
        let start = Kept::new(vec![("about".to_owned(), about)]);
        let choices = match ctx.error("about") {
            Some(error) if error.code == "several" => {
                entry::choices(&ctx, ctx.kept("about")).await?
            }
            _ => Vec::new(),
        };
        let form = ctx.form(&TALK).starting(&start);
        let which = choices.iter().map(Choice::words).collect::<Vec<_>>();
        let which: Vec<(&str, &str)> = choices
            .iter()
            .map(|one| one.reference.as_str())
            .zip(which.iter().map(String::as_str))
            .collect();
        let inside = html! {
            (form.text("about"))
            @if !which.is_empty() { (form.radios("choice", &which)) }
            (form.text("with"))
            (form.lines("said", 6))
            (ui::button::row(&[ui::button::main(say!("talk-log-it"))]))
        };
        let main = html! { (lead()) (ui::form::post(&ctx.token, "/log", &inside)) };
        Ok(Answer::page(Page::new(say!("talk-log-a-call-or-a-talk"), main).at(Place::Elsewhere)))
    })
}

fn lead() -> Markup {
    html! {
        p.lead {
            (say!("talk-in-a-case-it-is-read"))
        }
    }
}

impl Choice {
    fn words(&self) -> String {
        format!("{} · {}", self.reference, self.title)
    }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (chosen, typed) = (ctx.input.text("choice"), ctx.input.words("about"));
        let about = entry::about(&ctx, chosen.unwrap_or(typed)).await?;
        let what = entry::keep(&ctx, &about).await.map_err(placed)?;
        let told = say!("talk-logged-as-a-in", what, reference = about.reference());
        Ok(Answer::redirect(&about.href()).told(told))
    })
}

/// The rules name the text as messages and notes call it.
fn placed(trouble: Trouble) -> Trouble {
    let Trouble::Refused(mut refusal) = trouble else { return trouble };
    for error in &mut refusal.fields {
        if ["body", "text"].contains(&error.field.as_str()) {
            error.field = "said".to_owned();
        }
    }
    Trouble::Refused(refusal)
}

pub fn samples() -> Vec<Page> {
    vec![Page::new("Log a call or a talk", lead())]
}
