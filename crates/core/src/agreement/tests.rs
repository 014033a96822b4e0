//! Two sides, one text: what may be agreed on, and what binds whom from when.

mod histories;
mod refused;
mod signed;
mod simulated;

use super::*;
use crate::access::Who;
use crate::draw::Draw;
use crate::golden_tests::record_missing;
use crate::ids::{AgreementId, DepartmentId, Id, PersonId, ServiceId, StreamId};
use crate::log::{Actor, Recorded};
use crate::refusal::{Code, Refusal};
use crate::time::{Instant, Span};
use crate::vault::Texts;

/// Asks.
const SERVICE: u128 = 1;
/// Is asked.
const LOGISTICS: u128 = 2;

fn department(n: u128) -> DepartmentId {
    DepartmentId::from_bits(n)
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn person(n: u128, leads: &[u128]) -> Who {
    let leads: Vec<_> = leads.iter().copied().map(department).collect();
    let actor = Actor::Person(PersonId::from_bits(n));
    Who { human: true, departments: leads.clone(), leads, ..Who::bare(actor) }
}

/// Leads customer service.
fn amara() -> Who {
    person(11, &[SERVICE])
}

/// Leads logistics.
fn lea() -> Who {
    person(12, &[LOGISTICS])
}

/// Belongs to logistics and leads nothing.
fn omar() -> Who {
    Who { leads: Vec::new(), ..person(13, &[LOGISTICS]) }
}

fn terms() -> TermsRecord {
    let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    TermsRecord {
        in_scope: list(&["Tracing a parcel", "Changing an address before dispatch"]),
        out_of_scope: list(&["Refunds"]),
        targets: vec![
            Target { class: ServiceClass::Standard, clock: ClockKind::Acknowledge, minutes: 60 },
            Target { class: ServiceClass::Standard, clock: ClockKind::Deliver, minutes: 960 },
        ],
        facts: list(&["order_number"]),
        from_duties: list(&["Names the parcel and what the customer was told"]),
        to_duties: list(&["Says by noon what the depot answered"]),
        from_needs: list(&["An answer that can be read to the customer"]),
        to_needs: list(&["No second ask while one is open"]),
        pauses: vec![PauseReason::Customer, PauseReason::Clarify, PauseReason::Customer],
        priorities: vec![(ServiceClass::Expedite, "Somebody stands at the depot".to_owned())],
        calendar: None,
        counter: CounterRule::Moves,
        on_breach: Some("Both leads talk the same day.".to_owned()),
        review_on: "2026-09-01".parse().unwrap(),
        effective_from: None,
    }
}

/// One agreement and its log, at a moment.
struct World {
    agreement: Option<Agreement>,
    facts: Facts,
    log: Vec<Recorded>,
    texts: Texts,
    now: Instant,
}

impl World {
    fn new() -> Self {
        let departments = vec![department(SERVICE), department(LOGISTICS)];
        let facts = Facts { departments, ..Facts::default() };
        let now = at("2026-03-02T10:00:00Z");
        Self { agreement: None, facts, log: Vec::new(), texts: Texts::default(), now }
    }

    fn proposed() -> Self {
        let mut world = Self::new();
        world.run(&amara(), propose(terms())).unwrap();
        world
    }

    /// Signed by both, a minute apart.
    fn agreed() -> Self {
        let mut world = Self::proposed();
        world.sign(&amara()).unwrap();
        world.sign(&lea()).unwrap();
        world
    }

    /// Decides, and keeps what was decided as the store does; a minute goes by.
    fn run(&mut self, who: &Who, command: Command) -> Result<(), Refusal> {
        let seed = u8::try_from(self.log.len() % 250).unwrap();
        let mut draw = Draw::new([seed; 32], self.now);
        let before = self.agreement.as_ref();
        let decided = decide(before, &self.facts, command, who, self.now, &mut draw)?;
        let (changes, next) = decided.into_parts();
        record_missing(changes.entries());
        assert_eq!(changes.expected() as usize, self.log.len());
        assert_eq!(changes.stream(), StreamId::Agreement(next.id));
        self.log.extend(changes.recorded());
        let words = changes.words().iter().map(|word| (word.id, word.text.clone()));
        self.texts.extend_with(words);
        let mut again = Book::default();
        again.catch_up(next.id, &self.log).unwrap();
        assert_eq!(again.get(next.id), Some(&next));
        self.agreement = Some(next);
        self.now = self.now + Span::minutes(1);
        Ok(())
    }

    fn sign(&mut self, who: &Who) -> Result<(), Refusal> {
        let written = self.agreement().draft().map_or(0, |draft| draft.written);
        self.run(who, Command::Sign { written })
    }

    fn agreement(&self) -> &Agreement {
        self.agreement.as_ref().unwrap()
    }

    fn standing(&self) -> Standing {
        self.agreement().standing(self.now)
    }

    fn acknowledge_within(&self, at: Instant) -> Option<Span> {
        let binding = self.agreement().binding(ServiceClass::Standard, at)?;
        binding.target(ClockKind::Acknowledge)
    }
}

fn propose(terms: TermsRecord) -> Command {
    Command::Propose { from: department(SERVICE), to: department(LOGISTICS), service: None, terms }
}

fn code(result: Result<(), Refusal>) -> Code {
    result.unwrap_err().code
}

/// The fields that a refusal names, with what is wrong with each.
fn wrong(result: Result<(), Refusal>) -> Vec<(String, &'static str)> {
    let fields = result.unwrap_err().fields;
    fields.into_iter().map(|field| (field.field, field.code)).collect()
}
