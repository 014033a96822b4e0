//! Every address of the table with every id that there is, so that a new route joins by itself.

use baton_testkit::http::encode;
use baton_web::assets;
use baton_web::route::Route;
use baton_web::shape::Kind;
use serde_json::Value;

use super::planted::Planted;
use crate::agreements::proposed;
use crate::bodies;
use crate::calendars::made;
use crate::scenes::text;
use crate::world::World;

/// Ids of everything, by what they name.
pub struct Things {
    pub cases: Vec<String>,
    pub requests: Vec<String>,
    pub customers: Vec<String>,
    pub departments: Vec<String>,
    pub services: Vec<String>,
    pub people: Vec<String>,
    pub messages: Vec<String>,
    pub promises: Vec<String>,
    pub mails: Vec<String>,
    pub macros: Vec<String>,
    pub agreements: Vec<String>,
    pub calendars: Vec<String>,
}

fn ids(items: &Value) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| text(item, "id")).collect()
}

impl Things {
    pub fn of(world: &World, planted: &Planted) -> Self {
        let (amira, cast) = (world.cast.amira, world.cast);
        let (mut messages, mut promises, mut references) = (Vec::new(), Vec::new(), Vec::new());
        for case in &planted.cases {
            let shown = world.seen(amira, &format!("/cases/{case}"));
            messages.extend(ids(&shown["messages"]));
            promises.extend(ids(&shown["promises"]));
            references.push(text(&shown, "ref"));
        }
        let first = &references[0];
        let mut requests = planted.requests.clone();
        requests.extend((1..=3).map(|n| format!("{first}%2F{n}")));
        let mut cases = planted.cases.clone();
        cases.extend(references);
        crate::service_levels::set(world, 80);
        Self {
            cases,
            requests,
            customers: vec![planted.customer.clone()],
            departments: vec![cast.customer_service.to_string(), cast.logistics.to_string()],
            services: vec![cast.delivery.to_string()],
            people: vec![cast.amira.to_string(), cast.tom.to_string()],
            messages,
            promises,
            agreements: vec![proposed(world, 60)],
            calendars: vec![made(world), "standard".to_owned()],
            mails: ids(&world.seen(amira, "/mail?state=case")["items"]),
            macros: vec![text(&world.done(amira, "/macros", &bodies::greeting()), "id")],
        }
    }

    /// What may stand for a parameter: known by its name, and by the word before it.
    fn of_parameter(&self, before: &str, name: &str) -> Vec<String> {
        match (before, name) {
            ("cases", _) => self.cases.clone(),
            ("requests", _) => self.requests.clone(),
            ("customers", _) => self.customers.clone(),
            ("departments" | "directory", _) => self.departments.clone(),
            ("services", _) => self.services.clone(),
            ("people", _) => self.people.clone(),
            ("messages", _) => self.messages.clone(),
            ("promises", _) => self.promises.clone(),
            ("mail", _) => self.mails.clone(),
            ("macros", _) => self.macros.clone(),
            ("agreements", _) => self.agreements.clone(),
            ("calendars", _) => self.calendars.clone(),
            ("year", _) => vec!["2026".to_owned()],
            ("service-levels", _) => vec!["organisation".to_owned()],
            ("jobs" | "sessions" | "passkeys" | "tokens" | "notifications" | "views", _) => {
                vec!["00000000000000000000000000".to_owned()]
            }
            ("kpis", _) => vec!["ack_time".to_owned(), "attainment".to_owned()],
            ("files", "index") => vec!["0".to_owned(), "1".to_owned()],
            ("gallery", "sample") => vec!["lanes-of-the-relay".to_owned()],
            ("assets", "file") => vec![assets::href("app.css").replace("/assets/", "")],
            _ => panic!("teach this story what {{{name}}} after /{before}/ stands for"),
        }
    }
}

/// The path of a route for every thing that it may be about.
pub fn paths(route: &Route, things: &Things) -> Vec<String> {
    let mut paths = vec![String::new()];
    let mut before = "";
    for part in route.path.split('/').skip(1) {
        let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
        let choices = match name {
            Some(name) => things.of_parameter(before, name.trim_start_matches('*')),
            None => vec![part.to_owned()],
        };
        paths = paths
            .iter()
            .flat_map(|path| choices.iter().map(move |choice| format!("{path}/{choice}")))
            .collect();
        before = part;
    }
    paths
}

/// A query, and the words that are looked for with it.
pub type Query = (String, Option<String>);

/// No query; each choice that the route declares; and every marker where words are looked for.
pub fn queries(route: &Route, planted: &Planted) -> Vec<Query> {
    let mut queries = vec![(String::new(), None)];
    for field in route.query {
        let of = |value: &str| format!("?{}={}", field.name, encode(value));
        match field.kind {
            Kind::Choice(words) => queries.extend(words.iter().map(|word| (of(word), None))),
            Kind::Text { .. } if !["after", "next"].contains(&field.name) => {
                let most = if field.name == "q" { planted.markers.len() } else { 1 };
                let words = planted.markers.iter().take(most);
                queries.extend(words.map(|marker| (of(marker), Some(marker.clone()))));
            }
            Kind::Whole { most, .. } => queries.push((of(&most.to_string()), None)),
            _ => {}
        }
    }
    queries
}
