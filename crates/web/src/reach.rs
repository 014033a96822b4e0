//! Finds what an address names, for whoever asks; what they may not see is not found.

use std::sync::Arc;

use baton_core::access::{Sight, customer_sight};
use baton_core::calendar::{Calendar, Calendars};
use baton_core::case::Case;
use baton_core::case::request::Request;
use baton_core::case::request::sight::{case_sight, sight};
use baton_core::customer::Customer;
use baton_core::ids::{CalendarId, CaseId, CustomerId, DepartmentId, PersonId, RequestId};
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::vault::Texts;
use baton_desk::{Asked, Desk, Receipt};
use baton_store::rows;

use crate::ctx::Ctx;
use crate::problem::{Fault, Trouble};
use crate::view::request::Source;

/// A case with everything that is needed to show it, or a request of it.
pub struct File {
    pub case: Arc<Case>,
    pub customer: Option<Arc<Customer>>,
    /// Texts of the case and of its customer.
    pub texts: Arc<Texts>,
    pub directory: Arc<baton_core::directory::Directory>,
    pub calendars: Arc<Calendars>,
}

impl File {
    /// What views are made from.
    pub fn source<'a>(&'a self, ctx: &'a Ctx) -> Source<'a> {
        Source {
            case: &self.case,
            texts: &self.texts,
            customer: self.customer.as_deref(),
            directory: &self.directory,
            calendars: &self.calendars,
            now: ctx.now,
        }
    }
}

impl Ctx {
    pub fn desk(&self) -> Result<&Desk, Trouble> {
        self.app.desk.as_ref().ok_or_else(|| Trouble::broken("this node has no desk"))
    }

    /// The working hours of whoever asks: those of their first department.
    pub fn calendar(&self) -> Result<Arc<Calendar>, Trouble> {
        Ok(self.desk()?.calendar_of(self.who.departments.first().copied()))
    }

    /// How this call was asked, for a command.
    pub fn asked(&self) -> Asked {
        let receipt = self.key.as_ref().zip(self.who.person()).map(|(key, person)| Receipt {
            person,
            key: key.to_string(),
            body_hash: baton_core::vault::hex(&self.body_print),
        });
        Asked { if_match: self.seen_version, receipt }
    }
}

impl From<baton_desk::Trouble> for Trouble {
    fn from(trouble: baton_desk::Trouble) -> Self {
        match trouble {
            baton_desk::Trouble::Refused(refusal) => Self::Refused(refusal),
            baton_desk::Trouble::KeyReused => Self::Fault(Fault::KeyReused),
            other => Self::broken(other),
        }
    }
}

impl From<baton_store::Error> for Trouble {
    fn from(error: baton_store::Error) -> Self {
        Self::broken(error)
    }
}

/// The number in `C-1042`.
fn number(text: &str) -> Option<u64> {
    let digits = text.strip_prefix("C-").or_else(|| text.strip_prefix("c-"))?;
    digits.parse().ok()
}

async fn case_id(ctx: &Ctx, text: &str) -> Result<CaseId, Trouble> {
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let number = number(text).ok_or_else(Trouble::not_found)?;
    let link = ctx.desk()?.store().link();
    rows::case::by_number(&link, number).await?.ok_or_else(Trouble::not_found)
}

/// The case that an id or a reference names, when all of it may be seen.
pub async fn case(ctx: &Ctx, text: &str) -> Result<Arc<Case>, Trouble> {
    let case = ctx.desk()?.case(case_id(ctx, text).await?).await?;
    match case_sight(&case, &ctx.who) {
        Sight::All => Ok(case),
        Sight::Packet | Sight::None => Err(Trouble::not_found()),
    }
}

/// The request that an id or a reference names, with how much of it may be seen.
pub async fn request(ctx: &Ctx, text: &str) -> Result<(Arc<Case>, RequestId, Sight), Trouble> {
    let link = ctx.desk()?.store().link();
    let (id, case) = match text.split_once('/') {
        Some((case, ordinal)) => {
            let number = number(case).ok_or_else(Trouble::not_found)?;
            let ordinal = ordinal.parse().map_err(|_| Trouble::not_found())?;
            let found = rows::request::by_number(&link, number, ordinal).await?;
            found.ok_or_else(Trouble::not_found)?
        }
        None => {
            let id: RequestId = text.parse().map_err(|_| Trouble::not_found())?;
            let case = rows::request::case_of(&link, id).await?;
            (id, case.ok_or_else(Trouble::not_found)?)
        }
    };
    let case = ctx.desk()?.case(case).await?;
    let seen = case.request(id).map_or(Sight::None, |request| sight(&case, request, &ctx.who));
    if seen.any() { Ok((case, id, seen)) } else { Err(Trouble::not_found()) }
}

/// The customer that an id names, for people who may find customers.
pub async fn customer(ctx: &Ctx, text: &str) -> Result<Arc<Customer>, Trouble> {
    if !customer_sight(&ctx.who).any() {
        return Err(Trouble::not_found());
    }
    let id: CustomerId = text.parse().map_err(|_| Trouble::not_found())?;
    Ok(ctx.desk()?.customer(id).await?)
}

/// Opens the file of a case: its texts, its customer and theirs.
pub async fn file(ctx: &Ctx, case: Arc<Case>) -> Result<File, Trouble> {
    let desk = ctx.desk()?;
    let customer = match case.customer {
        None => None,
        Some(id) => Some(desk.customer(id).await?),
    };
    let texts = desk.texts_of(&case, customer.as_deref()).await?;
    let (directory, calendars) = (desk.directory(), desk.calendars());
    Ok(File { case, customer, texts, directory, calendars })
}

/// A request of an open file.
pub fn in_file(file: &File, id: RequestId) -> Result<&Request, Trouble> {
    file.case.request(id).ok_or_else(Trouble::not_found)
}

/// A department by id or by name.
pub fn department(ctx: &Ctx, field: &str, text: &str) -> Result<DepartmentId, Trouble> {
    let directory = ctx.desk()?.directory();
    let by_id = text.parse().ok().filter(|id| directory.department(*id).is_some());
    let found = by_id.or_else(|| directory.department_by_name(text).map(|found| found.id));
    found.ok_or_else(|| {
        Refusal::invalid(field, "not_found", say!("reach-choose-a-department-of-the")).into()
    })
}

/// A calendar that can be chosen, by id or by name; nothing, and `standard`, is the standard one.
pub fn calendar(ctx: &Ctx, field: &str, text: &str) -> Result<Option<CalendarId>, Trouble> {
    let text = text.trim();
    if matches!(text, "" | "standard") {
        return Ok(None);
    }
    let book = ctx.desk()?.calendar_book();
    let by_id = text.parse().ok().filter(|id| book.get(*id).is_some());
    let found = by_id.or_else(|| book.named(text).map(|found| found.id));
    let found = found.ok_or_else(|| {
        Refusal::invalid(field, "not_found", say!("reach-choose-a-calendar-of-the"))
    });
    Ok(Some(found?))
}

/// A person by id or by e-mail address.
pub fn person(ctx: &Ctx, field: &str, text: &str) -> Result<PersonId, Trouble> {
    let directory = ctx.desk()?.directory();
    let by_id = text.parse().ok().filter(|id| directory.person(*id).is_some());
    let found = by_id.or_else(|| directory.person_by_email(text).map(|found| found.id));
    found.ok_or_else(|| {
        Refusal::invalid(field, "not_found", say!("reach-choose-a-person-of-the")).into()
    })
}
