//! From a department to its form: a request is always part of a case.

use baton_core::say;
use maud::html;

use super::department::reached;
use super::edit::page;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;
use crate::tell;
use crate::ui;
use crate::ui::field::id;

pub const ROUTES: &[Route] = &[Route::get(
    "/directory/{id}/requests/new",
    "pages.departments.requests.new",
    Access::SignedIn,
    new,
)
.summary("For which case do you ask this department")
.query(&[Field::text("case", 64)])
.answers(&[Reply::bare(200, "The question"), Reply::bare(303, "On to the form")])];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let department = reached(&ctx)?;
        let typed = ctx.query.words("case").trim().to_owned();
        let error = match typed.as_str() {
            "" => None,
            text => match reach::case(&ctx, text).await {
                Ok(case) => {
                    let to = format!("/cases/{}/requests/new?to={department}", case.reference());
                    return Ok(Answer::redirect(&to));
                }
                Err(Trouble::Refused(_)) => {
                    Some(say!("directory-ask-no-case-of-your-departments-has"))
                }
                Err(trouble) => return Err(trouble),
            },
        };
        let directory = ctx.desk()?.directory();
        let name = directory.department_name(department).to_owned();
        let main = html! {
            p.lead {
                (say!("directory-ask-a-request-is-part-of-a"))
            }
            form.form method="get" action={ "/directory/" (department) "/requests/new" } novalidate {
                div.field.wrong[error.is_some()] {
                    label for=(id("case")) { (say!("directory-ask-for-which-case")) }
                    @if let Some(error) = error {
                        p.field-error #f-case-error { span.unseen { (say!("directory-ask-error")) " " } (error) }
                    }
                    input.input.short id=(id("case")) name="case" type="text" value=(typed)
                        autocomplete="off" aria-describedby=[error.map(|_| "f-case-error")];
                }
                (ui::button::row(&[
                    ui::button::main(say!("directory-ask-go-on")),
                    ui::button::plain_link(say!("directory-ask-choose-from-your-cases"), "/cases"),
                    ui::button::plain_link(say!("directory-ask-start-a-new-case"), "/cases/new"),
                    html! { a href={ "/directory/" (department) } { (tell!("directory-ask-back-to", name)) } },
                ]))
            }
        };
        Ok(Answer::page(page(say!("directory-ask-ask", name), main)))
    })
}
