//! A move is offered if and only if it is accepted: in every situation, for every role.

use baton_core::access::Who;
use baton_core::case::kinds::StageName;
use baton_core::case::moves::{self, CaseMove};
use baton_core::case::request::moves::{Move, moves as moves_of_request};
use baton_core::ids::RequestId;
use baton_testkit::casebook::canonical;
use baton_testkit::casebook::people::roles;
use baton_testkit::casebook::world::World;

use super::scenes::scenes;

/// The moves of a request of which the offer and the decision differ.
pub fn deviations(world: &World, id: RequestId, who: &Who) -> Vec<String> {
    let offered = moves_of_request(&world.case, world.request(id), who);
    let differ = Move::ALL.iter().filter_map(|mv| {
        let decided = world.decide(who, &canonical::of_request(world, id, *mv, who));
        let said = decided.as_ref().err().map(ToString::to_string);
        (offered.contains(mv) != decided.is_ok()).then(|| format!("{}: {said:?}", mv.name()))
    });
    differ.collect()
}

/// The same for the case.
pub fn deviations_of_case(world: &World, who: &Who) -> Vec<String> {
    let offered = moves::moves(&world.case, who, world.now);
    let differ = CaseMove::ALL.iter().filter_map(|mv| {
        let decided = canonical::decide(world, who, *mv);
        let said = decided.as_ref().err().map(ToString::to_string);
        (offered.contains(mv) != decided.is_ok()).then(|| format!("{}: {said:?}", mv.name()))
    });
    differ.collect()
}

#[test]
fn an_act_on_a_request_is_offered_if_and_only_if_it_is_accepted() {
    let mut wrong = Vec::new();
    for (scene, world, id) in scenes() {
        for (role, who) in roles() {
            let differ = deviations(&world, id, &who);
            wrong.extend(differ.into_iter().map(|of| format!("{scene}, {role}, {of}")));
        }
    }
    assert!(wrong.is_empty(), "{} deviations:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_act_on_a_case_is_offered_if_and_only_if_it_is_accepted() {
    let mut wrong = Vec::new();
    for (scene, world, _) in scenes() {
        for (role, who) in roles() {
            let differ = deviations_of_case(&world, &who);
            wrong.extend(differ.into_iter().map(|of| format!("{scene}, {role}, {of}")));
        }
    }
    assert!(wrong.is_empty(), "{} deviations:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_stage_and_every_move_is_met() {
    let scenes = scenes();
    for stage in StageName::ALL {
        assert!(scenes.iter().any(|(_, world, id)| world.stage(*id) == *stage), "{stage}");
    }
    let offered: Vec<_> = scenes
        .iter()
        .flat_map(|(_, world, id)| {
            let request = world.request(*id);
            roles().into_iter().flat_map(|(_, who)| moves_of_request(&world.case, request, &who))
        })
        .collect();
    for mv in Move::ALL {
        assert!(offered.contains(mv), "{} is offered nowhere", mv.name());
    }
}

#[test]
fn what_nobody_may_see_is_offered_to_nobody() {
    for (scene, world, id) in scenes() {
        for (role, who) in roles() {
            let request = world.request(id);
            let sight = baton_core::case::request::sight::sight(&world.case, request, &who);
            let offered = moves_of_request(&world.case, request, &who);
            assert!(sight.any() || offered.is_empty(), "{scene}, {role}: {offered:?}");
        }
    }
}
