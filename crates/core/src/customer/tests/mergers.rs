//! Two records of one customer are merged, and taken apart again.

use super::*;
use crate::customer::joined::TAKE_BACK;
use crate::records::Record;

/// Two records of Ms Okafor: the one to be merged, and the one that stands for both.
fn pair() -> (World, World) {
    let survivor = World::with_customer();
    let mut merged = World::new();
    merged.now = merged.now + Span::minutes(1);
    let fields = [
        ("name", "Ada O."),
        ("emails", "ADA@example.org"),
        ("emails", "ada@work.example"),
        ("address", "1 High Street"),
    ];
    merged.create(&fields).unwrap();
    (merged, survivor)
}

impl World {
    fn keep(&mut self, decided: crate::log::Decided<Customer>) {
        let (changes, next) = decided.into_parts();
        record_missing(changes.entries());
        assert_eq!(changes.expected() as usize, self.log.len());
        self.log.extend(changes.recorded());
        self.texts.extend_with(changes.words().iter().map(|word| (word.id, word.text.clone())));
        let folded = Customer::fold(None, next.id, &self.log).unwrap();
        assert_eq!(folded.as_ref(), Some(&next), "the log alone leads to the same customer");
        self.customer = Some(next);
    }
}

fn merge_them(merged: &mut World, survivor: &mut World, take: &[&str]) -> Result<(), Refusal> {
    let take: Vec<String> = take.iter().map(|&tag| tag.to_owned()).collect();
    let mut draw = Draw::new([77; 32], merged.now);
    let (one, other) = ((merged.customer(), &merged.texts), (survivor.customer(), &survivor.texts));
    let both = merge(one, other, &take, &agent(), merged.now, &mut draw)?;
    merged.keep(both.merged);
    survivor.keep(both.survivor);
    Ok(())
}

fn separate_them(merged: &mut World, survivor: &mut World) -> Result<(), Refusal> {
    let (customer, other) = (merged.customer(), survivor.customer());
    let both = separate(customer, other, &agent(), merged.now)?;
    merged.keep(both.merged);
    survivor.keep(both.survivor);
    Ok(())
}

fn still(customer: &Customer) -> Customer {
    Customer { version: 0, ..customer.clone() }
}

#[test]
fn the_survivor_takes_what_it_lacks_and_what_was_chosen() {
    let (mut merged, mut survivor) = pair();
    let found =
        conflicts((merged.customer(), &merged.texts), (survivor.customer(), &survivor.texts));
    assert_eq!(found, ["name"], "only what can have one value is chosen");
    merge_them(&mut merged, &mut survivor, &[]).unwrap();
    assert_eq!(survivor.values("name"), ["Ada Okafor"]);
    assert_eq!(
        survivor.values("email"),
        ["ada@example.org", "okafor@example.com", "ada@work.example"]
    );
    assert_eq!(survivor.values("address"), ["1 High Street"]);
    assert_eq!(merged.customer().merger.map(|merger| merger.into), Some(survivor.customer().id));
    let (mut merged, mut survivor) = pair();
    merge_them(&mut merged, &mut survivor, &["name"]).unwrap();
    assert_eq!(survivor.values("name"), ["Ada O."]);
}

#[test]
fn taken_apart_both_records_are_what_they_were() {
    let (mut merged, mut survivor) = pair();
    let before = (still(merged.customer()), still(survivor.customer()));
    merge_them(&mut merged, &mut survivor, &["name"]).unwrap();
    separate_them(&mut merged, &mut survivor).unwrap();
    assert_eq!((still(merged.customer()), still(survivor.customer())), before);
}

#[test]
fn what_was_changed_since_stays_when_they_are_taken_apart() {
    let (mut merged, mut survivor) = pair();
    merge_them(&mut merged, &mut survivor, &["name"]).unwrap();
    survivor.revise(&[("address", "9 Mill Lane")], &[]).unwrap();
    separate_them(&mut merged, &mut survivor).unwrap();
    assert_eq!(survivor.values("address"), ["9 Mill Lane"]);
    assert_eq!(survivor.values("name"), ["Ada Okafor"]);
    assert_eq!(survivor.values("email"), ["ada@example.org", "okafor@example.com"]);
}

#[test]
fn a_merger_of_customers_can_be_taken_back_for_thirty_days() {
    let (mut merged, mut survivor) = pair();
    let refused = separate_them(&mut merged, &mut survivor).unwrap_err();
    assert_eq!(refused.code, Code::IllegalMove);
    merge_them(&mut merged, &mut survivor, &[]).unwrap();
    merged.now = merged.now + TAKE_BACK + Span::millis(1);
    let refused = separate_them(&mut merged, &mut survivor).unwrap_err();
    assert_eq!(refused.code, Code::Terminal);
}

#[test]
fn a_record_that_was_merged_is_changed_and_erased_with_the_other_one_only() {
    let (mut merged, mut survivor) = pair();
    merge_them(&mut merged, &mut survivor, &[]).unwrap();
    let compliance = Who { compliance: true, ..agent() };
    let reason = "Asked for it by letter of 1 March.";
    assert_eq!(code(merged.revise(&[("account", "A-1")], &[])), Code::Terminal);
    assert_eq!(code(merged.erase(&compliance, reason)), Code::Terminal);
    let mut draw = Draw::new([5; 32], merged.now);
    let gone =
        erase_joined(merged.customer(), &merged.texts, reason, &compliance, merged.now, &mut draw);
    assert!(gone.unwrap().next().is_erased());
}

#[test]
fn no_record_stands_for_itself_for_an_erased_one_or_in_a_circle() {
    let (mut merged, mut survivor) = pair();
    let (one, agent) = (merged.customer(), agent());
    let mut draw = Draw::new([5; 32], merged.now);
    let refused =
        merge((one, &merged.texts), (one, &merged.texts), &[], &agent, merged.now, &mut draw);
    assert_eq!(refused.unwrap_err().code, Code::Invalid);
    let stranger = person();
    let other = (survivor.customer(), &survivor.texts);
    let refused = merge((one, &merged.texts), other, &[], &stranger, merged.now, &mut draw);
    assert_eq!(refused.unwrap_err().code, Code::NotFound);
    merge_them(&mut merged, &mut survivor, &[]).unwrap();
    let refused = merge_them(&mut survivor, &mut merged, &[]).unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
}
