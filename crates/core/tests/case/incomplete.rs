//! Gate 1: nothing leaves that is not complete.

use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise, ToldForm};
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields};

type Spoil = fn(&mut Raise);

fn complete(world: &World) -> Raise {
    ask(Mode::Delegate, cast().logistics, world.now)
}

#[test]
fn what_is_missing_from_a_request_is_named_field_by_field() {
    let mut world = World::new();
    let empty = Raise { mode: Mode::Delegate, need: None, why: None, ..notice(cast().logistics) };
    let named =
        ["need", "outcome_wanted", "why", "why_department", "background", "needed_by", "channel"]
            .map(str::to_owned);
    let refused = fields(world.raise(cast().amira, empty));
    assert_eq!(refused, (Code::RequestIncomplete, named.to_vec()));

    let blank = Raise { need: Some("  ".to_owned()), ..complete(&world) };
    let (code, named) = fields(world.raise(cast().amira, blank));
    assert_eq!((code, named), (Code::RequestIncomplete, vec!["need".to_owned()]));
    assert!(world.case.requests.is_empty(), "nothing was kept of what was refused");

    let form = complete(&world);
    world.raise(cast().amira, form).unwrap();
}

#[test]
fn each_missing_field_alone_keeps_a_request_from_leaving() {
    let spoils: [(&str, Spoil); 8] = [
        ("need", |form| form.need = None),
        ("outcome_wanted", |form| form.outcome_wanted = Some(String::new())),
        ("why", |form| form.why = None),
        ("why_department", |form| form.why_department = Some("\n".to_owned())),
        ("background", |form| form.background = None),
        ("needed_by", |form| form.needed_by = None),
        ("channel", |form| form.channel = None),
        ("customer_told.what", |form| {
            let (what, when, channel) = (String::new(), None, None);
            form.customer_told = Some(ToldForm { what, when, channel, next_update_by: None });
        }),
    ];
    for (field, spoil) in spoils {
        let mut world = World::new();
        let mut form = complete(&world);
        spoil(&mut form);
        let mut draft = Raise { draft: true, ..form.clone() };
        let refused = fields(world.raise(cast().amira, form));
        assert_eq!(refused, (Code::RequestIncomplete, vec![field.to_owned()]));
        // A draft may have gaps, but it does not leave with them, whichever way it is sent.
        let id = world.raise(cast().amira, draft.clone()).unwrap();
        let refused = fields(world.act(cast().amira, id, Act::Send));
        assert_eq!(refused, (Code::RequestIncomplete, vec![field.to_owned()]), "sent as it is");
        draft.draft = false;
        let refused = fields(world.act(cast().amira, id, Act::Revise(Box::new(draft))));
        assert_eq!(refused, (Code::RequestIncomplete, vec![field.to_owned()]), "revised and sent");
    }
}

#[test]
fn a_notice_that_asks_for_something_is_a_request() {
    let mut world = World::new();
    let asks: [fn(&mut Raise); 2] = [
        |form| form.needed_by = Some(baton_testkit::casebook::world::start() + Span::hours(5)),
        |form| form.outcome_wanted = Some("Please call her.".to_owned()),
    ];
    for ask in asks {
        let mut form = notice(cast().logistics);
        ask(&mut form);
        assert_eq!(code(world.raise(cast().amira, form)), Code::InformWithAsk);
    }
    let nothing = Raise { need: None, why: None, ..notice(cast().logistics) };
    let named = vec!["need".to_owned(), "why".to_owned()];
    assert_eq!(fields(world.raise(cast().amira, nothing)), (Code::RequestIncomplete, named));
    world.raise(cast().amira, notice(cast().logistics)).unwrap();
}

#[test]
fn what_is_needed_is_needed_in_the_future() {
    let mut world = World::new();
    for needed_by in [world.now, world.now - Span::seconds(1)] {
        let form = Raise { needed_by: Some(needed_by), ..complete(&world) };
        assert_eq!(code(world.raise(cast().amira, form)), Code::NeededByPast);
    }
    let needed_by = Some(world.now + Span::millis(1));
    let form = Raise { needed_by, ..complete(&world) };
    world.raise(cast().amira, form).unwrap();
}

#[test]
fn a_draft_that_lay_until_its_time_had_passed_does_not_leave() {
    let mut world = World::new();
    let form = Raise { draft: true, ..complete(&world) };
    let id = world.raise(cast().amira, form).unwrap();
    world.later(Span::times_24h(3));
    assert_eq!(code(world.act(cast().amira, id, Act::Send)), Code::NeededByPast);
    let form = complete(&world);
    world.act(cast().joan, id, Act::Revise(Box::new(Raise { draft: true, ..form }))).unwrap();
    assert_eq!(world.stage(id), StageName::Draft);
    world.act(cast().joan, id, Act::Send).unwrap();
    assert_eq!(world.stage(id), StageName::Sent);
}

#[test]
fn a_request_goes_to_another_department_in_which_somebody_works() {
    let mut world = World::new();
    let form = Raise { to: cast().customer_service, ..complete(&world) };
    assert_eq!(code(world.raise(cast().amira, form)), Code::SameDepartment);
    let form = Raise { to: baton_core::ids::Id::from_bits(9), ..complete(&world) };
    let refused = fields(world.raise(cast().amira, form));
    assert_eq!(refused, (Code::Invalid, vec!["to".to_owned()]));
    let form = Raise { to: cast().warehouse, ..complete(&world) };
    let refused = fields(world.raise(cast().amira, form));
    assert_eq!(refused, (Code::Invalid, vec!["to".to_owned()]), "nobody works there");
}

#[test]
fn a_service_is_one_of_the_department_and_is_given_what_it_needs() {
    let mut world = World::new();
    let service = Some(cast().visit);
    let form = Raise { service, ..complete(&world) };
    let refused = fields(world.raise(cast().amira, form));
    assert_eq!(refused, (Code::Invalid, vec!["service".to_owned()]), "not of this department");
    let form = Raise { service, to: cast().technical, ..complete(&world) };
    let refused = fields(world.raise(cast().amira, form.clone()));
    assert_eq!(refused, (Code::RequestIncomplete, vec!["shared_fields".to_owned()]));
    let form = Raise { shared: vec![share("address")], ..form };
    world.raise(cast().amira, form).unwrap();
}

#[test]
fn texts_have_a_longest_length() {
    let mut world = World::new();
    let form = Raise { need: Some("x".repeat(1_001)), ..complete(&world) };
    let (_, named) = fields(world.raise(cast().amira, form));
    assert_eq!(named, ["need"]);
    let form = Raise { contingency: Some("x".repeat(20_001)), ..complete(&world) };
    assert_eq!(fields(world.raise(cast().amira, form)).1, ["contingency"]);
    let form = Raise { need: Some("é".repeat(1_000)), ..complete(&world) };
    world.raise(cast().amira, form).unwrap();
}

#[test]
fn a_need_is_fixed_once_it_is_sent() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let form = complete(&world);
    let refused = world.act(cast().amira, id, Act::Revise(Box::new(form)));
    assert_eq!(code(refused), Code::IllegalMove);
}
