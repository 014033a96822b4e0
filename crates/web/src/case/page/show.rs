//! A case: who has the ball, its requests as a relay, and the story so far.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::kinds::{MessageKind, Priority, Standing};
use baton_core::case::moves::{CaseMove, moves};
use baton_core::case::request::Request;
use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::frame::at;
use super::joined::{self, Part};
use super::{Ball, ball, clocks, following, lanes, story, wait};
use crate::advice;
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
use crate::tell;
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
        let mut view = view(&ctx, &file, story::entries(&ctx, &file, &history), parts)?;
        view.following = following::line(&ctx, &file).await?;
        let mut page = view.page();
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
    /// What is advised, where more is than to go on as it is.
    advised: Option<Markup>,
    /// What may be done now: text and address.
    acts: Vec<(&'static str, String)>,
    lanes: Vec<Lane>,
    customer: Option<CustomerLine>,
    /// The case that it follows, and the one that follows it.
    following: Markup,
    /// What the customer was promised.
    clocks: Markup,
    may_raise: bool,
    story: Vec<Entry>,
    /// The cases that were merged into this one.
    parts: Vec<Part>,
    beside: Beside,
    now: Instant,
    zone: TimeZone,
}

fn view(ctx: &Ctx, file: &File, story: Vec<Entry>, parts: Vec<Part>) -> Result<View, Trouble> {
    let case = &*file.case;
    let legal = moves(case, &ctx.who, ctx.now);
    let ball = ball(ctx, file);
    let acts = acts(ctx, file, &legal, &ball);
    Ok(View {
        reference: case.reference(),
        subject: file.texts.show(case.subject).to_owned(),
        href: at(case, ""),
        tags: tags(file),
        facts: facts(ctx, file),
        ball,
        advised: advised(ctx, file)?,
        acts,
        lanes: lanes::lanes(ctx, file),
        customer: lanes::customer(file),
        following: html! {},
        clocks: clocks::section(ctx, file)?,
        may_raise: legal.contains(&CaseMove::Raise),
        story,
        parts,
        beside: beside::beside(ctx, file, &legal),
        now: ctx.now,
        zone: ctx.zone(),
    })
}

/// What is advised on the case, where it asks for more than is being done.
fn advised(ctx: &Ctx, file: &File) -> Result<Option<Markup>, Trouble> {
    if file.case.is_over() {
        return Ok(None);
    }
    let view = advice::of_case(ctx, file)?;
    let so = view.if_so.as_ref().is_some_and(|so| so.level > 0 || !so.routes.is_empty());
    let known = view.advised.level > 0 || !view.advised.routes.is_empty();
    let escalated = file.case.requests.iter().map(Request::level).max().unwrap_or(0);
    let aside = view.found.iter().any(|found| found.set_aside.is_some());
    let more = so || (known && escalated < view.advised.level);
    if !more && !aside {
        return Ok(None);
    }
    let reader = advice::page::Reader { now: ctx.now, zone: &ctx.zone() };
    Ok(Some(html! {
        section.advised-banner aria-label=(say!("case-show-what-is-advised")) {
            @if more { (advice::page::told(&view, reader)) }
            @else { (advice::page::words(&view, true)) }
        }
    }))
}

fn tags(file: &File) -> Vec<(Status, String)> {
    let case = &*file.case;
    let (status, word) = ui::words::standing(case.standing());
    let waits = case.wait.filter(|_| case.standing() == Standing::Waiting);
    let word = waits.map_or(word, |wait| wait::whom(wait.on));
    let mut tags = vec![(status, word.to_owned())];
    if matches!(case.priority, Priority::High | Priority::Urgent) {
        let word = say!("case-show-priority", priority = ui::words::priority(case.priority));
        tags.push((Status::DueSoon, word));
    }
    if !case.is_over() && super::ball::untold(case) {
        tags.push((Status::Answered, say!("case-show-answer-to-pass-on").to_owned()));
    }
    tags
}

fn facts(ctx: &Ctx, file: &File) -> String {
    let case = &*file.case;
    let when = |at| ui::when::words(at, ctx.now, &ctx.zone());
    let told = match (case.is_internal(), case.told()) {
        (true, _) => say!("case-show-internal-no-customer-to-tell").to_owned(),
        (false, Some(told)) => say!("case-show-outcome-told", at = when(told.at)),
        (false, None) => say!("case-show-outcome-not-told-yet").to_owned(),
    };
    let owner = file.directory.person_name(case.owner);
    say!("case-show-owned-by-received", owner, first_received = when(case.first_received()), told)
}

/// The acts that are legal now, without the one that the ball offers already.
fn acts(ctx: &Ctx, file: &File, legal: &[CaseMove], ball: &Ball) -> Vec<(&'static str, String)> {
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
    offer(
        has(CaseMove::AddMessage) && customer,
        say!("case-show-reply"),
        "messages/new?kind=reply",
    );
    offer(has(CaseMove::TellCustomer), say!("case-show-tell-the-customer"), "customer-updates/new");
    offer(has(CaseMove::Raise), say!("case-show-ask-another-department"), "requests/new");
    offer(case.merger.is_none(), say!("case-show-write-a-note"), "messages/new?kind=note");
    offer(
        has(CaseMove::AddMessage) && customer,
        say!("case-show-log-a-call"),
        "messages/new?kind=call",
    );
    offer(
        has(CaseMove::AddMessage) && customer,
        say!("case-show-log-what-came-in"),
        "messages/new?kind=inbound",
    );
    offer(has(CaseMove::Wait), say!("case-wait-wait-for-somebody"), "wait/new");
    offer(has(CaseMove::Resume), say!("case-wait-go-on"), "resumption/new");
    offer(has(CaseMove::Close), say!("case-show-close-the-case"), "closure/new");
    offer(open && !has(CaseMove::Close), say!("case-show-what-is-missing-to-close"), "closure/new");
    offer(has(CaseMove::Reopen), say!("case-show-reopen"), "reopening/new");
    offer(has(CaseMove::Merge), say!("case-show-merge-with-another-case"), "merger/new");
    offer(has(CaseMove::Separate), say!("case-show-take-the-merger-back"), "separation/new");
    offer(open, say!("case-show-snooze"), "snooze/new");
    if case.rests_for_good(ctx.now) {
        acts.push(following::instead(case));
    }
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
            (self.following)
            (self.ball())
            @if let Some(advised) = &self.advised { (advised) }
            nav.buttons.acts aria-label=(say!("case-show-what-you-can-do")) {
                @for (text, href) in &self.acts {
                    a.button.small href=(href) data-press=[keys::of_case(href)] { (text) }
                }
            }
            (self.clocks)
            (self.relay())
            h2 #story { (say!("case-show-what-happened")) }
            @if self.story.is_empty() { p { (say!("case-show-nothing-yet")) } }
            (ui::story::story(&self.story, self.now, &self.zone))
            (joined::section(&self.parts, self.now, &self.zone))
        }
    }

    fn ball(&self) -> Markup {
        html! {
            section.ball.ball-ours[self.ball.ours] aria-label=(say!("case-show-who-has-to-move")) {
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
                    (tell!("case-show-no-other-department-has-been", link = html! { a href={ (self.href) "/requests/new" } { (say!("case-show-ask-one")) } }))
                }
            }
            @if !self.lanes.is_empty() {
                h2 { (say!("case-show-requests-to-other-departments")) }
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
        MessageKind::Note => say!("case-show-your-note-is-in-the-case"),
        MessageKind::Call => say!("case-show-the-call-is-logged"),
        MessageKind::Inbound => say!("case-show-what-came-in-is-logged"),
        MessageKind::Reply | MessageKind::Update => say!("case-show-it-is-recorded-in-the-case"),
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
        advised: None,
        acts: vec![
            ("Reply", "/cases/1/messages/new?kind=reply".to_owned()),
            ("Write a note", "/cases/1/messages/new?kind=note".to_owned()),
        ],
        lanes: vec![ui::lane::sample(false)],
        customer: None,
        following: html! {},
        clocks: html! {},
        may_raise: true,
        story: Vec::new(),
        parts: vec![joined::sample()],
        beside: beside::sample(),
        now: at,
        zone: TimeZone::UTC,
    };
    vec![view.page()]
}
