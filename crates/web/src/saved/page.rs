//! Saved views beside the cases, and the form to keep one.

use baton_core::case::kinds::Standing;
use baton_core::say;
use maud::{Markup, html};

use super::{VIEW, all, count, href, keep, removal};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;
use crate::ui;
use crate::ui::words::standing;

const QUERY: &[Field] = &[
    Field::choice("view", &["mine", "department"]),
    Field::choice("state", Standing::NAMES),
    Field::text("q", 200),
];

pub const ROUTES: &[Route] = &[
    Route::get("/views/new", "pages.views.new", Access::SignedIn, new)
        .summary("The form to keep a list under a name")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/views", "pages.views.create", Access::SignedIn, create)
        .summary("Keep a list under a name, from its form")
        .body(&VIEW)
        .again(new)
        .answers(&[Reply::bare(303, "To the list")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let named = ctx.who.departments.iter();
        let named: Vec<(String, String)> = named
            .map(|id| (id.to_string(), say!("saved-all-of", id = directory.department_name(*id))))
            .collect();
        let pair = |name: &str| {
            let value = ctx.query.text(name)?;
            Some((name.to_owned(), value.to_owned()))
        };
        let mut start: Vec<_> = ["view", "state", "q"].into_iter().filter_map(pair).collect();
        if !ctx.query.has("view") {
            start.push(("view".to_owned(), "department".to_owned()));
        }
        let start = Kept::new(start);
        Ok(Answer::page(page(ctx.form(&VIEW).starting(&start), &named, &ctx.token)))
    })
}

fn page(form: Form<'_>, departments: &[(String, String)], token: &str) -> Page {
    let mut who = vec![("", say!("saved-only-me"))];
    who.extend(departments.iter().map(|(id, name)| (id.as_str(), name.as_str())));
    let mut states = vec![("", say!("saved-all-that-are-open"))];
    states.extend(Standing::ALL.iter().map(|state| (state.name(), standing(*state).1)));
    let whose = [
        ("mine", say!("saved-those-of-whoever-looks")),
        ("department", say!("saved-those-of-their-departments")),
    ];
    let fields = html! {
        (form.text("name"))
        (form.radios("view", &whose))
        (form.radios("state", &states))
        (form.text("q"))
        (form.radios("department", &who))
        (ui::button::row(&[
            ui::button::main(say!("saved-save-the-view")),
            ui::button::plain_link(say!("saved-back-to-the-cases"), "/cases"),
        ]))
    };
    let main = html! {
        p.lead { (say!("saved-what-the-list-is-narrowed-by")) }
        (ui::form::post(token, "/views", &fields))
    };
    Page::new(say!("saved-save-this-list"), main).at(Place::Cases)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let view = keep(&ctx).await?;
        Ok(Answer::redirect(&href(&view)).told(say!("saved-is-saved", view = view.name)))
    })
}

/// The list of saved views; `here` is the address of the list that is shown, `save` of the form.
pub async fn beside(ctx: &Ctx, here: &str, save: &str) -> Result<Markup, Trouble> {
    let mut lines = Vec::new();
    for view in all(ctx).await? {
        let count = count(ctx, &view).await?;
        let count = if count > 99 { "99+".to_owned() } else { count.to_string() };
        let removal = removal::may(ctx, &view).then(|| format!("/views/{}/removal", view.id));
        let shared = view.department.is_some();
        lines.push(Line { href: href(&view), name: view.name, count, shared, removal });
    }
    Ok(markup(&lines, here, save, &ctx.token))
}

struct Line {
    href: String,
    name: String,
    count: String,
    shared: bool,
    removal: Option<String>,
}

fn markup(lines: &[Line], here: &str, save: &str, token: &str) -> Markup {
    html! {
        section.views aria-labelledby="views" {
            h2 #views { (say!("saved-saved-views")) }
            @if lines.is_empty() {
                p.muted { (say!("saved-a-list-that-you-look-at")) }
            } @else {
                ul.view-list {
                    @for line in lines {
                        li {
                            a href=(line.href) aria-current=[(line.href == here).then_some("page")] {
                                (line.name)
                            }
                            " " span.count { (line.count) }
                            @if line.shared { " " span.muted { (say!("saved-shared")) } }
                            @if let Some(removal) = &line.removal {
                                (ui::form::act(token, removal, say!("saved-remove"), &line.name))
                            }
                        }
                    }
                }
            }
            p { a href=(save) { (say!("saved-save-this-list")) } }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let kept = Kept::default();
    let form = Form { shape: &VIEW, kept: &kept, refusal: None, advice: &[] };
    let lines = [Line {
        href: "/cases?view=mine&q=is%3Alate".to_owned(),
        name: "Mine, late".to_owned(),
        count: "99+".to_owned(),
        shared: true,
        removal: Some("/views/1/removal".to_owned()),
    }];
    let list = |lines| Page::new("Saved views", markup(lines, "/cases", "/views/new", ""));
    vec![page(form, &[], ""), list(&lines), list(&[])]
}
