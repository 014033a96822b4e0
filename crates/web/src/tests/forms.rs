//! A form of a page: what was typed is kept, and shown again with what is wrong.

use baton_core::catalogue::Word;
use baton_core::refusal::{Code, Refusal};
use maud::html;

use super::world::{Browser, PASSWORD, World};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Route, Table};
use crate::shape::{Field, Kind, Shape};
use crate::ui;

static ASK: Shape = Shape::new(
    "Ask",
    &[
        Field::lines("need", 40)
            .label(Word::new("What do you need?"))
            .ask(Word::new("Say what you need."))
            .required(),
        Field::time("needed_by").label(Word::new("Needed by")).required(),
        Field::list("shared", &Kind::Choice(&["phone", "address"]), 2).label(Word::new("Share")),
    ],
);

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let form = ctx.form(&ASK);
        let fields = html! {
            (form.lines("need", 4))
            (form.moment("needed_by"))
            (form.boxes("shared", &[("phone", "Phone"), ("address", "Address")]))
            (ui::button::main("Send"))
        };
        let main = ui::form::post(&ctx.token, "/asks", &fields);
        Ok(Answer::page(Page::new("Ask", main).at(Place::FromUs)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if ctx.input.words("need") == "too late" {
            return Err(Refusal::new(Code::IllegalMove, "It has ended; reopen it first.").into());
        }
        if ctx.input.words("need") == "my key" {
            let name = axum::http::HeaderName::from_static("x-key");
            return Ok(Answer::redirect("/").header(name, ctx.key.as_deref().unwrap_or_default()));
        }
        let shared: Vec<&str> = ctx.input.texts("shared").collect();
        let due = ctx.input.time("needed_by").map(|at| at.to_string()).unwrap_or_default();
        Ok(Answer::redirect("/asks/new").told(format!("Sent: {due} {}", shared.join("+"))))
    })
}

static PROBES: Table = &[
    crate::session::sign_in::ROUTES,
    &[
        Route::get("/asks/new", "asks.new", Access::SignedIn, new),
        Route::post("/asks", "asks.create", Access::SignedIn, create).body(&ASK).again(new),
    ],
];

async fn browser(world: &World) -> Browser<'_> {
    let mut browser = Browser::new(world);
    let fields = [("email", "priya@example.org"), ("password", PASSWORD)];
    browser.fill("/sign-in", "/sign-in", &fields).await;
    browser
}

#[tokio::test]
async fn a_form_with_errors_is_shown_again_with_what_was_typed() {
    let world = World::new(PROBES);
    let mut browser = browser(&world).await;
    let typed = [
        ("need", "A <b>kettle</b>\r\nby Friday, and more than forty characters"),
        ("needed_by.date", "2026-12-01"),
        ("shared", "address"),
    ];
    let reply = browser.fill("/asks/new", "/asks", &typed).await;
    assert_eq!(reply.status.as_u16(), 422);
    let text = &reply.text;
    assert!(text.contains("<title>Error: Ask"));
    assert!(text.find("There is a problem").unwrap() < text.find("<h1>").unwrap());
    assert!(text.contains("A &lt;b&gt;kettle&lt;/b&gt;\nby Friday"));
    assert!(text.contains("value=\"2026-12-01\""));
    assert!(text.contains("value=\"address\" checked"));
    for field in ["f-need", "f-needed_by"] {
        assert!(text.contains(&format!("href=\"#{field}\"")), "{field} is in the summary");
        assert!(text.contains(&format!("id=\"{field}\"")), "{field} is on the page");
    }
    assert!(!text.contains("required"), "what is missing is said by the server");
}

#[tokio::test]
async fn a_rule_that_says_no_is_told_above_the_form_and_nothing_typed_is_lost() {
    let world = World::new(PROBES);
    let mut browser = browser(&world).await;
    let typed = [("need", "too late"), ("needed_by", "2026-12-01T17:00")];
    let reply = browser.fill("/asks/new", "/asks", &typed).await;
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text.contains("It has ended; reopen it first."));
    assert!(reply.text.contains(">\ntoo late</textarea>"));
}

#[tokio::test]
async fn a_time_in_a_form_is_the_viewers_own_and_boxes_of_one_name_are_a_list() {
    let world = World::new(PROBES);
    let mut browser = browser(&world).await;
    let typed = [
        ("need", "A kettle"),
        ("needed_by.date", "2027-06-01"),
        ("needed_by.time", "17:00"),
        ("shared", "phone"),
        ("shared", "address"),
    ];
    let reply = browser.fill("/asks/new", "/asks", &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = browser.get("/asks/new").await.text;
    assert!(page.contains("Sent: 2027-06-01T16:00:00Z phone+address"), "five in London in June");
}

#[tokio::test]
async fn a_form_sent_twice_carries_one_key_and_shown_again_another() {
    let world = World::new(PROBES);
    let mut browser = browser(&world).await;
    let mut keys = Vec::new();
    for _ in 0..2 {
        let token = super::world::hidden(&browser.get("/asks/new").await.text).unwrap_or_default();
        for _ in 0..2 {
            let typed = [("need", "my key"), ("needed_by", "2026-12-01T17:00")];
            let reply = browser.post("/asks", &token, &typed, &[]).await;
            keys.push(reply.header("x-key").to_owned());
        }
    }
    assert!(!keys[0].is_empty() && keys[0] == keys[1] && keys[2] == keys[3]);
    assert_ne!(keys[0], keys[2]);
}

#[tokio::test]
async fn a_form_sent_after_the_session_ended_leads_to_signing_in() {
    let world = World::new(PROBES);
    let mut browser = browser(&world).await;
    world.fake.sessions.lock().unwrap().clear();
    let reply = browser.post("/asks", "old", &[("need", "x")], &[]).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/sign-in"));
    assert!(browser.get("/sign-in").await.text.contains("What you sent was not done"));
}
