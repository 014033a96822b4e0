//! What was asked, by whom, of whom, and what went along.

use baton_core::case::kinds::{Mover, RequestChannel};
use baton_core::case::request::Request;
use baton_core::case::state::Attachment;

use super::{AuthorityView, CustomerToldView, FileView, RequestView, Source};
use crate::view::maybe_time;

/// The ask; what came of it is left for others to fill in.
pub fn asked(source: &Source<'_>, request: &Request) -> RequestView {
    let (ask, names) = (&request.ask, source.directory);
    RequestView {
        mode: ask.mode.name(),
        customer: source.case.customer.map(|_| source.case.reference()),
        from: request.from.to_string(),
        from_name: names.department_name(request.from).to_owned(),
        to: ask.to.to_string(),
        to_name: names.department_name(ask.to).to_owned(),
        sender: request.sender.to_string(),
        sender_name: names.person_name(request.sender).to_owned(),
        parent: request.parent.map(|id| id.to_string()),
        service: ask.service.map(|id| id.to_string()),
        need: source.text(ask.need),
        outcome_wanted: source.maybe(ask.outcome_wanted),
        why: source.maybe(ask.why),
        why_department: source.maybe(ask.why_department),
        background: source.maybe(ask.background),
        contingency: source.maybe(ask.contingency),
        needed_by: maybe_time(ask.needed_by),
        needed_by_reason: ask.needed_by_reason.name(),
        sooner_reason: source.maybe(ask.sooner_reason),
        service_class: ask.service_class.name(),
        channel: ask.channel.map(RequestChannel::name),
        emergency: ask.emergency,
        customer_told: told(source, request),
        authority: authority(source, request),
        files: files(source, request),
        ..RequestView::default()
    }
}

fn told(source: &Source<'_>, request: &Request) -> Option<CustomerToldView> {
    request.ask.customer_told.as_ref().map(|told| CustomerToldView {
        what: source.text(told.what),
        when: maybe_time(told.when),
        channel: source.maybe(told.channel),
        next_update_by: maybe_time(told.next_update_by),
    })
}

fn authority(source: &Source<'_>, request: &Request) -> Option<AuthorityView> {
    request.ask.authority.as_ref().map(|authority| AuthorityView {
        amount: authority.amount.clone(),
        decision: source.maybe(authority.decision),
    })
}

fn files(source: &Source<'_>, request: &Request) -> Vec<FileView> {
    let asked = request.ask.files.len();
    let file = |(n, one): (usize, &Attachment)| FileView {
        name: source.text(one.name),
        media_type: one.media_type.clone(),
        size: one.size,
        side: if n < asked { Mover::From.name() } else { Mover::To.name() },
        href: format!("/api/v1/requests/{}/files/{n}", request.id),
    };
    request.files().enumerate().map(file).collect()
}
