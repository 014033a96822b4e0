//! Nothing that one side alone wants ever binds: every way to act on an agreement is walked.

use baton_core::time::Span;
use baton_testkit::{Place, http};
use baton_web::route::{Method, Route, all};
use baton_web::table::table;
use serde_json::{Value, json};

use crate::agreements::{proposed, sign};
use crate::browser::Browser;
use crate::clock_line::baton;
use crate::world::World;

/// What somebody could try, body by body, as the route declares it.
fn bodies(world: &World, id: &str) -> Vec<Value> {
    let seen = world.seen(world.cast.lena, &format!("/agreements/{id}"));
    let written = seen["versions"].as_array().unwrap().last().unwrap()["written"].clone();
    let notice = world.in_hours(24 * 30);
    vec![
        json!({}),
        json!({ "written": written }),
        json!({ "written": written, "side": "to" }),
        json!({ "from": notice, "reason": "We part." }),
        json!({ "reason": "Not this year." }),
    ]
}

#[test]
fn whatever_one_side_does_by_page_or_api_its_terms_do_not_bind() {
    World::both(|world| {
        let mut browser = Browser::of(world, world.cast.lena);
        for route in acts() {
            let id = proposed(world, 60);
            sign(world, world.cast.lena, &id);
            let path = route.path.replace("{id}", &id);
            for body in bodies(world, &id) {
                match path.strip_prefix("/api/v1") {
                    Some(path) => {
                        world.post(world.cast.lena, path, &body);
                    }
                    None => by_page(&mut browser, &path, &body),
                }
                let shown = world.seen(world.cast.ken, &format!("/agreements/{id}"));
                assert_eq!(shown["binding"], json!(null), "{path} {body}");
                assert!(
                    ["proposed", "withdrawn"].contains(&shown["standing"].as_str().unwrap()),
                    "{path} {body}: {shown}"
                );
            }
            withdraw(world, &id);
        }
    });
}

/// Every way in which somebody acts on an agreement, by page and by API.
fn acts() -> Vec<&'static Route> {
    let of_one =
        |route: &&Route| route.path.contains("/agreements/{id}") && route.method == Method::Post;
    let acts: Vec<_> = all(table()).filter(of_one).collect();
    assert!(acts.len() >= 8, "{}", acts.len());
    acts
}

#[test]
fn of_all_acts_the_other_sides_signature_alone_makes_terms_bind() {
    World::both(|world| {
        let mut binding = Vec::new();
        for route in acts() {
            let mut browser = Browser::of(world, world.cast.ken);
            let id = proposed(world, 60);
            sign(world, world.cast.lena, &id);
            let path = route.path.replace("{id}", &id);
            let bodies = bodies(world, &id);
            let bound = bodies.iter().any(|body| {
                match path.strip_prefix("/api/v1") {
                    Some(path) => {
                        world.post(world.cast.ken, path, body);
                    }
                    None => by_page(&mut browser, &path, body),
                }
                world.seen(world.cast.ken, &format!("/agreements/{id}"))["binding"] != json!(null)
            });
            if bound {
                binding.push(route.path);
                let notice =
                    json!({ "from": world.in_hours(24 * 29), "reason": "Walked through." });
                world.done(world.cast.ken, &format!("/agreements/{id}/ending"), &notice);
                world.clock.advance(Span::times_24h(30));
            }
            withdraw(world, &id);
        }
        binding.sort_unstable();
        assert_eq!(binding, ["/agreements/{id}/signature", "/api/v1/agreements/{id}/signature"]);
    });
}

/// Where the command line says anything about agreements: in what it is told of one, to advise.
const SPEAK_OF_AGREEMENTS: [&str; 1] = ["escalate"];

#[test]
fn the_command_line_has_no_way_to_act_on_an_agreement() {
    let place = Place::sqlite();
    let pages = place.folder().join("pages");
    assert_eq!(baton(&["man", "--dir", pages.to_str().unwrap()]).0, 0);
    let (mut commands, mut speaking) = (0, Vec::new());
    for page in std::fs::read_dir(&pages).unwrap() {
        let page = page.unwrap();
        let name = page.file_name().into_string().unwrap();
        let said = std::fs::read_to_string(page.path()).unwrap().to_lowercase();
        commands += 1;
        if said.contains("agreement") || said.contains("signature") {
            speaking.push(name.trim_start_matches("baton-").trim_end_matches(".1").to_owned());
        }
    }
    assert!(commands > 30, "{commands} commands");
    assert_eq!(speaking, SPEAK_OF_AGREEMENTS);
}

/// A pair has one agreement at a time.
fn withdraw(world: &World, id: &str) {
    let body = json!({ "reason": "Walked through." });
    world.post(world.cast.lena, &format!("/agreements/{id}/withdrawal"), &body);
}

fn by_page(browser: &mut Browser<'_>, path: &str, body: &Value) {
    let mut fields = vec![("form_token".to_owned(), browser.token())];
    let typed = body.as_object().unwrap().iter().map(|(name, value)| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (name.clone(), text)
    });
    fields.extend(typed);
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, http::form(&fields));
}
