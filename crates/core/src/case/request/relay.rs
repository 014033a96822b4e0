//! The way of a request from one side to the other and back: what is done, and what lies ahead.

use crate::case::kinds::{Mode, Mover};
use crate::case::request::state::{Request, Stage};
use crate::time::Instant;

/// A point of the way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Post {
    Sent,
    Acknowledged,
    ReadBack,
    Confirmed,
    Delivered,
    Checked,
    Told,
    /// A question of the receiver, and its answer.
    Asked,
    Answered,
    /// Another proposal of the receiver, and the reply.
    Proposed,
    Replied,
    Declined,
    Withdrawn,
    Merged,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leg {
    pub post: Post,
    /// When it was reached; `None` for what lies ahead.
    pub at: Option<Instant>,
    /// The side that has it from there on.
    pub then: Mover,
}

/// The usual way of something that is owed.
const WHOLE: [Post; 7] = [
    Post::Sent,
    Post::Acknowledged,
    Post::ReadBack,
    Post::Confirmed,
    Post::Delivered,
    Post::Checked,
    Post::Told,
];
const NOTICE: [Post; 2] = [Post::Sent, Post::Acknowledged];
const TRANSFER: [Post; 5] =
    [Post::Sent, Post::Acknowledged, Post::ReadBack, Post::Confirmed, Post::Told];

/// The legs in the order in which they are run; those that are done come first. `tells`: there is
/// a customer to tell.
pub fn legs(request: &Request, tells: bool) -> Vec<Leg> {
    let mut legs = done(request, tells);
    legs.sort_by_key(|leg| leg.at);
    if let Some(last) = legs.last_mut().filter(|_| !request.ended()) {
        last.then = request.mover();
    }
    legs.extend(ahead(request, tells));
    legs
}

/// The last point that counts as reached: after a correction or a rejection it lies further back
/// than what was done once. `None` for what has left the way.
fn reached(stage: &Stage) -> Option<Option<Post>> {
    Some(match stage {
        Stage::Draft => None,
        Stage::Sent => Some(Post::Sent),
        Stage::Acknowledged => Some(Post::Acknowledged),
        Stage::ReadBack => Some(Post::ReadBack),
        Stage::InProgress | Stage::WaitingCustomer(_) | Stage::WaitingThirdParty(_) => {
            Some(Post::Confirmed)
        }
        Stage::Clarifying { back_to } | Stage::Countered { back_to, .. } => {
            return reached(back_to);
        }
        Stage::Delivered => Some(Post::Delivered),
        Stage::Verified => Some(Post::Checked),
        Stage::Closed { .. } => Some(Post::Told),
        Stage::Declined { .. } | Stage::Withdrawn | Stage::Merged { .. } => return None,
    })
}

fn done(request: &Request, tells: bool) -> Vec<Leg> {
    let mut legs: Vec<Leg> =
        WHOLE.into_iter().filter_map(|post| past(request, post, tells)).collect();
    let since = request.turns.last().map(|turn| turn.since);
    let beside = match &request.stage {
        Stage::Clarifying { .. } => Some((Post::Asked, since)),
        Stage::Countered { .. } => Some((Post::Proposed, since)),
        Stage::Declined { .. } => {
            Some((Post::Declined, request.declines.last().map(|decline| decline.at)))
        }
        Stage::Withdrawn => Some((Post::Withdrawn, request.ended_at)),
        Stage::Merged { .. } => Some((Post::Merged, request.ended_at)),
        _ => None,
    };
    legs.extend(beside.map(|(post, at)| Leg { post, at, then: Mover::From }));
    legs
}

/// A point of the usual way, if it was reached and still counts.
fn past(request: &Request, post: Post, tells: bool) -> Option<Leg> {
    if reached(&request.stage).is_some_and(|last| Some(post) > last) {
        return None;
    }
    let at = match post {
        Post::Sent => request.sent_at,
        Post::Acknowledged => request.acknowledged_at,
        Post::ReadBack => request.read_back_at,
        Post::Confirmed => request.confirmed_at,
        Post::Delivered => request.delivery.as_ref().map(|delivery| delivery.at),
        Post::Checked if request.ask.mode != Mode::Transfer => request.verified_at,
        Post::Told if tells && request.ask.mode.obliges() => request.ended_at,
        _ => None,
    };
    // What has left the way has no further point: its end is another one.
    let left = post == Post::Told && reached(&request.stage).is_none();
    let at = at.filter(|_| !left)?;
    Some(Leg { post, at: Some(at), then: after(request, post) })
}

/// The side that has it after a point.
fn after(request: &Request, post: Post) -> Mover {
    match post {
        Post::Sent | Post::Acknowledged | Post::Confirmed | Post::Answered | Post::Replied => {
            Mover::To
        }
        Post::Checked | Post::Told if request.with_owner => Mover::To,
        _ => Mover::From,
    }
}

fn ahead(request: &Request, tells: bool) -> Vec<Leg> {
    let Some(last) = reached(&request.stage) else { return Vec::new() };
    let way: &[Post] = match request.ask.mode {
        Mode::Inform => &NOTICE,
        Mode::Transfer => &TRANSFER,
        _ => &WHOLE,
    };
    let reply = match &request.stage {
        Stage::Clarifying { .. } => Some(Post::Answered),
        Stage::Countered { .. } => Some(Post::Replied),
        Stage::Delivered if request.read_back_owed => Some(Post::ReadBack),
        _ => None,
    };
    let rest = way.iter().copied().filter(|post| Some(*post) > last);
    let rest = rest.filter(|post| tells || *post != Post::Told);
    let legs = reply.into_iter().chain(rest);
    legs.map(|post| Leg { post, at: None, then: after(request, post) }).collect()
}
