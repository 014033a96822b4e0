//! Random histories: whatever was accepted, the log alone leads to the same customer.

use super::*;
use crate::records::Record;

const VALUES: [(&str, &str); 12] = [
    ("name", "Ada Okafor"),
    ("name", "Ada Obi"),
    ("emails", "ada@example.org"),
    ("email", "ADA@example.org"),
    ("email", "obi@example.org"),
    ("phone", "0800 111"),
    ("address", "1 High Street"),
    ("account", ""),
    ("date_of_birth", "1984-05-17"),
    ("notes", "Calls late."),
    ("shoe_size", "39"),
    ("Shoe Size", "39"),
];

fn some_fields(draw: &mut Draw) -> Vec<FieldRecord> {
    let one = |draw: &mut Draw| VALUES[draw.below(VALUES.len() as u64) as usize];
    let fields: Vec<_> = (0..draw.below(4)).map(|_| one(draw)).collect();
    records(&fields)
}

fn command(draw: &mut Draw) -> Command {
    match draw.below(12) {
        0 => Command::Erase { reason: "Asked for it by letter of 1 March.".to_owned() },
        1..4 => Command::Create { fields: some_fields(draw) },
        _ => {
            let remove = some_fields(draw).into_iter().map(|field| field.tag).collect();
            Command::Revise { set: some_fields(draw), remove }
        }
    }
}

#[test]
fn every_random_history_folds_to_what_was_decided() {
    let (mut accepted, mut refused) = (0, 0);
    for seed in 0..200 {
        let mut world = World::new();
        let mut draw = Draw::new([seed; 32], world.now);
        for _ in 0..30 {
            world.now = world.now + Span::minutes(1);
            let who = if draw.below(5) == 0 { agent() } else { Who::system() };
            match world.run(&who, command(&mut draw)) {
                Ok(_) => accepted += 1,
                Err(_) => refused += 1,
            }
            if let Some(customer) = &world.customer {
                promises_hold(customer);
                let folded = Customer::fold(None, customer.id, &world.log).unwrap();
                assert_eq!(folded.as_ref(), Some(customer));
            }
        }
    }
    assert!(accepted > 500 && refused > 500, "{accepted} accepted, {refused} refused");
}

fn promises_hold(customer: &Customer) {
    if customer.is_erased() {
        return assert!(customer.fields.is_empty());
    }
    let reachable = ["name", "email", "phone", "address"];
    assert!(reachable.iter().any(|tag| customer.value(tag).is_some()));
    for field in &customer.fields {
        assert!(is_tag(&field.tag) && canonical_tag(&field.tag) == field.tag);
        assert!(holds_many(&field.tag) || customer.values(&field.tag).count() == 1);
        assert!(field.class >= class_of(&field.tag));
    }
}

#[test]
fn a_customer_catches_up_from_where_it_was() {
    let mut world = World::with_customer();
    let before = world.customer.clone();
    world.revise(&[("name", "Ada Obi")], &[]).unwrap();
    let id = world.customer().id;
    assert_eq!(Customer::fold(before, id, &world.log[1..]), Ok(world.customer.clone()));
    assert_eq!(Customer::fold(None, id, &[]), Ok(None));
}
