//! What a command makes of a case: events, words and effects, or a refusal.

mod close;
pub(crate) mod files;
mod merger;
mod message;
mod open;
mod own;
mod pen;
mod promise;
mod service;
mod tell;
pub(crate) mod text;
pub(in crate::case) mod wait;
mod waiver;

pub use close::{closing_gate, may_close};
pub use files::{LARGEST_FILE, MOST_FILES};
pub use merger::{Both, Customers, bounced, may_merge_into, merge, separate};
pub(in crate::case) use merger::{may_merge, may_separate};
pub use open::open;
pub(crate) use pen::Pen;
pub use service::must_say_next;
pub use waiver::{expectable, waivable};

use crate::access::Who;
use crate::agreement::Book;
use crate::calendar::Calendars;
use crate::case::command::Command;
use crate::case::moves;
use crate::case::request;
use crate::case::state::Case;
use crate::customer::Customer;
use crate::directory::Directory;
use crate::draw::Draw;
use crate::escalation::Practice;
use crate::log::Decided;
use crate::refusal::Refusal;
use crate::service_level::Levels;
use crate::time::Instant;
use crate::vault::Texts;

/// How long a message to a customer can be taken back.
pub const UNDO_WINDOW: crate::time::Span = crate::time::Span::seconds(15);

/// What a rule may look at beside the case.
pub struct Setting<'a> {
    pub now: Instant,
    pub who: &'a Who,
    pub directory: &'a Directory,
    pub calendars: &'a Calendars,
    pub agreements: &'a Book,
    pub practice: &'a Practice,
    pub service_levels: &'a Levels,
    /// The customer of the case.
    pub customer: Option<&'a Customer>,
    /// Texts of the case and the customer, for the rules that compare words.
    pub texts: &'a Texts,
    /// Until when the message of an undo waits in the post: longer than its own window when Baton
    /// was not running at the end of it.
    pub undo_until: Option<Instant>,
}

/// Decides a command on a case that exists.
pub fn decide(
    case: &Case,
    command: &Command,
    setting: &Setting<'_>,
    draw: &mut Draw,
) -> Result<Decided<Case>, Refusal> {
    let mut pen = Pen::new(case.clone(), setting, draw);
    match command {
        Command::Request(id, act) => request::decide::act(&mut pen, *id, act)?,
        Command::Raise(form) => request::decide::raise(&mut pen, form)?,
        of_case => decide_on_case(&mut pen, of_case)?,
    }
    Ok(pen.done())
}

fn decide_on_case(pen: &mut Pen<'_, '_>, command: &Command) -> Result<(), Refusal> {
    match (moves::of(command), command) {
        (Some(mv), _) => moves::may(&pen.case, mv, pen.setting.who, pen.at)?,
        (None, Command::Close { .. }) => close::may_try(&pen.case, pen.setting.who)?,
        (None, _) => moves::may_act(&pen.case, pen.setting.who)?,
    }
    match command {
        Command::AddMessage(form) => {
            merger::not_while_merged(&pen.case)?;
            message::add(pen, form)
        }
        Command::Receive(incoming) => {
            merger::not_while_merged(&pen.case)?;
            message::receive(pen, incoming)
        }
        Command::UndoMessage { message } => message::undo(pen, *message),
        Command::WaiveReply { message, reason, text } => {
            waiver::waive(pen, *message, *reason, text.as_deref())
        }
        Command::ExpectReply { message } => waiver::expect(pen, *message),
        Command::RecordLeft { message } => message::left(pen, *message),
        Command::RecordBounce { message, reason } => message::bounced(pen, *message, reason),
        Command::TellCustomer(form) => tell::tell(pen, form),
        Command::MakePromise { what, by } => promise::make(pen, what, *by),
        Command::SettlePromise { promise, kept, reason } => {
            promise::settle(pen, *promise, *kept, reason.as_deref())
        }
        Command::Recount(moved) => service::recount(pen, moved),
        Command::Wait(form) => wait::wait(pen, form),
        Command::Resume => {
            wait::resume(pen);
            Ok(())
        }
        Command::CheckPromises => {
            promise::check(pen)?;
            wait::check(pen);
            service::check(pen);
            merger::check(pen);
            Ok(())
        }
        Command::ChangeOwner { owner } => own::change_owner(pen, *owner),
        Command::ChangePriority { priority, reason, customer_agreed } => {
            own::change_priority(pen, *priority, reason, *customer_agreed)
        }
        Command::Close { outcome, exemption } => close::close(pen, outcome, exemption.as_ref()),
        Command::Reopen { reason } => close::reopen(pen, reason),
        Command::Raise(_) | Command::Request(..) => Ok(()),
    }
}
