//! Passwords: changed by who knows the old one, made anew by who reads their letters.

use baton_core::time::Span;

use super::{gives_password, letters, password_of, sets_up, told};
use crate::browser::{Browser, only_form, plain};
use crate::world::World;

const NEW: &str = "a kettle on the quay";

#[test]
fn a_password_is_changed_with_the_old_one_and_other_sessions_end() {
    World::both(|world| {
        let amira = world.cast.amira;
        let mut here = Browser::of(world, amira);
        let mut there = Browser::new(&world.client);
        let (email, old) = (world.cast.email(amira), password_of(world, amira));
        there.sign_in(&email, &old);
        let before = here.cookie_line();
        let form = only_form(&here.get("/account/password"), "/account/password");
        for (old, new, wrong) in [
            ("a guess", NEW, "This is not the password"),
            (&old, "seven77", "at least 8 characters"),
            (&old, "Amira-2026!", "more than a name"),
            (&old, "baton.example", "more than a name"),
            (&old, "20261123", "more than a name"),
        ] {
            let reply = here.submit(&form.clone().fill("old", old).fill("password", new));
            assert_eq!(reply.status, 422, "{new}");
            assert!(plain(&reply.text()).contains(wrong), "{new}: {}", plain(&reply.text()));
            assert!(!reply.text().contains(new) && !reply.text().contains(old));
        }
        let page = here.submit_and_follow(&form.fill("old", &old).fill("password", NEW));
        assert!(page.text().contains("Your password is changed."));
        assert_ne!(here.cookie_line(), before);
        assert_eq!(there.get("/cases").status, 303);
        assert_eq!(told(world, "amira@baton.example", "password was changed"), 1);
        world.clock.advance(Span::minutes(3));
        assert_eq!(gives_password(&mut there, &email, &old).status, 422);
        assert_eq!(gives_password(&mut there, &email, NEW).status, 303);
    });
}

/// Asks for a new password; what is answered.
fn forgets(browser: &mut Browser<'_>, email: &str) -> (u16, String, String) {
    let page = browser.get("/password/forgotten");
    let reply = browser.submit(&only_form(&page, "/password/forgotten").fill("email", email));
    let shown = browser.get("/password/new");
    (reply.status, reply.header("location").to_owned(), plain(&shown.text()))
}

/// The digits of the newest letter to an address.
fn digits(world: &World, address: &str) -> Vec<String> {
    let to = format!("<{address}>");
    let letters = letters(world);
    let mine = letters.iter().filter(|letter| letter.contains(&to));
    let line = |letter: &String| {
        letter
            .lines()
            .map(str::trim)
            .find(|line| line.len() == 8 && line.bytes().all(|b| b.is_ascii_digit()))
            .map(str::to_owned)
    };
    mine.filter_map(line).collect()
}

fn chooses(browser: &mut Browser<'_>, code: &str, password: &str) -> (u16, String) {
    let form = only_form(&browser.get("/password/new"), "/password/new");
    let reply = browser.submit(&form.fill("code", code).fill("password", password));
    (reply.status, reply.header("location").to_owned())
}

#[test]
fn whoever_has_forgotten_it_chooses_a_new_one_with_the_digits_of_a_letter() {
    World::both(|world| {
        let amira = world.cast.amira;
        let mut signed_in = Browser::of(world, amira);
        sets_up(&mut signed_in, world);
        let email = world.cast.email(amira);
        let (mut here, mut nobodys) = (Browser::new(&world.client), Browser::new(&world.client));
        let known = forgets(&mut here, &email.to_uppercase());
        assert_eq!(known, forgets(&mut nobodys, "nobody@baton.example"), "the same for everybody");
        assert_eq!(known.0, 303);
        let sent = digits(world, &email);
        assert_eq!((sent.len(), digits(world, "nobody@baton.example").len()), (1, 0));
        let code = &sent[0];
        for table in ["beginnings", "jobs"] {
            let rows = format!("{:?}", world.place.rows(&format!("select * from {table}")));
            assert!(!rows.contains(code.as_str()), "{table}");
        }
        // Another browser, wrong digits, and a password that cannot be chosen.
        assert!(
            plain(&Browser::new(&world.client).get("/password/new").text())
                .contains("No code was asked for in this browser.")
        );
        assert_eq!(chooses(&mut nobodys, code, NEW).0, 422);
        assert_eq!(chooses(&mut here, "00000000", NEW).0, 422);
        assert_eq!(chooses(&mut here, code, "short").0, 422);
        assert_eq!(chooses(&mut here, code, "Amira-2026").0, 422);
        let form = only_form(&here.get("/password/new"), "/password/new");
        assert_eq!(chooses(&mut here, code, NEW), (303, "/sign-in".to_owned()));
        assert_eq!(signed_in.get("/cases").status, 303, "every session has ended");
        let once_more =
            here.submit(&form.fill("code", code).fill("password", "another one of mine"));
        assert_eq!(once_more.header("location"), "/password/new", "the digits work once");
        assert_eq!(told(world, "amira@baton.example", "password was changed"), 1);
        let reply = gives_password(&mut here, &email, NEW);
        assert_eq!(reply.header("location"), "/sign-in/code", "the second step is still there");
    });
}

#[test]
fn digits_expire_are_tried_five_times_and_asked_for_three_times_an_hour() {
    World::both(|world| {
        let (amira, tom) = (world.cast.email(world.cast.amira), world.cast.email(world.cast.tom));
        let mut browser = Browser::new(&world.client);
        forgets(&mut browser, &amira);
        for _ in 0..4 {
            assert_eq!(chooses(&mut browser, "00000000", NEW).0, 422);
        }
        assert_eq!(chooses(&mut browser, "00000000", NEW), (303, "/password/new".to_owned()));
        let page = browser.get("/password/new");
        assert!(plain(&page.text()).contains("has expired, was used, or was wrong too often"));

        world.clock.advance(Span::minutes(3));
        forgets(&mut browser, &tom);
        let form = only_form(&browser.get("/password/new"), "/password/new");
        let code = digits(world, &tom).remove(0);
        world.clock.advance(Span::minutes(10));
        let reply = browser.submit(&form.fill("code", &code).fill("password", NEW));
        assert_eq!(reply.header("location"), "/password/new");
        forgets(&mut browser, &tom);
        forgets(&mut browser, &tom);
        assert_eq!(forgets(&mut browser, &tom).0, 429);
        let page = browser.get("/password/forgotten");
        let form = only_form(&page, "/password/forgotten").fill("email", "no address");
        assert_eq!(browser.submit(&form).status, 422);
    });
}
