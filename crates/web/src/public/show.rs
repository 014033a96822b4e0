//! How a question stands, in words for its customer: nothing of it is from inside.

use baton_core::case::Case;
use baton_core::case::kinds::{Hand, MessageKind, Mover, Standing};
use baton_core::case::state::{Dispatch, Message, PromiseState};
use baton_core::ids::StreamId;
use baton_core::say;
use baton_core::time::Instant;
use baton_desk::Desk;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::page::sheet;
use crate::ctx::Ctx;
use crate::page::Page;
use crate::problem::Trouble;
use crate::ui;
use crate::ui::pairs::pairs;

/// What a customer reads.
pub struct View {
    pub reference: String,
    pub state: &'static str,
    pub who: String,
    pub next: String,
    pub next_update_by: Option<Instant>,
    /// What they were told, newest first.
    pub told: Vec<(Instant, String)>,
    pub now: Instant,
    pub zone: TimeZone,
}

/// What its customer reads of a case.
pub async fn view_of(ctx: &Ctx, case: &Case) -> Result<View, Trouble> {
    let desk = ctx.desk()?;
    let (directory, house) = (desk.directory(), desk.house());
    let zone = directory.person(case.owner).and_then(|owner| TimeZone::get(&owner.zone).ok());
    let helpers: Vec<&str> = case
        .requests
        .iter()
        .filter(|request| request.blocks_closing() && request.mover() == Mover::To)
        .map(|request| directory.department_name(request.ask.to))
        .collect();
    let who = match (house.department_names, helpers.as_slice()) {
        (false, []) => say!("public-show-a-colleague-looks-after-it").to_owned(),
        (false, _) => say!("public-show-a-colleague-looks-after-it-with").to_owned(),
        (true, []) => {
            say!("public-show-looks-after-it", case = directory.department_name(case.department))
        }
        (true, helpers) => say!(
            "public-show-looks-after-it-with-the-help",
            case = directory.department_name(case.department),
            helpers = helpers.join(" and ")
        ),
    };
    let open = case.promises.iter().filter(|promise| promise.state == PromiseState::Open);
    Ok(View {
        reference: case.reference(),
        state: if is_theirs(case) {
            say!("public-show-we-are-waiting-for-you")
        } else {
            state(case.standing())
        },
        who,
        next: if is_theirs(case) {
            say!("public-show-answer-below")
        } else {
            next(case.standing())
        }
        .to_owned(),
        next_update_by: open.map(|promise| promise.by).min(),
        told: told(desk, case).await?,
        now: ctx.now,
        zone: zone.unwrap_or(TimeZone::UTC),
    })
}

/// Whether it waits for what its customer was asked.
fn is_theirs(case: &Case) -> bool {
    case.turns.last().is_some_and(|turn| turn.hand == Hand::Customer)
}

/// What they were told, newest first; in cases that were merged into this one, too.
async fn told(desk: &Desk, case: &Case) -> Result<Vec<(Instant, String)>, Trouble> {
    let (mut told, mut left) = (Vec::new(), vec![case.id]);
    while let Some(id) = left.pop() {
        let case = desk.case(id).await?;
        let texts = desk.texts(StreamId::Case(id)).await?;
        let said = case.messages.iter().filter(|message| was_said(message));
        told.extend(said.map(|one| (one.at, texts.show(one.body).to_owned())));
        left.extend(case.joined.iter().map(|joined| joined.case));
    }
    told.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(told)
}

/// Whether a message was said to the customer and can no longer be taken back.
fn was_said(message: &Message) -> bool {
    let kind = matches!(message.kind, MessageKind::Reply | MessageKind::Update);
    kind && matches!(message.dispatch, Dispatch::Recorded | Dispatch::Left { .. })
}

fn state(standing: Standing) -> &'static str {
    match standing {
        Standing::New => say!("public-show-we-have-your-question"),
        Standing::Open => say!("public-show-we-are-working-on-it"),
        Standing::Waiting => say!("public-show-we-are-waiting-for-an-answer"),
        Standing::Resolved => say!("public-show-we-have-told-you-the-outcome"),
        Standing::Closed => say!("public-show-we-have-finished"),
        Standing::Merged => say!("public-show-we-go-on-with-it-together"),
    }
}

fn next(standing: Standing) -> &'static str {
    match standing {
        Standing::New => say!("public-show-we-read-it-and-start"),
        Standing::Open => say!("public-show-we-tell-you-as-soon-as"),
        Standing::Waiting => say!("public-show-when-the-answer-comes-we-check"),
        Standing::Resolved => say!("public-show-if-something-is-still-not-right"),
        Standing::Closed => say!("public-show-if-something-is-not-right-after"),
        Standing::Merged => say!("public-show-what-you-write-below-reaches-us"),
    }
}

impl View {
    pub fn markup(&self) -> Markup {
        let when = |at| ui::when::when(at, self.now, &self.zone);
        html! {
            (pairs(&[
                (say!("public-show-who-has-it"), Some(html! { (self.who) })),
                (say!("public-show-what-comes-next"), Some(html! { (self.next) })),
                (say!("public-show-you-hear-from-us-by"), self.next_update_by.map(when)),
            ]))
            h2 { (say!("public-show-what-we-have-told-you")) }
            @if self.told.is_empty() {
                p { (say!("public-show-nothing-yet")) }
            } @else {
                ol.told-customer {
                    @for (at, text) in &self.told {
                        li { p.muted { (when(*at)) } p.typed { (text) } }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let now = Instant::from_millis(1_796_144_400_000);
    let view = |standing, told| View {
        reference: "C-1042".to_owned(),
        state: state(standing),
        who: "A colleague looks after it.".to_owned(),
        next: next(standing).to_owned(),
        next_update_by: Some(now),
        told,
        now,
        zone: TimeZone::UTC,
    };
    let told = vec![(now, "A new kettle is on its way to you.".to_owned())];
    [view(Standing::New, Vec::new()), view(Standing::Resolved, told)]
        .iter()
        .map(|view| sheet(view.state, view.markup()).caption("C-1042"))
        .collect()
}
