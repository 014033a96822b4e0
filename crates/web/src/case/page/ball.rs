//! Who has the ball: one sentence about a case, and the one thing to do next.

use baton_core::access::Who;
use baton_core::calendar::Calendars;
use baton_core::case::clocks::next_due;
use baton_core::case::decide::may_close;
use baton_core::case::kinds::{MessageKind, Standing};
use baton_core::case::request::Request;
use baton_core::case::request::sight::sight;
use baton_core::case::request::state::Stage;
use baton_core::case::state::{Case, PromiseState};
use baton_core::say;
use baton_core::time::Instant;

use super::frame::at;
use super::lanes::ball_of;
use super::wait;
use crate::ctx::Ctx;
use crate::reach::File;
use crate::ui::words::capital;

#[derive(Clone, Debug)]
pub struct Ball {
    pub text: String,
    /// Whether the reader's own department has it.
    pub ours: bool,
    pub due: Option<Instant>,
    /// The request that it is about: reference and address.
    pub of: Option<(String, String)>,
    /// The next step: its text and its address.
    pub act: Option<(String, String)>,
}

impl Ball {
    fn ours(text: &str, due: Option<Instant>, act: &str, href: String) -> Self {
        let (text, act) = (text.to_owned(), Some((act.to_owned(), href)));
        Self { text, ours: true, due, of: None, act }
    }
}

pub fn ball(ctx: &Ctx, file: &File) -> Ball {
    let (case, who) = (&*file.case, &ctx.who);
    if let Some(merger) = &case.merger {
        let on = merger.reference();
        let text = say!("case-ball-merged-into-it-goes-on-there", on);
        let act = Some((say!("case-ball-open", on), format!("/cases/{}", merger.into)));
        return Ball { text, ours: false, due: None, of: None, act };
    }
    if let Some(closure) = &case.closure {
        let text = say!("case-ball-closed", outcome = file.texts.show(closure.outcome));
        return Ball { text, ours: false, due: None, of: None, act: None };
    }
    let going: Vec<&Request> =
        case.requests.iter().filter(|one| !one.ended() && sight(case, one, who).any()).collect();
    let ours = going.iter().filter(|one| who.belongs_to(one.department_to_move()));
    if let Some(first) = earliest(ours.copied(), &file.calendars) {
        return of_request(file, first, who);
    }
    let owed = going.iter().filter(|one| one.blocks_closing());
    if let Some(first) = earliest(owed.copied(), &file.calendars) {
        return of_request(file, first, who);
    }
    if untold(case) {
        return tell(say!("case-ball-an-answer-is-in"), promised(case), case);
    }
    if let Some(wait) = &case.wait {
        let text = wait::words(ctx, file, wait);
        let act = Some((say!("case-wait-go-on").to_owned(), at(case, "resumption/new")));
        return Ball { text, ours: false, due: None, of: None, act };
    }
    without_requests(case)
}

fn tell(why: &str, due: Option<Instant>, case: &Case) -> Ball {
    let href = at(case, "customer-updates/new?kind=outcome");
    Ball::ours(
        &say!("case-ball-tell-the-customer-the-outcome", why),
        due,
        say!("case-ball-tell-the-customer"),
        href,
    )
}

/// The one that is due first.
fn earliest<'a>(
    requests: impl Iterator<Item = &'a Request>,
    calendars: &Calendars,
) -> Option<&'a Request> {
    requests.min_by_key(|one| next_due(one, calendars).map_or(i64::MAX, Instant::millis))
}

fn of_request(file: &File, request: &Request, who: &Who) -> Ball {
    let href = format!("/requests/{}", request.id);
    let of = Some((format!("{}/{}", file.case.reference(), request.ordinal), href.clone()));
    let due = next_due(request, &file.calendars);
    let answered = matches!(request.stage, Stage::Verified) && !file.case.is_internal();
    match ball_of(file, request, who) {
        Some(ball) if ball.ours && answered => {
            let from = file.directory.department_name(request.ask.to);
            Ball { of, ..tell(&say!("case-ball-the-answer-of-is-in", from), due, &file.case) }
        }
        Some(ball) if ball.ours => {
            let text = if ball.owed {
                say!("case-ball-you-have-to", next = ball.next)
            } else {
                say!("case-ball-you-can", next = ball.next)
            };
            Ball { text, ours: true, due, of, act: Some((capital(ball.next), href)) }
        }
        Some(ball) => {
            let text = say!("case-ball-has-the-ball-to", who = ball.who, next = ball.next);
            Ball { text, ours: false, due, of, act: None }
        }
        None => Ball { text: String::new(), ours: false, due: None, of: None, act: None },
    }
}

/// An answer of another department that the customer does not know of.
pub fn untold(case: &Case) -> bool {
    !case.is_internal() && case.newest_outcome().is_some() && !case.customer_is_told()
}

/// The earliest thing that the customer still expects.
fn promised(case: &Case) -> Option<Instant> {
    let open = case.promises.iter().filter(|promise| promise.state == PromiseState::Open);
    open.map(|promise| promise.by).min()
}

fn without_requests(case: &Case) -> Ball {
    let due = promised(case);
    let over = may_close(case) && case.standing() == Standing::Resolved;
    if over || case.is_internal() {
        let text = if case.is_internal() {
            say!("case-ball-nothing-is-open-with-another")
        } else {
            say!("case-ball-the-customer-knows-the-outcome")
        };
        return Ball::ours(text, due, say!("case-ball-close-the-case"), at(case, "closure/new"));
    }
    let heard =
        case.messages.iter().rev().find(|message| {
            message.is_outbound() || message.is_heard() && message.waiver.is_none()
        });
    let waiting = heard.is_some_and(|message| message.kind == MessageKind::Inbound);
    let text = match (waiting, case.told()) {
        (true, _) => say!("case-ball-the-customer-wrote-last-answer"),
        (false, None) => say!("case-ball-the-customer-has-not-been-told"),
        (false, Some(_)) => say!("case-ball-the-customer-knows-the-outcome-2"),
    };
    if case.customer_is_told() && !waiting {
        return Ball::ours(
            text,
            due,
            say!("case-ball-see-what-is-missing-to-close"),
            at(case, "closure/new"),
        );
    }
    Ball::ours(text, due, say!("case-ball-tell-the-customer"), at(case, "customer-updates/new"))
}
