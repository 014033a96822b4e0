//! Calendars: kept by the organisation, looked at by everybody.

mod acts;
mod form;
pub mod page;
mod show;

use std::sync::Arc;

use baton_core::calendar::kept::{Book, Facts, Kept};
use baton_core::calendar::{Calendar, Description};
use baton_core::ids::CalendarId;
use baton_core::say;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::view::calendar::{CalendarView, Source, calendar};

pub static ROUTES: &[&[Route]] = &[show::ROUTES, acts::ROUTES];

/// The address of the calendar that holds where none was chosen.
const STANDARD: &str = "standard";

/// What a calendar is called, where calendars are at hand.
pub fn name_of(ctx: &Ctx, id: CalendarId) -> Option<String> {
    Some(ctx.desk().ok()?.calendar_book().name_of(id).to_owned())
}

/// A calendar that has been opened, with what is needed to show it.
pub struct Opened {
    /// Its id, or [`STANDARD`].
    pub id: String,
    pub kept: Option<Kept>,
    pub description: Description,
    pub calendar: Arc<Calendar>,
    pub book: Arc<Book>,
    pub facts: Facts,
}

impl Opened {
    /// The one of the address, by its id or its name.
    pub fn here(ctx: &Ctx) -> Result<Self, Trouble> {
        let (text, book) = (ctx.param("id"), ctx.desk()?.calendar_book());
        if text == STANDARD {
            return Self::standard(ctx);
        }
        let by_id = text.parse::<CalendarId>().ok().and_then(|id| book.get(id));
        let kept = by_id.or_else(|| book.named(text)).ok_or_else(Trouble::not_found)?;
        Self::of(ctx, kept)
    }

    pub fn of(ctx: &Ctx, kept: &Kept) -> Result<Self, Trouble> {
        let desk = ctx.desk()?;
        let book = desk.calendar_book();
        Ok(Self {
            id: kept.id.to_string(),
            kept: Some(kept.clone()),
            description: kept.now.description(&book.texts),
            calendar: Arc::clone(desk.calendars().of(Some(kept.id))),
            facts: desk.calendar_facts(),
            book,
        })
    }

    /// The one that holds where none was chosen; nobody changes it.
    pub fn standard(ctx: &Ctx) -> Result<Self, Trouble> {
        let desk = ctx.desk()?;
        let name = say!("calendar-standard").to_owned();
        Ok(Self {
            id: STANDARD.to_owned(),
            kept: None,
            description: Description { name, ..Description::standard() },
            calendar: Arc::clone(desk.calendars().standard()),
            facts: desk.calendar_facts(),
            book: desk.calendar_book(),
        })
    }

    /// The calendar by which a department counts.
    pub fn of_department(
        ctx: &Ctx,
        department: &baton_core::directory::Department,
    ) -> Result<Self, Trouble> {
        let book = ctx.desk()?.calendar_book();
        match department.calendar.and_then(|id| book.get(id)) {
            Some(kept) => Self::of(ctx, kept),
            None => Self::standard(ctx),
        }
    }

    /// # Errors
    /// `not_found` for the standard one, which nobody changes.
    pub fn kept(&self) -> Result<&Kept, Trouble> {
        self.kept.as_ref().ok_or_else(Trouble::not_found)
    }

    pub fn href(&self) -> String {
        format!("/calendars/{}", self.id)
    }

    pub fn view(&self, ctx: &Ctx) -> CalendarView {
        calendar(&Source {
            id: self.id.clone(),
            kept: self.kept.as_ref(),
            description: &self.description,
            calendar: &self.calendar,
            facts: &self.facts,
            who: &ctx.who,
            now: ctx.now,
        })
    }
}
