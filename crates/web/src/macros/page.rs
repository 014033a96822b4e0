//! Macros as pages: the list, and the form in which one is made or changed.

use baton_core::case::kinds::Priority;
use baton_core::macros::{Act, MOST_STEPS};
use baton_core::say;
use baton_core::template::Variable;
use baton_store::macros::Kept as Made;
use maud::{Markup, html};

use super::{MACRO, StepView, all, keep, may_change, step};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::words::priorities;

pub const ROUTES: &[Route] = &[
    Route::get("/macros", "pages.macros.list", Access::SignedIn, list)
        .summary("My macros and those of my departments")
        .answers(&[Reply::bare(200, "The list")]),
    Route::get("/macros/new", "pages.macros.new", Access::SignedIn, new)
        .summary("The form to make a macro")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/macros", "pages.macros.create", Access::SignedIn, create)
        .summary("Make a macro")
        .body(&MACRO)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the macros")]),
    Route::get("/macros/{id}/revision/new", "pages.macros.revision.new", Access::SignedIn, edit)
        .summary("The form to change a macro")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/macros/{id}/revision", "pages.macros.revision.create", Access::SignedIn, change)
        .summary("Change a macro")
        .body(&MACRO)
        .again(edit)
        .answers(&[Reply::bare(303, "Back to the macros")]),
    Route::post("/macros/{id}/removal", "pages.macros.removal.create", Access::SignedIn, removal)
        .summary("Remove a macro")
        .answers(&[Reply::bare(303, "Back to the macros")]),
];

/// A macro as a row of the list.
struct Line {
    id: String,
    name: String,
    whose: String,
    text: String,
    acts: Vec<&'static str>,
    changeable: bool,
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let line = |made: &Made| Line {
            id: made.id.clone(),
            name: made.of.name.clone(),
            whose: made.department.map_or_else(
                || say!("macros-yours-alone").to_owned(),
                |id| directory.department_name(id).to_owned(),
            ),
            text: made.of.text.clone(),
            acts: made.of.steps.iter().map(|step| act_words(step.act())).collect(),
            changeable: may_change(&ctx, made),
        };
        let lines: Vec<Line> = all(&ctx).await?.iter().map(line).collect();
        Ok(Answer::page(view(&lines, &ctx.token)))
    })
}

fn act_words(act: Act) -> &'static str {
    match act {
        Act::SetPriority => say!("macros-sets-the-priority"),
        Act::AddNote => say!("macros-adds-a-note"),
        Act::Snooze => say!("macros-snoozes-the-case"),
    }
}

fn view(lines: &[Line], token: &str) -> Page {
    let main = html! {
        p.lead { (say!("macros-texts-that-you-write-often-with")) }
        @if lines.is_empty() {
            (ui::empty::empty(
                say!("macros-no-macro-yet"),
                say!("macros-a-macro-is-put-into-a"),
                Some((say!("macros-make-a-macro"), "/macros/new")),
            ))
        } @else {
            (ui::button::row(&[ui::button::link(say!("macros-make-a-macro"), "/macros/new")]))
            ul.macro-list { @for line in lines { (row(line, token)) } }
        }
    };
    Page::new(say!("macros-macros"), main).at(Place::Account)
}

fn row(line: &Line, token: &str) -> Markup {
    html! {
        li {
            h2 { (line.name) }
            p.muted {
                (line.whose)
                @if !line.acts.is_empty() { " · " (line.acts.join(", ")) }
            }
            @if !line.text.is_empty() { div.said-body { (line.text) } }
            @if line.changeable {
                div.macro-line {
                    a.button.small href={ "/macros/" (line.id) "/revision/new" } {
                        (say!("macros-change")) span.unseen { " " (line.name) }
                    }
                    (ui::form::act(token, &format!("/macros/{}/removal", line.id), say!("macros-remove"), &line.name))
                }
            }
        }
    }
}

/// Departments for which this person may make one: ids and names.
fn led(ctx: &Ctx) -> Result<Vec<(String, String)>, Trouble> {
    let directory = ctx.desk()?.directory();
    let led = ctx.who.departments.iter().filter(|id| ctx.who.leads(**id));
    Ok(led
        .map(|id| (id.to_string(), say!("macros-all-of", id = directory.department_name(*id))))
        .collect())
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (led, form) = (led(&ctx)?, ctx.form(&MACRO));
        Ok(Answer::page(page(
            say!("macros-make-a-macro"),
            form,
            ("/macros", &html! {}),
            &led,
            &ctx.token,
        )))
    })
}

fn edit(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let made = keep::own(&ctx).await?;
        let (led, start) = (led(&ctx)?, start(&made));
        let form = ctx.form(&MACRO).starting(&start);
        let version = html! {
            @if ui::version::is_stale(&ctx) {
                section.news {
                    h2 { (say!("macros-how-it-stands-now")) }
                    div.said-body { (made.of.text) }
                    p { (say!("macros-what-you-typed-is-still-below")) }
                }
            }
        };
        let inside = html! { (version) (ui::version::version(&ctx, made.version)) };
        let action = format!("/macros/{}/revision", made.id);
        Ok(Answer::page(page(
            say!("macros-change-the-macro"),
            form,
            (&action, &inside),
            &led,
            &ctx.token,
        )))
    })
}

fn start(made: &Made) -> Kept {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let department = made.department.map(|id| id.to_string()).unwrap_or_default();
    let mut start = vec![
        pair("name", &made.of.name),
        pair("text", &made.of.text),
        pair("department", &department),
    ];
    for (n, one) in made.of.steps.iter().enumerate() {
        let StepView { act, priority, text } = step(one);
        start.push((format!("steps[{n}].act"), act.to_owned()));
        start.push((format!("steps[{n}].priority"), priority.unwrap_or_default().to_owned()));
        start.push((format!("steps[{n}].text"), text));
    }
    Kept::new(start)
}

fn page(
    title: &str,
    form: Form<'_>,
    (action, before): (&str, &Markup),
    led: &[(String, String)],
    token: &str,
) -> Page {
    let mut who = vec![("", say!("macros-only-me"))];
    who.extend(led.iter().map(|(id, name)| (id.as_str(), name.as_str())));
    let inside = html! {
        (before)
        (form.text("name"))
        (form.lines("text", 8))
        (blanks())
        (steps(&form))
        @if led.is_empty() {
            p.muted { (say!("macros-it-is-yours-alone-a-lead")) }
        } @else { (form.radios("department", &who)) }
        (ui::button::row(&[
            ui::button::main(say!("macros-keep-the-macro")),
            ui::button::plain_link(say!("macros-back-to-the-macros"), "/macros"),
        ]))
    };
    Page::new(title, ui::form::post(token, action, &inside)).at(Place::Account)
}

/// All blanks that there are.
fn blanks() -> Markup {
    html! {
        details {
            summary { (say!("macros-blanks-that-are-filled-in")) }
            dl.macro-blanks {
                @for variable in Variable::ALL {
                    dt { code { "{{" (variable.name()) "}}" } }
                    dd { (variable.words()) }
                }
            }
            p.muted {
                (tell!("macros-what-may-not-be-known-needs", code = html! { code { "{{customer.first_name or \"there\"}}" } }))
            }
        }
    }
}

fn acts() -> [(&'static str, &'static str); 3] {
    [
        ("set_priority", say!("macros-set-the-priority")),
        ("add_note", say!("macros-add-a-note")),
        ("snooze", say!("macros-snooze-the-case")),
    ]
}

/// Those that are filled in, and one more; at least two.
fn steps(form: &Form<'_>) -> Markup {
    let filled =
        |n: &usize| form.kept.get(&format!("steps[{n}].act")).is_some_and(|act| !act.is_empty());
    let filled = (0..MOST_STEPS).filter(filled).max().map_or(0, |last| last + 1);
    let paths = |n: usize| ["act", "priority", "text"].map(|name| format!("steps[{n}].{name}"));
    let rows: Vec<[String; 3]> = (0..(filled + 1).clamp(2, MOST_STEPS)).map(paths).collect();
    html! {
        h2 { (say!("macros-what-it-does-besides")) }
        p.muted { (say!("macros-in-this-order-once-what-you")) }
        @for (n, [act, priority, text]) in rows.iter().enumerate() {
            fieldset.macro-step {
                legend { (n + 1) "." }
                (form.select(act, &acts()))
                (form.select(priority, &priorities()))
                (form.text(text))
            }
        }
    }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let made = keep::add(&ctx).await?;
        Ok(Answer::redirect("/macros").told(say!("macros-is-kept", made = made.of.name)))
    })
}

fn change(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let made = keep::revise(&ctx).await?;
        Ok(Answer::redirect("/macros").told(say!("macros-is-changed", made = made.of.name)))
    })
}

fn removal(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let made = keep::remove(&ctx).await?;
        Ok(Answer::redirect("/macros").told(say!("macros-is-removed", made = made.of.name)))
    })
}

pub fn samples() -> Vec<Page> {
    let line = Line {
        id: "1".to_owned(),
        name: "Parcel is late".to_owned(),
        whose: "Customer service".to_owned(),
        text: "Hello {{customer.first_name or \"there\"}},\n\nwe look for it.".to_owned(),
        acts: vec![act_words(Act::SetPriority), act_words(Act::Snooze)],
        changeable: true,
    };
    let kept = Kept::new(vec![
        ("name".to_owned(), line.name.clone()),
        ("steps[0].act".to_owned(), Act::SetPriority.name().to_owned()),
        ("steps[0].priority".to_owned(), Priority::High.name().to_owned()),
    ]);
    let form = Form { shape: &MACRO, kept: &kept, refusal: None, advice: &[] };
    let led = [("1".to_owned(), "All of Customer service".to_owned())];
    vec![
        view(&[line], ""),
        view(&[], ""),
        page("Make a macro", form, ("/macros", &html! {}), &led, ""),
    ]
}
