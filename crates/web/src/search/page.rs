//! Search as a page: how it was understood, and everything that was found, grouped.

use baton_core::access::customer_sight;
use baton_core::case::kinds::StageName;
use baton_core::say;
use baton_core::vault::erased;
use baton_store::rows;
use baton_store::rows::case::CaseRow;
use baton_store::rows::customer::CustomerRow;
use baton_store::rows::request::RequestRow;
use maud::{Markup, html};

use super::asked::Asked;
use super::chips;
use crate::answer::Answer;
use crate::case::page::{CaseLine, line, rows as case_lines};
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::find;
use crate::shape::Field;
use crate::tell;
use crate::ui;
use crate::ui::row::Row;
use crate::ui::words::stage;

const QUERY: &[Field] = &[Field::text("q", 200)];

pub const ROUTES: &[Route] = &[Route::get("/search", "pages.search.show", Access::SignedIn, show)
    .summary("Search as a page")
    .query(QUERY)
    .answers(&[Reply::bare(200, "What was found")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let words = ctx.query.words("q").trim().to_owned();
        let finds_customers = customer_sight(&ctx.who).any();
        if words.is_empty() {
            let view = View { finds_customers, understood: chips::help(), ..View::default() };
            return Ok(Answer::page(view.page()));
        }
        let asked = Asked::of(&ctx, &words).await?;
        let understood = chips::chips(&asked, "/search?");
        let mut view = View { words, finds_customers, understood, ..View::default() };
        if !asked.query.is_empty() {
            view.find(&ctx, &asked).await?;
        }
        Ok(Answer::page(view.page()))
    })
}

/// What a reference names, if the words are one: `C-1042`, `C-1042/2`.
async fn named(ctx: &Ctx, words: &str) -> Result<(Vec<CaseRow>, Vec<RequestRow>), Trouble> {
    let (mut cases, mut requests) = (Vec::new(), Vec::new());
    let looks_like_one = words.len() < 30 && words.to_uppercase().starts_with("C-");
    if !looks_like_one {
        return Ok((cases, requests));
    }
    let words = words.to_uppercase();
    let link = ctx.desk()?.store().link();
    if words.contains('/') {
        match reach::request(ctx, &words).await {
            Ok((_, id, _)) => requests.extend(rows::request::get(&link, id).await?),
            Err(Trouble::Refused(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    } else {
        match reach::case(ctx, &words).await {
            Ok(case) => cases.extend(rows::case::get(&link, case.id).await?),
            Err(Trouble::Refused(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    Ok((cases, requests))
}

/// A request that was found.
struct RequestLine {
    href: String,
    reference: String,
    need: String,
    who: String,
    state: StageName,
}

fn request(ctx: &Ctx, row: &RequestRow) -> Result<RequestLine, Trouble> {
    let directory = ctx.desk()?.directory();
    let name = |id| directory.department_name(id).to_owned();
    Ok(RequestLine {
        href: format!("/requests/{}", row.id),
        reference: row.reference(),
        need: row.need.clone().unwrap_or_else(|| erased().to_owned()),
        who: format!("{} → {}", name(row.from), name(row.to)),
        state: row.state,
    })
}

/// A customer who was found: address and name.
fn customer(row: CustomerRow) -> (String, String) {
    (
        format!("/customers/{}", row.id),
        row.name.unwrap_or_else(|| say!("search-no-name").to_owned()),
    )
}

struct View {
    words: String,
    /// Chips, or what can be typed.
    understood: Markup,
    cases: Vec<CaseLine>,
    requests: Vec<RequestLine>,
    /// Address and name of each.
    customers: Vec<(String, String)>,
    departments: Vec<(String, String)>,
    people: Vec<(String, String)>,
    finds_customers: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            words: String::new(),
            understood: html! {},
            cases: Vec::new(),
            requests: Vec::new(),
            customers: Vec::new(),
            departments: Vec::new(),
            people: Vec::new(),
            finds_customers: false,
        }
    }
}

impl View {
    async fn find(&mut self, ctx: &Ctx, asked: &Asked) -> Result<(), Trouble> {
        let (mut cases, mut requests) = named(ctx, &asked.typed).await?;
        for row in find::cases(ctx, asked, find::Within::ALL).await?.items {
            if !cases.iter().any(|known| known.id == row.id) {
                cases.push(row);
            }
        }
        for row in find::all_requests(ctx, asked).await? {
            if !requests.iter().any(|known| known.id == row.id) {
                requests.push(row);
            }
        }
        self.cases = case_lines(ctx, &cases).await?;
        self.requests = requests.iter().map(|row| request(ctx, row)).collect::<Result<_, _>>()?;
        // Fields are about cases and requests; names are words.
        if asked.query.is_plain() {
            let found = find::customers(ctx, &asked.typed).await?.items;
            self.customers = found.into_iter().map(customer).collect();
            for one in find::called(ctx, &asked.typed)? {
                match one.what {
                    "department" => {
                        self.departments.push((format!("/directory/{}", one.id), one.name));
                    }
                    _ => {
                        let name = format!("{} · {}", one.name, one.of);
                        self.people.push((format!("/people/{}", one.id), name));
                    }
                }
            }
        }
        Ok(())
    }

    fn page(&self) -> Page {
        let named = self.customers.len() + self.departments.len() + self.people.len();
        let found = self.cases.len() + self.requests.len() + named;
        let main = html! {
            (self.form())
            (self.understood)
            @if self.words.is_empty() {
                p.muted {
                    (say!("search-words-of-a-subject-a-message"))
                    @if self.finds_customers { " " (say!("search-customers-by-name-e-mail")) }
                }
            } @else if found == 0 { (self.nothing()) }
            @else { (self.found()) }
        };
        Page::new(say!("search-search"), main).at(Place::Search)
    }

    /// The words again, so that they can be changed where the top of the page has no field.
    fn form(&self) -> Markup {
        html! {
            form.finder role="search" aria-label=(say!("search-on-this-page")) method="get" action="/search" {
                label for="search-words" { (say!("search-what-are-you-looking-for")) }
                div.finder-line {
                    input.input #search-words type="search" name="q" value=(self.words)
                        autocomplete="off";
                    (ui::button::plain(say!("search-find")))
                }
            }
        }
    }

    fn nothing(&self) -> Markup {
        let what = say!("search-nothing-was-found-for", value = self.words);
        let why = if self.finds_customers {
            say!("search-try-fewer-words-or-the")
        } else {
            say!("search-try-fewer-words-you-find")
        };
        ui::empty::empty(
            &what,
            why,
            Some((say!("search-see-your-cases"), "/cases?view=department")),
        )
    }

    fn found(&self) -> Markup {
        let cases: Vec<Row<'_>> = self.cases.iter().map(line).collect();
        let requests: Vec<Row<'_>> = self.requests.iter().map(RequestLine::line).collect();
        html! {
            @if !cases.is_empty() {
                h2.counted { (tell!("search-cases", span = html! { span.count { (cases.len()) } })) }
                (ui::row::rows(&cases))
            }
            @if !requests.is_empty() {
                h2.counted { (tell!("search-requests", span = html! { span.count { (requests.len()) } })) }
                (ui::row::rows(&requests))
            }
            (names(say!("search-customers"), &self.customers))
            (names(say!("search-departments"), &self.departments))
            (names(say!("search-people"), &self.people))
        }
    }
}

/// A group of names that lead to their pages.
fn names(heading: &str, named: &[(String, String)]) -> Markup {
    html! {
        @if !named.is_empty() {
            h2.counted { (heading) " " span.count { (named.len()) } }
            ul.choose { @for (href, name) in named { li { a href=(href) { (name) } } } }
        }
    }
}

impl RequestLine {
    fn line(&self) -> Row<'_> {
        let (status, says) = stage(self.state);
        Row {
            href: &self.href,
            reference: &self.reference,
            subject: &self.need,
            who: &self.who,
            status,
            says: Some(says),
            when: None,
            next: None,
            acts: None,
        }
    }
}

pub fn samples() -> Vec<Page> {
    let empty = View { finds_customers: true, understood: chips::help(), ..View::default() };
    let none = View { words: "ketle".to_owned(), finds_customers: false, ..View::default() };
    let found = View {
        words: "Okafor".to_owned(),
        customers: vec![("/customers/1".to_owned(), "Ada Okafor".to_owned())],
        people: vec![("/people/1".to_owned(), "Chidi Okafor".to_owned())],
        finds_customers: true,
        ..View::default()
    };
    vec![empty.page(), none.page(), found.page()]
}
