//! Lanes in their states.

use baton_core::case::kinds::Mover;
use baton_core::time::{Instant, Span};
use jiff::tz::TimeZone;

use super::{CustomerLine, Hands, Lane, Point, Told, Turn, Understanding, Way, lanes};
use crate::page::Sample;
use crate::ui::status::Status;

/// Tuesday 1 December 2026, 17:00 UTC.
pub(super) const NOW: Instant = Instant::from_millis(1_796_144_400_000);

pub(super) fn at(minutes: i64) -> Instant {
    NOW + Span::minutes(minutes)
}

fn hands(name: &str, ours: bool, minutes: i64) -> Hands {
    Hands { name: name.to_owned(), ours, minutes }
}

fn way(done: usize) -> Way {
    let words = [
        ("Sent", Mover::To),
        ("Acknowledged", Mover::To),
        ("Read back", Mover::From),
        ("Confirmed", Mover::To),
        ("Delivered", Mover::From),
        ("Checked", Mover::From),
        ("Told", Mover::From),
    ];
    let points = words.into_iter().enumerate();
    Way(points.map(|(n, (word, then))| Point { word, done: n < done, then }).collect())
}

/// A request in work; `ours`: one whose read-back waits for us.
pub fn sample(ours: bool) -> Lane {
    let (side, what) =
        if ours { (Mover::From, "confirm the read-back") } else { (Mover::To, "deliver") };
    let understanding = Understanding {
        asked: vec![
            "Send a replacement kettle to Leeds, before Friday. Do not ring before 10:00."
                .to_owned(),
        ],
        said: vec![
            "I pack a new kettle today and the courier brings it to Leeds on Thursday.".to_owned(),
        ],
        needed_by: Some(("Fri 4 Dec, 17:00".to_owned(), "Friday 4 December 17:00".to_owned())),
        by: ("Thu 3 Dec, 12:00".to_owned(), "Thursday 3 December 12:00".to_owned()),
        open: ours,
    };
    Lane {
        href: "/requests/2".to_owned(),
        reference: if ours { "C-1042/3" } else { "C-1042/2" }.to_owned(),
        from: hands("Customer Service", true, if ours { 20 } else { 55 }),
        to: hands("Logistics", false, if ours { 110 } else { 190 }),
        earlier: 0,
        sent: true,
        need: "Send a replacement kettle, before Friday".to_owned(),
        status: if ours {
            (Status::Acknowledged, "Read back")
        } else {
            (Status::ReadBack, "Read back agreed")
        },
        turn: Turn::Must { side, what },
        due: Some(if ours { at(90) } else { at(3 * 24 * 60) }),
        way: way(if ours { 3 } else { 4 }),
        understanding: Some(understanding),
        answer: None,
    }
}

/// Just redirected to a second department.
pub(super) fn waiting() -> Lane {
    Lane {
        reference: "C-1042/4".to_owned(),
        need: "Find out where the second parcel is".to_owned(),
        from: hands("Customer Service", true, 5),
        to: hands("Logistics", false, 0),
        earlier: 120,
        status: (Status::New, "Sent"),
        turn: Turn::Must { side: Mover::To, what: "acknowledge it and read it back" },
        due: Some(at(18 * 60 + 30)),
        way: way(1),
        understanding: None,
        ..sample(false)
    }
}

pub(super) fn late() -> Lane {
    Lane { reference: "C-1042/5".to_owned(), due: Some(at(-130)), ..sample(false) }
}

pub(super) fn over() -> Lane {
    Lane {
        reference: "C-1042/1".to_owned(),
        from: hands("Customer Service", true, 80),
        to: hands("Logistics", false, 300),
        status: (Status::CustomerTold, "Loop closed"),
        turn: Turn::Over("The customer was told, and the loop is closed"),
        way: way(7),
        due: None,
        answer: Some("Your new kettle comes on Friday.".to_owned()),
        ..sample(false)
    }
}

fn customer() -> CustomerLine {
    let what = "We are sorry about the kettle. A new one is on its way, and I write again when I know the day.";
    CustomerLine {
        name: Some("Ada Okafor".to_owned()),
        told: Some(Told { what: what.to_owned(), at: Some(at(-95)) }),
        next: Some(at(19 * 60)),
        owed: false,
    }
}

pub fn samples() -> Vec<Sample> {
    let all = [sample(true), sample(false), waiting(), late(), over()];
    let unheard = CustomerLine { told: None, next: None, owed: true, ..customer() };
    let zone = TimeZone::UTC;
    let mut round = Lane { reference: "C-1042/7".to_owned(), ..sample(false) };
    round.understanding.iter_mut().for_each(|both| both.open = true);
    let other = Lane { reference: "C-1042/6".to_owned(), ..sample(false) };
    vec![
        Sample::new("lanes of the relay", lanes(&all, Some(&customer()), NOW, &zone)),
        Sample::new("one request going round", lanes(&[round], Some(&customer()), NOW, &zone)),
        Sample::new("a lane alone", other.alone(NOW, &zone, Some(&unheard))),
    ]
}
