//! Signing in and out, as people do it.

use baton_core::time::Span;

use super::world::{Browser, PASSWORD, World, hidden};
use crate::table::table;

const RIGHT: [(&str, &str); 2] = [("email", "Priya@Example.org"), ("password", PASSWORD)];

async fn signed_in(world: &World) -> Browser<'_> {
    let mut browser = Browser::new(world);
    let reply = browser.fill("/sign-in", "/sign-in", &RIGHT).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    browser
}

#[tokio::test]
async fn a_person_signs_in_and_lands_where_they_wanted_to_go() {
    let world = World::new(table());
    let mut browser = Browser::new(&world);
    let reply = browser.get("/account/sessions?x=1").await;
    assert_eq!(reply.header("location"), "/sign-in?next=/account/sessions%3Fx%3D1");
    let fields = [RIGHT[0], RIGHT[1], ("next", "/account/sessions")];
    let reply = browser.fill("/sign-in", "/sign-in", &fields).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/account/sessions"));
    assert!(browser.cookies.contains_key("__Host-baton"));
    assert!(!browser.cookies.contains_key("__Host-baton-visit"));
    let page = browser.get("/account/sessions").await;
    assert!(page.text.contains("Priya Raman") && page.text.contains("(this one)"));
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer_after_the_same_work() {
    let world = World::new(table());
    let mut pages = Vec::new();
    for email in ["priya@example.org", "nobody@example.org"] {
        let mut browser = Browser::new(&world);
        let fields = [("email", email), ("password", "a guess")];
        let reply = browser.fill("/sign-in", "/sign-in", &fields).await;
        assert_eq!(reply.status.as_u16(), 422);
        assert!(!browser.cookies.contains_key("__Host-baton"));
        assert!(!reply.text.contains("a guess"), "the password is never shown again");
        let token = hidden(&reply.text).unwrap();
        pages.push(reply.text.replace(email, "EMAIL").replace(&token, "TOKEN"));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(*world.fake.checks.lock().unwrap(), 2);
    assert!(pages[0].contains("<title>Error: Sign in"));
    assert!(pages[0].contains("There is a problem") && pages[0].contains("href=\"#f-email\""));
}

#[tokio::test]
async fn the_eleventh_try_within_three_minutes_must_wait() {
    let world = World::new(table());
    let mut browser = Browser::new(&world);
    let wrong = [("email", "priya@example.org"), ("password", "wrong")];
    for _ in 0..10 {
        assert_eq!(browser.fill("/sign-in", "/sign-in", &wrong).await.status.as_u16(), 422);
    }
    let reply = browser.fill("/sign-in", "/sign-in", &RIGHT).await;
    assert_eq!((reply.status.as_u16(), reply.header("retry-after")), (429, "180"));
    world.pass(Span::minutes(3));
    assert_eq!(browser.fill("/sign-in", "/sign-in", &RIGHT).await.status.as_u16(), 303);
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_whatever_it_carries() {
    let world = World::new(table());
    let mut browser = Browser::new(&world);
    let token = hidden(&browser.get("/sign-in").await.text).unwrap();
    for (token, headers) in [
        ("", vec![]),
        (token.as_str(), vec![("origin", "http://evil.test")]),
        (token.as_str(), vec![("sec-fetch-site", "cross-site")]),
    ] {
        let reply = browser.post("/sign-in", token, &RIGHT, &headers).await;
        assert_eq!(reply.status.as_u16(), 403);
    }
    let mut other = Browser::new(&world);
    let reply = other.post("/sign-in", &token, &RIGHT, &[]).await;
    assert_eq!(reply.status.as_u16(), 403, "the token of another browser");
}

#[tokio::test]
async fn signing_in_again_gives_a_new_secret_and_ends_the_old_one() {
    let world = World::new(table());
    let mut browser = signed_in(&world).await;
    let old = browser.cookies["__Host-baton"].clone();
    let token = hidden(&browser.get("/account/sessions").await.text).unwrap();
    let reply = browser.post("/sign-in", &token, &RIGHT, &[]).await;
    assert_eq!(reply.status.as_u16(), 303);
    assert_ne!(browser.cookies["__Host-baton"], old);
    assert_eq!(world.fake.sessions.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_empties_the_browser() {
    let world = World::new(table());
    let mut browser = signed_in(&world).await;
    let reply = browser.fill("/account/sessions", "/sign-out", &[]).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/sign-in"));
    assert_eq!(reply.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
    assert!(world.fake.sessions.lock().unwrap().is_empty());
    assert_eq!(browser.get("/account/sessions").await.status.as_u16(), 303);
}

#[tokio::test]
async fn a_page_that_is_not_there_still_lets_people_sign_out() {
    let world = World::new(table());
    let mut browser = signed_in(&world).await;
    let page = browser.get("/nowhere").await;
    assert_eq!(page.status.as_u16(), 404);
    assert!(page.text.contains("Priya Raman"));
    let token = hidden(&page.text).unwrap_or_default();
    let reply = browser.post("/sign-out", &token, &[], &[]).await;
    assert_eq!(reply.status.as_u16(), 303);
}

#[tokio::test]
async fn a_session_ends_after_twelve_idle_hours_and_with_the_person() {
    let world = World::new(table());
    let mut browser = signed_in(&world).await;
    world.pass(Span::hours(11));
    assert_eq!(browser.get("/account/sessions").await.status.as_u16(), 200);
    world.pass(Span::hours(11));
    assert_eq!(browser.get("/account/sessions").await.status.as_u16(), 200, "it was used");
    *world.fake.active.lock().unwrap() = false;
    assert_eq!(browser.get("/account/sessions").await.status.as_u16(), 303);
    *world.fake.active.lock().unwrap() = true;
    world.pass(Span::hours(12));
    assert_eq!(browser.get("/account/sessions").await.status.as_u16(), 303);
    assert!(world.fake.sessions.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_person_ends_another_session_of_their_own() {
    let world = World::new(table());
    let mut here = signed_in(&world).await;
    let _there = signed_in(&world).await;
    let page = here.get("/account/sessions").await.text;
    let endings: Vec<&str> =
        page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let own = baton_core::vault::hex(&crate::session::print(&here.cookies["__Host-baton"]));
    let ending = endings
        .iter()
        .find(|action| action.ends_with("/ending") && !action.contains(&own[..16]))
        .unwrap();
    let reply = here.fill("/account/sessions", ending, &[]).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/account/sessions"));
    assert_eq!(world.fake.sessions.lock().unwrap().len(), 1);
    let page = here.get("/account/sessions").await.text;
    assert!(page.contains("The session was ended."));
    assert!(!here.get("/account/sessions").await.text.contains("The session was ended."));
}
