//! Passkeys: made, used in place of password and code, renamed, removed; and everything that is none.

use baton_core::access::Who;
use baton_core::directory::Command;
use baton_core::time::Span;
use baton_testkit::http::{Reply, form};
use serde_json::Value;

use super::device::Device;
use super::{gives_password, password_of, sets_up, told};
use crate::browser::{Browser, only_form, plain};
use crate::program::Program;
use crate::world::{ORIGIN, World};

/// What a page is told to ask the device.
fn asked(browser: &mut Browser<'_>, page: &str, challenge: &str) -> Value {
    let page = browser.get(page);
    let text = page.text();
    let (_, after) = text.split_once("name=\"form_token\" value=\"").expect("a form");
    let token = after.split('"').next().unwrap();
    let reply = browser.post(challenge, form(&[("form_token", token)]));
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()
}

pub fn makes(browser: &mut Browser<'_>, name: &str) -> Device {
    let options = asked(browser, "/account/passkeys/new", "/account/passkeys/challenge");
    let (device, answer) = Device::making(&options, ORIGIN);
    let page = browser.get("/account/passkeys/new");
    let form = only_form(&page, "/account/passkeys").fill("name", name).fill("credential", &answer);
    let page = browser.submit_and_follow(&form);
    assert!(plain(&page.text()).contains("Your passkey is made."));
    device
}

pub fn signs_in(browser: &mut Browser<'_>, answer: &str) -> Reply {
    let page = browser.get("/sign-in");
    browser.submit(&only_form(&page, "/sign-in/passkey").fill("credential", answer))
}

pub fn asked_to_sign_in(browser: &mut Browser<'_>) -> Value {
    asked(browser, "/sign-in", "/sign-in/passkey/challenge")
}

/// As far as the page that says why not.
pub fn is_refused(browser: &mut Browser<'_>, answer: &str, why: &str) {
    let reply = signs_in(browser, answer);
    let text = plain(&reply.text());
    assert_eq!(reply.status, 422, "{text}");
    assert!(text.contains(why), "{text}");
    assert_eq!(browser.get("/cases").status, 303, "nobody is signed in");
}

pub const NOTHING_HERE: &str = "This passkey opens nothing here.";
const TOO_LATE: &str = "This took too long, was used before, or was begun in another browser.";

#[test]
fn a_passkey_signs_in_without_password_or_code_and_its_person_is_told_of_it() {
    World::both(|world| {
        let amira = world.cast.amira;
        let mut browser = Browser::of(world, amira);
        sets_up(&mut browser, world);
        let before = browser.cookie_line();
        let mut device = makes(&mut browser, " My telephone ");
        assert_ne!(browser.cookie_line(), before, "a session of its own from here on");
        assert_eq!(told(world, "amira@baton.example", "A passkey was added"), 1);
        let known = &world.seen(amira, "/me/passkeys")["items"][0];
        assert_eq!(
            (known["name"].as_str(), known["used_at"].is_null()),
            (Some("My telephone"), true)
        );
        assert_eq!(
            world.seen(world.cast.tom, "/me/passkeys")["items"].as_array().unwrap().len(),
            0
        );

        let mut elsewhere = Browser::new(&world.client);
        let options = asked_to_sign_in(&mut elsewhere);
        assert_eq!(options["publicKey"]["allowCredentials"].as_array().map(Vec::len), Some(0));
        assert_eq!(options["publicKey"]["userVerification"], "required");
        let reply = signs_in(&mut elsewhere, &device.proving(&options));
        assert_eq!(
            (reply.status, reply.header("location")),
            (303, "/"),
            "{}",
            plain(&reply.text())
        );
        assert!(elsewhere.get("/").text().contains(world.cast.name(amira)));
        assert!(!world.seen(amira, "/me/passkeys")["items"][0]["used_at"].is_null());
        // Nothing in the database is enough to make the answer.
        let rows = format!("{:?}", world.place.rows("select * from challenges"));
        assert_eq!(rows, "[]", "each was used up");
    });
}

#[test]
fn an_answer_counts_once_in_its_browser_in_time_and_for_our_own_page() {
    World::both(|world| {
        let mut amiras = Browser::of(world, world.cast.amira);
        let mut device = makes(&mut amiras, "");
        let mut browser = Browser::new(&world.client);
        let options = asked_to_sign_in(&mut browser);
        let answer = device.proving(&options);
        // From another browser, which was asked something of its own, and after it was used.
        let mut thief = Browser::new(&world.client);
        asked_to_sign_in(&mut thief);
        is_refused(&mut thief, &answer, NOTHING_HERE);
        is_refused(&mut thief, &answer, TOO_LATE);
        let waits = browser.cookie_line();
        assert_eq!(signs_in(&mut browser, &answer).status, 303);
        let mut again = Browser::new(&world.client);
        let page = again.get("/sign-in");
        let form = only_form(&page, "/sign-in/passkey").fill("credential", &answer);
        let visit = again.cookie_line();
        let begun = waits.split("; ").find(|pair| pair.contains("begun")).unwrap();
        let call = baton_testkit::http::Call::post(
            "/sign-in/passkey",
            "application/x-www-form-urlencoded",
            form.encoded().into_bytes(),
        );
        let call = call.header("Cookie", &format!("{visit}; {begun}"));
        let reply = world.client.send(&call);
        assert_eq!(reply.status, 422);
        assert!(plain(&reply.text()).contains(TOO_LATE), "it works once");

        world.clock.advance(Span::minutes(4));
        let options = asked_to_sign_in(&mut again);
        let late = device.proving(&options);
        world.clock.advance(Span::minutes(5));
        is_refused(&mut again, &late, TOO_LATE);
        // Made for a page that only looks like ours.
        let options = asked_to_sign_in(&mut again);
        "https://desk.example.org.evil.example".clone_into(&mut device.origin);
        is_refused(&mut again, &device.proving(&options), NOTHING_HERE);
        "http://desk.example.org".clone_into(&mut device.origin);
        let options = asked_to_sign_in(&mut again);
        is_refused(&mut again, &device.proving(&options), NOTHING_HERE);
    });
}

#[test]
fn a_passkey_is_its_persons_only_and_nothing_without_a_finger_a_face_or_a_pin() {
    World::both(|world| {
        let (amira, tom) = (world.cast.amira, world.cast.tom);
        let mut amiras = Browser::of(world, amira);
        let mut device = makes(&mut amiras, "");
        let mut toms = makes(&mut Browser::of(world, tom), "");
        let mut browser = Browser::new(&world.client);
        // A key that was never added, and one that says that it is another person's.
        let options = asked(&mut amiras, "/account/passkeys/new", "/account/passkeys/challenge");
        let (mut foreign, _) = Device::making(&options, ORIGIN);
        let options = asked_to_sign_in(&mut browser);
        is_refused(&mut browser, &foreign.proving(&options), NOTHING_HERE);
        toms.belongs_to(&device);
        let options = asked_to_sign_in(&mut browser);
        is_refused(&mut browser, &toms.proving(&options), NOTHING_HERE);
        device.verified = false;
        let options = asked_to_sign_in(&mut browser);
        is_refused(&mut browser, &device.proving(&options), NOTHING_HERE);
        device.verified = true;
        asked_to_sign_in(&mut browser);
        is_refused(&mut browser, "", NOTHING_HERE);
        // What was asked of one thing is no answer to another.
        asked(&mut amiras, "/account/passkeys/new", "/account/passkeys/challenge");
        let page = amiras.get("/account/passkeys/new");
        let form = only_form(&page, "/account/passkeys");
        let proof = device.proving(&options);
        assert_eq!(amiras.submit(&form.fill("credential", &proof)).status, 422);
        // Whoever has left is let in by nothing.
        world.clock.advance(Span::minutes(4));
        let options = asked_to_sign_in(&mut browser);
        let answer = device.proving(&options);
        let mut record = world.desk.directory().person_record(amira).unwrap();
        record.active = false;
        let gone = Command::SetPerson { id: Some(amira), record };
        world.wait(world.desk.act_on_directory(&Who::system(), gone)).unwrap();
        is_refused(&mut browser, &answer, NOTHING_HERE);
    });
}

#[test]
fn challenges_and_answers_are_limited_like_passwords() {
    let world = World::on_sqlite();
    let mut browser = Browser::new(&world.client);
    for _ in 0..10 {
        asked_to_sign_in(&mut browser);
    }
    let token = only_form(&browser.get("/sign-in"), "/sign-in").value("form_token").to_owned();
    let reply = browser.post("/sign-in/passkey/challenge", form(&[("form_token", &token)]));
    assert_eq!(reply.status, 429);
    assert!(!reply.header("retry-after").is_empty());
    for _ in 0..10 {
        assert_eq!(signs_in(&mut browser, "{}").status, 422);
    }
    assert_eq!(signs_in(&mut browser, "{}").status, 429);
}

#[test]
fn it_is_renamed_and_removed_by_its_person_and_by_nobody_else() {
    World::both(|world| {
        let (amira, tom) = (world.cast.amira, world.cast.tom);
        let mut browser = Browser::of(world, amira);
        let mut device = makes(&mut browser, "");
        let id = world.seen(amira, "/me/passkeys")["items"][0]["id"].as_str().unwrap().to_owned();
        let path = format!("/account/passkeys/{id}");
        let mut toms = Browser::of(world, tom);
        let token = toms.token();
        let sent = || form(&[("form_token", token.as_str()), ("name", "Mine")]);
        for act in ["revision", "ending"] {
            assert_eq!(toms.get(&format!("{path}/{act}/new")).status, 404);
            assert_eq!(toms.post(&format!("{path}/{act}"), sent()).status, 404);
        }
        let page = browser.get(&format!("{path}/revision/new"));
        assert!(plain(&page.text()).contains("Rename: Without a name"));
        let named = only_form(&page, &format!("{path}/revision")).fill("name", "Key on my ring");
        assert!(plain(&browser.submit_and_follow(&named).text()).contains("Key on my ring"));
        // Half an hour later it is asked whether it is still her: her passkey says so.
        world.clock.advance(Span::minutes(31));
        let removal = format!("{path}/ending/new");
        let confirm = format!("/confirm?next={removal}");
        assert_eq!(browser.get(&removal).header("location"), confirm);
        let mut other = makes(&mut Browser::of(world, tom), "");
        let page = browser.get(&confirm);
        let proof = only_form(&page, "/confirm/passkey");
        let options = asked_to_confirm(&mut browser, &confirm);
        let reply = browser.submit(&proof.clone().fill("credential", &other.proving(&options)));
        assert_eq!(reply.status, 422);
        assert!(plain(&reply.text()).contains("This passkey is not yours."));
        let options = asked_to_confirm(&mut browser, &confirm);
        let page = browser.submit_and_follow(&proof.fill("credential", &device.proving(&options)));
        let page = browser.submit_and_follow(&only_form(&page, &format!("{path}/ending")));
        assert!(plain(&page.text()).contains("You have no passkeys yet."));
        assert_eq!(told(world, "amira@baton.example", "One of your passkeys was removed"), 1);
        let mut elsewhere = Browser::new(&world.client);
        let options = asked_to_sign_in(&mut elsewhere);
        is_refused(&mut elsewhere, &device.proving(&options), NOTHING_HERE);
    });
}

fn asked_to_confirm(browser: &mut Browser<'_>, confirm: &str) -> Value {
    asked(browser, confirm, "/sign-in/passkey/challenge")
}

#[test]
fn a_passkey_meets_what_the_organisation_asks_for_and_a_password_alone_then_does_not() {
    World::both(|world| {
        let (tom, ada) = (world.cast.tom, world.cast.ada);
        let mut toms = Browser::of(world, tom);
        let house = serde_json::json!({ "name": "Harbour Home", "second_step": "everybody" });
        world.done(ada, "/organisation", &house);
        assert_eq!(toms.get("/cases").header("location"), "/account/second-step/new");
        assert!(toms.get("/account/second-step/new").text().contains("/account/passkeys/new"));
        let mut device = makes(&mut toms, "Only one");
        assert_eq!(toms.get("/cases").status, 200);
        // It cannot be removed while it is all that there is.
        let id = world.seen(tom, "/me/passkeys")["items"][0]["id"].as_str().unwrap().to_owned();
        let ending = format!("/account/passkeys/{id}/ending");
        let page = plain(&toms.get(&format!("{ending}/new")).text());
        assert!(page.contains("this passkey is all that you have") && !page.contains("Remove it"));
        let token = toms.token();
        assert_eq!(toms.post(&ending, form(&[("form_token", &token)])).status, 403);

        let mut elsewhere = Browser::new(&world.client);
        let (email, password) = (world.cast.email(tom), password_of(world, tom));
        let reply = gives_password(&mut elsewhere, &email, &password);
        assert_eq!(reply.status, 422);
        assert!(plain(&reply.text()).contains("asks for more than that"));
        let wrong = gives_password(&mut elsewhere, &email, "a guess");
        assert!(!plain(&wrong.text()).contains("asks for more"), "told to nobody else");
        let options = asked_to_sign_in(&mut elsewhere);
        assert_eq!(signs_in(&mut elsewhere, &device.proving(&options)).status, 303);
        assert_eq!(elsewhere.get("/cases").status, 200);

        // With a code as well, either may go.
        sets_up(&mut toms, world);
        let page = toms.get(&format!("{ending}/new"));
        toms.submit_and_follow(&only_form(&page, &ending));
        assert_eq!(toms.get("/cases").status, 200);
    });
}

#[test]
fn an_administrator_takes_lost_passkeys_away_and_their_person_is_told() {
    World::both(|world| {
        let (tom, ada) = (world.cast.tom, world.cast.ada);
        let mut toms = Browser::of(world, tom);
        let mut device = makes(&mut toms, "In the sea");
        let listed = world.seen(ada, "/second-steps");
        let line = &listed["items"][0];
        assert_eq!((&line["passkeys"], line["since"].is_null()), (&1.into(), true));
        let reset = format!("/admin/people/{tom}/second-step/ending");
        let mut adas = Browser::of(world, ada);
        let page = adas.get("/admin/second-steps");
        adas.submit_and_follow(&only_form(&page, &reset));
        assert_eq!(toms.get("/cases").status, 303, "his sessions have ended");
        assert_eq!(told(world, "tom@baton.example", "removed your passkeys"), 1);
        let mut elsewhere = Browser::new(&world.client);
        let options = asked_to_sign_in(&mut elsewhere);
        is_refused(&mut elsewhere, &device.proving(&options), NOTHING_HERE);

        // The same where no administrator can sign in.
        let mut again = Browser::of(world, tom);
        makes(&mut again, "");
        let program = Program::at(&world.place);
        let line = ["admin", "person", "reset-second-step", "--email", "tom@baton.example"];
        program.done(&line);
        assert_eq!(again.get("/cases").status, 303);
        assert_eq!(program.run(&line).code, 3, "there is none any more");
        assert_eq!(world.seen(tom, "/me/passkeys")["items"].as_array().unwrap().len(), 0);
    });
}
