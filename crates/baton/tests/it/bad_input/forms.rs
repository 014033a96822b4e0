//! Forms that are wrong: the page says what, and keeps what was typed.

use std::collections::BTreeSet;

use baton_testkit::http::Call;
use baton_web::route::{Method, all};
use baton_web::table::table;

use super::{entitled, is_taken_calmly};
use crate::browser::{Browser, Form, forms, plain};
use crate::canary::{Things, paths, plant};
use crate::world::World;

/// Every form that somebody finds on the pages, each address once.
fn all_forms(browser: &mut Browser<'_>, things: &Things) -> Vec<Form> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for route in all(table()).filter(|route| route.method == Method::Get && !route.is_api()) {
        let to = format!("?to={}", things.departments[1]);
        let asks = route.query.iter().any(|field| field.name == "to");
        for path in paths(route, things) {
            let page = browser.get(&format!("{path}{}", if asks { &to } else { "" }));
            if page.status != 200 || !page.header("content-type").starts_with("text/html") {
                continue;
            }
            let fresh = forms(&page.text()).into_iter();
            found.extend(fresh.filter(|form| seen.insert(form.action.clone())));
        }
    }
    // These would end the story.
    found.retain(|form| !form.action.starts_with("/sign-out") && !form.action.ends_with("/ending"));
    found
}

/// The form with a word of its own in every field into which something can be typed.
fn typed_over(form: &Form) -> (Form, Vec<String>) {
    let (mut form, mut words) = (form.clone(), Vec::new());
    for (n, name) in form.typed.clone().into_iter().enumerate() {
        let word = format!("typed{n}by hand & <kept>");
        form = form.fill(&name, &word);
        words.push(word);
    }
    (form, words)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Whether the page that shows the form again has everything that was typed.
fn keeps(browser: &mut Browser<'_>, form: &Form) -> bool {
    let (form, words) = typed_over(form);
    let reply = browser.submit(&form);
    if matches!(reply.status, 200 | 303 | 404) {
        return false;
    }
    let page = reply.text();
    let said = || format!("{}: {} {}", form.action, reply.status, plain(&page));
    assert!(matches!(reply.status, 403 | 409 | 422), "{}", said());
    if reply.status != 422 || words.is_empty() {
        return false;
    }
    for word in &words {
        assert!(page.contains(&escaped(word)), "{word:?} was lost: {}", said());
    }
    assert!(page.contains("id=\"error") || page.contains("error"), "no error is named: {}", said());
    true
}

#[test]
fn what_was_typed_is_kept_when_a_form_is_wrong() {
    let world = World::on_sqlite();
    let planted = plant(&world);
    let things = Things::of(&world, &planted);
    let mut kept = BTreeSet::new();
    for person in [world.cast.amira, world.cast.tom, world.cast.ada] {
        let mut browser = Browser::of(&world, person);
        for form in all_forms(&mut browser, &things) {
            if keeps(&mut browser, &form) {
                kept.insert(form.action.rsplit('/').next().unwrap().to_owned());
            }
        }
    }
    assert!(kept.len() >= 8, "only these forms were wrong: {kept:?}");
}

#[test]
fn no_form_breaks_a_page() {
    let world = World::on_sqlite();
    let planted = plant(&world);
    let things = Things::of(&world, &planted);
    let mut browsers = [world.cast.amira, world.cast.cora, world.cast.ada]
        .map(|person| (person, Browser::of(&world, person)));
    let junk: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"%".to_vec(),
        b"=&=&=".to_vec(),
        b"a=%ff%fe&b=%00".to_vec(),
        b"need=a&need=b&shared_fields[0].field=x&shared_fields[99999999].field=y".to_vec(),
        b"shared_fields[0].field.field=x&customer_told=1&customer_told.what=%00".to_vec(),
        format!("need={}", "x".repeat(900_000)).into_bytes(),
        (0..20_000).map(|n| format!("f{n}=1&")).collect::<String>().into_bytes(),
        vec![0xff; 1_000],
    ];
    let posts = all(table()).filter(|route| route.method == Method::Post && !route.is_api());
    for route in posts.filter(|route| route.name != "sign_out.create") {
        let path = paths(route, &things).remove(0);
        let who = entitled(&world, route);
        let (_, browser) = browsers.iter_mut().find(|(person, _)| *person == who).unwrap();
        let token = browser.token();
        for body in &junk {
            let mut body = body.clone();
            body.extend(format!("&form_token={token}").bytes());
            let call = Call::post(&path, route.content_type(), body);
            let reply = browser.send(call.clone());
            is_taken_calmly(&call, &reply);
        }
        for forged in ["", "form_token=", "form_token=00", "need=a"] {
            let reply = browser.post(&path, forged.as_bytes());
            assert_eq!(reply.status, 403, "{path} {forged}: {}", plain(&reply.text()));
        }
        let json = browser.send(Call::post(&path, "application/json", "{}"));
        assert_eq!(json.status, 415, "{path}");
    }
}
