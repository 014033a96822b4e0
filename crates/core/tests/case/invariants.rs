//! What holds after every act of every history (reference §1.7).

use baton_core::case::Case;
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::{ClockKind, Mode, Mover, StageName};
use baton_core::case::request::hands::held;
use baton_core::case::request::moves::{Move, moves};
use baton_core::case::request::recount::Flag;
use baton_core::case::request::relay::legs;
use baton_core::case::request::sight::{PACKET_LIMIT_24H, readable_until};
use baton_core::case::request::state::Request;
use baton_core::case::service_clocks::watched;
use baton_core::case::state::PromiseState;
use baton_core::time::Span;
use baton_testkit::casebook::world::{World, cast, ground};

pub fn after(before: &Case, world: &World, events: &[CaseEvent]) {
    let case = &world.case;
    one_active_owner(case);
    closed_means_told_or_exempt(case);
    owes_nothing(case);
    one_clock_of_each_kind(case);
    for request in &case.requests {
        let earlier = before.request(request.id);
        one_side_moves(case, request);
        in_order(request);
        clocks_do_not_overlap(request);
        hands_add_up(request, world);
        grants_stay_inside(case, request);
        sides_are_right(case, request);
        if let Some(earlier) = earlier {
            hops_are_redirects(earlier, request, events);
            what_was_asked_stays(earlier, request, events);
            the_end_is_the_end(earlier, request, events);
            beside_the_work(earlier, request, events);
        }
    }
}

/// 1: one owner, who is there and can be asked.
fn one_active_owner(case: &Case) {
    let owner = ground().directory.active_person(case.owner).expect("the owner is active");
    assert!(owner.is_human() && owner.belongs_to(case.department), "{case:?}");
}

/// Of the case's own clocks one of each kind runs at most, and one for each promise.
fn one_clock_of_each_kind(case: &Case) {
    let watched = watched(case, &ground().calendars);
    let mut known: Vec<_> = watched.iter().map(|clock| (clock.kind, clock.promise)).collect();
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), watched.len(), "{watched:?}");
}

/// 2: exactly one side is to move until the end, and somebody of it can.
fn one_side_moves(case: &Case, request: &Request) {
    assert_eq!(request.ended(), request.mover() == Mover::Nobody, "{request:?}");
    assert_eq!(request.ended(), request.ended_at.is_some(), "{request:?}");
    if request.ended() {
        return;
    }
    let department = request.department_to_move();
    let tells = request.stage.name() == StageName::Verified && department == case.department;
    let acts = |person| {
        let of_no_use = [Move::Note, Move::Share, Move::Unshare, Move::Dispute, Move::Escalate];
        let who = ground().directory.who(person);
        let legal = who.map(|who| moves(case, request, &who)).unwrap_or_default();
        legal.iter().any(|mv| !of_no_use.contains(mv))
    };
    let somebody = || ground().directory.members(department).into_iter().any(acts);
    assert!(tells || somebody(), "nobody can move {request:?}");
}

/// 3: acknowledged, read back, confirmed, delivered, verified, in this order.
fn in_order(request: &Request) {
    let early = [
        Some(request.drafted_at),
        request.sent_at,
        request.acknowledged_at,
        request.read_back_at.filter(|_| !request.ask.emergency),
        request.confirmed_at,
    ];
    assert!(early.iter().flatten().is_sorted(), "{request:?}");
    let done = matches!(
        request.stage.name(),
        StageName::Delivered | StageName::Verified | StageName::Closed
    );
    if done {
        let delivered = request.delivery.as_ref().map(|delivery| delivery.at);
        let confirmed = request.confirmed_at.filter(|_| !request.ask.emergency);
        let late = [confirmed, delivered, request.verified_at, request.ended_at];
        assert!(late.iter().flatten().is_sorted(), "{request:?}");
        let agreed = request.ask.emergency || !request.ask.mode.obliges();
        assert!(agreed || request.confirmed_at.is_some(), "{request:?}");
    }
}

/// 4 and 6: one clock at a time runs for whoever has to move, and none after the end.
fn clocks_do_not_overlap(request: &Request) {
    for deliver in [false, true] {
        let of_kind = |run: &&baton_core::case::request::state::Run| {
            (run.kind == ClockKind::Deliver) == deliver
        };
        let runs: Vec<_> = request.runs.iter().filter(of_kind).collect();
        for pair in runs.windows(2) {
            let stopped = pair[0].stopped.expect("a clock stops before the next one starts");
            assert!(pair[0].started <= stopped && stopped <= pair[1].started, "{request:?}");
        }
    }
    assert!(!request.ended() || request.running().is_none(), "{request:?}");
    let flagged = |flag: &Flag| {
        request.runs.iter().any(|run| (run.kind, run.started) == (flag.clock, flag.started))
    };
    assert!(request.flagged.iter().all(flagged), "{request:?}");
}

/// 4: what the sides have held adds up to the time since it was sent, without the time after an
/// end from which it came back.
fn hands_add_up(request: &Request, world: &World) {
    let calendars = &ground().calendars;
    let Some(first) = request.turns.first() else {
        return assert!(request.sent_at.is_none(), "{request:?}");
    };
    assert!(request.turns.iter().map(|turn| turn.since).is_sorted(), "{request:?}");
    let held = held(request, calendars, world.now);
    let ends = request.turns.iter().skip(1).map(|turn| turn.since).chain([world.now]);
    let over = request.turns.iter().zip(ends).filter(|(turn, _)| turn.side == Mover::Nobody);
    let over: i64 =
        over.map(|(turn, end)| calendars.standard().elapsed(turn.since, end).as_millis()).sum();
    let all = calendars.standard().elapsed(first.since, world.now).as_millis();
    let sum = [held.from, held.to, held.earlier].map(Span::as_millis).iter().sum::<i64>();
    assert_eq!(sum + over, all, "{request:?}");
    let last = request.turns.last().map(|turn| turn.side);
    assert_eq!(last, Some(request.mover()), "{request:?}");
    let legs = legs(request, !world.case.is_internal());
    assert!(legs.is_sorted_by_key(|leg| leg.at.is_none()), "{legs:?}");
    assert!(!request.ended() || legs.iter().all(|leg| leg.at.is_some()), "{legs:?}");
}

/// 5: as many hops as redirections.
fn hops_are_redirects(earlier: &Request, request: &Request, events: &[CaseEvent]) {
    let redirected = events.iter().filter(|event| {
        event.request() == Some(request.id) && matches!(event, CaseEvent::RequestRedirected(_))
    });
    assert_eq!(request.hops as usize, earlier.hops as usize + redirected.count());
}

/// 8: whoever closes has told the customer, or has a proven exemption; nothing is left open.
fn closed_means_told_or_exempt(case: &Case) {
    let Some(closure) = &case.closure else { return };
    let told = case.is_internal() || case.customer_is_told() || closure.exemption.is_some();
    assert!(told, "closed though the customer was not told: {case:?}");
    let open = case.requests.iter().find(|request| request.blocks_closing());
    assert!(open.is_none(), "closed with {open:?}");
    let expected =
        |promise: &&baton_core::case::state::Promise| promise.state == PromiseState::Open;
    assert!(case.promises.iter().find(expected).is_none(), "closed with a promise: {case:?}");
}

/// A case that was merged owes nothing: whatever is open is open in the case that goes on.
pub fn owes_nothing(case: &Case) {
    if case.merger.is_some() {
        assert!(!case.requests.iter().any(Request::blocks_closing), "{case:?}");
        let open = case.promises.iter().find(|of| of.state == PromiseState::Open);
        assert!(open.is_none() && case.closure.is_none(), "{case:?}");
    }
}

/// 9: a grant lies between sending and five working days after the end; what serves another
/// request is given no more than that one.
fn grants_stay_inside(case: &Case, request: &Request) {
    let calendars = &ground().calendars;
    for grant in &request.grants {
        assert!(request.sent_at.is_some_and(|sent| sent <= grant.from), "{request:?}");
        let until = readable_until(request, grant, calendars);
        assert!(until <= grant.from + Span::times_24h(PACKET_LIMIT_24H));
        if let Some(ended) = request.ended_at {
            assert!(until <= calendars.standard().add_working_days(ended, 5));
        }
        let above = request.parent.and_then(|id| case.request(id));
        let live = grant.withdrawn_at.is_none();
        let allowed = above.is_none_or(|above| above.shares(&grant.item.field));
        assert!(!live || allowed, "{} goes too far: {request:?}", grant.item.field);
    }
}

/// The asking side of the case's own requests is the department that has the case, or else that
/// one is the asked side.
fn sides_are_right(case: &Case, request: &Request) {
    assert_ne!(request.from, request.ask.to, "{request:?}");
    if request.parent.is_none() && !request.ended() {
        let asks = request.from == case.department;
        assert_eq!(request.with_owner, request.ask.to == case.department, "{request:?}");
        assert!(asks || request.with_owner, "{request:?}");
    }
    let assignee = request.assignee.and_then(|id| ground().directory.person(id));
    assert!(assignee.is_none_or(|of| of.belongs_to(request.ask.to)), "{request:?}");
    assert!(request.ask.mode != Mode::Transfer || request.parent.is_none());
    assert_ne!(request.assignee, Some(cast().robot));
}

/// Once sent, the need and the packet that was asked for are fixed (reference §1.4.4, E05, E06).
fn what_was_asked_stays(earlier: &Request, request: &Request, events: &[CaseEvent]) {
    if earlier.sent_at.is_none() {
        return;
    }
    let mut ask = earlier.ask.clone();
    for event in events.iter().filter(|event| event.request() == Some(request.id)) {
        match event {
            CaseEvent::CounterAccepted(_) => ask.needed_by = request.ask.needed_by,
            CaseEvent::RequestRedirected(event) => ask.to = event.to,
            CaseEvent::NoticeConverted(event) => ask.mode = event.mode,
            _ => {}
        }
    }
    assert_eq!(ask, request.ask);
}

/// What has ended stays so, but for reopening, and for a message that never arrived.
fn the_end_is_the_end(earlier: &Request, request: &Request, events: &[CaseEvent]) {
    let again = events.iter().any(|event| {
        matches!(
            event,
            CaseEvent::RequestReopened(_)
                | CaseEvent::MessageUndone(_)
                | CaseEvent::MessageBounced(_)
        )
    });
    assert!(!earlier.ended() || again || earlier.stage == request.stage, "{request:?}");
}

/// 10: escalating, disputing, ruling, noting, sharing and flagging leave the work as it is.
fn beside_the_work(earlier: &Request, request: &Request, events: &[CaseEvent]) {
    let beside = |event: &CaseEvent| {
        matches!(
            event,
            CaseEvent::RequestEscalated(_)
                | CaseEvent::DisputeOpened(_)
                | CaseEvent::DisputeAnswered(_)
                | CaseEvent::DisputeUnanswered(_)
                | CaseEvent::DisputeRuled(_)
                | CaseEvent::RequestNoteAdded(_)
                | CaseEvent::ProgressNoted(_)
                | CaseEvent::RequestAssigned(_)
                | CaseEvent::PacketWidened(_)
                | CaseEvent::PacketNarrowed(_)
                | CaseEvent::RequestOverdue(_)
                | CaseEvent::DueMoved(_)
                | CaseEvent::WaitKept(_)
                | CaseEvent::PromiseMade(_)
                | CaseEvent::OwnerChanged(_)
                | CaseEvent::PriorityChanged(_)
                | CaseEvent::MessageAdded(_)
                | CaseEvent::CaseReopened(_)
        )
    };
    if events.iter().all(beside) {
        assert_eq!(earlier.stage, request.stage);
        assert_eq!(earlier.runs, request.runs);
        assert_eq!(earlier.mover(), request.mover());
    }
}
