//! What may be known of a customer, by whom, and what is left when they are erased.

mod erasure;
mod fields;
mod histories;
mod mergers;

use super::*;
use crate::access::Who;
use crate::draw::Draw;
use crate::golden_tests::record_missing;
use crate::ids::StreamId;
use crate::log::{Actor, Changes, Effect, Recorded};
use crate::refusal::{Code, Refusal};
use crate::time::{Instant, Span};
use crate::vault::{Class, Subject, Texts};

/// One customer, their log and the vault.
struct World {
    customer: Option<Customer>,
    log: Vec<Recorded>,
    texts: Texts,
    now: Instant,
}

impl World {
    fn new() -> Self {
        let now = "2026-03-02T10:00:00Z".parse().unwrap();
        Self { customer: None, log: Vec::new(), texts: Texts::default(), now }
    }

    /// A world with Ms Okafor, who has a name, two addresses and a phone.
    fn with_customer() -> Self {
        let mut world = Self::new();
        let fields = [
            ("name", "Ada Okafor"),
            ("emails", "ada@example.org"),
            ("emails", "okafor@example.com"),
            ("phone", "+44 20 7946 0000"),
        ];
        world.create(&fields).unwrap();
        world
    }

    fn run(&mut self, who: &Who, command: Command) -> Result<Changes, Refusal> {
        let seed = u8::try_from(self.log.len()).unwrap();
        let mut draw = Draw::new([seed; 32], self.now);
        let customer = self.customer.as_ref();
        let decided = decide(customer, &self.texts, command, who, self.now, &mut draw)?;
        let (changes, next) = decided.into_parts();
        record_missing(changes.entries());
        assert_eq!(changes.expected() as usize, self.log.len());
        assert_eq!(changes.stream(), StreamId::Customer(next.id));
        self.log.extend(changes.recorded());
        for word in changes.words() {
            self.texts.insert(word.id, word.text.clone());
        }
        self.customer = Some(next);
        Ok(changes)
    }

    fn create(&mut self, fields: &[(&str, &str)]) -> Result<Changes, Refusal> {
        self.run(&agent(), Command::Create { fields: records(fields) })
    }

    fn revise(&mut self, set: &[(&str, &str)], remove: &[&str]) -> Result<Changes, Refusal> {
        let remove = remove.iter().map(|&tag| tag.to_owned()).collect();
        self.run(&agent(), Command::Revise { set: records(set), remove })
    }

    fn erase(&mut self, who: &Who, reason: &str) -> Result<Changes, Refusal> {
        self.run(who, Command::Erase { reason: reason.to_owned() })
    }

    fn customer(&self) -> &Customer {
        self.customer.as_ref().unwrap()
    }

    fn values(&self, tag: &str) -> Vec<&str> {
        self.customer().values(tag).map(|field| self.texts.show(field.value)).collect()
    }
}

fn records(fields: &[(&str, &str)]) -> Vec<FieldRecord> {
    fields.iter().map(|&(tag, value)| FieldRecord::new(tag, value)).collect()
}

fn person() -> Who {
    Who::bare(Actor::Person(crate::ids::Id::from_bits(1)))
}

/// Of a department that takes cases from customers.
fn agent() -> Who {
    Who { customer_facing: true, ..person() }
}

/// The fields and codes of a refusal, as `field:code`.
fn errors(refused: Result<Changes, Refusal>) -> Vec<String> {
    let refusal = refused.expect_err("this should have been refused");
    assert_eq!(refusal.code, Code::Invalid, "{refusal}");
    refusal.fields.iter().map(|field| format!("{}:{}", field.field, field.code)).collect()
}

fn code(refused: Result<Changes, Refusal>) -> Code {
    refused.expect_err("this should have been refused").code
}
