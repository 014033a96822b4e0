//! Somebody is told that it is their move: once for each event, on the page and by mail as they
//! have chosen. A notice holds references and no customer data.

mod letter;
mod warning;
mod wishes;

use std::collections::BTreeMap;

use baton_core::case::Case;
use baton_core::case::kinds::{Priority, ServiceClass};
use baton_core::draw::Draw;
use baton_core::ids::{CaseId, PersonId, RequestId};
use baton_core::notice::Topic;
use baton_core::time::{Instant, Span};
use baton_store::notices::{self, NewNotice};
use baton_store::{Result, Tx};

use crate::desk::Desk;
use crate::effects::Work;
use crate::settings::Outbox;

pub use letter::sentence;

/// What people are told of.
#[derive(Clone, Debug)]
pub(crate) struct Matter {
    pub case: CaseId,
    pub request: Option<RequestId>,
    /// As the effect names it.
    pub about: String,
    /// Waits for nobody's hours.
    pub urgent: bool,
}

impl Matter {
    pub fn new(case: CaseId, request: Option<RequestId>, about: &str) -> Self {
        Self { case, request, about: about.to_owned(), urgent: about == "escalated" }
    }

    /// Urgent also where the case or the request is.
    pub fn of(mut self, case: Option<&Case>) -> Self {
        let expedite = |case: &Case| {
            let request = self.request.and_then(|id| case.request(id));
            request.is_some_and(|one| {
                one.ask.emergency || one.ask.service_class == ServiceClass::Expedite
            })
        };
        self.urgent |= case.is_some_and(|case| case.priority == Priority::Urgent || expedite(case));
        self
    }
}

/// People, and what they are told of by one event.
pub(crate) type Told = Vec<(Vec<PersonId>, Matter)>;

/// What counts more where one event tells somebody of a request twice.
fn weight(about: &str) -> u8 {
    match Topic::of(about) {
        Topic::Due if about == "late_to_decide" => 6,
        Topic::Escalations => 5,
        Topic::Due => 4,
        Topic::Moves => 3,
        Topic::Requests => 2,
        Topic::Cases => 1,
        Topic::Mentions => 0,
    }
}

/// Writes a notice for each of these people, in the transaction of what they are told of. Gives the
/// letters that say the same by mail and when they leave, where mail leaves at all.
pub(crate) async fn tell(
    tx: &Tx<'_>,
    desk: &Desk,
    event: &str,
    told: &[(Vec<PersonId>, Matter)],
    draw: &mut Draw,
    now: Instant,
) -> Result<Vec<(Work, Instant)>> {
    let directory = desk.directory();
    let mut one_each: BTreeMap<(PersonId, Option<RequestId>), &Matter> = BTreeMap::new();
    for (people, matter) in told {
        // Whoever is away has somebody who acts in their place, perhaps told already.
        for person in people.iter().filter_map(|person| directory.stand_in(*person, now)) {
            let known = one_each.entry((person, matter.request)).or_insert(matter);
            if weight(&matter.about) > weight(&known.about) {
                *known = matter;
            }
        }
    }
    let mut letters = Vec::new();
    for ((person, _), matter) in one_each {
        letters.extend(tell_one(tx, desk, event, person, matter, draw, now).await?);
    }
    Ok(letters)
}

async fn tell_one(
    tx: &Tx<'_>,
    desk: &Desk,
    event: &str,
    person: PersonId,
    matter: &Matter,
    draw: &mut Draw,
    now: Instant,
) -> Result<Option<(Work, Instant)>> {
    let Matter { case, request, about, urgent } = matter.clone();
    let (wishes, topic) = (desk.wishes(person), Topic::of(&about));
    if !wishes.wants(topic) {
        return Ok(None);
    }
    let mail_at = if desk.mails(person) {
        let directory = desk.directory();
        let zone = directory.person(person).map_or("UTC", |person| person.zone.as_str());
        let at = wishes.mail_at(topic, urgent, now, zone);
        at.map(|at| if topic.is_owed() && !urgent { desk.at_work(person, at) } else { at })
    } else {
        None
    };
    let gathered = mail_at.filter(|at| *at > now);
    let begun = match gathered {
        Some(at) => notices::waits(&tx.link(), person, at).await?,
        None => false,
    };
    let event = request.map_or_else(|| event.to_owned(), |request| format!("{event} {request}"));
    let (id, shown) = (draw.id(), wishes.of(topic).shown);
    let about_too = about.clone();
    let new =
        NewNotice { id, person, event, case, request, about, at: now, shown, mail_at: gathered };
    if !notices::add(tx, &new).await? {
        return Ok(None);
    }
    Ok(match (mail_at, gathered) {
        (Some(_), Some(_)) if begun => None,
        (Some(_), Some(at)) => Some((Work::MailDigest { person }, at)),
        (Some(_), None) => {
            let notice = id;
            Some((Work::MailNotice { notice, person, case, request, about: about_too }, now))
        }
        (None, _) => None,
    })
}

impl Desk {
    /// The first moment from `at` on at which the department of a person works.
    fn at_work(&self, person: PersonId, at: Instant) -> Instant {
        let directory = self.directory();
        let department = directory.person(person).and_then(|one| one.departments.first().copied());
        let calendar = self.calendar_of(department);
        if calendar.is_open(at) { at } else { calendar.due(at, Span::millis(1)) }
    }

    /// Whether letters reach a person at all.
    fn mails(&self, person: PersonId) -> bool {
        !matches!(self.settings().outbox, Outbox::Nowhere)
            && self.directory().person_email(person).is_some()
    }
}
