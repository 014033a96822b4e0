//! The code beside the password, from its set-up to its end.

use baton_core::time::Span;
use baton_core::vault::hex;

use super::app::App;
use super::{gives_password, password_of, sets_up, told};
use crate::browser::{Browser, only_form, plain};
use crate::world::World;

/// Signs in as far as the code; the browser that waits for it.
fn half_in(world: &World) -> Browser<'_> {
    // A stretch of tries is over.
    world.clock.advance(Span::minutes(3));
    let mut browser = Browser::new(&world.client);
    let amira = world.cast.amira;
    let reply = gives_password(&mut browser, &world.cast.email(amira), &password_of(world, amira));
    assert_eq!((reply.status, reply.header("location")), (303, "/sign-in/code"));
    assert_eq!(browser.get("/settings").status, 303, "a password alone opens nothing");
    browser
}

fn gives_code(browser: &mut Browser<'_>, code: &str) -> (u16, String) {
    let form = only_form(&browser.get("/sign-in/code"), "/sign-in/code").fill("code", code);
    let reply = browser.submit(&form);
    (reply.status, reply.header("location").to_owned())
}

#[test]
fn nothing_is_on_until_a_code_of_the_app_has_come() {
    World::both(|world| {
        let amira = world.cast.amira;
        let mut browser = Browser::of(world, amira);
        let before = browser.cookie_line();
        let page = browser.get("/account/second-step/new");
        let app = App::reading(&page.text());
        let form = only_form(&page, "/account/second-step");
        let reply = browser.submit(&form.clone().fill("code", &app.wrong(world.now())));
        assert_eq!(reply.status, 422);
        assert_eq!(
            App::reading(&reply.text()).secret(),
            app.secret(),
            "the app need not begin anew"
        );
        assert_eq!(world.seen(amira, "/me/second-step")["on"], false);
        // A secret that was shown to somebody else, or never, is none.
        let mut toms = Browser::of(world, world.cast.tom);
        let theirs = only_form(&toms.get("/account/second-step/new"), "/account/second-step")
            .fill("sealed", form.value("sealed"))
            .fill("code", &app.code(world.now()));
        assert_eq!(toms.submit(&theirs).status, 422);

        let reply = browser.submit(&form.clone().fill("code", &app.code(world.now())));
        assert_eq!(reply.status, 200, "{}", plain(&reply.text()));
        assert_eq!(reply.text().matches("<li><code>").count(), 10);
        assert_ne!(browser.cookie_line(), before, "a session of its own from here on");
        let old = baton_testkit::http::Call::get("/settings").header("Cookie", &before);
        assert_eq!(world.client.send(&old).status, 303, "and the old one is dead");
        let stands = world.seen(amira, "/me/second-step");
        assert_eq!((&stands["on"], &stands["recovery_codes_left"]), (&true.into(), &10.into()));
        assert!(!stands.to_string().contains("secret"));
        assert_eq!(told(world, "amira@baton.example", "second step was turned on"), 1);
        // What is kept opens nothing for whoever reads it.
        for table in ["second_steps", "recovery_codes", "beginnings", "jobs", "events"] {
            let rows = world.place.rows(&format!("select * from {table}"));
            let text = format!("{rows:?}");
            assert!(!text.contains(&hex(app.secret())), "{table}");
        }
        assert_eq!(browser.get("/account/second-step/new").status, 303, "there is one already");
        assert_eq!(browser.submit(&form.fill("code", &app.code(world.now()))).status, 403);
    });
}

#[test]
fn whoever_has_one_signs_in_with_password_and_code_and_each_code_once() {
    World::both(|world| {
        let amira = world.cast.amira;
        let (app, recovery) = sets_up(&mut Browser::of(world, amira), world);
        let mut browser = half_in(world);
        assert_eq!(gives_code(&mut browser, &app.wrong(world.now())).0, 422);
        let code = app.code(world.now());
        assert_eq!(gives_code(&mut browser, &code), (303, "/".to_owned()));
        assert_eq!(browser.get("/settings").status, 200);

        let mut another = Browser::new(&world.client);
        let reply =
            gives_password(&mut another, &world.cast.email(amira), &password_of(world, amira));
        assert_eq!(reply.header("location"), "/sign-in/code");
        assert_eq!(gives_code(&mut another, &code).0, 422, "it was taken");
        assert_eq!(gives_code(&mut another, &recovery[0].to_uppercase()), (303, "/".to_owned()));
        assert_eq!(world.seen(amira, "/me/second-step")["recovery_codes_left"], 9);
        assert_eq!(told(world, "amira@baton.example", "recovery codes was used"), 1);
        let mut third = half_in(world);
        assert_eq!(gives_code(&mut third, &recovery[0]).0, 422, "each works once");
        assert_eq!(gives_code(&mut third, &recovery[1].replace('-', " ")).0, 303);
    });
}

#[test]
fn a_code_is_for_the_browser_of_the_password_for_ten_minutes_and_five_tries() {
    World::both(|world| {
        let (app, _) = sets_up(&mut Browser::of(world, world.cast.amira), world);
        let mut stranger = Browser::new(&world.client);
        stranger.get("/sign-in");
        let reply = stranger.get("/sign-in/code");
        assert_eq!((reply.status, reply.header("location")), (303, "/sign-in"));

        let mut browser = half_in(world);
        for _ in 0..4 {
            assert_eq!(gives_code(&mut browser, &app.wrong(world.now())).0, 422);
        }
        assert_eq!(
            gives_code(&mut browser, &app.wrong(world.now())),
            (303, "/sign-in".to_owned()),
            "the fifth ends it"
        );
        assert!(browser.get("/sign-in").text().contains("Begin again with your password"));
        assert_eq!(browser.get("/sign-in/code").header("location"), "/sign-in");

        let mut late = half_in(world);
        let form = only_form(&late.get("/sign-in/code"), "/sign-in/code");
        world.clock.advance(Span::minutes(10));
        let reply = late.submit(&form.fill("code", &app.code(world.now())));
        assert_eq!((reply.status, reply.header("location")), (303, "/sign-in"));
        assert_eq!(late.get("/settings").status, 303);
    });
}

#[test]
fn it_is_turned_off_and_its_codes_renewed_with_password_and_code() {
    World::both(|world| {
        let amira = world.cast.amira;
        let mut browser = Browser::of(world, amira);
        let (app, old) = sets_up(&mut browser, world);
        let password = password_of(world, amira);
        world.clock.advance(Span::minutes(3));
        let path = "/account/second-step/recovery-codes";
        let form = only_form(&browser.get(path), path);
        let right = form.fill("password", &password).fill("code", &app.code(world.now()));
        assert_eq!(browser.submit(&right.clone().fill("password", "a guess")).status, 422);
        let wrong = right.clone().fill("code", &app.wrong(world.now()));
        assert_eq!(browser.submit(&wrong).status, 422);
        let reply = browser.submit(&right);
        assert_eq!((reply.status, reply.text().matches("<li><code>").count()), (200, 10));
        assert!(!reply.text().contains(&old[0]));

        world.clock.advance(Span::minutes(3));
        let end = |browser: &mut Browser<'_>, code: &str| {
            let page = browser.get("/account/second-step/ending/new");
            let form = only_form(&page, "/account/second-step/ending");
            browser.submit(&form.fill("password", &password).fill("code", code)).status
        };
        assert_eq!(end(&mut browser, &old[0]), 422, "earlier recovery codes open nothing");
        assert_eq!(end(&mut browser, &app.code(world.now())), 303);
        assert_eq!(world.seen(amira, "/me/second-step")["on"], false);
        assert_eq!(told(world, "amira@baton.example", "second step was turned off"), 1);
        Browser::new(&world.client).sign_in(&world.cast.email(amira), &password);
    });
}
