//! What customers are promised, for everybody of the organisation.

use baton_core::access::Who;
use baton_core::case::kinds::{Priority, WaitOn};
use baton_core::directory::Directory;
use baton_core::ids::ServiceLevelId;
use baton_core::policy::{Raising, Reopening};
use baton_core::service_level::{Goal, LevelVersion, ServiceLevel, Terms, moves};
use baton_core::time::Instant;

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_TEXT, time, view};

view! {
    LevelView as LEVEL "ServiceLevel" {
        /// `organisation`, or the id of the department whose own it is.
        "id" id: String = Out::Text,
        "version" version: u32 = Out::Whole,
        "department" department: Option<String> = MAYBE_ID,
        "department_name" department_name: Option<String> = MAYBE_TEXT,
        /// The number of the version under which a case falls that comes now.
        "holds" holds: Option<u32> = Out::Maybe(&Out::Whole),
        "versions" versions: Vec<LevelVersionView> = Out::List(&Out::Thing(&LEVEL_VERSION)),
        "moves" moves: Vec<&'static str> = Out::List(&Out::Text),
    }
    LevelVersionView as LEVEL_VERSION "ServiceLevelVersion" {
        "number" number: u32 = Out::Whole,
        "set_by" set_by: String = Out::Id,
        "set_by_name" set_by_name: String = Out::Text,
        "set_at" set_at: String = Out::Time,
        "effective_from" effective_from: String = Out::Time,
        /// Null: from then on nothing is promised here.
        "terms" terms: Option<LevelTermsView> = Out::Maybe(&Out::Thing(&LEVEL_TERMS)),
    }
    LevelTermsView as LEVEL_TERMS "ServiceLevelTerms" {
        "targets" targets: Vec<LevelTargetView> = Out::List(&Out::Thing(&LEVEL_TARGET)),
        /// Null: the working hours of the department that opens the case.
        "calendar" calendar: Option<String> = MAYBE_ID,
        "pauses" pauses: Vec<&'static str> = Out::List(&Out::Choice(WaitOn::NAMES)),
        "reopening" reopening: &'static str = Out::Choice(Reopening::NAMES),
        "raising" raising: &'static str = Out::Choice(Raising::NAMES),
        /// The first reply says what happens next and by when.
        "says_next" says_next: bool = Out::Flag,
    }
    LevelTargetView as LEVEL_TARGET "ServiceLevelTarget" {
        "priority" priority: &'static str = Out::Choice(Priority::NAMES),
        "goal" goal: &'static str = Out::Choice(Goal::NAMES),
        /// Seconds of working time.
        "business_seconds" business_seconds: u32 = Out::Whole,
    }
}

/// What a service level is shown from.
pub struct Source<'a> {
    pub directory: &'a Directory,
    pub who: &'a Who,
    pub now: Instant,
}

/// How an address names a service level.
pub fn name_of(id: ServiceLevelId) -> String {
    id.department().map_or_else(|| "organisation".to_owned(), |id| id.to_string())
}

pub fn level(source: &Source<'_>, level: &ServiceLevel) -> LevelView {
    let name = |id| source.directory.department_name(id).to_owned();
    let holds = level.binding(source.now).map(|binding| binding.number);
    let legal = moves(level.department, Some(level), source.who, source.now);
    LevelView {
        id: name_of(level.id),
        version: level.version,
        department: level.department.map(|id| id.to_string()),
        department_name: level.department.map(name),
        holds,
        versions: level.versions.iter().map(|one| version(source, one)).collect(),
        moves: legal.iter().map(|mv| mv.name()).collect(),
    }
}

fn version(source: &Source<'_>, version: &LevelVersion) -> LevelVersionView {
    LevelVersionView {
        number: version.number,
        set_by: version.set_by.to_string(),
        set_by_name: source.directory.person_name(version.set_by).to_owned(),
        set_at: time(version.set_at),
        effective_from: time(version.effective_from),
        terms: version.terms.as_ref().map(terms),
    }
}

fn terms(terms: &Terms) -> LevelTermsView {
    let targets = terms.targets.iter().map(|target| LevelTargetView {
        priority: target.priority.name(),
        goal: target.goal.name(),
        business_seconds: target.business_seconds,
    });
    LevelTermsView {
        targets: targets.collect(),
        calendar: terms.calendar.map(|id| id.to_string()),
        pauses: terms.pauses.iter().map(|reason| reason.name()).collect(),
        reopening: terms.reopening.name(),
        raising: terms.raising.name(),
        says_next: terms.says_next,
    }
}
