//! An agreement, for everybody of the organisation: what is owed is no secret.

use baton_core::access::Who;
use baton_core::agreement::{
    Agreement, Book, ClockKind, CounterRule, PauseReason, Priority, ServiceClass, Side, Signature,
    Standing, TermsVersion, moves,
};
use baton_core::directory::Directory;
use baton_core::time::Instant;
use baton_core::vault::{Texts, WordRef};

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};

view! {
    AgreementView as AGREEMENT "Agreement" {
        "id" id: String = Out::Id,
        "version" version: u32 = Out::Whole,
        "from" from: String = Out::Id,
        "from_name" from_name: String = Out::Text,
        "to" to: String = Out::Id,
        "to_name" to_name: String = Out::Text,
        "service" service: Option<String> = MAYBE_ID,
        "service_name" service_name: Option<String> = MAYBE_TEXT,
        "standing" standing: &'static str = Out::Choice(STANDINGS),
        /// The number of the version that binds now.
        "binding" binding: Option<u32> = Out::Maybe(&Out::Whole),
        "ends_at" ends_at: Option<String> = MAYBE_TIME,
        "versions" versions: Vec<TermsView> = Out::List(&Out::Thing(&TERMS)),
        "moves" moves: Vec<&'static str> = Out::List(&Out::Text),
    }
    TermsView as TERMS "Terms" {
        "number" number: u32 = Out::Whole,
        /// Signing names it, so that nobody signs what they have not read.
        "written" written: u32 = Out::Whole,
        "proposed_by" proposed_by: String = Out::Id,
        "proposed_at" proposed_at: String = Out::Time,
        "from_signature" from_signature: Option<SignatureView> = Out::Maybe(&Out::Thing(&SIGNATURE)),
        "to_signature" to_signature: Option<SignatureView> = Out::Maybe(&Out::Thing(&SIGNATURE)),
        "binds_from" binds_from: Option<String> = MAYBE_TIME,
        "withdrawn_at" withdrawn_at: Option<String> = MAYBE_TIME,
        "in_scope" in_scope: Vec<String> = Out::List(&Out::Text),
        "out_of_scope" out_of_scope: Vec<String> = Out::List(&Out::Text),
        "targets" targets: Vec<TargetView> = Out::List(&Out::Thing(&TARGET)),
        "facts" facts: Vec<String> = Out::List(&Out::Text),
        "from_duties" from_duties: Vec<String> = Out::List(&Out::Text),
        "to_duties" to_duties: Vec<String> = Out::List(&Out::Text),
        "from_needs" from_needs: Vec<String> = Out::List(&Out::Text),
        "to_needs" to_needs: Vec<String> = Out::List(&Out::Text),
        "pauses" pauses: Vec<&'static str> = Out::List(&Out::Choice(PauseReason::NAMES)),
        "priorities" priorities: Vec<PriorityView> = Out::List(&Out::Thing(&PRIORITY)),
        /// By whose working hours both sides count; null: each by its own.
        "calendar" calendar: Option<String> = MAYBE_ID,
        "counter" counter: &'static str = Out::Choice(CounterRule::NAMES),
        "on_breach" on_breach: Option<String> = MAYBE_TEXT,
        "review_on" review_on: String = Out::Date,
        "effective_from" effective_from: Option<String> = MAYBE_TIME,
    }
    TargetView as TARGET "Target" {
        "class" class: &'static str = Out::Choice(ServiceClass::NAMES),
        "clock" clock: &'static str = Out::Choice(ClockKind::NAMES),
        /// Of working time.
        "minutes" minutes: u32 = Out::Whole,
    }
    PriorityView as PRIORITY "Priority" {
        "class" class: &'static str = Out::Choice(ServiceClass::NAMES),
        "when" when: String = Out::Text,
    }
    SignatureView as SIGNATURE "Signature" {
        "person" person: String = Out::Id,
        "name" name: String = Out::Text,
        "at" at: String = Out::Time,
    }
}

const STANDINGS: &[&str] = &["proposed", "agreed", "active", "ended", "withdrawn"];

/// What an agreement is shown from.
pub struct Source<'a> {
    pub book: &'a Book,
    pub directory: &'a Directory,
    pub who: &'a Who,
    pub now: Instant,
}

pub fn agreement(source: &Source<'_>, agreement: &Agreement) -> AgreementView {
    let department = |side| source.directory.department_name(agreement.department(side)).to_owned();
    let service = agreement.service.and_then(|id| source.directory.service(id));
    AgreementView {
        id: agreement.id.to_string(),
        version: agreement.version,
        from: agreement.from.to_string(),
        from_name: department(Side::From),
        to: agreement.to.to_string(),
        to_name: department(Side::To),
        service: agreement.service.map(|id| id.to_string()),
        service_name: service.map(|one| source.directory.texts.show(one.name).to_owned()),
        standing: standing(agreement.standing(source.now)),
        binding: agreement.terms_at(source.now).map(|version| version.number),
        ends_at: maybe_time(agreement.ending.map(|ending| ending.from)),
        versions: agreement.versions.iter().map(|version| terms(source, version)).collect(),
        moves: moves(agreement, source.who, source.now).iter().map(|mv| mv.name()).collect(),
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Proposed => "proposed",
        Standing::Agreed { .. } => "agreed",
        Standing::Active => "active",
        Standing::Ended => "ended",
        Standing::Withdrawn => "withdrawn",
    }
}

fn terms(source: &Source<'_>, version: &TermsVersion) -> TermsView {
    let texts = &source.book.texts;
    let signature = |side| version.signature(side).map(|signed| signature(source, signed));
    let terms = &version.terms;
    TermsView {
        number: version.number,
        written: version.written,
        proposed_by: version.proposed_by.to_string(),
        proposed_at: time(version.proposed_at),
        from_signature: signature(Side::From),
        to_signature: signature(Side::To),
        binds_from: maybe_time(version.binds_from()),
        withdrawn_at: maybe_time(version.withdrawn_at),
        in_scope: list(texts, &terms.in_scope),
        out_of_scope: list(texts, &terms.out_of_scope),
        targets: terms
            .targets
            .iter()
            .map(|target| TargetView {
                class: target.class.name(),
                clock: target.clock.name(),
                minutes: target.minutes,
            })
            .collect(),
        facts: terms.facts.clone(),
        from_duties: list(texts, &terms.from_duties),
        to_duties: list(texts, &terms.to_duties),
        from_needs: list(texts, &terms.from_needs),
        to_needs: list(texts, &terms.to_needs),
        pauses: terms.pauses.iter().map(|reason| reason.name()).collect(),
        priorities: terms.priorities.iter().map(|one| priority(texts, one)).collect(),
        calendar: terms.calendar.map(|id| id.to_string()),
        counter: terms.counter.name(),
        on_breach: terms.on_breach.map(|word| texts.show(word).to_owned()),
        review_on: terms.review_on.to_string(),
        effective_from: maybe_time(terms.effective_from),
    }
}

fn priority(texts: &Texts, one: &Priority) -> PriorityView {
    PriorityView { class: one.class.name(), when: texts.show(one.when).to_owned() }
}

fn signature(source: &Source<'_>, signature: Signature) -> SignatureView {
    SignatureView {
        person: signature.person.to_string(),
        name: source.directory.person_name(signature.person).to_owned(),
        at: time(signature.at),
    }
}

fn list(texts: &Texts, words: &[WordRef]) -> Vec<String> {
    words.iter().map(|word| texts.show(*word).to_owned()).collect()
}
