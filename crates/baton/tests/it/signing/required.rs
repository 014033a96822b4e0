//! An organisation that asks for a second step; and whoever has lost their device.

use serde_json::json;

use super::{gives_password, password_of, sets_up, told};
use crate::browser::{Browser, only_form, plain};
use crate::program::Program;
use crate::world::World;

fn asks_of(world: &World, whom: &str) {
    let house = json!({ "name": "Harbour Home", "second_step": whom });
    assert_eq!(world.done(world.cast.ada, "/organisation", &house)["second_step"], whom);
}

#[test]
fn whoever_must_have_one_sets_it_up_before_anything_else() {
    World::both(|world| {
        let (tom, ada) = (world.cast.tom, world.cast.ada);
        let mut toms = Browser::of(world, tom);
        let mut adas = Browser::of(world, ada);
        asks_of(world, "administrators");
        assert_eq!(toms.get("/cases").status, 200, "he is none");
        assert_eq!(adas.get("/cases").header("location"), "/account/second-step/new");
        asks_of(world, "everybody");
        for path in ["/", "/cases", "/account/sessions", "/account/password", "/settings"] {
            let reply = toms.get(path);
            assert_eq!((reply.status, reply.header("location")), (303, "/account/second-step/new"));
        }
        assert_eq!(world.seen(tom, "/me/second-step")["required"], true);
        let page = toms.get("/account/second-step/new");
        assert!(plain(&page.text()).contains("Set it up to go on"));
        let (app, _) = sets_up(&mut toms, world);
        assert_eq!(toms.get("/cases").status, 200);
        // What is asked for stays on.
        assert_eq!(toms.get("/account/second-step/ending/new").status, 403);
        let token = toms.token();
        let form = [
            ("form_token", token.as_str()),
            ("password", &password_of(world, tom)),
            ("code", &app.code(world.now())),
        ];
        let form = baton_testkit::http::form(&form);
        assert_eq!(toms.post("/account/second-step/ending", form).status, 403);
        let wrong =
            world.post(ada, "/organisation", &json!({ "name": "H", "second_step": "some" }));
        assert_eq!(wrong.status, 422);
        assert_eq!(world.post(tom, "/organisation", &json!({ "name": "H" })).status, 404);
    });
}

#[test]
fn an_administrator_resets_a_lost_device_and_its_person_is_told() {
    World::both(|world| {
        let (tom, ada) = (world.cast.tom, world.cast.ada);
        let mut toms = Browser::of(world, tom);
        sets_up(&mut toms, world);
        let reset = format!("/admin/people/{tom}/second-step/ending");
        let mut amiras = Browser::of(world, world.cast.amira);
        let token = amiras.token();
        let form = baton_testkit::http::form(&[("form_token", &token)]);
        assert_eq!(amiras.post(&reset, form).status, 404);
        let mut adas = Browser::of(world, ada);
        let listed = world.seen(ada, "/second-steps");
        assert_eq!(listed["items"][0]["person"], tom.to_string());
        let page = adas.get("/admin/second-steps");
        let answer = adas.submit_and_follow(&only_form(&page, &reset));
        assert!(plain(&answer.text()).contains("The second step is reset."));
        assert_eq!(toms.get("/cases").status, 303, "his sessions have ended");
        assert_eq!(told(world, "tom@baton.example", "has reset your second step"), 1);
        let mut again = Browser::new(&world.client);
        again.sign_in(&world.cast.email(tom), &password_of(world, tom));

        // The same where nobody can sign in any more.
        sets_up(&mut again, world);
        let program = Program::at(&world.place);
        let mut line = vec!["admin", "person", "reset-second-step", "--email"];
        line.push("nobody@baton.example");
        assert_eq!(program.run(&line).code, 3);
        line.pop();
        line.push("tom@baton.example");
        program.done(&line);
        assert_eq!(again.get("/cases").status, 303);
        assert_eq!(program.run(&line).code, 3, "there is none any more");
        let reply = gives_password(
            &mut Browser::new(&world.client),
            &world.cast.email(tom),
            &password_of(world, tom),
        );
        assert_eq!((reply.status, reply.header("location")), (303, "/"));
    });
}
