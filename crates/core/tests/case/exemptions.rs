//! Closing though the customer was not told: each reason without its proof, then with it
//! (reference §1.9).

use baton_core::case::command::{ClaimExemption, Command, Survivor};
use baton_core::case::kinds::*;
use baton_core::ids::Id;
use baton_core::refusal::{Code, Refusal};
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code};

fn claim(kind: ExemptionKind) -> ClaimExemption {
    ClaimExemption { kind, evidence: None, message: None, approved_by: None, survivor: None }
}

fn close(world: &mut World, claim: ClaimExemption) -> Result<(), Refusal> {
    let outcome = "It ended without an answer.".to_owned();
    world.person(cast().amira, Command::Close { outcome, exemption: Some(claim) }).map(drop)
}

fn unproven(world: &mut World, claim: ClaimExemption) {
    assert_eq!(code(close(world, claim)), Code::ExemptionUnproven);
    assert!(world.case.closure.is_none());
}

#[test]
fn a_customer_who_withdrew_said_so_in_a_message_or_a_call() {
    let mut world = World::new();
    let kind = ExemptionKind::CustomerWithdrew;
    unproven(&mut world, claim(kind));
    world.person(cast().amira, message(MessageKind::Note, Channel::Internal)).unwrap();
    let note = world.case.messages.last().unwrap().id;
    unproven(&mut world, ClaimExemption { message: Some(note), ..claim(kind) });
    let said = world.case.messages[0].id;
    close(&mut world, ClaimExemption { message: Some(said), ..claim(kind) }).unwrap();
    let closure = world.case.closure.as_ref().unwrap();
    assert_eq!(closure.exemption.as_ref().unwrap().message, Some(said));
}

#[test]
fn an_out_of_office_withdraws_nothing() {
    let mut world = World::new();
    world.baton(Command::Receive(baton_core::case::command::Incoming {
        body: "I am away.".to_owned(),
        automatic: true,
        ..Default::default()
    }));
    let message = world.case.messages.last().map(|message| message.id);
    unproven(&mut world, ClaimExemption { message, ..claim(ExemptionKind::CustomerWithdrew) });
}

#[test]
fn an_untraceable_customer_was_tried_three_times_on_two_channels_over_five_working_days() {
    let kind = ExemptionKind::Untraceable;
    let call = || message(MessageKind::Call, Channel::Phone);
    let letter = || message(MessageKind::Reply, Channel::Letter);
    let mut world = World::new();
    unproven(&mut world, claim(kind));
    world.person(cast().amira, call()).unwrap();
    world.person(cast().amira, letter()).unwrap();
    world.later(Span::times_24h(9));
    unproven(&mut world, claim(kind));
    world.person(cast().amira, message(MessageKind::Note, Channel::Web)).unwrap();
    unproven(&mut world, claim(kind));
    world.person(cast().amira, call()).unwrap();
    close(&mut world, claim(kind)).unwrap();

    let mut world = World::new();
    for _ in 0..3 {
        world.person(cast().amira, call()).unwrap();
        world.later(Span::times_24h(4));
    }
    unproven(&mut world, claim(kind));

    let mut world = World::new();
    for attempt in [call(), letter(), call()] {
        world.person(cast().amira, attempt).unwrap();
        world.later(Span::times_24h(2));
    }
    unproven(&mut world, claim(kind));
}

#[test]
fn a_mail_that_came_back_was_an_attempt_all_the_same() {
    let mut world = World::new();
    for kind in [MessageKind::Call, MessageKind::Reply, MessageKind::Reply] {
        let channel = if kind == MessageKind::Call { Channel::Phone } else { Channel::Email };
        world.person(cast().amira, message(kind, channel)).unwrap();
        let message = world.case.messages.last().unwrap().id;
        world.baton(Command::RecordBounce { message, reason: "No such mailbox.".to_owned() });
        world.later(Span::times_24h(9));
    }
    close(&mut world, claim(ExemptionKind::Untraceable)).unwrap();
}

#[test]
fn whoever_was_told_by_somebody_else_needs_an_account_of_it() {
    let mut world = World::new();
    let kind = ExemptionKind::ToldByAgreedParty;
    unproven(&mut world, claim(kind));
    let short = ClaimExemption { evidence: Some("Daughter told her.  ".to_owned()), ..claim(kind) };
    unproven(&mut world, short);
    let evidence = Some("Her daughter told her on Monday.".to_owned());
    close(&mut world, ClaimExemption { evidence, ..claim(kind) }).unwrap();
}

#[test]
fn silence_by_law_is_approved_by_compliance() {
    let mut world = World::new();
    let kind = ExemptionKind::DisclosureUnlawful;
    for approved_by in [None, Some(cast().joan), Some(Id::from_bits(3))] {
        unproven(&mut world, ClaimExemption { approved_by, ..claim(kind) });
    }
    close(&mut world, ClaimExemption { approved_by: Some(cast().nora), ..claim(kind) }).unwrap();
}

#[test]
fn a_duplicate_goes_on_in_another_case_of_the_same_customer() {
    let mut world = World::new();
    let kind = ExemptionKind::Duplicate;
    let survivor = |case, customer| ClaimExemption {
        survivor: Some(Survivor { case, customer }),
        ..claim(kind)
    };
    let customer = world.case.customer;
    let itself = world.case.id;
    unproven(&mut world, claim(kind));
    unproven(&mut world, survivor(itself, customer));
    unproven(&mut world, survivor(Id::from_bits(8), None));
    unproven(&mut world, survivor(Id::from_bits(8), Some(Id::from_bits(9))));
    close(&mut world, survivor(Id::from_bits(8), customer)).unwrap();
}

#[test]
fn an_exemption_excuses_from_telling_and_from_nothing_else() {
    let mut world = World::new();
    let evidence = Some("Her daughter told her on Monday.".to_owned());
    let proven = ClaimExemption { evidence, ..claim(ExemptionKind::ToldByAgreedParty) };
    let id = world.sent(Mode::Delegate);
    assert_eq!(code(close(&mut world, proven.clone())), Code::RequestOpen);
    world.act(cast().amira, id, withdrawal()).unwrap();
    let by = world.now + Span::hours(2);
    let promise = Command::MakePromise { what: "A call at noon.".to_owned(), by };
    world.person(cast().amira, promise).unwrap();
    assert_eq!(code(close(&mut world, proven.clone())), Code::PromiseOpen);
    world.told();
    close(&mut world, proven).unwrap();
    let closure = world.case.closure.as_ref().unwrap();
    assert_eq!(closure.exemption, None, "she was told, so there is nothing to excuse");
}
