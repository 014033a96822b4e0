//! Who is asked to decide about a request now, and by when: at the level that waits, or as whoever
//! rules on a dispute that both sides were heard on.

use crate::calendar::Calendars;
use crate::case::request::ladder;
use crate::case::request::state::Request;
use crate::ids::PersonId;
use crate::time::Instant;

choice! {
    /// What somebody is asked to decide.
    Wanted {
        Level = "level",
        Ruling = "ruling",
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decider {
    pub person: PersonId,
    pub wanted: Wanted,
    /// Of the level; none of a ruling.
    pub level: Option<u8>,
    pub due: Instant,
}

/// Those who are asked, each once for a level and once for a ruling.
pub fn deciders(request: &Request, calendars: &Calendars) -> Vec<Decider> {
    if request.ended() {
        return Vec::new();
    }
    let calendar = request.asked_calendar(calendars);
    let levels = request.unanswered().into_iter().flat_map(|waiting| {
        let (level, due) = (Some(waiting.level), ladder::due(waiting, calendar));
        let asked = waiting.asked.iter();
        asked.map(move |person| Decider { person: *person, wanted: Wanted::Level, level, due })
    });
    let heard = request.dispute.as_ref().filter(|dispute| dispute.is_heard());
    let ruling = heard.and_then(|dispute| {
        let (person, due) = (dispute.arbiter?, request.dispute_due(calendars)?);
        Some(Decider { person, wanted: Wanted::Ruling, level: None, due })
    });
    levels.chain(ruling).collect()
}
