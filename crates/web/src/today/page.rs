//! The page Today.

use baton_core::case::kinds::StageName;
use baton_core::directory::Directory;
use baton_core::say;
use baton_core::time::{Instant, Span};
use baton_core::vault::erased;
use baton_store::rows::request::{RequestRow, Side};
use maud::{Markup, html};

use super::waiting::{LOOKED_AT, waiting};
use crate::admin::steps;
use crate::agreement;
use crate::agreement::page::ToSign;
use crate::answer::Answer;
use crate::case::page::{CaseLine, line, rows as case_lines};
use crate::ctx::Ctx;
use crate::decision::ToDecide;
use crate::draft;
use crate::page::{Live, Page, Place};
use crate::request::page::verdicts;
use crate::route::{Access, Pending, Reply, Route};
use crate::snooze;
use crate::tell;
use crate::ui;
use crate::ui::row::Row;
use crate::ui::status::Status;
use crate::ui::words::{capital, next, next_of, stage};

/// Most rows of one list here; the rest is one link away.
const SHOWN: usize = 10;
/// Most drafts here; the rest is one link away.
const DRAFTS: u32 = 5;

pub const ROUTES: &[Route] = &[Route::get("/", "pages.today.show", Access::SignedIn, show)
    .summary("What waits for you today")
    .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let asleep = snooze::asleep(&ctx).await?;
        let waiting = waiting(&ctx, &asleep).await?;
        let to_tell = case_lines(&ctx, first(&waiting.to_tell)).await?.into_iter();
        let to_tell = to_tell
            .map(|line| line.tagged(Status::Answered, say!("today-answer-to-pass-on")))
            .collect();
        let cases = case_lines(&ctx, first(&waiting.cases)).await?;
        let directory = ctx.desk()?.directory();
        let of = |rows: &[RequestRow], side| -> Vec<RequestLine> {
            first(rows).iter().map(|row| request_line(&ctx, &directory, row, side)).collect()
        };
        let mut to_us = of(&waiting.to_us, Side::ToUs);
        let acts = verdicts::of_rows(&ctx, first(&waiting.to_us), "/").await?;
        for (line, acts) in to_us.iter_mut().zip(acts) {
            line.acts = Some(acts);
        }
        let mut to_decide = ToDecide::mine(&ctx, LOOKED_AT).await?;
        to_decide.retain(|one| asleep.request(one.request).is_none());
        let dues: Vec<Instant> =
            waiting.dues().chain(to_decide.iter().map(|one| one.due)).collect();
        let decisions = to_decide.len();
        to_decide.truncate(SHOWN);
        let (sleeping, pressing) = snooze::today(&ctx, &asleep).await?;
        let view = View {
            drafts: draft::mine(&ctx, DRAFTS).await?,
            pressing,
            asleep: sleeping,
            token: ctx.token.to_string(),
            steps: steps::on_today(&ctx).await?,
            lead: lead(&ctx, &dues),
            to_sign: agreement::page::to_sign(&ctx)?,
            to_decide,
            to_us,
            from_us: of(&waiting.from_us, Side::FromUs),
            to_tell,
            cases,
            counts: [
                waiting.to_us.len(),
                waiting.from_us.len(),
                waiting.to_tell.len(),
                waiting.cases.len(),
                decisions,
            ],
            with_others: waiting.with_others,
            customer_facing: ctx.who.customer_facing,
            placed: !ctx.who.departments.is_empty(),
        };
        Ok(Answer::page(view.page()))
    })
}

fn first<T>(rows: &[T]) -> &[T] {
    rows.get(..SHOWN).unwrap_or(rows)
}

/// How it stands, in one sentence.
fn lead(ctx: &Ctx, dues: &[Instant]) -> Option<String> {
    let late = dues.iter().filter(|due| **due < ctx.now).count();
    let soon = ctx.now + Span::hours(24);
    let today = dues.iter().filter(|due| **due >= ctx.now && **due < soon).count();
    let next = dues.iter().filter(|due| **due >= ctx.now).min();
    let next = next.map(|due| ui::when::words(*due, ctx.now, &ctx.zone()));
    match (late, today, next) {
        (0, 0, None) => None,
        (0, _, Some(next)) => Some(say!("today-nothing-is-late-the-next-is", next)),
        (late, _, None) => Some(say!("today-late", late)),
        (late, 0, Some(next)) => Some(say!("today-late-the-next-is-due", late, next)),
        (late, today, Some(_)) => Some(say!("today-late-due-in-the-next-24", late, today)),
    }
}

/// A request in a list, with its words.
struct RequestLine {
    href: String,
    reference: String,
    need: String,
    who: String,
    state: StageName,
    when: Option<Markup>,
    next: String,
    /// Of what is asked of the reader: what can be said to it from here.
    acts: Option<(String, Markup)>,
}

fn request_line(ctx: &Ctx, directory: &Directory, row: &RequestRow, side: Side) -> RequestLine {
    let who = match side {
        Side::ToUs => say!("today-from", from = directory.department_name(row.from)),
        Side::FromUs => say!("today-with", to = directory.department_name(row.to)),
    };
    RequestLine {
        href: format!("/requests/{}", row.id),
        reference: row.reference(),
        need: row.need.clone().unwrap_or_else(|| erased().to_owned()),
        who,
        state: row.state,
        when: row.due_at.map(|due| ui::when::due(due, ctx.now, &ctx.zone())),
        next: capital(next_of(row.mode, row.state)),
        acts: None,
    }
}

impl RequestLine {
    fn row(&self) -> Row<'_> {
        let (status, says) = stage(self.state);
        Row {
            href: &self.href,
            reference: &self.reference,
            subject: &self.need,
            who: &self.who,
            status,
            says: Some(says),
            when: self.when.clone(),
            next: Some(&self.next),
            acts: self.acts.clone(),
        }
    }
}

/// Today, as one person sees it.
struct View {
    drafts: Vec<draft::Line>,
    asleep: Markup,
    /// Something that sleeps is due: then it is not true that nothing waits.
    pressing: bool,
    token: String,
    /// The first steps of a new house, for administrators.
    steps: Markup,
    lead: Option<String>,
    /// Terms that wait for the reader's signature.
    to_sign: Vec<ToSign>,
    /// What the reader is asked to decide.
    to_decide: Vec<ToDecide>,
    to_us: Vec<RequestLine>,
    from_us: Vec<RequestLine>,
    to_tell: Vec<CaseLine>,
    cases: Vec<CaseLine>,
    /// How many there are of each in all.
    counts: [usize; 5],
    with_others: usize,
    customer_facing: bool,
    placed: bool,
}

impl View {
    fn page(&self) -> Page {
        let [to_us, from_us, to_tell, cases, to_decide] = self.counts;
        let asked: Vec<Row<'_>> = self.to_us.iter().map(RequestLine::row).collect();
        let back: Vec<Row<'_>> = self.from_us.iter().map(RequestLine::row).collect();
        let tell: Vec<Row<'_>> = self.to_tell.iter().map(line).collect();
        let sign: Vec<Row<'_>> = self.to_sign.iter().map(ToSign::row).collect();
        let decide: Vec<Row<'_>> = self.to_decide.iter().map(ToDecide::row).collect();
        let own: Vec<Row<'_>> = self.cases.iter().map(line).collect();
        let main = html! {
            (self.steps)
            @if let Some(lead) = &self.lead { p.lead { (lead) } }
            @if self.is_quiet() { (self.nothing()) }
            div #to-tell { (list(say!("today-customers-to-tell"), &tell, to_tell, "/cases?view=mine")) }
            div #to-decide { (list(say!("decision-to-decide"), &decide, to_decide, "/decisions")) }
            div #asked { (list(say!("today-asked-of-you"), &asked, to_us, "/to-us")) }
            div #back { (list(say!("today-back-with-you"), &back, from_us, "/from-us")) }
            div #to-sign { (list(say!("today-agreements-to-sign"), &sign, sign.len(), "/agreements")) }
            div #drafts { (draft::section(&self.drafts, &self.token)) }
            div #own { (list(say!("today-your-cases"), &own, cases, "/cases?view=mine")) }
            div #asleep { (self.asleep) }
            p.muted.beside-top { a href="/log/new" { (say!("today-log-a-call-or-a-talk")) } }
            @if self.with_others > 0 {
                p.muted {
                    @if self.with_others == 1 { (say!("today-one-more-case-of-yours-waits")) }
                    @else { (tell!("today-more-cases-of-yours-wait", with_others = self.with_others)) }
                    " " (tell!("today-for-other-departments", link = html! { a href="/cases?view=mine&state=waiting" { (say!("today-see-them")) } }))
                }
            }
        };
        let waiting = to_us + from_us + to_tell + to_decide;
        Page::new(say!("today-today"), main).at(Place::Today).live(Live::List).count(waiting)
    }

    fn is_quiet(&self) -> bool {
        self.counts.iter().all(|count| *count == 0)
            && self.drafts.is_empty()
            && self.to_sign.is_empty()
            && !self.pressing
    }

    fn nothing(&self) -> Markup {
        if !self.placed {
            return ui::empty::empty(
                say!("today-you-belong-to-no-department-yet"),
                say!("today-what-is-asked-of-your"),
                Some((say!("today-open-the-directory"), "/directory")),
            );
        }
        let (why, action) = if self.customer_facing {
            (
                say!("today-customers-to-tell-requests-that"),
                (say!("today-see-your-departments-cases"), "/cases?view=department"),
            )
        } else {
            (
                say!("today-what-other-departments-ask-of"),
                (say!("today-see-all-that-was-asked-of"), "/to-us"),
            )
        };
        ui::empty::empty(say!("today-nothing-is-waiting-on-you"), why, Some(action))
    }
}

/// A list under its heading; nothing at all where it is empty.
fn list(heading: &str, rows: &[Row<'_>], count: usize, all: &str) -> Markup {
    html! {
        @if !rows.is_empty() {
            h2.counted { (heading) " " span.count { (count) } }
            (ui::row::rows(rows))
            @if count > rows.len() {
                p { a href=(all) { (tell!("today-all", count, span = html! { span.unseen { " " (tell!("today-of", heading)) } })) } }
            }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let request = RequestLine {
        href: "/requests/2".to_owned(),
        reference: "C-1042/2".to_owned(),
        need: "Send a replacement kettle, before Friday".to_owned(),
        who: "from Customer Service".to_owned(),
        state: StageName::Sent,
        when: None,
        next: capital(next(StageName::Sent)),
        acts: None,
    };
    let busy = View {
        drafts: Vec::new(),
        asleep: html! {},
        pressing: false,
        token: String::new(),
        steps: html! {},
        lead: Some("1 late. The next is due in 25 min (14:05).".to_owned()),
        to_sign: Vec::new(),
        to_decide: Vec::new(),
        to_us: vec![request],
        from_us: Vec::new(),
        to_tell: Vec::new(),
        cases: Vec::new(),
        counts: [12, 0, 0, 0, 0],
        with_others: 3,
        customer_facing: true,
        placed: true,
    };
    let quiet = |customer_facing, placed| View {
        drafts: Vec::new(),
        asleep: html! {},
        pressing: false,
        token: String::new(),
        steps: html! {},
        lead: None,
        to_sign: Vec::new(),
        to_decide: Vec::new(),
        to_us: Vec::new(),
        from_us: Vec::new(),
        to_tell: Vec::new(),
        cases: Vec::new(),
        counts: [0; 5],
        with_others: 0,
        customer_facing,
        placed,
    };
    vec![
        busy.page(),
        quiet(true, true).page(),
        quiet(false, true).page(),
        quiet(false, false).page(),
    ]
}
