//! Whatever is sent: it is told what is wrong with it, nothing breaks and nothing hangs.

mod addresses;
mod bodies;
mod forms;

use baton_core::ids::PersonId;
use baton_testkit::http::{Call, Reply};
use baton_web::route::{Access, Route};

use crate::world::World;

/// Somebody who may come in, so that what they send is looked at.
fn entitled(world: &World, route: &Route) -> PersonId {
    match route.access {
        Access::Compliance => world.cast.cora,
        Access::Administrator => world.cast.ada,
        _ => world.cast.amira,
    }
}

/// Not our fault, and told in the way of the address.
#[track_caller]
fn is_taken_calmly(call: &Call, reply: &Reply) {
    let body: String = call.body.iter().flatten().take(200).map(|b| char::from(*b)).collect();
    let said =
        || format!("{} {} {body}: {} {}", call.method, call.path, reply.status, reply.text());
    assert!((200..500).contains(&reply.status), "{}", said());
    if reply.status < 400 {
        return;
    }
    let media = reply.header("content-type");
    if call.path.starts_with("/api/") {
        assert_eq!(media, "application/problem+json", "{}", said());
        assert_eq!(reply.json()["status"], reply.status, "{}", said());
    } else {
        assert_eq!(media, "text/html; charset=utf-8", "{}", said());
    }
}
