//! One passkey of somebody else is taken away, because its device is lost; the others stay.

use baton_testkit::http::form;
use serde_json::json;

use super::passkey::{NOTHING_HERE, asked_to_sign_in, is_refused, makes, signs_in};
use super::told;
use crate::browser::{Browser, only_form, plain};
use crate::scenes::text;
use crate::world::World;

/// One is made, and taken.
pub fn every_act(world: &World) {
    let ben = world.cast.ben;
    makes(&mut Browser::of(world, ben), "In the sea");
    let list = format!("/people/{ben}/passkeys");
    let id = text(&world.seen(world.cast.ada, &list)["items"][0], "id");
    let reason = json!({ "reason": "Lost at the harbour." });
    world.done(world.cast.ada, &format!("{list}/{id}/removal"), &reason);
}

const LETTER: &str = "An administrator has removed one of your passkeys.";

#[test]
fn an_administrator_takes_one_lost_passkey_and_the_other_one_still_signs_in() {
    World::both(|world| {
        let (tom, ada) = (world.cast.tom, world.cast.ada);
        let mut toms = Browser::of(world, tom);
        let (mut lost, mut kept) = (makes(&mut toms, "In the sea"), makes(&mut toms, "My desk"));
        let listed = world.seen(ada, &format!("/people/{tom}/passkeys"));
        let sea =
            listed["items"].as_array().unwrap().iter().find(|one| one["name"] == "In the sea");
        let removal = format!("/people/{tom}/passkeys/{}/removal", text(sea.unwrap(), "id"));

        let mut adas = Browser::of(world, ada);
        let page = plain(&adas.get(&format!("/people/{tom}")).text());
        assert!(page.contains("In the sea") && page.contains("My desk"), "{page}");
        let asked = adas.get(&format!("{removal}/new"));
        assert!(plain(&asked.text()).contains("In the sea"));
        let filled = only_form(&asked, &removal);
        let silent = adas.submit(&filled.clone().fill("reason", " "));
        assert_eq!(silent.status, 422);
        assert!(plain(&silent.text()).contains("Say why it is removed."), "{}", silent.text());
        assert_eq!(toms.get("/cases").status, 200, "nothing has happened");
        let page = adas.submit_and_follow(&filled.fill("reason", "The telephone is lost."));
        let page = plain(&page.text());
        assert!(page.contains("The passkey is removed.") && !page.contains("In the sea"), "{page}");

        assert_eq!(toms.get("/cases").status, 303, "his sessions have ended");
        assert_eq!(told(world, "tom@baton.example", LETTER), 1);
        let mut elsewhere = Browser::new(&world.client);
        let options = asked_to_sign_in(&mut elsewhere);
        is_refused(&mut elsewhere, &lost.proving(&options), NOTHING_HERE);
        let options = asked_to_sign_in(&mut elsewhere);
        assert_eq!(signs_in(&mut elsewhere, &kept.proving(&options)).status, 303);
    });
}

#[test]
fn the_same_by_the_api_once_and_with_nothing_personal_in_the_log() {
    World::both(|world| {
        let (tom, ada) = (world.cast.tom, world.cast.ada);
        makes(&mut Browser::of(world, tom), "In the sea");
        let list = format!("/people/{tom}/passkeys");
        let removal = format!("{list}/{}/removal", text(&world.seen(ada, &list)["items"][0], "id"));
        let refused = world.post(ada, &removal, &json!({}));
        assert_eq!(refused.status, 422);
        assert_eq!(refused.json()["fields"][0]["field"], "reason", "{}", refused.text());
        let reason = json!({ "reason": "Lost at the harbour." });
        let left = world.done(ada, &removal, &reason);
        assert_eq!(left["items"].as_array().map(Vec::len), Some(0));
        assert_eq!(world.post(ada, &removal, &reason).status, 404, "it is gone");
        let told_once = told(world, "tom@baton.example", LETTER);
        assert_eq!(told_once, 1);
        let events = "select data from events where kind = 'passkey_removed'";
        let rows = format!("{:?}", world.place.rows(events));
        assert!(rows.contains("reason") && !rows.contains("harbour"), "{rows}");
        assert!(!rows.contains("sea"), "{rows}");
    });
}

#[test]
fn nobody_but_an_administrator_sees_or_takes_a_passkey_of_somebody_else() {
    World::both(|world| {
        let (tom, amira) = (world.cast.tom, world.cast.amira);
        let mut toms = Browser::of(world, tom);
        makes(&mut toms, "In the sea");
        let list = format!("/people/{tom}/passkeys");
        let id = text(&world.seen(world.cast.ada, &list)["items"][0], "id");
        let removal = format!("{list}/{id}/removal");
        for person in [amira, tom] {
            assert_eq!(world.get(person, &list).status, 404);
            assert_eq!(world.post(person, &removal, &json!({ "reason": "Mine." })).status, 404);
        }
        let mut amiras = Browser::of(world, amira);
        let page = plain(&amiras.get(&format!("/people/{tom}")).text());
        assert!(!page.contains("In the sea") && !page.contains("Passkeys"), "{page}");
        assert_eq!(amiras.get(&format!("{removal}/new")).status, 404);
        let token = amiras.token();
        let sent = form(&[("form_token", token.as_str()), ("reason", "Lost.")]);
        assert_eq!(amiras.post(&removal, sent).status, 404);
        assert_eq!(toms.get("/cases").status, 200, "nothing has happened");
    });
}
