//! One act on many rows: each by its own command under the rules of one, what could not be changed
//! is said with the reason, and the whole is taken back at once where the act has an opposite.

mod bar;
mod create;
mod page;
mod perform;
mod snooze;
mod undo;

use baton_core::case::kinds::Priority;
use baton_core::word;

use crate::route::Route;
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::view;

pub use bar::{Over, around, colleagues};
pub use page::samples;

/// Every route of acts on many rows.
pub static ROUTES: &[&[Route]] = &[create::ROUTES, undo::ROUTES, page::ROUTES];

/// Most rows at once.
pub const MOST: usize = 500;

const ACTS: &[&str] = &["owner", "priority", "escalate", "snooze"];
const ID: Kind = Kind::Text { most: 64, lines: false };

pub static BULK: Shape = Shape::new(
    "BulkForm",
    &[
        Field::choice("act", ACTS)
            .required()
            .label(word!("bulk-what-is-to-be-done"))
            .ask(word!("bulk-choose-what-is-to-be-done")),
        Field::list("cases", &ID, MOST).label(word!("bulk-cases")),
        Field::list("requests", &ID, MOST).label(word!("bulk-requests")),
        Field::id("person")
            .label(word!("bulk-give-them-to"))
            .hint(word!("bulk-for-owner-id-or-e-mail")),
        Field::choice("priority", Priority::NAMES)
            .label(word!("bulk-priority"))
            .hint(word!("bulk-for-priority")),
        Field::lines("reason", 20_000)
            .label(word!("bulk-why"))
            .hint(word!("bulk-for-priority-and-escalate")),
        Field::whole("level", 0, 9).label(word!("bulk-level")).hint(word!("bulk-for-escalate")),
        Field::lines("decision_wanted", 20_000)
            .label(word!("bulk-decision-wanted"))
            .hint(word!("bulk-for-escalate")),
        Field::text("when", 100)
            .label(word!("bulk-until-when"))
            .hint(word!("bulk-for-snooze-in-plain-words")),
    ],
);

static BACK: Shape = Shape::new(
    "BulkBack",
    &[
        Field::id("case").required(),
        Field::id("was").hint(word!("bulk-empty-where-nothing-was-it-was")),
        Field::id("is").required(),
    ],
);

pub static UNDO: Shape = Shape::new(
    "BulkUndo",
    &[
        Field::choice("act", &["owner", "priority", snooze::CASES, snooze::REQUESTS]).required(),
        Field::list("back", &Kind::Group(&BACK), MOST).required(),
    ],
);

view! {
    BulkView as BULK_OUT "Bulk" {
        "done" done: Vec<DoneView> = Out::List(&Out::Thing(&DONE)),
        "refused" refused: Vec<RefusedView> = Out::List(&Out::Thing(&REFUSED)),
        /// What takes all of it back: send it to `/bulk/undo`. Null where the act has no opposite.
        "undo" undo: Option<UndoView> = Out::Maybe(&Out::Thing(&UNDO_OUT)),
    }
    DoneView as DONE "BulkDone" {
        "id" id: String = Out::Id,
        "ref" reference: String = Out::Text,
    }
    RefusedView as REFUSED "BulkRefused" {
        /// As it was sent.
        "id" id: String = Out::Text,
        "ref" reference: String = Out::Text,
        "code" code: &'static str = Out::Text,
        "why" why: String = Out::Text,
    }
    UndoView as UNDO_OUT "BulkUndoOut" {
        "act" act: String = Out::Text,
        "back" back: Vec<BackView> = Out::List(&Out::Thing(&BACK_OUT)),
    }
    BackView as BACK_OUT "BulkBackOut" {
        /// The request, where requests were snoozed.
        "case" case: String = Out::Id,
        "was" was: String = Out::Text,
        "is" is: String = Out::Text,
    }
}
