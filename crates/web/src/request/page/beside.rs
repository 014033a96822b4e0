//! Beside the request: who has it, what of the customer was shared, and the clocks.

use baton_core::case::clocks::clocks;
use baton_core::case::clocks::{Clock, ClockState};
use baton_core::case::request::sight::sight;
use baton_core::case::request::state::Stage;
use maud::{Markup, html};

use super::sheet::{Sheet, href};
use super::{doing, words};
use crate::problem::Trouble;
use crate::ui::pairs::pairs;
use crate::ui::status::{Status, tag_saying};
use crate::ui::when;

pub fn beside(sheet: &Sheet) -> Result<Markup, Trouble> {
    let calendar = sheet.ctx.desk()?.calendar();
    let clocks = clocks(&sheet.request, calendar, sheet.ctx.now);
    Ok(html! {
        (people(sheet))
        @if !sheet.is_receiver() { (packet(sheet)) }
        (clocks_of(sheet, &clocks))
        (doing::more(sheet))
    })
}

fn people(sheet: &Sheet) -> Markup {
    let (view, request) = (&sheet.view, &sheet.request);
    let department = |id: &str, name: &str| html! { a href={ "/directory/" (id) } { (name) } };
    let person = |id: &str, name: &str| html! { a href={ "/people/" (id) } { (name) } };
    let assignee = view.assignee.as_deref().zip(view.assignee_name.as_deref());
    let case = sheet.sees_case().then(|| {
        let reference = sheet.file.case.reference();
        html! { a href={ "/cases/" (reference) } { (reference) } }
    });
    html! {
        h2 { "Who" }
        (pairs(&[
            ("Asked by", Some(html! {
                (person(&view.sender, &view.sender_name)) ", " (department(&view.from, &view.from_name))
            })),
            ("Asked", Some(department(&view.to, &view.to_name))),
            ("Has it", Some(match assignee {
                Some((id, name)) => person(id, name),
                None => html! { span.muted { "Nobody yet" } },
            })),
            ("Agreement", request.binding.as_ref().map(|binding| html! {
                a href={ "/agreements/" (binding.agreement) } { "Version " (binding.number) }
            })),
            ("Case", case),
            ("Serves", parent(sheet)),
            ("Served by", children(sheet)),
            ("Passed on", (request.hops > 0).then(|| html! {
                @if request.hops == 1 { "once" } @else { (request.hops) " times" }
            })),
        ]))
    }
}

/// A request of the same case as a link, where this reader may see it.
fn other(sheet: &Sheet, id: baton_core::ids::RequestId) -> Option<Markup> {
    let case = &sheet.file.case;
    let request = case.request(id)?;
    sight(case, request, &sheet.ctx.who).any().then(|| {
        let reference = format!("{}/{}", case.reference(), request.ordinal);
        let name = sheet.file.directory.department_name(request.ask.to).to_owned();
        html! { a href=(href(&reference)) { (reference) } " to " (name) }
    })
}

fn parent(sheet: &Sheet) -> Option<Markup> {
    sheet.request.parent.and_then(|id| other(sheet, id))
}

fn children(sheet: &Sheet) -> Option<Markup> {
    let serving = sheet.file.case.requests.iter().filter(|of| of.parent == Some(sheet.request.id));
    let links: Vec<Markup> = serving.filter_map(|of| other(sheet, of.id)).collect();
    (!links.is_empty()).then(|| html! { @for link in &links { div { (link) } } })
}

/// What goes along when a draft is sent.
fn planned(sheet: &Sheet) -> Markup {
    let items = &sheet.request.ask.items;
    html! {
        h2 { "To be shared of the customer" }
        @if items.is_empty() { p.muted { "Nothing." } }
        dl.packet {
            @for item in items {
                div.packet-field {
                    dt { (crate::ui::words::tag(&item.field)) }
                    dd { "For: " (words::purpose(sheet.file.texts.show(item.purpose))) }
                }
            }
        }
    }
}

/// The shared fields: values, what for, and until when they can be read.
pub fn packet(sheet: &Sheet) -> Markup {
    if sheet.request.stage == Stage::Draft {
        return planned(sheet);
    }
    let packet = &sheet.view.packet;
    html! {
        h2 { "Shared of the customer" }
        @if packet.is_empty() {
            p.muted { @if sheet.request.ended() { "Nothing can be read any more." }
                @else { "Nothing. A request says what is needed; data goes along only where it is." } }
        } @else {
            dl.packet {
                @for field in packet {
                    div.packet-field {
                        dt { (crate::ui::words::tag(&field.field)) }
                        dd.packet-value { (field.value) }
                        dd { "For: " (words::purpose(&field.purpose)) }
                        @if let Some(why) = &field.why { dd { "Why: " (why) } }
                        dd.hint { "Can be read until " (until(sheet, &field.until)) }
                    }
                }
            }
        }
    }
}

fn until(sheet: &Sheet, text: &str) -> Markup {
    match text.parse() {
        Ok(at) => html! { time datetime=(text) title=(when::full(at, &sheet.zone)) {
            (when::day(at, sheet.ctx.now, &sheet.zone))
        } },
        Err(_) => html! { (text) },
    }
}

fn clocks_of(sheet: &Sheet, clocks: &[Clock]) -> Markup {
    html! {
        @if !clocks.is_empty() {
            h2 { "Clocks" }
            ul.clocks {
                @for clock in clocks { li { (one_clock(sheet, clock)) } }
            }
            p.hint { "In working time, Monday to Friday." }
        }
    }
}

fn one_clock(sheet: &Sheet, clock: &Clock) -> Markup {
    let used = when::working(clock.used_seconds / 60);
    let (status, word) = match (clock.state, clock.stopped.is_some()) {
        (ClockState::Running, _) => (Status::InWork, "Runs"),
        (ClockState::Met, _) => (Status::Answered, "In time"),
        (ClockState::Breached, true) => (Status::Breached, "Was late"),
        (ClockState::Breached, false) => (Status::Breached, "Late"),
    };
    html! {
        p.clock-name { (words::clock(clock.kind)) " " (tag_saying(status, word)) }
        p.hint {
            "Used " (used)
            @if let Some(due) = clock.due.filter(|_| clock.stopped.is_none()) {
                "; " (when::due(due, sheet.ctx.now, &sheet.zone))
            }
        }
    }
}
