//! Notifications: what somebody was told, newest first, and how they want to be told.

pub mod page;
mod reading;
mod wishes;

use baton_core::case::Case;
use baton_core::case::request::sight::{case_sight, sight};
use baton_core::ids::JobId;
use baton_desk::Desk;
use baton_desk::notices::sentence;
use baton_store::notices::{self, Notice};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::view::{Items, MAYBE_TIME, maybe_time, time, view};

view! {
    NotificationView as NOTIFICATION "Notification" {
        "id" id: String = Out::Id,
        /// What it is about, as a short word.
        "kind" kind: String = Out::Text,
        "text" text: &'static str = Out::Text,
        /// Reference of the case, or of the request.
        "ref" reference: String = Out::Text,
        "case" case: String = Out::Id,
        /// Page of the case or the request.
        "href" href: String = Out::Text,
        "at" at: String = Out::Time,
        "read_at" read_at: Option<String> = MAYBE_TIME,
    }
    UnreadView as UNREAD "Unread" {
        "unread" unread: u64 = Out::Whole,
    }
}

const QUERY: &[Field] =
    &[Field::flag("unread"), Field::whole("limit", 1, 200), Field::text("after", 80)];

pub static ROUTES: &[&[Route]] = &[
    &[
        Route::get("/api/v1/notifications", "notifications.list", Access::SignedIn, list)
            .summary("What you were told, newest first")
            .query(QUERY)
            .answers(&[Reply::ok("A page of it", &Out::Items(&Out::Thing(&NOTIFICATION)))]),
        Route::get(
            "/api/v1/notifications/unread",
            "notifications.unread.show",
            Access::SignedIn,
            unread,
        )
        .summary("How much of what you were told you have not read")
        .answers(&[Reply::ok("The count", &Out::Thing(&UNREAD))]),
    ],
    reading::ROUTES,
    wishes::ROUTES,
    page::ROUTES,
];

/// A notice that its reader may still follow.
pub struct Told {
    pub notice: Notice,
    pub reference: String,
    pub href: String,
}

/// A page of what somebody was told; what they may no longer see is left out.
pub async fn told(ctx: &Ctx) -> Result<(Vec<Told>, Option<String>), Trouble> {
    let (desk, person) = (ctx.desk()?, ctx.viewer()?.person);
    let after = listing::after(ctx)?.and_then(|cursor| cursor.id.parse::<JobId>().ok());
    let limit = listing::limit(ctx);
    let rows = notices::of_person(&desk.store().link(), person, after, limit).await?;
    let full = u32::try_from(rows.len()).unwrap_or(u32::MAX) == limit;
    let next = rows.last().filter(|_| full).map(|last| format!("0.{}", last.id));
    let only_unread = ctx.query.flag("unread");
    let mut told = Vec::new();
    for notice in rows.into_iter().filter(|row| !only_unread || row.read_at.is_none()) {
        told.extend(seen(ctx, desk, notice).await?);
    }
    Ok((told, next))
}

async fn seen(ctx: &Ctx, desk: &Desk, notice: Notice) -> Result<Option<Told>, Trouble> {
    let case = desk.case(notice.case).await?;
    let place = match notice.request {
        Some(id) => of_request(ctx, &case, id),
        None if case_sight(&case, &ctx.who).any() => {
            Some((case.reference(), format!("/cases/{}", case.id)))
        }
        None => None,
    };
    Ok(place.map(|(reference, href)| Told { notice, reference, href }))
}

fn of_request(ctx: &Ctx, case: &Case, id: baton_core::ids::RequestId) -> Option<(String, String)> {
    let request = case.request(id).filter(|one| sight(case, one, &ctx.who).any())?;
    let reference = format!("{}/{}", case.reference(), request.ordinal);
    Some((reference, format!("/requests/{id}")))
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (told, next) = told(&ctx).await?;
        let view = |told: Told| {
            let Told { notice, reference, href } = told;
            NotificationView {
                id: notice.id.to_string(),
                text: sentence(&notice.about),
                kind: notice.about,
                reference,
                case: notice.case.to_string(),
                href,
                at: time(notice.at),
                read_at: maybe_time(notice.read_at),
            }
        };
        Answer::json(&Items { items: told.into_iter().map(view).collect(), next })
    })
}

fn unread(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let link = ctx.desk()?.store().link();
        let unread = notices::unread(&link, ctx.viewer()?.person).await?;
        Answer::json(&UnreadView { unread })
    })
}
