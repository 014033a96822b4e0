//! The calendars of an organisation, read and set without a page.

use baton_core::access::Who;
use baton_core::calendar::kept::{Book, Command, Kept};
use baton_core::calendar::{Calendar, Description};
use baton_desk::Asked;

use crate::config::Settings;
use crate::exit::{Exit, Kind};
use crate::wiring::CalendarLine;
use crate::wiring::house;

/// What counts by a calendar, found by its name.
pub fn calendar(settings: &Settings, name: &str) -> Result<Calendar, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let book = house.desk.calendar_book();
        let kept = named(&book, name)?;
        Ok(kept.now.calendar(&book.texts))
    })
}

/// Its record, as it can be set again.
pub fn calendar_record(settings: &Settings, name: &str) -> Result<Description, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let book = house.desk.calendar_book();
        Ok(named(&book, name)?.now.description(&book.texts))
    })
}

pub fn calendars(settings: &Settings) -> Result<Vec<CalendarLine>, Exit> {
    house::run(async {
        let desk = house::open_existing(settings).await?.desk;
        let (book, facts, now) = (desk.calendar_book(), desk.calendar_facts(), desk.now());
        let line = |kept: &Kept| {
            let (description, calendar) =
                (kept.now.description(&book.texts), kept.now.calendar(&book.texts));
            let departments = facts.departments_of(kept.id).map(|one| one.name.clone()).collect();
            CalendarLine {
                id: kept.id.to_string(),
                hours: description.said(calendar.date(now)),
                name: description.name,
                used_by: departments,
                known_until: calendar.known_until().map(|day| day.to_string()),
                retired: kept.is_retired(),
            }
        };
        Ok(book.iter().map(line).collect())
    })
}

/// Makes the calendar of that name, or sets it anew; gives its id.
pub fn set_calendar(settings: &Settings, description: Description) -> Result<String, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let book = house.desk.calendar_book();
        let id = book.named(&description.name).map(|kept| kept.id);
        let command = match id {
            Some(_) => Command::Revise { description },
            None => Command::Create { description },
        };
        let done = house.desk.act_on_calendar(&Who::system(), id, command, Asked::default()).await;
        Ok(done.map_err(house::told)?.state.id.to_string())
    })
}

fn named<'a>(book: &'a Book, name: &str) -> Result<&'a Kept, Exit> {
    book.named(name).ok_or_else(|| {
        let names: Vec<&str> = book.in_force().map(|kept| book.name_of(kept.id)).collect();
        let known = match names.join(", ") {
            none if none.is_empty() => "It has none yet".to_owned(),
            names => format!("Its calendars: {names}"),
        };
        let message = format!(
            "The organisation has no calendar called {name}. {known}; `standard` is the one that \
             holds where none was chosen."
        );
        Exit::new(Kind::NotFound, message)
    })
}
