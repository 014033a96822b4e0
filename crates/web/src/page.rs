//! A page: its title, what is in it, and where it stands. The layout does the rest.

use maud::{Markup, html};

/// The entries of the rail, and places beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Place {
    Today,
    ToUs,
    FromUs,
    Cases,
    Directory,
    Search,
    NewCase,
    Account,
    #[default]
    Elsewhere,
}

/// What stands around the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Around {
    /// Rail, search and bar.
    Desk,
    /// Nothing: signing in, and problems of people who are not signed in.
    Nothing,
}

#[derive(Clone, Debug)]
pub struct Page {
    /// The heading, and the first part of the window's title.
    pub title: String,
    /// A few words above the heading: `C-1042`.
    pub caption: Option<String>,
    pub place: Place,
    pub around: Around,
    pub main: Markup,
    /// Beside the work: packet, people, promises.
    pub aside: Option<Markup>,
}

impl Page {
    pub fn new(title: impl Into<String>, main: Markup) -> Self {
        let (place, around) = (Place::Elsewhere, Around::Desk);
        Self { title: title.into(), caption: None, place, around, main, aside: None }
    }

    /// A page without the rail.
    pub fn alone(title: impl Into<String>, main: Markup) -> Self {
        Self { around: Around::Nothing, ..Self::new(title, main) }
    }

    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
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
        crate::today::samples(),
        crate::case::page::samples(),
        crate::search::page::samples(),
        crate::customer::page::samples(),
        crate::request::page::samples(),
        crate::directory::page::samples(),
    ]
    .concat()
}
