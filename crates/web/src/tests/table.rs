//! The table of routes keeps its own rules.

use std::collections::BTreeSet;

use crate::route::{Method, all};
use crate::table::table;

#[test]
fn names_and_method_with_path_are_unique() {
    let (mut names, mut places) = (BTreeSet::new(), BTreeSet::new());
    for route in all(table()) {
        assert!(names.insert(route.name), "{} stands twice", route.name);
        assert!(places.insert((route.method, route.path)), "{} stands twice", route.path);
    }
}

#[test]
fn every_route_says_what_it_does_and_what_it_answers() {
    for route in all(table()) {
        assert!(!route.summary.is_empty() && !route.summary.ends_with('.'), "{}", route.name);
        assert!(!route.answers.is_empty(), "{} declares no answer", route.name);
    }
}

#[test]
fn names_end_with_what_the_handler_is() {
    for route in all(table()) {
        let verb = route.name.rsplit('.').next().unwrap_or_default();
        let fits = match route.method {
            Method::Get => matches!(verb, "show" | "list" | "new"),
            Method::Post => matches!(verb, "create" | "destroy"),
        };
        assert!(fits, "{}: {verb}", route.name);
    }
}

#[test]
fn shapes_of_one_name_are_one_shape() {
    let mut shapes = Vec::new();
    for route in all(table()) {
        route.body.collect(&mut shapes);
    }
    for route in all(table()) {
        let known = shapes.iter().find(|shape| shape.name == route.body.name);
        let same = known.is_some_and(|shape| shape.schema() == route.body.schema());
        assert!(same, "{} names another shape too", route.body.name);
    }
}
