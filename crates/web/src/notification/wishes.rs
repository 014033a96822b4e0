//! How somebody wants to be told: by topic, and at which hours mail may come.

use baton_core::catalogue::Word;
use baton_core::notice::{Choice, Days, Frame, Hours, Mail, Topic, Wishes};
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::{Markup, html};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::ui;
use crate::ui::crumbs::crumbs;
use crate::view::{MAYBE_TEXT, view};

const PATH: &str = "/notifications/settings";
const WAYS: &[&str] = &["at_once", "hourly", "daily", "page_only", "mail_only", "off"];
fn weekdays() -> [(&'static str, &'static str); 7] {
    [
        ("mon", say!("notification-wishes-monday")),
        ("tue", say!("notification-wishes-tuesday")),
        ("wed", say!("notification-wishes-wednesday")),
        ("thu", say!("notification-wishes-thursday")),
        ("fri", say!("notification-wishes-friday")),
        ("sat", say!("notification-wishes-saturday")),
        ("sun", say!("notification-wishes-sunday")),
    ]
}
const DAY_NAMES: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub static WISHES: Shape = Shape::new(
    "NotificationSettings",
    &[
        way("requests", word!("notification-wishes-a-request-has-arrived-or-was")),
        way("moves", word!("notification-wishes-a-request-is-yours-to-move")),
        way("cases", word!("notification-wishes-a-case-was-given-to-you")),
        way("mentions", word!("notification-wishes-somebody-named-you-in-a-note")),
        way("escalations", word!("notification-wishes-something-was-escalated-or-a")),
        way("due", word!("notification-wishes-something-is-due-soon-or"))
            .hint(word!("notification-wishes-you-own-the-clock-so-this")),
        clock("work_from", word!("notification-wishes-from"))
            .hint(word!("notification-wishes-like-09-00-empty-mail-may")),
        clock("work_to", word!("notification-wishes-to")),
        Field::list("work_days", &Kind::Choice(DAY_NAMES), 7)
            .label(word!("notification-wishes-on")),
        clock("quiet_from", word!("notification-wishes-from"))
            .hint(word!("notification-wishes-like-22-00-empty-there-are")),
        clock("quiet_to", word!("notification-wishes-to")),
        clock("digest_at", word!("notification-wishes-the-daily-letter-comes-at"))
            .hint(word!("notification-wishes-like-08-00")),
    ],
);

const fn way(name: &'static str, label: Word) -> Field {
    Field::choice(name, WAYS).label(label)
}

const fn clock(name: &'static str, label: Word) -> Field {
    Field::text(name, 5).label(label)
}

view! {
    WishesView as WISHES_THING "NotificationChoices" {
        "requests" requests: &'static str = Out::Choice(WAYS),
        "moves" moves: &'static str = Out::Choice(WAYS),
        "cases" cases: &'static str = Out::Choice(WAYS),
        "mentions" mentions: &'static str = Out::Choice(WAYS),
        "escalations" escalations: &'static str = Out::Choice(WAYS),
        "due" due: &'static str = Out::Choice(WAYS),
        "work_from" work_from: Option<String> = MAYBE_TEXT,
        "work_to" work_to: Option<String> = MAYBE_TEXT,
        "work_days" work_days: Vec<&'static str> = Out::List(&Out::Choice(DAY_NAMES)),
        "quiet_from" quiet_from: Option<String> = MAYBE_TEXT,
        "quiet_to" quiet_to: Option<String> = MAYBE_TEXT,
        "digest_at" digest_at: String = Out::Text,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get(
        "/api/v1/notifications/settings",
        "notifications.settings.show",
        Access::SignedIn,
        show,
    )
    .summary("How you want to be told")
    .answers(&[Reply::ok("What you have chosen", &Out::Thing(&WISHES_THING))]),
    Route::post(
        "/api/v1/notifications/settings",
        "notifications.settings.create",
        Access::SignedIn,
        create,
    )
    .summary("Choose how you want to be told; what is left out stays")
    .body(&WISHES)
    .answers(&[Reply::ok("What you have chosen", &Out::Thing(&WISHES_THING))]),
    Route::get(PATH, "pages.notifications.settings.show", Access::SignedIn, form)
        .summary("The form to choose how you want to be told")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "pages.notifications.settings.create", Access::SignedIn, keep)
        .summary("Choose how you want to be told")
        .body(&WISHES)
        .again(form)
        .answers(&[Reply::bare(303, "Kept")]),
];

/// A choice as one word.
fn word(choice: Choice) -> &'static str {
    match (choice.shown, choice.mail) {
        (true, Mail::AtOnce) => "at_once",
        (true, Mail::Hourly) => "hourly",
        (true, Mail::Daily) => "daily",
        (true, Mail::Never) => "page_only",
        (false, Mail::Never) => "off",
        (false, _) => "mail_only",
    }
}

fn choice(word: &str) -> Option<Choice> {
    let of = |shown, mail| Some(Choice { shown, mail });
    match word {
        "at_once" => of(true, Mail::AtOnce),
        "hourly" => of(true, Mail::Hourly),
        "daily" => of(true, Mail::Daily),
        "page_only" => of(true, Mail::Never),
        "mail_only" => of(false, Mail::AtOnce),
        "off" => of(false, Mail::Never),
        _ => None,
    }
}

/// `09:30`.
fn said(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A minute of the day, however it is written: `9`, `9:30`, `0930`, `09.30`.
fn minute(ctx: &Ctx, field: &str) -> Result<Option<u16>, Refusal> {
    let Some(text) = ctx.input.text(field).map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let wrong = || {
        Refusal::invalid(field, "not_a_time", say!("notification-wishes-write-the-time-like-09-30"))
    };
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() > 2 && text.is_ascii() => text.split_at(text.len() - 2),
        None => (text, "0"),
    };
    let (hour, minute): (u16, u16) =
        (hour.parse().map_err(|_| wrong())?, minute.parse().map_err(|_| wrong())?);
    if hour > 23 || minute > 59 { Err(wrong()) } else { Ok(Some(hour * 60 + minute)) }
}

fn frame(ctx: &Ctx, from: &'static str, to: &'static str) -> Result<Option<Frame>, Refusal> {
    let missing = |field: &str| {
        Refusal::invalid(
            field,
            "missing",
            say!("notification-wishes-give-both-the-beginning-and-the"),
        )
    };
    match (minute(ctx, from)?, minute(ctx, to)?) {
        (Some(begin), Some(end)) => Ok(Some(Frame::new(begin, end))),
        (None, None) => Ok(None),
        (Some(_), None) => Err(missing(to)),
        (None, Some(_)) => Err(missing(from)),
    }
}

/// Keeps what was sent. What a form left out was emptied; what a program left out stays.
async fn set(ctx: &Ctx) -> Result<(), Trouble> {
    let (desk, person) = (ctx.desk()?, ctx.viewer()?.person);
    let mut wishes = desk.wishes(person);
    for topic in Topic::ALL {
        if let Some(choice) = ctx.input.text(topic.name()).and_then(choice) {
            wishes.set(*topic, choice);
        }
    }
    let form = !ctx.route.is_api();
    let given = |names: &[&str]| form || names.iter().any(|name| ctx.input.has(name));
    if given(&["work_from", "work_to"]) {
        wishes.hours.work = frame(ctx, "work_from", "work_to")?;
    }
    if given(&["quiet_from", "quiet_to"]) {
        wishes.hours.quiet = frame(ctx, "quiet_from", "quiet_to")?;
    }
    if given(&["work_days"]) {
        wishes.hours.days = days(ctx);
    }
    if let Some(minute) = minute(ctx, "digest_at")? {
        wishes.hours.digest_at = minute;
    }
    Ok(desk.set_wishes(person, wishes).await?)
}

fn days(ctx: &Ctx) -> Days {
    let ticked: Vec<&str> = ctx.input.texts("work_days").collect();
    let bits = weekdays().into_iter().enumerate().filter(|(_, (name, _))| ticked.contains(name));
    Days::from_bits(bits.fold(0, |bits, (place, _)| bits | (1 << place)))
}

fn day_names(days: Days) -> Vec<&'static str> {
    let named = (0_u8..).zip(weekdays()).filter(|(place, _)| days.has(*place));
    named.map(|(_, (name, _))| name).collect()
}

fn answer(ctx: &Ctx) -> Result<Answer, Trouble> {
    let wishes = ctx.desk()?.wishes(ctx.viewer()?.person);
    let Hours { work, days, quiet, digest_at } = wishes.hours;
    let of = |topic| word(wishes.of(topic));
    Answer::json(&WishesView {
        requests: of(Topic::Requests),
        moves: of(Topic::Moves),
        cases: of(Topic::Cases),
        mentions: of(Topic::Mentions),
        escalations: of(Topic::Escalations),
        due: of(Topic::Due),
        work_from: work.map(|frame| said(frame.from)),
        work_to: work.map(|frame| said(frame.to)),
        work_days: day_names(days),
        quiet_from: quiet.map(|frame| said(frame.from)),
        quiet_to: quiet.map(|frame| said(frame.to)),
        digest_at: said(digest_at),
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move { answer(&ctx) })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        set(&ctx).await?;
        answer(&ctx)
    })
}

fn keep(ctx: Ctx) -> Pending {
    Box::pin(async move {
        set(&ctx).await?;
        Ok(Answer::redirect(PATH).told(say!("notification-wishes-your-choices-are-kept")))
    })
}

fn form(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let start = start(&ctx.desk()?.wishes(ctx.viewer()?.person));
        let main = html! {
            p.lead { (say!("notification-wishes-you-are-told-once-of-each")) }
            (ui::form::post(&ctx.token, PATH, &fields(&ctx, &start)))
        };
        let page =
            Page::new(say!("notification-wishes-how-you-want-to-be-told"), main).at(Place::More);
        let way = crumbs(&[
            (say!("notification-wishes-more"), "/more"),
            (say!("notification-wishes-notifications"), "/notifications"),
        ]);
        Ok(Answer::page(page.above(way)))
    })
}

fn start(wishes: &Wishes) -> Kept {
    let pair = |name: &str, value: String| (name.to_owned(), value);
    let mut start: Vec<(String, String)> =
        Topic::ALL.iter().map(|topic| pair(topic.name(), word(wishes.of(*topic)).into())).collect();
    let hours = &wishes.hours;
    for (frame, from, to) in
        [(hours.work, "work_from", "work_to"), (hours.quiet, "quiet_from", "quiet_to")]
    {
        if let Some(frame) = frame {
            start.extend([pair(from, said(frame.from)), pair(to, said(frame.to))]);
        }
    }
    start.extend(day_names(hours.days).into_iter().map(|day| pair("work_days", day.to_owned())));
    start.push(pair("digest_at", said(hours.digest_at)));
    Kept::new(start)
}

fn fields(ctx: &Ctx, start: &Kept) -> Markup {
    let form = ctx.form(&WISHES).starting(start);
    let ways = [
        ("at_once", say!("notification-wishes-on-the-page-and-by-mail")),
        ("hourly", say!("notification-wishes-on-the-page-and-in-an")),
        ("daily", say!("notification-wishes-on-the-page-and-in-a")),
        ("page_only", say!("notification-wishes-on-the-page-only")),
        ("mail_only", say!("notification-wishes-by-mail-only")),
        ("off", say!("notification-wishes-not-at-all")),
    ];
    html! {
        h2 { (say!("notification-wishes-what-about")) }
        @for topic in Topic::ALL {
            @let choices = if topic.is_owed() { ways.get(..3) } else { Some(&ways[..]) };
            (form.select(topic.name(), choices.unwrap_or_default()))
        }
        h2 { (say!("notification-wishes-working-hours")) }
        p.muted { (say!("notification-wishes-outside-of-them-mail-waits")) }
        div.parts { (form.text("work_from")) (form.text("work_to")) }
        (form.boxes("work_days", &weekdays()))
        h2 { (say!("notification-wishes-quiet-hours")) }
        p.muted { (say!("notification-wishes-in-them-mail-waits-unless-it")) }
        div.parts { (form.text("quiet_from")) (form.text("quiet_to")) }
        h2 { (say!("notification-wishes-letters-that-gather")) }
        (form.text("digest_at"))
        (ui::button::main(say!("notification-wishes-keep")))
    }
}
