//! What the demo remembers of a case while it plays it.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::kinds::Channel;
use baton_core::case::request::Request;
use baton_core::ids::RequestId;
use baton_core::time::{Instant, Span};
use baton_desk::Trouble;

use super::customers::Client;
use super::dates::written;
use super::luck::Luck;
use super::pace::Pair;
use super::path::{Beat, Bends, course};
use super::plot::{Plot, Special};
use super::prose::{Book, Entry, Facts};

/// One request of a case, from the plan to its end.
pub(super) struct Track {
    pub errand: &'static str,
    /// Requests of one group run side by side; the next group waits for them.
    pub group: usize,
    pub parent: Option<usize>,
    pub beats: VecDeque<Beat>,
    pub request: Option<RequestId>,
    pub pair: Pair,
    /// Written first, sent later.
    pub draft: bool,
    /// Goes into the first request of the case, told in one sentence.
    pub merges: bool,
    /// The case goes on without its end: a notice.
    pub aside: bool,
    pub ended: bool,
    pub contingency: Option<String>,
    /// Chooses among texts that belong together: a question and its answer.
    pub turn: usize,
    /// What the customer may be told of it.
    pub told: Option<String>,
    pub alternative: Option<String>,
}

impl Track {
    pub fn new(errand: &'static str, group: usize, beats: VecDeque<Beat>) -> Self {
        Self {
            errand,
            group,
            parent: None,
            beats,
            request: None,
            pair: Pair::default(),
            draft: false,
            merges: false,
            aside: false,
            ended: false,
            contingency: None,
            turn: 0,
            told: None,
            alternative: None,
        }
    }
}

pub(super) struct File {
    /// Place among the cases.
    pub number: usize,
    pub plot: Plot,
    pub topic: Entry,
    pub luck: Luck,
    pub facts: Facts,
    pub state: Option<Arc<Case>>,
    pub tracks: Vec<Track>,
    pub group: usize,
    /// Due times that will be looked at.
    pub looks: BTreeSet<(Option<RequestId>, Instant)>,
    /// Levels that somebody will decide at, by request and place.
    pub levels: BTreeSet<(RequestId, usize)>,
    /// How long whoever is asked takes to decide, and what.
    pub deciders: Luck,
    /// All answers are in; what is left is to tell the customer.
    pub answered: bool,
    pub told: bool,
    /// Chooses among texts that belong together: the customer's question and the answer.
    pub turn: usize,
    /// A step that is done once was done.
    pub once: BTreeSet<&'static str>,
}

impl File {
    pub fn new(number: usize, plot: Plot, book: &Book, seed: u64) -> Result<Self, Trouble> {
        let topic = book.topics.get(plot.topic).cloned();
        let topic = topic.ok_or_else(|| Trouble::Failed("a case without a topic".to_owned()))?;
        let source = u64::try_from(plot.twin_of.unwrap_or(number)).unwrap_or(0);
        let facts = facts(&topic, &plot, book, &mut Luck::new(seed, (3 << 40) + source))?;
        let mut luck = Luck::new(seed, (4 << 40) + u64::try_from(number).unwrap_or(0));
        let tracks = tracks(&topic, &plot, book, &mut luck)?;
        Ok(Self {
            number,
            plot,
            topic,
            luck,
            facts,
            state: None,
            tracks,
            group: 0,
            looks: BTreeSet::new(),
            levels: BTreeSet::new(),
            deciders: Luck::new(seed, (5 << 40) + u64::try_from(number).unwrap_or(0)),
            answered: false,
            told: false,
            turn: usize::try_from(source).unwrap_or(0),
            once: BTreeSet::new(),
        })
    }

    pub fn case(&self) -> Result<Arc<Case>, Trouble> {
        let state = self.state.as_ref().map(Arc::clone);
        state.ok_or_else(|| Trouble::Failed(format!("case {} is not open yet", self.number)))
    }

    pub fn is_closed(&self) -> bool {
        self.state.as_ref().is_some_and(|case| case.closure.is_some())
    }

    pub fn track(&self, number: usize) -> Result<&Track, Trouble> {
        self.tracks.get(number).ok_or_else(|| lost(self.number, number))
    }

    pub fn track_mut(&mut self, number: usize) -> Result<&mut Track, Trouble> {
        let of = self.number;
        self.tracks.get_mut(number).ok_or_else(|| lost(of, number))
    }

    pub fn request(&self, track: usize) -> Result<Request, Trouble> {
        let id = self.track(track)?.request.ok_or_else(|| lost(self.number, track))?;
        self.case()?.request(id).cloned().ok_or_else(|| lost(self.number, track))
    }

    pub fn is(&self, special: Special) -> bool {
        self.plot.special == Some(special)
    }

    /// True the first time only.
    pub fn first_time(&mut self, what: &'static str) -> bool {
        self.once.insert(what)
    }

    pub fn know(&mut self, client: &Client) {
        self.facts.insert("name", client.name.clone());
        self.facts.insert("first", client.first.clone());
    }

    /// How the customer is answered.
    pub fn way_out(&self, client: &Client) -> Channel {
        match (self.plot.channel, &client.email) {
            (Channel::Letter, _) => Channel::Letter,
            (Channel::Email | Channel::Web | Channel::Chat, Some(_)) => Channel::Email,
            _ => Channel::Phone,
        }
    }
}

fn lost(file: usize, track: usize) -> Trouble {
    Trouble::Failed(format!("case {file} has lost its request {track}"))
}

fn facts(topic: &Entry, plot: &Plot, book: &Book, luck: &mut Luck) -> Result<Facts, Trouble> {
    let lines: Vec<_> = topic.one("lines").unwrap_or("soft").split_whitespace().collect();
    let line = book.product_line(luck.pick(&lines).copied().unwrap_or("soft"))?;
    let mut facts = Facts::new();
    facts.insert("line", line.name.to_owned());
    let products = line.all("product");
    let product = luck.pick(&products).copied().unwrap_or_default();
    let (product, item) = product.split_once('|').unwrap_or((product, "order"));
    facts.insert("product", product.trim().to_owned());
    facts.insert("item", item.trim().to_owned());
    for key in ["part", "fault"] {
        let choices = line.all(key);
        facts.insert(key, luck.pick(&choices).copied().unwrap_or_default().to_owned());
    }
    facts.insert("order", format!("WH-{}", 410_000 + luck.between(0, 79_999)));
    facts.insert("carrier", format!("CR-{}", 88_000 + luck.between(0, 9_999)));
    let mut day = plot.opened - Span::times_24h(luck.between(1, 4));
    while is_weekend(day) {
        day = day - Span::times_24h(1);
    }
    facts.insert("day", written(day, "%A"));
    let (soon, later) = (luck.between(2, 5), luck.between(8, 20));
    let mut needed = plot.opened + Span::times_24h(soon);
    while is_weekend(needed) {
        needed = needed + Span::times_24h(1);
    }
    facts.insert("needed", written(needed, "%A %-d %B"));
    facts.insert("date", written(plot.opened + Span::times_24h(later), "%-d %B"));
    facts.insert("hour", format!("{:02}:{:02}", luck.between(9, 17), luck.between(0, 11) * 5));
    let pounds = luck.between(12, 60) * 5 + 4;
    facts.insert("amount", format!("£{pounds}.00"));
    facts.insert("pounds", pounds.to_string());
    Ok(facts)
}

fn is_weekend(at: Instant) -> bool {
    matches!(written(at, "%u").as_str(), "6" | "7")
}

/// The requests of a topic, written like `photos > replacement + collection`.
fn tracks(topic: &Entry, plot: &Plot, book: &Book, luck: &mut Luck) -> Result<Vec<Track>, Trouble> {
    let mut tracks: Vec<Track> = Vec::new();
    if plot.twin_of.is_some() {
        return Ok(tracks);
    }
    let groups: Vec<_> = topic.one("errands").unwrap_or_default().split('>').collect();
    for (group, names) in groups.iter().enumerate() {
        for name in names.split('+').map(str::trim).filter(|name| !name.is_empty()) {
            let leading = tracks.is_empty();
            let bends = bends(topic, book.errand(name)?, plot, leading, luck);
            let bends = Bends { plain: bends.plain || group + 1 < groups.len(), ..bends };
            let mut track = Track::new(name, group, course(book.errand(name)?, bends, luck));
            track.draft = track.beats.front() == Some(&Beat::Send)
                || (leading && plot.rest == Some(baton_core::case::kinds::StageName::Draft));
            track.pair.brisk = plot.rest.is_some() || topic.name == "complaint";
            tracks.push(track);
        }
    }
    add_special_tracks(&mut tracks, plot, luck);
    Ok(tracks)
}

fn bends(topic: &Entry, errand: &Entry, plot: &Plot, leading: bool, luck: &mut Luck) -> Bends {
    let planted = topic.one("planted");
    let child = if planted.is_some() { 85 } else { 35 };
    Bends {
        special: plot.special.filter(|_| leading),
        rest: plot.rest.filter(|_| leading),
        ping_pong: planted == Some("ping_pong") && luck.chance(80),
        plain: errand.one("reason") == Some("legal_clock"),
        child: errand.has("child") && luck.chance(child),
    }
}

fn add_special_tracks(tracks: &mut Vec<Track>, plot: &Plot, luck: &mut Luck) {
    let Some(first) = tracks.first().map(|track| track.errand) else { return };
    match plot.special {
        Some(Special::Merge) => {
            let mut track = Track::new(first, 0, [Beat::Merge].into());
            track.merges = true;
            tracks.push(track);
        }
        Some(Special::Notice) => {
            let notices = ["notice_batch", "notice_depot", "notice_paid", "notice_safety"];
            let notice = luck.pick(&notices).copied().unwrap_or("notice_depot");
            let mut track = Track::new(notice, 0, [Beat::Acknowledge].into());
            track.aside = true;
            tracks.push(track);
        }
        Some(Special::JointWork) => {
            use Beat::{Acknowledge, Confirm, Deliver, Progress, ReadBack, Verify};
            let beats = [Acknowledge, ReadBack, Confirm, Progress, Deliver, Verify];
            tracks.push(Track::new("joint_pattern", 0, beats.into()));
        }
        _ => {}
    }
}
