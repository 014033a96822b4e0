//! The pages of the public form.

use baton_core::say;
use maud::{Markup, html};

use super::ask::ASKING;
use super::steps::Step;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::page::{Around, Page};
use crate::ui;
use crate::ui::pairs::pairs;

/// A page for customers.
pub fn sheet(title: &str, main: Markup) -> Page {
    Page { around: Around::Public, ..Page::new(title, main) }
}

/// One question, with all earlier answers beside it out of sight.
pub fn step_page(ctx: &Ctx, step: Step, kept: &Kept) -> Page {
    let form = Form { shape: &ASKING, kept, refusal: ctx.refusal.as_deref(), advice: &[] };
    page(&ctx.token, step, form)
}

fn page(token: &str, step: Step, form: Form<'_>) -> Page {
    let inside = html! {
        input type="hidden" name="step" value=(step.name());
        @for field in Step::ALL.iter().filter(|other| **other != step).flat_map(|one| one.fields()) {
            @if let Some(text) = form.kept.get(field) {
                input type="hidden" name=(field) value=(text);
            }
        }
        // What the return key does, before every other button.
        @let go = if step == Step::Check { "send" } else { "next" };
        button.default-button type="submit" name="go" value=(go) tabindex="-1" aria-hidden="true" {}
        (question(step, form))
        (buttons(step))
    };
    let main = html! {
        @if step == Step::About {
            p.lead { (say!("public-four-questions-no-account-you")) }
        }
        (ui::form::post(token, "/ask", &inside))
    };
    let caption = if step == Step::Check {
        say!("public-last-step").to_owned()
    } else {
        say!("public-question-of-4", number = step.number())
    };
    sheet(step.title(), main).caption(caption)
}

fn question(step: Step, form: Form<'_>) -> Markup {
    html! {
        @match step {
            Step::About => (form.text("about")),
            Step::Happened => (form.lines("happened", 10)),
            Step::Wanted => (form.lines("wanted", 5)),
            Step::Reach => { (form.text("name")) (form.email("email")) (form.tel("phone")) }
            Step::Check => (answers(form)),
        }
    }
}

/// Everything that was answered, each with a way back to it.
fn answers(form: Form<'_>) -> Markup {
    let said = |field: &str| {
        let text = form.kept.get(field).map(str::trim).filter(|text| !text.is_empty());
        text.map(|text| html! { span.typed { (text) } })
    };
    let change = |step: Step, what: &str| {
        html! {
            button.button.small type="submit" name="go" value=(step.name()) {
                (say!("public-change")) span.unseen { " " (what) }
            }
        }
    };
    html! {
        (pairs(&[(say!("public-what-it-is-about"), said("about"))])) (change(Step::About, say!("public-what-it-is-about-2")))
        (pairs(&[(say!("public-what-has-happened"), said("happened"))])) (change(Step::Happened, say!("public-what-has-happened-2")))
        (pairs(&[(say!("public-what-you-would-like"), said("wanted"))])) (change(Step::Wanted, say!("public-what-you-would-like-2")))
        (pairs(&[
            (say!("public-your-name"), said("name")),
            (say!("public-e-mail-address"), said("email")),
            (say!("public-telephone-number"), said("phone")),
        ]))
        (change(Step::Reach, say!("public-how-we-can-reach-you")))
    }
}

fn buttons(step: Step) -> Markup {
    let (go, text) = if step == Step::Check {
        ("send", say!("public-send-it"))
    } else {
        ("next", say!("public-continue"))
    };
    html! {
        div.buttons {
            button.button.main type="submit" name="go" value=(go) { (text) }
            @if step != Step::About {
                button.button type="submit" name="go" value="back" { (say!("public-back")) }
            }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let kept = Kept::new(vec![
        pair("about", "A broken kettle"),
        pair("happened", "It arrived broken on Monday."),
        pair("wanted", "A whole one."),
        pair("email", "grace@customer.example"),
    ]);
    let form = Form { shape: &ASKING, kept: &kept, refusal: None, advice: &[] };
    Step::ALL.into_iter().map(|step| page("", step, form)).collect()
}
