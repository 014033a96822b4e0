//! The requests of a case as lanes of the relay.

use baton_core::access::Who;
use baton_core::case::clocks::next_due;
use baton_core::case::kinds::{Mover, StageName};
use baton_core::case::request::Request;
use baton_core::case::request::hands::held;
use baton_core::case::request::relay::{Leg, Post, legs};
use baton_core::case::request::sight::sight;
use baton_core::case::request::state::Stage;
use baton_core::case::state::{Case, Message, PromiseState};
use baton_core::ids::DepartmentId;
use baton_core::say;
use baton_core::time::Span;

use super::ball::untold;
use crate::ctx::Ctx;
use crate::reach::File;
use crate::ui::difference::moment;
use crate::ui::lane::{Ball, CustomerLine, Hands, Lane, Point, Told, Turn, Understanding, Way};
use crate::ui::when;
use crate::ui::words::{next, next_of, stage};

/// The requests that this reader may see, those that have not ended first.
pub fn lanes(ctx: &Ctx, file: &File) -> Vec<Lane> {
    let seen = |request: &&Request| sight(&file.case, request, &ctx.who).any();
    let mut seen: Vec<&Request> = file.case.requests.iter().filter(seen).collect();
    seen.sort_by_key(|request| request.ended());
    seen.into_iter().map(|request| lane(ctx, file, request)).collect()
}

/// One request, for whoever has been found to may see it.
pub fn lane(ctx: &Ctx, file: &File, request: &Request) -> Lane {
    let held = held(request, &file.calendars, ctx.now);
    let hands = |id: DepartmentId, held: Span| Hands {
        name: file.directory.department_name(id).to_owned(),
        ours: ctx.who.belongs_to(id),
        minutes: held.as_seconds() / 60,
    };
    let delivery = request.delivery.as_ref().filter(|_| request.outcome_order.is_some());
    Lane {
        href: format!("/requests/{}", request.id),
        reference: format!("{}/{}", file.case.reference(), request.ordinal),
        from: hands(request.from, held.from),
        to: hands(request.ask.to, held.to),
        earlier: held.earlier.as_seconds() / 60,
        sent: request.sent_at.is_some(),
        need: file.texts.show(request.ask.need).to_owned(),
        status: stage(request.stage.name()),
        turn: turn(request),
        due: next_due(request, &file.calendars),
        way: way(&file.case, request),
        understanding: understanding(ctx, file, request),
        answer: delivery.map(|one| file.texts.show(one.customer_may_be_told).to_owned()),
    }
}

fn turn(request: &Request) -> Turn {
    let stage = &request.stage;
    match request.mover() {
        Mover::Nobody => Turn::Over(match stage {
            Stage::Closed { told_by: Some(_) } => say!("case-lanes-the-customer-was-told-and-the"),
            Stage::Declined { .. } => say!("case-lanes-it-was-declined-and-that-is"),
            Stage::Withdrawn => say!("case-lanes-it-was-withdrawn"),
            Stage::Merged { .. } => say!("case-lanes-it-goes-on-in-another-request"),
            _ => say!("case-lanes-the-loop-is-closed"),
        }),
        Mover::To if request.read_back_owed => {
            Turn::Must { side: Mover::To, what: say!("case-lanes-read-it-back") }
        }
        side if request.ask.mode.obliges() => Turn::Must { side, what: next(stage.name()) },
        side => Turn::Can { side, what: next_of(request.ask.mode, stage.name()) },
    }
}

fn way(case: &Case, request: &Request) -> Way {
    let point = |leg: Leg| Point { word: word(leg.post), done: leg.at.is_some(), then: leg.then };
    Way(legs(request, !case.is_internal()).into_iter().map(point).collect())
}

fn word(post: Post) -> &'static str {
    match post {
        Post::Sent => say!("case-lanes-sent"),
        Post::Acknowledged => say!("case-lanes-acknowledged"),
        Post::ReadBack => say!("case-lanes-read-back"),
        Post::Confirmed => say!("case-lanes-confirmed"),
        Post::Delivered => say!("case-lanes-delivered"),
        Post::Checked => say!("case-lanes-checked"),
        Post::Told => say!("case-lanes-told"),
        Post::Asked => say!("case-lanes-question"),
        Post::Answered => say!("case-lanes-answer"),
        Post::Proposed => say!("case-lanes-proposal"),
        Post::Replied => say!("case-lanes-reply"),
        Post::Declined => say!("case-lanes-declined"),
        Post::Withdrawn => say!("case-lanes-withdrawn"),
        Post::Merged => say!("case-lanes-merged"),
    }
}

/// What was asked beside what was read back; closed once it was confirmed.
fn understanding(ctx: &Ctx, file: &File, request: &Request) -> Option<Understanding> {
    let back = request.read_back.as_ref()?;
    let (ask, text) = (&request.ask, |word| file.texts.show(word).to_owned());
    let asked = [Some(ask.need), ask.outcome_wanted, ask.contingency];
    let said = [Some(back.will_do), Some(back.outcome), back.contingency];
    let zone = ctx.zone();
    let by = |at| (when::day(at, ctx.now, &zone), moment(at, &zone));
    Some(Understanding {
        needed_by: ask.needed_by.map(by),
        by: by(back.by),
        asked: asked.into_iter().flatten().map(text).collect(),
        said: said.into_iter().flatten().map(text).collect(),
        open: request.stage.name() == StageName::ReadBack,
    })
}

/// Who has to move, and whether that is the reader's own department.
pub fn ball_of(file: &File, request: &Request, who: &Who) -> Option<Ball> {
    if request.mover() == Mover::Nobody {
        return None;
    }
    let department = request.department_to_move();
    Some(Ball {
        who: file.directory.department_name(department).to_owned(),
        ours: who.belongs_to(department),
        owed: request.ask.mode.obliges(),
        next: next_of(request.ask.mode, request.stage.name()),
    })
}

/// What the customer of the case knows, for whoever may see all of it; `None` without a customer.
pub fn customer(file: &File) -> Option<CustomerLine> {
    let case = &*file.case;
    if case.is_internal() {
        return None;
    }
    let said = |message: &&Message| message.is_outbound();
    let told = case.messages.iter().rev().find(said).map(|message| Told {
        what: file.texts.show(message.body).to_owned(),
        at: Some(message.at),
    });
    let open = case.promises.iter().filter(|promise| promise.state == PromiseState::Open);
    Some(CustomerLine {
        name: file.customer.as_ref().map(|customer| customer.name(&file.texts).to_owned()),
        told,
        next: open.map(|promise| promise.by).min(),
        owed: case.closure.is_none() && untold(case),
    })
}

/// What the ask itself says of the customer, for those who see no more of the case.
pub fn customer_of_ask(file: &File, request: &Request) -> Option<CustomerLine> {
    let told = request.ask.customer_told.as_ref()?;
    Some(CustomerLine {
        name: None,
        told: Some(Told { what: file.texts.show(told.what).to_owned(), at: told.when }),
        next: told.next_update_by,
        owed: false,
    })
}
