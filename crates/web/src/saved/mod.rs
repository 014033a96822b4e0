//! Saved views: a list of cases under a name. Only what it is narrowed by is kept, so whoever opens
//! it sees what they may see.

mod list;
mod new;
mod page;
mod removal;

use baton_core::case::kinds::Standing;
use baton_core::ids::DepartmentId;
use baton_core::refusal::{Code, Refusal};
use baton_core::vault::hex;
use baton_core::{say, word};
use baton_store::views::{self, View};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::Route;
use crate::search::asked::Asked;
use crate::search::find::{self, Within};
use crate::shape::{Field, Out, Shape};
use crate::ui::address::encode;
use crate::view::{MAYBE_ID, view};

pub use page::{beside, samples};

/// Every route of saved views.
pub static ROUTES: &[&[Route]] = &[list::ROUTES, new::ROUTES, removal::ROUTES, page::ROUTES];

pub static VIEW: Shape = Shape::new(
    "ViewForm",
    &[
        Field::text("name", 60)
            .required()
            .label(word!("saved-name"))
            .ask(word!("saved-give-the-list-a-name")),
        Field::choice("view", &["mine", "department"]).label(word!("saved-whose-cases")).needed(),
        Field::choice("state", Standing::NAMES).label(word!("saved-in-which-state")),
        Field::text("q", 200)
            .label(word!("saved-narrowed-by"))
            .hint(word!("saved-as-in-search-kettle-is-late")),
        Field::id("department")
            .label(word!("saved-who-sees-it"))
            .hint(word!("saved-a-department-of-yours-to-share")),
    ],
);

view! {
    ViewView as SAVED "View" {
        "id" id: String = Out::Text,
        "name" name: String = Out::Text,
        /// The list as a page.
        "href" href: String = Out::Text,
        "view" whose: String = Out::Text,
        "state" state: String = Out::Text,
        "q" query: String = Out::Text,
        /// The department that shares it; null: it is its owner's alone.
        "department" department: Option<String> = MAYBE_ID,
        "mine" mine: bool = Out::Flag,
    }
}

/// The list as a page.
pub fn href(view: &View) -> String {
    let mut href = format!("/cases?view={}", view.whose);
    if !view.state.is_empty() {
        href += &format!("&state={}", view.state);
    }
    if !view.query.is_empty() {
        href += &format!("&q={}", encode(&view.query));
    }
    href
}

/// The saved view of the address, for whoever may see it.
async fn seen(ctx: &Ctx) -> Result<View, Trouble> {
    let (link, id) = (ctx.desk()?.store().link(), ctx.param("id"));
    // What is no id is asked of no database.
    if !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Trouble::not_found());
    }
    let view = views::get(&link, id).await?.ok_or_else(Trouble::not_found)?;
    let shared = view.department.is_some_and(|department| ctx.who.belongs_to(department));
    let mine = ctx.who.person() == Some(view.owner);
    if shared || mine { Ok(view) } else { Err(Trouble::not_found()) }
}

/// All that this person sees: their own first.
async fn all(ctx: &Ctx) -> Result<Vec<View>, Trouble> {
    let Some(person) = ctx.who.person() else { return Ok(Vec::new()) };
    let link = ctx.desk()?.store().link();
    Ok(views::seen_by(&link, person, &ctx.who.departments).await?)
}

/// How many cases are in it for this person; more than 99 are not counted.
async fn count(ctx: &Ctx, view: &View) -> Result<usize, Trouble> {
    let asked = Asked::of(ctx, &view.query).await?;
    let within = Within {
        owner: ctx.who.person().filter(|_| view.whose == "mine"),
        state: Standing::parse(&view.state),
        order: None,
    };
    find::count(ctx, &asked, within, 100).await
}

/// Keeps what was sent as a view of this person.
async fn keep(ctx: &Ctx) -> Result<View, Trouble> {
    let owner = ctx.who.person().ok_or_else(Trouble::not_found)?;
    let view = View {
        id: hex(&ctx.app.doors.random().map_err(Trouble::Broken)?).chars().take(32).collect(),
        owner,
        department: department(ctx)?,
        name: ctx.input.words("name").trim().to_owned(),
        whose: ctx.input.text("view").unwrap_or("department").to_owned(),
        state: ctx.input.words("state").to_owned(),
        query: ctx.input.words("q").trim().to_owned(),
    };
    if all(ctx).await?.iter().filter(|known| known.owner == owner).count() >= MOST {
        let why = say!("saved-you-have-50-views-remove-one");
        return Err(Refusal::new(Code::IllegalMove, why).into());
    }
    let (kept, now) = (view.clone(), ctx.now);
    let work = ctx.desk()?.store().keep(move |tx| {
        let view = view.clone();
        Box::pin(async move { views::add(tx, &view, now).await })
    });
    work.await?;
    Ok(kept)
}

/// Most views of one person.
const MOST: usize = 50;

fn department(ctx: &Ctx) -> Result<Option<DepartmentId>, Trouble> {
    let Some(text) = ctx.input.text("department").filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let id = reach::department(ctx, "department", text)?;
    if ctx.who.belongs_to(id) {
        return Ok(Some(id));
    }
    let message = say!("saved-share-it-with-a-department-that");
    Err(Refusal::invalid("department", "not_yours", message).into())
}

fn told(ctx: &Ctx, view: &View) -> ViewView {
    ViewView {
        id: view.id.clone(),
        name: view.name.clone(),
        href: href(view),
        whose: view.whose.clone(),
        state: view.state.clone(),
        query: view.query.clone(),
        department: view.department.map(|id| id.to_string()),
        mine: ctx.who.person() == Some(view.owner),
    }
}
