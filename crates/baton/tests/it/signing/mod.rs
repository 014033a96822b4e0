//! Signing in and staying in: the code beside the password, forgotten passwords, and showing again
//! that it is you.

mod app;
mod device;
mod fresh;
pub mod lost;
mod passkey;
mod password;
mod required;
mod second_step;

use baton_core::ids::PersonId;
use baton_testkit::http::Reply;

use crate::browser::{Browser, only_form};
use crate::world::World;
use app::App;

/// What a person signs in with in these stories, as [`Browser::of`] sets it.
fn password_of(world: &World, person: PersonId) -> String {
    format!("the password of {}", world.cast.name(person))
}

/// Sends address and password; where it leads.
fn gives_password(browser: &mut Browser<'_>, email: &str, password: &str) -> Reply {
    let page = browser.get("/sign-in");
    let form = only_form(&page, "/sign-in").fill("email", email).fill("password", password);
    browser.submit(&form)
}

/// Sets up a second step by page: the app with its secret, and the recovery codes.
fn sets_up(browser: &mut Browser<'_>, world: &World) -> (App, Vec<String>) {
    let page = browser.get("/account/second-step/new");
    let app = App::reading(&page.text());
    let form = only_form(&page, "/account/second-step").fill("code", &app.code(world.now()));
    let reply = browser.submit(&form);
    assert_eq!(reply.status, 200, "{}", reply.text());
    let text = reply.text();
    let codes = text.split("<code>").skip(1).filter_map(|rest| rest.split('<').next());
    (app, codes.map(str::to_owned).collect())
}

/// Every letter that has left, as text.
fn letters(world: &World) -> Vec<String> {
    world.wait(world.desk.run_due_jobs()).unwrap();
    let Ok(outbox) = std::fs::read_dir(world.place.folder().join("outbox")) else {
        return Vec::new();
    };
    outbox.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

/// Letters to an address that say something.
fn told(world: &World, address: &str, words: &str) -> usize {
    let to = |letter: &&String| letter.contains(&format!("<{address}>")) && letter.contains(words);
    letters(world).iter().filter(to).count()
}
