//! Ways to choose: with an explanation of each, a person, a moment with presets.

use baton_core::calendar::Calendar;
use baton_core::directory::Directory;
use baton_core::ids::{DepartmentId, PersonId};
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::time::{Instant, Span};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::words::Choice;
use crate::ctx::Form;
use crate::input::{Kept, error_of};
use crate::page::Sample;
use crate::shape::{Field, Shape};
use crate::ui::field::id;
use crate::ui::when;

/// What stands above the controls of a group, and what is wrong with it.
fn group(form: &Form<'_>, path: &str, legend: &str, hint: &str, controls: &Markup) -> Markup {
    let error = error_of(form.refusal, path);
    let (hint_id, error_id) = (format!("{}-hint", id(path)), format!("{}-error", id(path)));
    let mut described = Vec::new();
    if !hint.is_empty() {
        described.push(hint_id.as_str());
    }
    if error.is_some() {
        described.push(error_id.as_str());
    }
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        fieldset.field.wrong[error.is_some()] aria-describedby=[described] {
            legend { (legend) }
            @if !hint.is_empty() { p.hint id=(hint_id) { (hint) } }
            @if let Some(error) = error {
                p.field-error id=(error_id) { span.unseen { (say!("request-choices-error")) " " } (error.message) }
            }
            (controls)
        }
    }
}

/// One of several, each with what it means.
pub fn explained(form: &Form<'_>, path: &str, legend: &str, choices: &[Choice]) -> Markup {
    let chosen = form.kept.get(path).unwrap_or_default();
    let first = id(path);
    let controls = html! {
        @for (n, (value, title, meaning)) in choices.iter().enumerate() {
            @let this = if n == 0 { first.clone() } else { format!("{first}-{n}") };
            div.choice.explained {
                input id=(this) type="radio" name=(path) value=(value)
                    checked[chosen == *value] aria-describedby={ (this) "-meaning" };
                div {
                    label for=(this) { (title) }
                    p.hint id={ (this) "-meaning" } { (meaning) }
                }
            }
        }
    };
    group(form, path, legend, "", &controls)
}

/// People of a department as values and names, without one of them.
pub fn members(
    directory: &Directory,
    department: DepartmentId,
    without: Option<PersonId>,
) -> Vec<(String, String)> {
    let mut people: Vec<(String, String)> = directory
        .members(department)
        .into_iter()
        .filter(|person| Some(*person) != without)
        .filter(|person| directory.person(*person).is_some_and(|person| person.is_human()))
        .map(|person| (person.to_string(), directory.person_name(person).to_owned()))
        .collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    people
}

/// Departments as values and names, without some of them.
pub fn departments(directory: &Directory, without: &[DepartmentId]) -> Vec<(String, String)> {
    let open = directory
        .active_departments()
        .filter(|department| !without.contains(&department.id))
        .filter(|department| directory.can_be_opened_by_someone(department.id));
    let mut names: Vec<(String, String)> =
        open.map(|of| (of.id.to_string(), directory.department_name(of.id).to_owned())).collect();
    names.sort_by(|a, b| a.1.cmp(&b.1));
    names
}

/// As [`Form::select`] and [`Form::radios`] take them.
pub fn borrowed(choices: &[(String, String)]) -> Vec<(&str, &str)> {
    choices.iter().map(|(value, text)| (value.as_str(), text.as_str())).collect()
}

/// Moments that are often meant: their value, and how they are called.
pub fn presets(now: Instant, zone: &TimeZone, calendar: &Calendar) -> Vec<(String, String)> {
    let today = now.timestamp().to_zoned(zone.clone());
    let five = today.date().at(17, 0, 0, 0).to_zoned(zone.clone()).ok();
    let five = five.map(|at| Instant::from_millis(at.timestamp().as_millisecond()));
    let five = five.filter(|at| at.since(now) >= Span::hours(1) && calendar.is_open(*at));
    let mut moments: Vec<(&str, Instant)> =
        five.map(|at| (say!("request-choices-today"), at)).into_iter().collect();
    for (words, days) in [
        (say!("request-choices-the-next-working-day"), 1),
        (say!("request-choices-in-two-working-days"), 2),
        (say!("request-choices-in-five-working-days"), 5),
    ] {
        moments.push((words, calendar.add_working_days(now, days)));
    }
    let text = |at: Instant, words: &str| format!("{words}: {}", when::day(at, now, zone));
    moments.into_iter().map(|(words, at)| (at.to_string(), text(at, words))).collect()
}

/// A moment: one of the presets, or date and time in the viewer's zone.
pub fn moment(
    form: &Form<'_>,
    path: &str,
    legend: &str,
    hint: &str,
    presets: &[(String, String)],
) -> Markup {
    let chosen = form.kept.get(path).unwrap_or_default();
    let (date, time) = (format!("{path}.date"), format!("{path}.time"));
    let (day, hour) = (form.kept.get(&date), form.kept.get(&time));
    let other = day.is_some_and(|day| !day.is_empty()) || hour.is_some_and(|h| !h.is_empty());
    let first = id(path);
    let controls = html! {
        @for (n, (value, text)) in presets.iter().enumerate() {
            @let this = if n == 0 { first.clone() } else { format!("{first}-{n}") };
            div.choice {
                input id=(this) type="radio" name=(path) value=(value)
                    checked[!other && chosen == value];
                label for=(this) { (text) }
            }
        }
        div.choice {
            input id={ (first) "-other" } type="radio" name=(path) value="" checked[other];
            label for={ (first) "-other" } { (say!("request-choices-at-another-time")) }
        }
        div.parts.indented {
            div {
                label for={ (first) "-date" } { (say!("request-choices-date")) }
                input.input.short id={ (first) "-date" } name=(date) type="date" value=[day];
            }
            div {
                label for={ (first) "-time" } { (say!("request-choices-time")) }
                input.input.short id={ (first) "-time" } name=(time) type="time" value=[hour];
            }
        }
    };
    group(form, path, legend, hint, &controls)
}

/// The moment that is chosen or typed so far.
pub fn moment_of(form: &Form<'_>, path: &str, zone: &TimeZone) -> Option<Instant> {
    let typed = |path: &str| form.kept.get(path).unwrap_or_default().to_owned();
    let (date, time) = (typed(&format!("{path}.date")), typed(&format!("{path}.time")));
    let text = if date.is_empty() { typed(path) } else { format!("{date}T{time}") };
    crate::input::time(&text, Some(zone))
}

/// A moment as the boxes for date and time show it.
pub fn boxes(path: &str, at: Instant, zone: &TimeZone) -> [(String, String); 2] {
    let local = at.timestamp().to_zoned(zone.clone());
    [
        (format!("{path}.date"), local.strftime("%Y-%m-%d").to_string()),
        (format!("{path}.time"), local.strftime("%H:%M").to_string()),
    ]
}

/// The moment that was asked for, if what was typed is the same to the minute: boxes for date and
/// time know no seconds.
pub fn to_the_minute(typed: Option<Instant>, asked: Option<Instant>) -> Option<Instant> {
    let minute = |at: Instant| at.millis().div_euclid(60_000);
    match (typed, asked) {
        (Some(typed), Some(asked)) if minute(typed) == minute(asked) => Some(asked),
        (typed, _) => typed,
    }
}

pub fn samples() -> Vec<Sample> {
    static SHAPE: Shape =
        Shape::new("Choices", &[Field::text("mode", 20), Field::time("needed_by")]);
    let refusal = Refusal::invalid("needed_by", "missing", "Say by when it is needed.");
    let kept = Kept::new(vec![
        ("mode".to_owned(), "inform".to_owned()),
        ("needed_by.date".to_owned(), "2026-12-01".to_owned()),
    ]);
    let form = Form { shape: &SHAPE, kept: &kept, refusal: Some(&refusal), advice: &[] };
    let modes = [
        ("inform", "Tell them something", "They owe you nothing."),
        ("delegate", "Ask them to do a part", "They do one thing and report back."),
    ];
    let presets = [("2026-11-23T17:30:00Z".to_owned(), "Today: 17:30".to_owned())];
    let legend = "By when is it needed?";
    vec![
        Sample::new("explained choices", explained(&form, "mode", "What do you want?", &modes)),
        Sample::new(
            "moment with presets",
            moment(&form, "needed_by", legend, "In your own time zone.", &presets),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn presets_are_working_days_and_say_their_moment() {
        let zone = TimeZone::get("Europe/London").unwrap();
        let friday = at("2026-11-20T10:00:00Z");
        let presets = presets(friday, &zone, &Calendar::standard());
        let texts: Vec<&str> = presets.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts[0], "Today: 17:00");
        assert_eq!(texts[1], "The next working day: Mon 23 Nov, 17:30");
        assert_eq!(presets[1].0, "2026-11-23T17:30:00Z");
        let evening = self::presets(at("2026-11-20T20:00:00Z"), &zone, &Calendar::standard());
        assert!(evening[0].1.starts_with("The next working day"));
    }

    #[test]
    fn a_time_is_compared_to_the_minute() {
        let asked = Some(at("2026-12-01T17:00:31Z"));
        assert_eq!(to_the_minute(Some(at("2026-12-01T17:00:00Z")), asked), asked);
        let later = Some(at("2026-12-01T17:01:00Z"));
        assert_eq!(to_the_minute(later, asked), later);
    }
}
