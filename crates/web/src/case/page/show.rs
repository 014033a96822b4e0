//! A case: who has the ball, its requests as a relay, and the story so far.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::kinds::{MessageKind, Priority};
use baton_core::case::moves::{CaseMove, moves};
use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::frame::at;
use super::joined::{self, Part};
use super::{Ball, ball, lanes, story};
use crate::answer::Answer;
use crate::case::page::beside::{self, Beside};
use crate::ctx::Ctx;
use crate::keys;
use crate::page::{Live, Page, Place};
use crate::presence::{self, Doing, Thing};
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::snooze;
use crate::ui;
use crate::ui::lane::{CustomerLine, Lane};
use crate::ui::status::{Status, tag_saying};
use crate::ui::story::Entry;
use crate::undo::{self, Held, Window};

pub const ROUTES: &[Route] =
    &[Route::get("/cases/{id}", "pages.cases.show", Access::SignedIn, show)
        .summary("A case as a page")
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = match reach::case(&ctx, ctx.param("id")).await {
            Err(Trouble::Refused(_)) => return super::elsewhere::page(&ctx).await,
            other => other?,
        };
        let history = ctx.desk()?.history(&case).await?;
        let file = reach::file(&ctx, case).await?;
        let printed = ui::printed::head(
            &ctx,
            &file.case.reference(),
            &[file.directory.department_name(file.case.department)],
        );
        let undo = undo::waiting(&ctx, &file.case).await?;
        let asleep = snooze::asleep(&ctx).await?.case(file.case.id);
        let parts = joined::parts(&ctx, &file.case).await?;
        let mut page = view(&ctx, &file, story::entries(&ctx, &file, &history), parts)?.page();
        page.undo = undo;
        page.main = html! { (snooze::note(&ctx, &at(&file.case, ""), asleep)) (page.main) };
        let thing = Thing::Case(file.case.id);
        let page = page.printed(printed).live(Live::Things(vec![file.case.id.to_string()]));
        Ok(Answer::page(page.presence(presence::line(&ctx, thing, Doing::Viewing)?)))
    })
}

/// A case as one reader sees it now.
pub struct View {
    reference: String,
    subject: String,
    /// Address of the case.
    href: String,
    tags: Vec<(Status, String)>,
    facts: String,
    ball: Ball,
    /// What may be done now: text and address.
    acts: Vec<(&'static str, String)>,
    lanes: Vec<Lane>,
    customer: Option<CustomerLine>,
    may_raise: bool,
    story: Vec<Entry>,
    /// The cases that were merged into this one.
    parts: Vec<Part>,
    beside: Beside,
    now: Instant,
    zone: TimeZone,
}

fn view(ctx: &Ctx, file: &File, story: Vec<Entry>, parts: Vec<Part>) -> Result<View, Trouble> {
    let (case, desk) = (&*file.case, ctx.desk()?);
    let legal = moves(case, &ctx.who);
    let ball = ball(file, &ctx.who, desk.calendar());
    let acts = acts(file, &legal, &ball);
    Ok(View {
        reference: case.reference(),
        subject: file.texts.show(case.subject).to_owned(),
        href: at(case, ""),
        tags: tags(file),
        facts: facts(ctx, file),
        ball,
        acts,
        lanes: lanes::lanes(ctx, file, desk.calendar()),
        customer: lanes::customer(file),
        may_raise: legal.contains(&CaseMove::Raise),
        story,
        parts,
        beside: beside::beside(ctx, file, &legal),
        now: ctx.now,
        zone: ctx.zone(),
    })
}

fn tags(file: &File) -> Vec<(Status, String)> {
    let case = &*file.case;
    let (status, word) = ui::words::standing(case.standing());
    let mut tags = vec![(status, word.to_owned())];
    if matches!(case.priority, Priority::High | Priority::Urgent) {
        let word = format!("{} priority", ui::words::priority(case.priority));
        tags.push((Status::DueSoon, word));
    }
    if !case.is_over() && super::ball::untold(case) {
        tags.push((Status::Answered, "Answer to pass on".to_owned()));
    }
    tags
}

fn facts(ctx: &Ctx, file: &File) -> String {
    let case = &*file.case;
    let when = |at| ui::when::words(at, ctx.now, &ctx.zone());
    let told = match (case.is_internal(), case.told()) {
        (true, _) => "Internal: no customer to tell".to_owned(),
        (false, Some(told)) => format!("Outcome told {}", when(told.at)),
        (false, None) => "Outcome not told yet".to_owned(),
    };
    let owner = file.directory.person_name(case.owner);
    format!("Owned by {owner} · received {} · {told}", when(case.first_received()))
}

/// The acts that are legal now, without the one that the ball offers already.
fn acts(file: &File, legal: &[CaseMove], ball: &Ball) -> Vec<(&'static str, String)> {
    let case = &*file.case;
    let mut acts = Vec::new();
    let mut offer = |may: bool, text, below: &str| {
        if may {
            acts.push((text, at(case, below)));
        }
    };
    let has = |mv: CaseMove| legal.contains(&mv);
    let open = !case.is_over();
    let customer = !case.is_internal();
    offer(has(CaseMove::AddMessage) && customer, "Reply", "messages/new?kind=reply");
    offer(has(CaseMove::TellCustomer), "Tell the customer", "customer-updates/new");
    offer(has(CaseMove::Raise), "Ask another department", "requests/new");
    offer(case.merger.is_none(), "Write a note", "messages/new?kind=note");
    offer(has(CaseMove::AddMessage) && customer, "Log a call", "messages/new?kind=call");
    offer(has(CaseMove::AddMessage) && customer, "Log what came in", "messages/new?kind=inbound");
    offer(has(CaseMove::Close), "Close the case", "closure/new");
    offer(open && !has(CaseMove::Close), "What is missing to close", "closure/new");
    offer(has(CaseMove::Reopen), "Reopen", "reopening/new");
    offer(has(CaseMove::Merge), "Merge with another case", "merger/new");
    offer(has(CaseMove::Separate), "Take the merger back", "separation/new");
    offer(open, "Snooze", "snooze/new");
    let path = |href: &str| href.split('?').next().unwrap_or_default().to_owned();
    if let Some((_, main)) = &ball.act {
        acts.retain(|(_, href)| href.contains('=') || path(href) != path(main));
    }
    acts
}

impl View {
    pub fn page(&self) -> Page {
        Page::new(self.subject.clone(), self.main())
            .caption(self.reference.clone())
            .at(Place::Cases)
            .aside(self.beside.markup(self.now, &self.zone))
    }

    fn main(&self) -> Markup {
        html! {
            p.tags.case-tags { @for (status, word) in &self.tags { (tag_saying(*status, word)) } }
            p.muted.case-facts { (self.facts) }
            (self.ball())
            nav.buttons.acts aria-label="What you can do" {
                @for (text, href) in &self.acts {
                    a.button.small href=(href) data-press=[keys::of_case(href)] { (text) }
                }
            }
            (self.relay())
            h2 #story { "What happened" }
            @if self.story.is_empty() { p { "Nothing yet." } }
            (ui::story::story(&self.story, self.now, &self.zone))
            (joined::section(&self.parts, self.now, &self.zone))
        }
    }

    fn ball(&self) -> Markup {
        html! {
            section.ball.ball-ours[self.ball.ours] aria-label="Who has to move" {
                p.ball-text {
                    (self.ball.text)
                    @if let Some((reference, href)) = &self.ball.of {
                        " " a.ball-of href=(href) { (reference) }
                    }
                    @if let Some(due) = self.ball.due {
                        " " span.ball-due { (ui::when::due(due, self.now, &self.zone)) }
                    }
                }
                @if let Some((text, href)) = &self.ball.act {
                    (keys::keyed(keys::of_case(href), &ui::button::link(text, href)))
                }
            }
        }
    }

    fn relay(&self) -> Markup {
        html! {
            @if self.lanes.is_empty() && self.may_raise {
                p.muted {
                    "No other department has been asked. "
                    a href={ (self.href) "/requests/new" } { "Ask one" }
                    " when solving this takes more than yours."
                }
            }
            @if !self.lanes.is_empty() {
                h2 { "Requests to other departments" }
                (ui::lane::lanes(&self.lanes, self.customer.as_ref(), self.now, &self.zone))
                p.hint.lane-note { (ui::lane::TIMES) }
            }
        }
    }
}

/// Back to the case after its newest message was written. One that is about to leave is told by
/// the case itself, for as long as it can be taken back.
pub fn written(case: &Arc<Case>) -> Answer {
    let back = Answer::redirect(&at(case, ""));
    let Some(message) = case.messages.last() else { return back };
    if let Some(held) = Held::of(case.id, message) {
        return back.window(Window::Opened(held));
    }
    back.told(match message.kind {
        MessageKind::Note => "Your note is in the case. Only colleagues see it.",
        MessageKind::Call => "The call is logged.",
        MessageKind::Inbound => "What came in is logged.",
        MessageKind::Reply | MessageKind::Update => "It is recorded in the case.",
    })
}

pub fn samples() -> Vec<Page> {
    let at = Instant::from_millis(1_796_144_400_000);
    let ball = Ball {
        text: "Logistics has the ball: to deliver.".to_owned(),
        of: Some(("C-1042/2".to_owned(), "/requests/2".to_owned())),
        ours: false,
        due: Some(at),
        act: None,
    };
    let view = View {
        reference: "C-1042".to_owned(),
        subject: "Kettle arrived broken".to_owned(),
        href: "/cases/1".to_owned(),
        tags: vec![(Status::Waiting, "With others".to_owned())],
        facts: "Owned by Priya Raman · received yesterday 16:40 · Outcome not told yet".to_owned(),
        ball,
        acts: vec![
            ("Reply", "/cases/1/messages/new?kind=reply".to_owned()),
            ("Write a note", "/cases/1/messages/new?kind=note".to_owned()),
        ],
        lanes: vec![ui::lane::sample(false)],
        customer: None,
        may_raise: true,
        story: Vec::new(),
        parts: vec![joined::sample()],
        beside: beside::sample(),
        now: at,
        zone: TimeZone::UTC,
    };
    vec![view.page()]
}
