//! What will happen, decided before anything does: which case comes when, about what, and what is
//! out of the ordinary in it.

use baton_core::calendar::Calendar;
use baton_core::case::kinds::{Channel, StageName};
use baton_core::time::{Instant, Span};

use super::Plan;
use super::dates::{DAY, at_work};
use super::luck::Luck;
use super::prose::{Book, Entry};

/// What is out of the ordinary in a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Special {
    Merge,
    Withdraw,
    Notice,
    JointWork,
    Dispute,
    Decline,
    CustomerWithdraws,
    CustomerAgain,
    Bounce,
    Duplicated,
    Reopen,
    DraftFirst,
    ShareMore,
    Escalate,
    RefusedCounter,
    TakenBack,
}

const SPECIALS: [Special; 16] = [
    Special::Merge,
    Special::Withdraw,
    Special::Notice,
    Special::JointWork,
    Special::Dispute,
    Special::Decline,
    Special::CustomerWithdraws,
    Special::CustomerAgain,
    Special::Bounce,
    Special::Duplicated,
    Special::Reopen,
    Special::DraftFirst,
    Special::ShareMore,
    Special::Escalate,
    Special::RefusedCounter,
    Special::TakenBack,
];

/// Every so many cases that could have something special, one has.
const SPECIAL_EVERY: usize = 2;

/// Stages in which some requests stand when the demo ends, so that every list has something.
const RESTS: [StageName; 14] = [
    StageName::Sent,
    StageName::Delivered,
    StageName::InProgress,
    StageName::ReadBack,
    StageName::Acknowledged,
    StageName::Clarifying,
    StageName::WaitingCustomer,
    StageName::Sent,
    StageName::Countered,
    StageName::WaitingThirdParty,
    StageName::Verified,
    StageName::Declined,
    StageName::Draft,
    StageName::InProgress,
];

#[derive(Clone, Debug)]
pub(super) struct Plot {
    pub opened: Instant,
    pub channel: Channel,
    /// Place among the customers.
    pub customer: usize,
    /// Place among the topics.
    pub topic: usize,
    pub special: Option<Special>,
    pub rest: Option<StageName>,
    /// The case told a second time, if this is one that was told before.
    pub twin_of: Option<usize>,
}

/// The topic's requests go through their ordinary course: nothing planted, no transfer, no danger.
fn is_ordinary(topic: &Entry) -> bool {
    let odd = ["complaint", "smoke", "my_data", "no_adverts", "wrong_address"];
    topic.has("errands") && !topic.has("planted") && !odd.contains(&topic.name)
}

/// The plots of all cases in the order in which they are opened.
pub(super) fn all(plan: &Plan, start: Instant, calendar: &Calendar, book: &Book) -> Vec<Plot> {
    let mut luck = Luck::new(plan.seed, 2 << 40);
    let resting = (plan.cases / 25).max((plan.cases / 4).min(RESTS.len() + 2)).min(plan.cases);
    let mut plots: Vec<Plot> = (0..plan.cases - resting)
        .map(|_| {
            let opened = some_moment(start, plan.until, calendar, &mut luck);
            plot(opened, calendar, book, &mut luck, |topic| topic.has("weight"))
        })
        .collect();
    for number in 0..resting {
        let opened = shortly_before(plan.until, calendar, &mut luck);
        let mut resting = plot(opened, calendar, book, &mut luck, is_ordinary);
        resting.rest = RESTS.get(number % RESTS.len()).copied();
        plots.push(resting);
    }
    plots.sort_by_key(|plot| plot.opened);
    give_customers(&mut plots, plan.customers(), &mut luck);
    give_specials(&mut plots, book, plan.until);
    plots
}

fn plot(
    opened: Instant,
    calendar: &Calendar,
    book: &Book,
    luck: &mut Luck,
    fits: impl Fn(&Entry) -> bool,
) -> Plot {
    let weight = |topic: &Entry| {
        let weight = topic.one("weight").and_then(|weight| weight.parse().ok()).unwrap_or(0);
        if fits(topic) { weight } else { 0 }
    };
    let topic = luck.weighted(book.topics.iter().map(weight)).unwrap_or(0);
    let channel = channel(calendar.is_open(opened), luck);
    let (special, rest, twin_of) = (None, None, None);
    Plot { opened, channel, customer: 0, topic, special, rest, twin_of }
}

/// Nobody answers the telephone at night.
fn channel(open: bool, luck: &mut Luck) -> Channel {
    const DAY: [(Channel, u32); 6] = [
        (Channel::Email, 38),
        (Channel::Phone, 30),
        (Channel::Web, 16),
        (Channel::Chat, 8),
        (Channel::Counter, 4),
        (Channel::Letter, 4),
    ];
    const NIGHT: [(Channel, u32); 2] = [(Channel::Email, 7), (Channel::Web, 3)];
    let choices = if open { &DAY[..] } else { &NIGHT[..] };
    let place = luck.weighted(choices.iter().map(|(_, weight)| *weight));
    place.and_then(|place| choices.get(place)).map_or(Channel::Email, |(channel, _)| *channel)
}

/// Any moment, but mostly in working hours, and somewhat more of them towards the end.
fn some_moment(start: Instant, until: Instant, calendar: &Calendar, luck: &mut Luck) -> Instant {
    let length = until.since(start).as_millis();
    let (a, b) = (luck.between(0, length - 1), luck.between(0, length - 1));
    let offset = if luck.chance(12) { a.max(b) } else { a };
    let at = start + Span::millis(offset);
    if calendar.is_open(at) || luck.chance(35) {
        return at;
    }
    let moved = at_work(calendar, at, luck.between(0, 480), luck);
    if moved < until { moved } else { at }
}

/// In working hours, so that at least two working days are left until the end.
fn shortly_before(until: Instant, calendar: &Calendar, luck: &mut Luck) -> Instant {
    let mut back = luck.between(2 * 24 * 60, 6 * 24 * 60);
    loop {
        let at = at_work(calendar, until - Span::minutes(back), luck.between(0, 200), luck);
        if calendar.elapsed(at, until) >= Span::minutes(2 * DAY) || back > 30 * 24 * 60 {
            return at;
        }
        back += 8 * 60;
    }
}

/// Everybody comes once, in between those come again who have been here before.
fn give_customers(plots: &mut [Plot], customers: usize, luck: &mut Luck) {
    let mut met = 0;
    for (number, plot) in plots.iter_mut().enumerate() {
        let new = met == 0 || (number % 3 == 0 && met < customers);
        plot.customer = if new { met } else { luck.below(met) };
        met += usize::from(new);
    }
}

fn give_specials(plots: &mut [Plot], book: &Book, until: Instant) {
    let (mut eligible, mut special) = (0, 0);
    for place in 0..plots.len() {
        let Some(plot) = plots.get_mut(place) else { continue };
        let ordinary = book.topics.get(plot.topic).is_some_and(is_ordinary);
        let late = plot.opened > until - Span::times_24h(2);
        if !ordinary || late || plot.rest.is_some() || plot.twin_of.is_some() {
            continue;
        }
        eligible += 1;
        if eligible % SPECIAL_EVERY != 0 {
            continue;
        }
        plot.special = SPECIALS.get(special % SPECIALS.len()).copied();
        special += 1;
        if plot.special == Some(Special::Duplicated) {
            make_twin(plots, place);
        }
    }
}

/// The next case that comes is the same one, told again.
fn make_twin(plots: &mut [Plot], place: usize) {
    let Some(first) = plots.get(place).cloned() else { return };
    if let Some(twin) = plots.get_mut(place + 1).filter(|next| next.rest.is_none()) {
        twin.customer = first.customer;
        twin.topic = first.topic;
        twin.twin_of = Some(place);
    }
}
