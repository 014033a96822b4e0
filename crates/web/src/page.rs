//! A page: its title, what is in it, and where it stands. The layout does the rest.

use maud::{Markup, html};

use crate::ui::undo::Bar;

/// The entries of the rail, and places beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Place {
    Today,
    ToUs,
    FromUs,
    Cases,
    Customers,
    Directory,
    Search,
    NewCase,
    Account,
    More,
    Notifications,
    #[default]
    Elsewhere,
}

/// What stands around the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Around {
    /// Rail, search and bar.
    Desk,
    /// What customers see: the organisation's name, and the ways to ask and to follow.
    Public,
    /// Nothing: signing in, and problems of people who are not signed in.
    Nothing,
}

#[derive(Clone, Debug)]
pub struct Page {
    /// The heading, and the first part of the window's title.
    pub title: String,
    /// Above everything: the way to a page of administration.
    pub above: Option<Markup>,
    /// A few words above the heading: `C-1042`.
    pub caption: Option<String>,
    pub place: Place,
    pub around: Around,
    pub main: Markup,
    /// Beside the work: packet, people, promises.
    pub aside: Option<Markup>,
    /// How many things wait here, in the window's title.
    pub count: Option<usize>,
    /// Who else is here.
    pub presence: Option<Markup>,
    pub live: Live,
    /// What its reader sent and can take back, where the page knows it better than the browser.
    pub undo: Option<Bar>,
    /// Above everything when it is printed: what it is, by whom and when, and for whom.
    pub printed: Option<Markup>,
}

/// Whether a page stays true while it is looked at.
#[derive(Clone, Default, Debug)]
pub enum Live {
    /// As it was when it was asked for.
    #[default]
    Still,
    /// It changes with whatever happens within reach: a list.
    List,
    /// It changes with what happens to these ids.
    Things(Vec<String>),
    /// A form: what somebody fills in stays, and what happens to these ids is told above it.
    Form(Vec<String>),
}

impl Live {
    /// What the script is to listen for.
    pub fn tokens(&self) -> Option<String> {
        match self {
            Self::Still => None,
            Self::List => Some("list".to_owned()),
            Self::Things(ids) | Self::Form(ids) => Some(ids.join(" ")),
        }
    }

    /// Whether all of the page is brought up to date, and not only parts that say so.
    pub fn is_whole(&self) -> bool {
        matches!(self, Self::List | Self::Things(_))
    }
}

impl Page {
    pub fn new(title: impl Into<String>, main: Markup) -> Self {
        Self {
            title: title.into(),
            above: None,
            caption: None,
            place: Place::Elsewhere,
            around: Around::Desk,
            main,
            aside: None,
            count: None,
            presence: None,
            live: Live::Still,
            undo: None,
            printed: None,
        }
    }

    /// A page without the rail.
    pub fn alone(title: impl Into<String>, main: Markup) -> Self {
        Self { around: Around::Nothing, ..Self::new(title, main) }
    }

    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    pub fn above(mut self, above: Markup) -> Self {
        self.above = Some(above);
        self
    }

    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Stays true while it is looked at.
    pub fn live(mut self, live: Live) -> Self {
        self.live = live;
        self
    }

    pub fn presence(mut self, line: Markup) -> Self {
        self.presence = Some(line);
        self
    }

    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    pub fn printed(mut self, head: Markup) -> Self {
        self.printed = Some(head);
        self
    }

    pub fn aside(mut self, aside: Markup) -> Self {
        self.aside = Some(aside);
        self
    }
}

/// One state of a page or component, for the tests that look at all of them.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Component and state: `status tags`, `field with an error`.
    pub name: &'static str,
    pub markup: Markup,
}

impl Sample {
    pub fn new(name: &'static str, markup: Markup) -> Self {
        Self { name, markup }
    }
}

/// The pages of this module in their states. Every module with pages has one, and `samples` of the
/// room gathers them.
pub fn samples() -> Vec<Page> {
    let aside = html! { h2 { "Shared with Logistics" } p { "Phone, to arrange the delivery." } };
    let frame = vec![
        Page::new("Nothing is waiting on you", html! { p { "All done." } }).at(Place::Today),
        Page::new("Kettle arrived broken", html! { p { "The story." } })
            .caption("C-1042")
            .at(Place::Cases)
            .aside(aside),
        Page::alone("Sign in", html! { p { "Who are you?" } }),
    ];
    [
        frame,
        crate::install::samples(),
        crate::today::samples(),
        crate::draft::samples(),
        crate::snooze::samples(),
        crate::talk::samples(),
        crate::macros::samples(),
        crate::case::page::samples(),
        crate::search::page::samples(),
        crate::customer::page::samples(),
        crate::request::page::samples(),
        crate::directory::page::samples(),
        crate::agreement::page::samples(),
        crate::calendar::page::samples(),
        crate::service_level::page::samples(),
        crate::admin::page::samples(),
        crate::notification::page::samples(),
        crate::public::samples(),
        crate::settings::samples(),
        crate::second_step::samples(),
        crate::passkey::samples(),
        crate::saved::samples(),
        crate::bulk::samples(),
        crate::keys::samples(),
        crate::go::samples(),
    ]
    .concat()
}
