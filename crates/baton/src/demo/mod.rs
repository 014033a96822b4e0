//! The demo organisation: Wrenbury Hale, a retailer of things for the home, with ninety days of
//! work behind it.
//!
//! Everything in it is done by commands through the desk, in the order in which it would have
//! happened, by people who are at work at that moment. The same seed and the same end make the same
//! events, byte for byte.
//!
//! # Planted trouble
//!
//! So that what insight finds can be held against what is there, some trouble is planted. Times are
//! working time, a day being 8.5 hours.
//!
//! | Trouble | Where | How much |
//! |---|---|---|
//! | slow pair | every request from Billing to Logistics (proof of return) | taken in after 2 to 4 days, where others take at most 5 hours; delivered 2 to 5 days after it was needed |
//! | ping-pong | cases about Halden wardrobes | four of five are declined as not ours between Technical support and Sales, most of them both ways, a quarter with a ruling |
//! | unread read-backs | every request that Sales sends | the read-back waits 2 to 5 days for its confirmation, where others wait at most 4.5 hours |
//! | told late | cases whose last answer is Billing's | in 85 of 100 the customer hears of it 2 to 5 days after it was verified, where others hear within 5 hours |
//!
//! Of 1,200 cases these are about 55 requests of the slow pair, 35 passed to and fro, 85 sent by
//! Sales, and 170 cases told late; [`Made::planted`] has the exact numbers of what was made.

mod acts;
mod agreements;
mod calendars;
mod cast;
mod company;
mod customers;
mod dates;
mod file;
mod forms;
mod luck;
mod pace;
mod path;
mod plot;
mod post;
mod promises;
mod prose;
mod requests;
mod talk;
mod telling;
mod world;

#[cfg(test)]
mod tests;

use baton_core::access::Who;
use baton_core::ids::PersonId;
use baton_core::time::{Instant, Span};
use baton_desk::clock::HandClock;
use baton_desk::{Desk, Trouble};

use agreements::Stand;
use cast::PEOPLE;
use company::Company;
use file::File;
use prose::Book;
use world::{Step, World};

/// How long the demo organisation has been at work when it ends.
const LENGTH: Span = Span::times_24h(90);
/// Every so many cases somebody is told how far it is.
const REPORT_EVERY: usize = 100;

/// What shall be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// The same seed makes the same organisation.
    pub seed: u64,
    /// The moment at which the demo ends; it begins 90 periods of 24 hours earlier.
    pub until: Instant,
    pub cases: usize,
    /// Directory, people and services only.
    pub empty: bool,
}

impl Plan {
    /// A customer comes three times on average.
    fn customers(&self) -> usize {
        self.cases.div_ceil(3)
    }
}

/// Somebody of the demo for whom the caller makes a way to sign in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DemoPerson {
    /// `agent`, `colleague`, `second_colleague`, `lead`, `arbiter` or `administrator`.
    pub role: &'static str,
    pub name: &'static str,
    pub email: String,
    /// The department's name.
    pub department: &'static str,
    pub person: PersonId,
}

/// How many requests or cases were given each planted trouble.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Planted {
    /// Requests from Billing to Logistics.
    pub slow_pair: usize,
    /// Requests about Halden wardrobes that were passed on.
    pub ping_pong: usize,
    /// Requests that Sales sent.
    pub unread_read_backs: usize,
    /// Cases in which the customer heard of Billing's answer late, or has yet to hear.
    pub told_late: usize,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    pub people: Vec<DemoPerson>,
    pub customers: usize,
    pub cases: usize,
    pub planted: Planted,
}

/// Makes the demo organisation on a fresh desk whose clock and entropy are handed in. The clock
/// stands at the demo's end afterwards.
///
/// # Errors
/// Whatever the desk refuses is a fault of the demo, and is given back with what led to it.
pub async fn make(
    desk: &Desk,
    clock: &HandClock,
    plan: Plan,
    mut progress: impl FnMut(&str) + Send,
) -> Result<Made, Trouble> {
    let start = plan.until - LENGTH;
    clock.set(start);
    progress("Founding the organisation.");
    let company = Company::found(desk, plan.until).await?;
    let mut people = Vec::new();
    for colleague in PEOPLE {
        let Some(role) = colleague.shown_as else { continue };
        let (name, email, department) = (colleague.name, colleague.email(), colleague.department);
        let person = company.person(colleague.local)?;
        people.push(DemoPerson { role, name, email, department, person });
    }
    people.sort_by_key(|person| place(person.role));
    let mut made = Made { people, customers: 0, cases: 0, planted: Planted::default() };
    if !plan.empty {
        promises::set(desk, &company).await?;
        agreements::put_down(desk, &company, Stand::Signed).await?;
        let mut world = World::new(desk, clock, plan.until, Book::open()?, company);
        prepare(&mut world, plan, start).await?;
        play(&mut world, plan, &mut progress).await?;
        made.customers = world.clients.iter().filter(|client| client.id.is_some()).count();
        agreements::put_down(desk, &world.company, Stand::Draft).await?;
        (made.cases, made.planted) = (world.opened, world.planted);
    }
    clock.set(plan.until);
    Ok(made)
}

fn place(role: &str) -> usize {
    let order = ["agent", "colleague", "second_colleague", "lead", "arbiter", "administrator"];
    order.iter().position(|name| *name == role).unwrap_or(order.len())
}

/// Customers who were there before, and the first step of every case.
async fn prepare(world: &mut World<'_>, plan: Plan, start: Instant) -> Result<(), Trouble> {
    world.clients = customers::invent(plan.customers(), plan.seed)?;
    for client in world.clients.iter_mut().step_by(3) {
        customers::record(world.desk, &Who::system(), client).await?;
    }
    let plots = plot::all(&plan, start, world.desk.calendars().standard(), &world.book);
    for (number, plot) in plots.into_iter().enumerate() {
        world.plan(plot.opened, number, Step::Open);
        let file = File::new(number, plot, &world.book, plan.seed)?;
        world.files.push(Some(file));
    }
    Ok(())
}

async fn play(
    world: &mut World<'_>,
    plan: Plan,
    progress: &mut (impl FnMut(&str) + Send),
) -> Result<(), Trouble> {
    let mut reported = 0;
    let mut post = post::Post::new(plan.until);
    while let Some((place, step)) = world.next() {
        let Some(mut file) = world.files.get_mut(place).and_then(Option::take) else { continue };
        perform(world, &mut file, step).await?;
        if let Some(slot) = world.files.get_mut(place) {
            *slot = Some(file);
        }
        post.after_a_step(world).await?;
        if world.opened >= reported + REPORT_EVERY {
            reported = world.opened;
            progress(&format!("{reported} of {} cases.", plan.cases));
        }
    }
    world.clock.set(plan.until);
    post.clear(world).await
}

async fn perform(world: &mut World<'_>, file: &mut File, step: Step) -> Result<(), Trouble> {
    match step {
        Step::Open => world.open(file).await,
        Step::Reply => world.reply(file).await,
        Step::TakeBack => world.take_back(file).await,
        Step::Raise(track) => world.raise(file, track).await,
        Step::Beat(track) => world.beat(file, track).await,
        Step::Look(request) => world.look(file, request).await,
        Step::Left(message) => world.left(file, message).await,
        Step::Call => world.call(file).await,
        Step::Update => world.update(file).await,
        Step::Introduce => world.introduce(file).await,
        Step::Tell => world.tell(file).await,
        Step::Bounce => world.bounce(file).await,
        Step::Recover => world.recover(file).await,
        Step::Close => world.close(file).await,
        Step::Again => world.again(file).await,
        Step::Withdrew => world.withdrew(file).await,
        Step::Escalate(track) => world.escalate(file, track).await,
        Step::Decide(request) => world.decide(file, request).await,
    }
}

/// What was refused, in full, with what led to it.
fn failed(context: &str, trouble: &Trouble) -> Trouble {
    let fields = trouble.refusal().map(|refusal| refusal.fields.clone()).unwrap_or_default();
    let fields: Vec<String> = fields
        .iter()
        .map(|field| format!(" [{}: {} {}]", field.field, field.code, field.message))
        .collect();
    Trouble::Failed(format!("the demo went wrong: {trouble}{} ({context})", fields.concat()))
}
