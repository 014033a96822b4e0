//! Drafts of the API: those of the caller, and no others.

use baton_store::drafts::{self, Draft};

use super::keep::{discard, put};
use super::place::LONGEST;
use super::{Place, Typed, fields};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::{Items, time, view};
use baton_core::refusal::Refusal;
use baton_core::{say, word};

/// Most drafts that are listed.
pub const MOST: u32 = 200;

static TYPED: Shape = Shape::new(
    "DraftField",
    &[
        Field::text("name", 200).required().hint(word!("draft-api-as-the-form-has-it-body")),
        Field::lines("value", 100_000),
    ],
);

const PLACE: Field = Field::text("place", LONGEST)
    .required()
    .label(word!("draft-api-form"))
    .hint(word!("draft-api-the-form-as-case-id-messages"))
    .ask(word!("draft-api-say-which-form-it-belongs-to"));

static DRAFT_FORM: Shape = Shape::new(
    "DraftForm",
    &[PLACE, Field::list("fields", &Kind::Group(&TYPED), fields::MOST_FIELDS)],
);

pub static DISCARDING: Shape = Shape::new("DraftDiscarding", &[PLACE]);

view! {
    TypedView as TYPED_VIEW "DraftValue" {
        "name" name: String = Out::Text,
        "value" value: String = Out::Text,
    }
    DraftView as DRAFT "Draft" {
        "place" place: String = Out::Text,
        /// The page with the form, filled in.
        "href" href: String = Out::Text,
        "fields" fields: Vec<TypedView> = Out::List(&Out::Thing(&TYPED_VIEW)),
        "updated_at" updated_at: String = Out::Time,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/drafts", "drafts.list", Access::SignedIn, list)
        .summary("What you have written and not sent; of one form, when it is named")
        .query(&[Field::text("place", LONGEST)])
        .answers(&[Reply::ok("The drafts, newest first", &Out::Items(&Out::Thing(&DRAFT)))]),
    Route::post("/api/v1/drafts", "drafts.create", Access::SignedIn, create)
        .summary("Keep what you have written in a form")
        .body(&DRAFT_FORM)
        .answers(&[Reply::ok("The draft", &Out::Thing(&DRAFT))]),
    Route::post("/api/v1/drafts/discarding", "drafts.discarding.create", Access::SignedIn, end)
        .summary("Let go of a draft")
        .body(&DISCARDING)
        .answers(&[Reply::bare(204, "It is gone")]),
];

fn shown(draft: Draft) -> Option<DraftView> {
    let place: Place = draft.place.parse().ok()?;
    let typed = Typed::read(&draft.fields).0.into_iter();
    Some(DraftView {
        href: place.restored(),
        place: draft.place,
        fields: typed.map(|(name, value)| TypedView { name, value }).collect(),
        updated_at: time(draft.updated_at),
    })
}

/// The drafts of the caller, but for those about what they may no longer see.
pub async fn of_caller(ctx: &Ctx, most: u32) -> Result<Vec<(Place, Draft)>, Trouble> {
    let (link, person) = (ctx.desk()?.store().link(), ctx.viewer()?.person);
    let mut found = Vec::new();
    for draft in drafts::of_person(&link, person, most).await? {
        let Ok(place) = draft.place.parse::<Place>() else { continue };
        match place.open(ctx).await {
            Ok(_) => found.push((place, draft)),
            Err(Trouble::Refused(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(found)
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let wanted = ctx.query.text("place");
        let mut drafts = of_caller(&ctx, MOST).await?;
        drafts.retain(|(_, draft)| wanted.is_none_or(|place| draft.place == place));
        let views = drafts.into_iter().filter_map(|(_, draft)| shown(draft)).collect();
        Answer::json(&Items::<DraftView>::whole(views))
    })
}

/// The form that is named in what was sent.
pub fn place(ctx: &Ctx) -> Result<Place, Trouble> {
    let message = say!("draft-api-write-the-form-like-case-id");
    let place = ctx.input.words("place").parse();
    place.map_err(|_| Refusal::invalid("place", "not_known", message).into())
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let place = place(&ctx)?;
        let of = |group: &crate::input::Input| {
            (group.words("name").to_owned(), group.words("value").to_owned())
        };
        let typed = Typed(ctx.input.groups("fields").map(of).collect());
        let draft = put(&ctx, &place, &typed).await?;
        let view = shown(draft).ok_or_else(|| Trouble::broken("a draft without a form"))?;
        Answer::json(&view)
    })
}

fn end(ctx: Ctx) -> Pending {
    Box::pin(async move {
        discard(&ctx, &place(&ctx)?).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}
