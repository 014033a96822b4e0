//! Two cases of one matter are merged; nothing is lost, and it can be taken back.

use baton_core::access::Who;
use baton_core::case::command::{Command, Incoming};
use baton_core::case::kinds::*;
use baton_core::case::moves::{CaseMove, moves};
use baton_core::log::Effect;
use baton_core::refusal::{Code, Refusal};
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::merging::{joined, still, there_and_back};
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

use super::scenes::scenes;

fn amira() -> Who {
    ground().who(cast().amira)
}

fn merging(merged: &World, survivor: &World, who: &Who) -> Result<(), Refusal> {
    merged.decide_merger(who, &survivor.case).map(drop)
}

#[test]
fn the_merged_case_rests_and_the_other_one_goes_on() {
    let (mut merged, survivor) = joined();
    assert_eq!(merged.case.standing(), Standing::Merged);
    assert_eq!(merged.kinds().last(), Some(&"case_merged"));
    assert_eq!(survivor.kinds().last(), Some(&"case_joined"));
    assert_eq!(survivor.case.standing(), Standing::Open);
    assert_eq!(moves(&merged.case, &amira(), merged.now), [CaseMove::Separate]);
    let about_the_case = [
        message(MessageKind::Note, Channel::Phone),
        message(MessageKind::Reply, Channel::Email),
        outcome(),
        closing(),
        reopen(),
        Command::ChangeOwner { owner: cast().nora },
    ];
    for command in about_the_case {
        let refused = merged.person(cast().amira, command).unwrap_err();
        assert_eq!(refused.code, Code::Terminal);
        assert!(refused.detail.contains("C-1042"), "{refused}");
    }
    let incoming = Incoming { body: "And?".to_owned(), ..Incoming::default() };
    let refused = merged.run(&Who::system(), &Command::Receive(incoming)).unwrap_err();
    assert_eq!(refused.code, Code::Terminal);
}

#[test]
fn the_earliest_receipt_counts_for_both() {
    let (merged, survivor) = joined();
    assert!(merged.case.received_at < survivor.case.received_at);
    assert_eq!(survivor.case.first_received(), merged.case.received_at);
}

#[test]
fn what_the_merged_case_owed_the_customer_keeps_the_other_one_open() {
    let mut survivor = World::new();
    survivor.told();
    assert_eq!(survivor.case.standing(), Standing::Resolved);
    let mut merged = survivor.beside();
    merged.merge_into(&mut survivor, &amira()).unwrap();
    assert_eq!(survivor.case.standing(), Standing::Open);
    assert_eq!(code(survivor.person(cast().amira, closing())), Code::CustomerNotTold);
    survivor.told();
    survivor.person(cast().amira, closing()).unwrap();
}

#[test]
fn a_customer_who_was_told_in_the_merged_case_need_not_be_told_again() {
    let mut survivor = World::new();
    let mut merged = survivor.beside();
    merged.told();
    survivor.told();
    merged.merge_into(&mut survivor, &amira()).unwrap();
    survivor.person(cast().amira, closing()).unwrap();
}

#[test]
fn a_letter_of_the_merged_case_that_comes_back_opens_the_gate_of_the_other_one() {
    let mut survivor = World::new();
    let mut merged = survivor.beside();
    merged.person(cast().amira, tell(UpdateKind::Outcome, Channel::Email)).unwrap();
    let message = merged.case.messages.last().unwrap().id;
    assert_eq!(code(merging(&merged, &survivor, &amira())), Code::IllegalMove, "it has not left");
    merged.baton(Command::RecordLeft { message });
    survivor.told();
    merged.merge_into(&mut survivor, &amira()).unwrap();
    assert_eq!(survivor.case.standing(), Standing::Resolved);
    let reason = "No such box.".to_owned();
    merged.baton(Command::RecordBounce { message, reason });
    assert_eq!(survivor.hear_of_bounce(&merged, message).unwrap().len(), 1);
    assert_eq!(survivor.hear_of_bounce(&merged, message).unwrap().len(), 0, "said once");
    assert_eq!(code(survivor.person(cast().amira, closing())), Code::CustomerNotTold);
}

#[test]
fn a_duty_stays_with_its_case_so_it_is_brought_to_its_end_first() {
    let survivor = World::new();
    let mut merged = survivor.beside();
    let id = merged.sent(Mode::Delegate);
    let refused = merging(&merged, &survivor, &amira()).unwrap_err();
    assert_eq!(refused.code, Code::RequestOpen);
    assert!(refused.detail.starts_with("C-1077/1 is sent"), "{refused}");
    assert!(!moves(&merged.case, &amira(), merged.now).contains(&CaseMove::Merge));
    merging(&survivor, &merged, &amira()).unwrap();
    merged.act(cast().amira, id, withdrawal()).unwrap();
    let (what, by) = ("A call.".to_owned(), merged.now + Span::hours(4));
    merged.person(cast().amira, Command::MakePromise { what, by }).unwrap();
    assert_eq!(code(merging(&merged, &survivor, &amira())), Code::PromiseOpen);
    merged.told();
    merging(&merged, &survivor, &amira()).unwrap();
}

#[test]
fn an_answer_of_which_the_customer_does_not_know_stays_in_the_way() {
    let survivor = World::new();
    let mut merged = survivor.beside();
    merged.verified(Mode::Delegate);
    assert_eq!(code(merging(&merged, &survivor, &amira())), Code::RequestOpen);
    merged.told();
    merging(&merged, &survivor, &amira()).unwrap();
}

#[test]
fn whoever_merges_owns_both_cases_or_leads_their_department() {
    let survivor = World::new();
    let merged = survivor.beside();
    merging(&merged, &survivor, &amira()).unwrap();
    merging(&merged, &survivor, &ground().who(cast().joan)).unwrap();
    assert_eq!(code(merging(&merged, &survivor, &ground().who(cast().nora))), Code::NotYourSide);
    assert_eq!(code(merging(&merged, &survivor, &Who::system())), Code::NotYourSide);
    assert_eq!(code(merging(&merged, &survivor, &ground().who(cast().tom))), Code::NotFound);
    let mut of_nora = survivor.beside();
    of_nora.person(cast().joan, Command::ChangeOwner { owner: cast().nora }).unwrap();
    assert_eq!(code(merging(&survivor, &of_nora, &amira())), Code::NotYourSide);
    assert_eq!(code(merging(&of_nora, &survivor, &amira())), Code::NotYourSide);
}

#[test]
fn only_an_open_case_of_the_same_customer_takes_another_one_in() {
    let merged = World::new().beside();
    let wrong = |survivor: &World| {
        let (code, names) = fields(merging(&merged, survivor, &amira()));
        assert_eq!((code, names), (Code::Invalid, vec!["survivor".to_owned()]));
    };
    wrong(&merged);
    let mut closed = World::new();
    closed.closed();
    wrong(&closed);
    wrong(&World::internal());
    wrong(&joined().0);
    let mut stranger = World::new();
    stranger.case.customer = None;
    wrong(&stranger);
    let internal = World::internal();
    merging(&internal.beside(), &internal, &amira()).unwrap();
}

#[test]
fn a_merger_can_be_taken_back_for_thirty_days_by_whoever_has_the_case() {
    let (mut merged, mut survivor) = joined();
    let nora = ground().who(cast().nora);
    let refused = merged.decide_separation(&nora, &survivor.case).map(drop);
    assert_eq!(code(refused), Code::NotYourSide);
    merged.later(Span::hours(30 * 24 - 1));
    merged.baton(Command::CheckPromises);
    let (mut again, mut from) = (merged.clone(), survivor.clone());
    again.separate_from(&mut from, &ground().who(cast().joan)).unwrap();
    assert!(from.case.joined.is_empty() && again.case.merger.is_none());
    assert_eq!(from.kinds().last(), Some(&"case_parted"));
    let told = Effect::Notify {
        people: vec![cast().amira],
        case: from.case.id,
        request: None,
        kind: "case_separated",
    };
    assert_eq!(from.effects, [told]);
    merged.later(Span::hours(1));
    assert_eq!(merged.baton(Command::CheckPromises).len(), 1);
    assert_eq!(merged.baton(Command::CheckPromises).len(), 0, "once");
    assert_eq!(code(merged.separate_from(&mut survivor, &amira())), Code::Terminal);
    assert_eq!(moves(&merged.case, &amira(), merged.now), []);
}

#[test]
fn what_came_in_meanwhile_stays_where_it_came_in() {
    let (mut merged, mut survivor) = joined();
    let before = still(&merged.case);
    let incoming = Incoming { body: "And now?".to_owned(), ..Incoming::default() };
    survivor.baton(Command::Receive(incoming));
    merged.separate_from(&mut survivor, &amira()).unwrap();
    assert_eq!(survivor.case.messages.len(), 2);
    assert_eq!(merged.case.messages, before.messages);
}

#[test]
fn merged_and_taken_apart_both_are_as_they_were() {
    for (_, world, _) in scenes() {
        there_and_back(&world);
    }
}

#[test]
fn a_request_of_a_merged_case_is_not_opened_again() {
    let survivor = World::new();
    let mut merged = survivor.beside();
    let id = merged.verified(Mode::Delegate);
    merged.told();
    merged.merge_into(&mut survivor.clone(), &amira()).unwrap();
    assert_eq!(code(merged.act(cast().amira, id, reopening())), Code::Terminal);
    merged.act(cast().tom, id, note()).unwrap();
}
