//! A request that has been opened for whoever is looking at it.

use baton_core::access::Sight;
use baton_core::case::kinds::Mover;
use baton_core::case::request::Request;
use baton_core::case::request::moves::{Move, moves};
use baton_core::case::request::sight::case_sight;
use baton_core::ids::PersonId;
use baton_core::say;
use jiff::tz::TimeZone;
use maud::Markup;

use super::names::Local;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::ui;
use crate::view::request::{RequestView, request};
use crate::view::timeline::{LineView, timeline};

pub struct Sheet {
    pub ctx: Ctx,
    pub file: File,
    pub request: Request,
    /// How much of its case may be seen, besides the request itself.
    pub seen: Sight,
    /// What of it is shown: texts, and the packet.
    pub view: RequestView,
    pub zone: TimeZone,
}

impl Sheet {
    /// Opens the request of the address.
    ///
    /// # Errors
    /// `not_found` when it may not be seen.
    pub async fn open(ctx: Ctx) -> Result<Self, Trouble> {
        let (case, id, _) = reach::request(&ctx, ctx.param("id")).await?;
        let file = reach::file(&ctx, case).await?;
        let request_of = reach::in_file(&file, id)?.clone();
        let view = request(&file.source(&ctx), &request_of);
        let seen = case_sight(&file.case, &ctx.who);
        let zone = ctx.zone();
        Ok(Self { ctx, file, request: request_of, seen, view, zone })
    }

    pub fn href(&self) -> String {
        href(&self.view.reference)
    }

    /// Ids of what the page shows: the request, and its case where all of that may be seen.
    pub fn ids(&self) -> Vec<String> {
        let case = self.sees_case().then(|| self.file.case.id.to_string());
        [self.request.id.to_string()].into_iter().chain(case).collect()
    }

    /// Where a verb's form is.
    pub fn form_of(&self, mv: Move) -> String {
        format!("{}/{}/new", self.href(), mv.path())
    }

    /// Where a verb is done.
    pub fn act_of(&self, mv: Move) -> String {
        format!("{}/{}", self.href(), mv.path())
    }

    /// What this person can do with it now; exactly these are accepted.
    pub fn moves(&self) -> Vec<Move> {
        moves(&self.file.case, &self.request, &self.ctx.who)
    }

    /// Whether the whole case may be seen, and so linked to.
    pub fn sees_case(&self) -> bool {
        self.seen == Sight::All
    }

    /// Whether it is this person's department that has to act.
    pub fn our_move(&self) -> bool {
        match self.request.mover() {
            Mover::From => self.ctx.who.belongs_to(self.request.from),
            Mover::To => self.ctx.who.belongs_to(self.request.ask.to),
            Mover::Nobody => false,
        }
    }

    pub fn is_receiver(&self) -> bool {
        self.ctx.who.belongs_to(self.request.ask.to)
    }

    pub fn names(&self) -> Local<'_> {
        Local { directory: &self.file.directory, zone: &self.zone, now: self.ctx.now }
    }

    /// A person as this reader knows them: `You`, or their name.
    pub fn person(&self, id: PersonId) -> String {
        if self.ctx.who.person() == Some(id) {
            return say!("request-sheet-you").to_owned();
        }
        self.file.directory.person_name(id).to_owned()
    }

    /// The same for an id as a view holds it.
    pub fn named(&self, id: &str) -> String {
        id.parse().map(|id| self.person(id)).unwrap_or_default()
    }

    /// A time of the view, as people say it.
    pub fn when(&self, text: &str) -> Markup {
        match text.parse() {
            Ok(at) => ui::when::when(at, self.ctx.now, &self.zone),
            Err(_) => maud::html! { (text) },
        }
    }

    pub fn maybe_when(&self, text: Option<&str>) -> Option<Markup> {
        text.map(|text| self.when(text))
    }

    /// The history of this request in words, oldest first.
    pub async fn history(&self) -> Result<Vec<LineView>, Trouble> {
        let history = self.ctx.desk()?.history(&self.file.case).await?;
        let sight = if self.sees_case() { Sight::All } else { Sight::Packet };
        Ok(timeline(&history, sight, Some(self.request.id), &self.names(), &self.file.texts))
    }
}

/// Where a request is, by its reference.
pub fn href(reference: &str) -> String {
    format!("/requests/{reference}")
}
