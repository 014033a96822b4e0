use super::*;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

const LONDON: &str = "Europe/London";

fn london() -> TimeZone {
    TimeZone::get(LONDON).unwrap()
}

fn office() -> Hours {
    Hours { work: Some(Frame::new(9 * 60, 17 * 60)), ..Hours::default() }
}

#[test]
fn mail_waits_for_the_morning_of_the_next_working_day() {
    let hours = office();
    for (now, then) in [
        ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
        ("2026-11-23T08:59:00Z", "2026-11-23T09:00:00Z"),
        ("2026-11-23T17:00:00Z", "2026-11-24T09:00:00Z"),
        // From Friday evening over the weekend.
        ("2026-11-27T18:00:00Z", "2026-11-30T09:00:00Z"),
        // The clocks go forward in that night: nine is an hour earlier in UTC.
        ("2027-03-26T20:00:00Z", "2027-03-29T08:00:00Z"),
        ("2027-10-29T18:00:00Z", "2027-11-01T09:00:00Z"),
    ] {
        assert_eq!(hours.next_open(at(now), &london()), at(then), "{now}");
    }
}

#[test]
fn quiet_hours_go_over_midnight() {
    let quiet = Some(Frame::new(22 * 60, 7 * 60));
    let hours = Hours { quiet, ..Hours::default() };
    for (now, then) in [
        ("2026-11-23T21:59:00Z", "2026-11-23T21:59:00Z"),
        ("2026-11-23T22:00:00Z", "2026-11-24T07:00:00Z"),
        ("2026-11-24T06:59:59Z", "2026-11-24T07:00:00Z"),
        ("2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z"),
    ] {
        assert_eq!(hours.next_open(at(now), &london()), at(then), "{now}");
    }
}

#[test]
fn a_night_shift_belongs_to_the_day_on_which_it_began() {
    let night = Hours { work: Some(Frame::new(22 * 60, 6 * 60)), ..Hours::default() };
    // Friday's shift ends on Saturday morning; there is none from Saturday to Sunday.
    assert!(night.is_open(at("2026-11-28T05:00:00Z"), &london()));
    assert!(!night.is_open(at("2026-11-29T05:00:00Z"), &london()));
    let monday = at("2026-11-30T22:00:00Z");
    assert_eq!(night.next_open(at("2026-11-28T06:00:00Z"), &london()), monday);
}

#[test]
fn hours_that_never_open_hold_nothing_back() {
    let never = Hours { days: Days::from_bits(0), ..office() };
    let now = at("2026-11-23T10:00:00Z");
    assert_eq!(never.next_open(now, &london()), now);
}

#[test]
fn mail_comes_at_once_gathered_or_never_as_chosen() {
    let now = at("2026-11-23T10:20:00Z");
    let mut wishes = Wishes::default();
    let when = |wishes: &Wishes| wishes.mail_at(Topic::Moves, false, now, LONDON);
    for (mail, then) in [
        (Mail::AtOnce, Some("2026-11-23T10:20:00Z")),
        (Mail::Hourly, Some("2026-11-23T11:00:00Z")),
        (Mail::Daily, Some("2026-11-24T08:00:00Z")),
        (Mail::Never, None),
    ] {
        wishes.set(Topic::Moves, Choice { shown: true, mail });
        assert_eq!(when(&wishes), then.map(at), "{mail:?}");
    }
    assert!(wishes.wants(Topic::Moves));
    wishes.set(Topic::Moves, Choice { shown: false, mail: Mail::Never });
    assert!(!wishes.wants(Topic::Moves));
}

#[test]
fn what_is_urgent_waits_for_no_hours() {
    let mut wishes = Wishes { hours: office(), ..Wishes::default() };
    wishes.set(Topic::Requests, Choice { shown: true, mail: Mail::Daily });
    let night = at("2026-11-23T23:00:00Z");
    assert_eq!(wishes.mail_at(Topic::Requests, true, night, LONDON), Some(night));
    let then = wishes.mail_at(Topic::Requests, false, night, LONDON);
    assert_eq!(then, Some(at("2026-11-24T09:00:00Z")));
}

#[test]
fn nobody_switches_off_that_their_clock_runs_out() {
    for (shown, mail) in [(false, Mail::AtOnce), (true, Mail::Never), (false, Mail::Never)] {
        let refusal = Choice { shown, mail }.check(Topic::Due).unwrap_err();
        assert_eq!(refusal.fields[0].code, "owed");
        assert_eq!(Choice { shown, mail }.check(Topic::Moves), Ok(()));
    }
    assert_eq!(Choice { shown: true, mail: Mail::Daily }.check(Topic::Due), Ok(()));
}

#[test]
fn every_name_reads_back_as_itself() {
    for topic in Topic::ALL {
        assert_eq!(Topic::parse(topic.name()), Some(*topic));
    }
    for mail in Mail::ALL {
        assert_eq!(Mail::parse(mail.name()), Some(*mail));
    }
}
