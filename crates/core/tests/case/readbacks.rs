//! Gate 2: nothing is delivered before both sides mean the same.

use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::case::request::state::Money;
use baton_core::ids::RequestId;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields};

type Differ<'a> = &'a dyn Fn(&mut ReadBackForm);

fn money(minor: i64) -> Money {
    Money { minor, currency: "GBP".to_owned() }
}

/// A request that names a sum and says what happens if it cannot be done.
fn with_everything(world: &mut World) -> RequestId {
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.authority = Some(AuthorityForm { amount: money(4_000), decision: None });
    form.contingency = Some("If it is lost, send a new one by courier.".to_owned());
    let id = world.raise(cast().amira, form).unwrap();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    id
}

#[test]
fn a_copy_of_the_need_is_no_read_back() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let good = read_back(&world, id);
    let copies = [
        (NEED, "I will do exactly that, as soon as I can manage it."),
        ("Ms Okafor hears where it is, and on which day it comes.", NEED),
        ("find the PARCEL that ms okafor has been waiting for, since friday", "Find the parcel."),
        ("Parcel found.", "I look."),
        ("", ""),
    ];
    for (outcome, will_do) in copies {
        let mut form = good.clone();
        (form.outcome, form.will_do) = (outcome.to_owned(), will_do.to_owned());
        let refused = fields(world.act(cast().tom, id, Act::ReadBack(form)));
        assert_eq!(refused, (Code::ReadbackIsCopy, vec!["outcome".to_owned()]), "{outcome}");
    }
    world.act(cast().tom, id, Act::ReadBack(good)).unwrap();
}

#[test]
fn a_read_back_that_differs_from_the_request_names_the_items() {
    let mut world = World::new();
    let id = with_everything(&mut world);
    let good = read_back(&world, id);
    let later = world.now + Span::times_24h(5);
    let differing: [(&str, Differ<'_>); 7] = [
        ("restated.needed_by", &|form| form.restated.needed_by = None),
        ("restated.needed_by", &|form| form.restated.needed_by = Some(later)),
        ("by", &|form| form.by = later),
        ("restated.customer", &|form| form.restated.customer = Some("C-1043".to_owned())),
        ("restated.amount", &|form| form.restated.amount = Some(money(40_000))),
        ("restated.contingency", &|form| {
            form.restated.contingency = Some("Then we close the case.".to_owned());
        }),
        ("data_sufficient", &|form| form.data_sufficient = false),
    ];
    for (field, differ) in differing {
        let mut form = good.clone();
        differ(&mut form);
        let refused = fields(world.act(cast().tom, id, Act::ReadBack(form)));
        assert_eq!(refused, (Code::ReadbackMismatch, vec![field.to_owned()]));
    }
    world.act(cast().tom, id, Act::ReadBack(good)).unwrap();
    assert!(world.request(id).read_back.as_ref().unwrap().unrestated.is_empty());
}

#[test]
fn what_was_not_restated_is_kept_for_the_sender_to_look_at() {
    let mut world = World::new();
    let id = with_everything(&mut world);
    let mut form = read_back(&world, id);
    form.restated.customer = None;
    form.restated.amount = None;
    form.restated.contingency = None;
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    let read_back = world.request(id).read_back.as_ref().unwrap();
    assert_eq!(read_back.unrestated, ["customer", "amount", "contingency"]);
}

#[test]
fn the_customer_is_named_by_the_case_by_an_id_or_by_name() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let customer = world.case.customer.unwrap().to_string();
    for said in ["C-1042", "c-1042/1", " ada  okafor ", &customer] {
        let mut form = read_back(&world, id);
        form.restated.customer = Some(said.to_owned());
        world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
        world.act(cast().amira, id, correction()).unwrap();
    }
}

#[test]
fn nothing_is_delivered_before_the_read_back_is_confirmed() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::ReadbackUnconfirmed);
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::ReadbackUnconfirmed);
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::ReadbackUnconfirmed);
    world.act(cast().amira, id, Act::Confirm).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
}

#[test]
fn silence_never_confirms() {
    let mut world = World::new();
    let id = world.was_read_back(Mode::Delegate);
    world.later(Span::times_24h(60));
    let check = Command::Request(id, Box::new(Act::CheckDue));
    world.baton(check);
    assert_eq!(world.stage(id), StageName::ReadBack);
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::ReadbackUnconfirmed);
}

#[test]
fn a_correction_says_what_is_right() {
    let mut world = World::new();
    let id = world.was_read_back(Mode::Delegate);
    let nothing = Act::Correct(Vec::new());
    assert_eq!(fields(world.act(cast().amira, id, nothing)).1, ["corrections"]);
    let blank = Act::Correct(vec![("by".to_owned(), " ".to_owned())]);
    assert_eq!(fields(world.act(cast().amira, id, blank)).1, ["corrections[0].text"]);
    world.act(cast().amira, id, correction()).unwrap();
    assert_eq!(code(world.act(cast().amira, id, Act::Confirm)), Code::IllegalMove);
}

#[test]
fn an_emergency_is_delivered_first_and_the_read_back_is_owed() {
    let mut world = World::new();
    let id = super::scenes::emergency(&mut world);
    world.act(cast().tom, id, delivery()).unwrap();
    assert!(world.request(id).read_back_owed);
    assert_eq!(code(world.act(cast().amira, id, Act::Verify)), Code::ReadbackUnconfirmed);
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    assert_eq!((world.stage(id), world.request(id).read_back_owed), (StageName::Delivered, false));
    // What is done again after that is not read back again.
    world.act(cast().amira, id, rejection()).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
    world.act(cast().amira, id, Act::Verify).unwrap();
}

#[test]
fn an_emergency_that_was_rejected_still_owes_its_read_back() {
    let mut world = World::new();
    let id = super::scenes::emergency(&mut world);
    world.act(cast().tom, id, delivery()).unwrap();
    world.act(cast().amira, id, rejection()).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
    assert_eq!(code(world.act(cast().amira, id, Act::Verify)), Code::ReadbackUnconfirmed);
}

#[test]
fn an_emergency_that_nobody_took_in_is_not_delivered() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { emergency: true, ..form }).unwrap();
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::ReadbackUnconfirmed);
}
