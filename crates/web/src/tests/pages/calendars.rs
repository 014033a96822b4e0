//! Calendars by page: made with hours as people write them, changed from a day on, looked at.

use baton_core::access::Who;
use baton_core::directory::{Command, Role};

use super::super::house::{House, PRIYA, TOM};
use super::seen;

/// Priya is an administrator.
async fn kept() -> House {
    let house = House::new().await;
    let id = house.person(PRIYA);
    let mut record = house.desk.directory().person_record(id).unwrap();
    record.roles.push(Role::Administrator);
    let command = Command::SetPerson { id: Some(id), record };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    house
}

const TYPED: [(&str, &str); 9] = [
    ("name", "Depot"),
    ("zone", "Europe/London"),
    ("monday", "9-12.30, 1.30pm-5.30pm"),
    ("tuesday", "24 hours"),
    ("wednesday", "22-6"),
    ("thursday", "closed"),
    ("friday", "9am to 5pm"),
    ("saturday", "closed"),
    ("sunday", "closed"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let other = |name: &str| !more.iter().any(|(of, _)| *of == name);
    let mut typed: Vec<_> = TYPED.into_iter().filter(|(name, _)| other(name)).collect();
    typed.extend_from_slice(more);
    typed
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_is_made_with_hours_as_people_write_them_and_said_back() {
    let house = kept().await;
    let mut priya = house.browser(PRIYA).await;
    let typed = with(&[("holidays", "SC")]);
    let done = priya.fill("/calendars/new", "/calendars", &typed).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    let book = house.desk.calendar_book();
    let at = format!("/calendars/{}", book.named("depot").unwrap().id);
    let page = seen(&priya.get(&at).await.text);
    for said in [
        "Mon 09:00 to 12:30 and 13:30 to 17:30; Tue 24 hours; Wed 22:00 to 06:00 the next day",
        "closed on bank holidays of Scotland",
        "Since ever",
        "Holds now",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let mut tom = house.browser(TOM).await;
    let list = tom.get("/calendars").await.text;
    assert!(list.contains("Depot") && list.contains("Standard"), "{list}");
    assert!(!list.contains("/calendars/new"), "Tom makes none");
    assert_eq!(tom.get("/calendars/new").await.status.as_u16(), 403);
    assert_eq!(tom.get(&format!("{at}/revision/new")).await.status.as_u16(), 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_are_not_understood_stand_beside_their_box_as_they_were_typed() {
    let house = kept().await;
    let mut priya = house.browser(PRIYA).await;
    let typed = with(&[("monday", "9-5"), ("friday", "09:00-13:00, 12:00-17:00")]);
    let reply = priya.fill("/calendars/new", "/calendars", &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("href=\"#f-monday\"") && reply.text.contains("value=\"9-5\""));
    assert!(seen(&reply.text).contains("may be meant in two ways"), "{}", reply.text);
    let typed = with(&[("friday", "09:00-13:00, 12:00-17:00")]);
    let reply = priya.fill("/calendars/new", "/calendars", &typed).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text.contains("href=\"#f-friday\""), "{}", reply.text);
    assert!(seen(&reply.text).contains("On Friday, 09:00 to 13:00 and 12:00 to 17:00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_differs_is_a_line_and_one_that_is_over_is_refused() {
    let house = kept().await;
    let mut priya = house.browser(PRIYA).await;
    priya.fill("/calendars/new", "/calendars", &with(&[])).await;
    let at = format!("/calendars/{}", house.desk.calendar_book().named("Depot").unwrap().id);
    let (form, action) = (format!("{at}/revision/new"), format!("{at}/revision"));
    let week = || with(&[]).into_iter().filter(|(name, _)| *name != "zone");
    let fill = |days: &'static str| {
        let mut typed: Vec<_> = week().collect();
        typed.extend([("from", "2099-01-01"), ("days", days)]);
        typed
    };
    let refused = priya.fill(&form, &action, &fill("3 May 2020: closed")).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text);
    assert!(refused.text.contains("href=\"#f-days\""), "{}", refused.text);
    let refused = priya.fill(&form, &action, &fill("Christmas closed")).await;
    assert!(
        seen(&refused.text).contains("does not begin with a day that there is"),
        "{}",
        refused.text
    );
    let done = priya.fill(&form, &action, &fill("24 December 2098: 9-12\n2099-01-02 closed")).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("24 December 2098: 09:00 to 12:00"), "{page}");
    let history = page.split("changed the calendar").nth(1).unwrap_or_default();
    assert!(history.contains("2 January 2099: closed"), "what changed is told: {page}");
    assert_eq!(house.desk.calendar_book().named("Depot").unwrap().now.set.hours.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn holidays_of_a_file_are_looked_at_before_they_are_kept() {
    let house = kept().await;
    let mut priya = house.browser(PRIYA).await;
    priya.fill("/calendars/new", "/calendars", &with(&[])).await;
    let at = format!("/calendars/{}", house.desk.calendar_book().named("Depot").unwrap().id);
    let (form, action) = (format!("{at}/holidays/new"), format!("{at}/holidays"));
    let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20980707\nSUMMARY:Fair\n\
                END:VEVENT\nEND:VCALENDAR";
    let bad = file.replace("20980707", "20981307");
    let refused = priya.fill(&form, &action, &[("name", "City"), ("icalendar", &bad)]).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text);
    assert!(seen(&refused.text).contains("Line 3: this is not a date."), "{}", refused.text);
    let typed = [("name", "City"), ("icalendar", file)];
    let looked = priya.fill(&form, &action, &typed).await;
    assert_eq!(looked.status.as_u16(), 200, "{}", looked.text);
    assert!(seen(&looked.text).contains("One day was read"), "{}", looked.text);
    assert!(looked.text.contains("value=\"City\""), "the form still holds the name");
    assert!(looked.text.contains("SUMMARY:Fair\nEND:VEVENT"), "and the file");
    let nameless = priya.fill(&form, &action, &[("icalendar", file)]).await;
    assert!(
        seen(&nameless.text).contains("Say what these holidays are called."),
        "{}",
        nameless.text
    );
    assert!(house.desk.calendar_book().named("Depot").unwrap().now.set.sets.is_empty());
    let sure = [("name", "City"), ("icalendar", file), ("sure", "true")];
    let done = priya.fill(&form, &action, &sure).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    let year = priya.get(&format!("{at}/year/2098")).await.text;
    assert!(seen(&year).contains("Mon 7: Fair, closed"), "{year}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_says_of_each_day_what_it_is_and_a_trial_why() {
    let house = kept().await;
    let mut tom = house.browser(TOM).await;
    let year = tom.get("/calendars/standard/year/2026").await.text;
    assert_eq!(year.matches("<table class=\"month-days\"").count(), 12);
    assert_eq!(year.matches("<time datetime=\"2026-").count(), 365);
    let said = seen(&year);
    for words in ["Fri 25: Christmas Day, closed", "the clocks go back", "09:00 to 17:30"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(year.contains("/calendars/standard/year/2025"));
    assert_eq!(tom.get("/calendars/standard/year/soon").await.status.as_u16(), 404);
    let trial = "/calendars/standard/due?start=2026-04-02T16%3A00&target=2%20h";
    let page = seen(&tom.get(trial).await.text);
    assert!(page.contains("Due Tuesday 7 April 2026, 09:30"), "{page}");
    assert!(page.contains("Good Friday"), "{page}");
    let days = tom.get("/calendars/standard/due?start=2026-04-02T16%3A00&target=1%20day").await;
    assert!(seen(&days.text).contains("never given in days"), "{}", days.text);
}
