//! Advice as the API gives it and pages show it.

use baton_core::case::request::heard::{Found, Voice};
use baton_core::case::request::ladder::{Post, Seat};
use baton_core::directory::Directory;
use baton_core::escalation::{Advice, Facts, level_name};
use baton_core::vault::Texts;

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, view};

const MODES: &[&str] = &["inform", "collaborate", "swarm", "emergency"];

view! {
    AdviceView as ADVICE "Advice" {
        /// Version of the table of rules.
        "version" version: String = Out::Text,
        /// Facts that a person has confirmed, as `legal_threat=true`.
        "confirmed" confirmed: Vec<String> = Out::List(&Out::Text),
        "advised" advised: OutcomeView = Out::Thing(&OUTCOME),
        /// What words suggest beyond what is known. None of it counts before a person confirms it.
        "found" found: Vec<FoundView> = Out::List(&Out::Thing(&FOUND)),
        /// The advice if all were so that was found and not set aside; null when it is the same.
        "if_so" if_so: Option<OutcomeView> = Out::Maybe(&Out::Thing(&OUTCOME)),
        /// Whether what is chosen here cannot be done without saying why.
        "reason_needed" reason_needed: bool = Out::Flag,
    }
    OutcomeView as OUTCOME "AdvisedOutcome" {
        "mode" mode: &'static str = Out::Choice(MODES),
        "routes" routes: Vec<&'static str> = Out::List(&Out::Text),
        /// 0 nobody above, 1 both leads, 2 heads or the service's owner, 3 the director on duty.
        "level" level: u8 = Out::Whole,
        "level_means" level_means: &'static str = Out::Text,
        "rules" rules: Vec<RuleView> = Out::List(&Out::Thing(&RULE)),
        /// Who would be asked now.
        "people" people: Vec<SeatView> = Out::List(&Out::Thing(&SEAT)),
    }
    RuleView as RULE "FiredRule" {
        "rule" rule: String = Out::Text,
        "level" level: u8 = Out::Whole,
        "why" why: String = Out::Text,
    }
    FoundView as FOUND "FoundFact" {
        /// As it is confirmed: `legal_threat=true`.
        "fact" fact: String = Out::Text,
        "words" words: String = Out::Text,
        "why" why: &'static str = Out::Text,
        /// Whose words they are; a call's as a colleague wrote them down.
        "by" by: &'static str = Out::Choice(Voice::NAMES),
        /// Why they were set aside for a request of the case; null while nobody has done so.
        "set_aside" set_aside: Option<String> = MAYBE_TEXT,
    }
    SeatView as SEAT "AskedPerson" {
        /// Why they are asked: `lead`, `head`, `service_owner`, `director`, or the name of a route.
        "post" post: &'static str = Out::Text,
        "department" department: Option<String> = MAYBE_ID,
        "department_name" department_name: Option<String> = MAYBE_TEXT,
        /// Who holds the post; null where nobody is named.
        "named" named: Option<String> = MAYBE_ID,
        "named_name" named_name: Option<String> = MAYBE_TEXT,
        /// Who is asked now; another person than the one who is named while that one is away.
        "person" person: Option<String> = MAYBE_ID,
        "person_name" person_name: Option<String> = MAYBE_TEXT,
        "away_until" away_until: Option<String> = MAYBE_TIME,
    }
}

pub fn outcome(
    advice: &Advice<'_>,
    facts: &Facts,
    seats: &[Seat],
    names: &Directory,
) -> OutcomeView {
    let rule = |rule: &&baton_core::escalation::Rule| RuleView {
        rule: rule.id.clone(),
        level: rule.level.of(facts),
        why: rule.why.clone(),
    };
    OutcomeView {
        mode: advice.mode.name(),
        routes: advice.functional.iter().map(|route| route.name()).collect(),
        level: advice.level,
        level_means: level_name(advice.level),
        rules: advice.fired.iter().map(rule).collect(),
        people: seats.iter().map(|one| seat(one, names)).collect(),
    }
}

pub fn seat(seat: &Seat, names: &Directory) -> SeatView {
    let (post, department) = match seat.post {
        Post::Lead(department) => ("lead", Some(department)),
        Post::Head(department) => ("head", Some(department)),
        Post::ServiceOwner => ("service_owner", None),
        Post::Director => ("director", None),
        Post::Route(route) => (route.name(), None),
    };
    let name = |id| names.person_name(id).to_owned();
    SeatView {
        post,
        department: department.map(|id| id.to_string()),
        department_name: department.map(|id| names.department_name(id).to_owned()),
        named: seat.named.map(|id| id.to_string()),
        named_name: seat.named.map(name),
        person: seat.person.map(|id| id.to_string()),
        person_name: seat.person.map(name),
        away_until: maybe_time(seat.away_until),
    }
}

pub fn found(found: &Found, texts: &Texts) -> FoundView {
    FoundView {
        fact: found.tick().text(),
        words: found.words.clone(),
        why: found.why,
        by: found.by.name(),
        set_aside: found.aside.map(|reason| texts.show(reason).to_owned()),
    }
}
