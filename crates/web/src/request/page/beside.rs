//! Beside the request: who has it, what of the customer was shared, and the clocks.

use baton_core::case::account::of_request;
use baton_core::case::clocks::clocks;
use baton_core::case::clocks::{Clock, ClockState};
use baton_core::case::request::sight::sight;
use baton_core::case::request::state::Stage;
use baton_core::ids::CalendarId;
use baton_core::say;
use maud::{Markup, html};

use super::sheet::{Sheet, href};
use super::{doing, words};
use crate::case::page::account::spent;
use crate::problem::Trouble;
use crate::tell;
use crate::ui::pairs::pairs;
use crate::ui::status::{Status, tag_saying};
use crate::ui::when;

pub fn beside(sheet: &Sheet) -> Result<Markup, Trouble> {
    let calendars = &sheet.file.calendars;
    let clocks = clocks(&sheet.request, calendars, sheet.ctx.now);
    Ok(html! {
        (people(sheet))
        @if !sheet.is_receiver() { (packet(sheet)) }
        (clocks_of(sheet, &clocks))
        (spent(&of_request(&sheet.request, calendars, sheet.ctx.now), &sheet.file.directory))
        (super::advice::levels(sheet))
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
        h2 { (say!("request-beside-who")) }
        (pairs(&[
            (say!("request-beside-asked-by"), Some(html! {
                (person(&view.sender, &view.sender_name)) ", " (department(&view.from, &view.from_name))
            })),
            (say!("request-beside-asked"), Some(department(&view.to, &view.to_name))),
            (say!("request-beside-has-it"), Some(match assignee {
                Some((id, name)) => person(id, name),
                None => html! { span.muted { (say!("request-beside-nobody-yet")) } },
            })),
            (say!("request-beside-agreement"), request.binding.as_ref().map(|binding| html! {
                a href={ "/agreements/" (binding.agreement) "#version-" (binding.number) } { (tell!("request-beside-version", number = binding.number)) }
            })),
            (say!("request-beside-case"), case),
            (say!("request-beside-serves"), parent(sheet)),
            (say!("request-beside-served-by"), children(sheet)),
            (say!("request-beside-passed-on"), (request.hops > 0).then(|| html! {
                @if request.hops == 1 { (say!("request-beside-once")) } @else { (tell!("request-beside-times", hops = request.hops)) }
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
        html! { (tell!("request-beside-to", link = html! { a href=(href(&reference)) { (reference) } }, name)) }
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
        h2 { (say!("request-beside-to-be-shared-of-the-customer")) }
        @if items.is_empty() { p.muted { (say!("request-beside-nothing")) } }
        dl.packet {
            @for item in items {
                div.packet-field {
                    dt { (crate::ui::words::tag(&item.field)) }
                    dd { (tell!("request-beside-for", purpose = words::purpose(sheet.file.texts.show(item.purpose)))) }
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
    let lacking: Vec<String> =
        sheet.request.unobtainable_facts().map(crate::ui::words::tag).collect();
    html! {
        h2 { (say!("request-beside-shared-of-the-customer")) }
        @if !lacking.is_empty() {
            p.hint { (say!("request-beside-could-not-be-shared", facts = lacking.join(", "))) }
        }
        @if packet.is_empty() {
            p.muted { @if sheet.request.ended() { (say!("request-beside-nothing-can-be-read-any-more")) }
                @else { (say!("request-beside-nothing-a-request-says-what-is")) } }
        } @else {
            dl.packet {
                @for field in packet {
                    div.packet-field {
                        dt { (crate::ui::words::tag(&field.field)) }
                        dd.packet-value { (field.value) }
                        dd { (tell!("request-beside-for", purpose = words::purpose(&field.purpose))) }
                        @if let Some(why) = &field.why { dd { (tell!("request-beside-why", why)) } }
                        dd.hint { (tell!("request-beside-can-be-read-until", until = until(sheet, &field.until))) }
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
            h2 { (say!("request-beside-clocks")) }
            ul.clocks {
                @for clock in clocks { li { (one_clock(sheet, clock)) } }
            }
            p { a href={ (sheet.href()) "/clocks" } { (say!("request-clocks-why-is-it-due-then")) } }
            p.hint { (hours(sheet)) }
        }
    }
}

/// By whose hours the clocks of each side count.
fn hours(sheet: &Sheet) -> Markup {
    let of = sheet.request.hours;
    let to = calendar(sheet, of.to);
    if of.from == of.to {
        return tell!("request-beside-counted-by", calendar = to);
    }
    let (asked, asking) = (&sheet.view.to_name, &sheet.view.from_name);
    tell!("request-beside-counted-by-each", asked, to, asking, from = calendar(sheet, of.from))
}

/// A calendar by its name, as a link.
fn calendar(sheet: &Sheet, id: Option<CalendarId>) -> Markup {
    let named = |id| Some((id, crate::calendar::name_of(&sheet.ctx, id)?));
    let (place, name) = match id.and_then(named) {
        Some((id, name)) => (id.to_string(), name),
        None => ("standard".to_owned(), say!("request-beside-the-standard-hours").to_owned()),
    };
    html! { a href={ "/calendars/" (place) } { (name) } }
}

/// Whether it runs, stands still, or was met, as a tag.
pub fn state(clock: &Clock) -> Markup {
    let (status, word) = match (clock.state, clock.stopped.is_some()) {
        (ClockState::Running, _) => (Status::InWork, say!("request-beside-runs")),
        (ClockState::Paused, _) => (Status::Waiting, say!("request-beside-stands-still")),
        (ClockState::Stopped, _) => (Status::Closed, say!("request-beside-ended")),
        (ClockState::Met, _) => (Status::Answered, say!("request-beside-in-time")),
        (ClockState::Breached, true) => (Status::Breached, say!("request-beside-was-late")),
        (ClockState::Breached, false) => (Status::Breached, say!("request-beside-late")),
    };
    tag_saying(status, word)
}

fn one_clock(sheet: &Sheet, clock: &Clock) -> Markup {
    let used = when::working(clock.used_seconds / 60);
    html! {
        p.clock-name { (words::clock(clock.kind)) " " (state(clock)) }
        p.hint {
            (tell!("request-beside-used", used))
            @if clock.paused_seconds >= 60 {
                (tell!("request-beside-not-counting", paused = when::working(clock.paused_seconds / 60)))
            }
            @if let Some(due) = clock.due.filter(|_| clock.stopped.is_none()) {
                "; " (when::due(due, sheet.ctx.now, &sheet.zone))
            }
            @if let Some(excused) = clock.excused {
                (tell!("request-beside-excused", who = sheet.person(excused.by)))
            }
            @if let Some(was) = clock.was_due {
                (tell!("request-beside-before-a-ruling-it-was-due", zone = when::when(was, sheet.ctx.now, &sheet.zone)))
            }
        }
    }
}
