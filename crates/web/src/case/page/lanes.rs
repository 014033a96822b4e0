//! The requests of a case as lanes of the relay.

use baton_core::access::Who;
use baton_core::calendar::Calendar;
use baton_core::case::clocks::next_due;
use baton_core::case::kinds::{Mode, Mover, StageName};
use baton_core::case::request::Request;
use baton_core::case::request::sight::sight;
use baton_core::case::request::state::Stage;

use crate::reach::File;
use crate::ui::lane::{Ball, Lane, Step};
use crate::ui::words::{next, stage};

/// The requests that this reader may see, those that have not ended first.
pub fn lanes(file: &File, who: &Who, calendar: &Calendar) -> Vec<Lane> {
    let mut seen: Vec<&Request> =
        file.case.requests.iter().filter(|request| sight(&file.case, request, who).any()).collect();
    seen.sort_by_key(|request| request.ended());
    seen.into_iter().map(|request| lane(file, request, who, calendar)).collect()
}

fn lane(file: &File, request: &Request, who: &Who, calendar: &Calendar) -> Lane {
    let name = |id| file.directory.department_name(id).to_owned();
    let delivery = request.delivery.as_ref();
    Lane {
        href: format!("/requests/{}", request.id),
        reference: format!("{}/{}", file.case.reference(), request.ordinal),
        from: name(request.from),
        to: name(request.ask.to),
        need: file.texts.show(request.ask.need).to_owned(),
        status: stage(request.stage.name()),
        ball: ball_of(file, request, who),
        due: next_due(request, calendar),
        steps: if is_off(&request.stage) { Vec::new() } else { steps(request) },
        answer: delivery.map(|one| file.texts.show(one.customer_may_be_told).to_owned()),
    }
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
        next: next(request.stage.name()),
    })
}

/// Ended without an answer: there is no way left to go.
fn is_off(stage: &Stage) -> bool {
    let name = stage.name();
    matches!(name, StageName::Declined | StageName::Withdrawn | StageName::Merged)
}

fn steps(request: &Request) -> Vec<Step> {
    let step = |word, at| Step { word, at };
    let told = match request.stage {
        Stage::Closed { .. } => request.ended_at,
        _ => None,
    };
    let mut steps =
        vec![step("Sent", request.sent_at), step("Acknowledged", request.acknowledged_at)];
    if request.ask.mode == Mode::Inform {
        return steps;
    }
    steps.extend([
        step("Read back", request.read_back_at),
        step("Confirmed", request.confirmed_at),
        step("Delivered", request.delivery.as_ref().map(|delivery| delivery.at)),
        step("Checked", request.verified_at),
        step("Customer told", told),
    ]);
    steps
}
