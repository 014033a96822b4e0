//! What an open browser alone shall not do asks for the password again.

use baton_core::time::Span;

use super::{password_of, sets_up, told};
use crate::browser::{Browser, only_form, plain};
use crate::world::World;

#[test]
fn after_half_an_hour_a_record_is_changed_only_by_who_shows_again_that_it_is_them() {
    World::both(|world| {
        let (ada, tom) = (world.cast.ada, world.cast.tom);
        let mut browser = Browser::of(world, ada);
        let path = format!("/people/{tom}/revision/new");
        let send = format!("/people/{tom}/revision");
        let form = only_form(&browser.get(&path), &send).fill("email", "thomas@baton.example");
        world.clock.advance(Span::minutes(31));
        let reply = browser.get(&path);
        let confirm = format!("/confirm?next={path}");
        assert_eq!((reply.status, reply.header("location")), (303, confirm.as_str()));
        let before = browser.cookie_line();
        let page = browser.get(&confirm);
        let again = only_form(&page, "/confirm");
        assert!(!plain(&page.text()).contains("Six digits"), "she has no second step");
        assert_eq!(browser.submit(&again.clone().fill("password", "a guess")).status, 422);
        // A form that was opened in time can still be sent; later it cannot.
        assert_eq!(browser.submit(&form.clone().fill("email", "no address")).status, 422);
        world.clock.advance(Span::minutes(29));
        let late = browser.submit(&form);
        assert_eq!((late.status, late.header("location")), (303, "/confirm"));
        let password = password_of(world, ada);
        let opened = browser.submit_and_follow(&again.fill("password", &password));
        assert_ne!(browser.cookie_line(), before, "a new session");
        let form = only_form(&opened, &send).fill("email", "thomas@baton.example");
        browser.submit_and_follow(&form);
        for address in ["tom@baton.example", "thomas@baton.example"] {
            assert_eq!(told(world, address, "address with which you sign in was changed"), 1);
        }
    });
}

#[test]
fn whoever_has_a_second_step_shows_it_again_too() {
    World::both(|world| {
        let tom = world.cast.tom;
        let mut browser = Browser::of(world, tom);
        let (app, _) = sets_up(&mut browser, world);
        world.clock.advance(Span::minutes(61));
        let page = browser.get("/account/tokens");
        let form = only_form(&page, "/account/tokens").fill("label", "A script");
        let reply = browser.submit(&form);
        assert_eq!(reply.header("location"), "/confirm?next=/account/tokens");
        assert_eq!(world.seen(tom, "/tokens")["items"].as_array().unwrap().len(), 1);
        let again = only_form(&browser.get("/confirm?next=/account/tokens"), "/confirm");
        let again = again.fill("password", &password_of(world, tom));
        assert_eq!(browser.submit(&again).status, 422, "without a code");
        let page = browser.submit_and_follow(&again.fill("code", &app.code(world.now())));
        let form = only_form(&page, "/account/tokens").fill("label", "A script");
        assert_eq!(browser.submit(&form).status, 200);
        assert_eq!(world.seen(tom, "/tokens")["items"].as_array().unwrap().len(), 2);
    });
}
