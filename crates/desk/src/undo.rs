//! Until when a letter can be taken back. Its own window ends with it; a letter that Baton could not
//! have sent meanwhile, because it was not running, waits a little longer once it runs again.

use baton_core::ids::MessageId;
use baton_core::time::{Instant, Span};
use baton_store::{Link, Result, jobs};

use crate::desk::Desk;
use crate::effects::key_of;
use crate::trouble::Trouble;

/// Between the last moment of an undo and the leaving: an undo that was decided in time is durable
/// before anybody looks for the letter.
const MARGIN: Span = Span::seconds(1);
/// After a start every letter that waits can be taken back for this long.
const AFTER_START: Span = Span::seconds(5);

/// When a letter leaves that can be taken back until the moment.
pub(crate) fn leaves_at(until: Instant) -> Instant {
    until + MARGIN
}

/// Until when a message waits in the post; `None` when its letter is on its way.
pub(crate) async fn until(link: &Link<'_>, message: MessageId) -> Result<Option<Instant>> {
    Ok(jobs::begins(link, &key_of(message)).await?.map(|at| at - MARGIN))
}

impl Desk {
    /// Until when a message can be taken back, as the post has it; `None` when it is on its way.
    pub async fn undo_until(
        &self,
        message: MessageId,
    ) -> std::result::Result<Option<Instant>, Trouble> {
        Ok(until(&self.0.store.link(), message).await?)
    }

    /// Holds letters back that are due at once, or were while nothing ran.
    pub(crate) async fn give_time_to_undo(&self) -> std::result::Result<u64, Trouble> {
        let leaves = leaves_at(self.now() + AFTER_START);
        let store = &self.0.store;
        Ok(store.keep(move |tx| Box::pin(jobs::defer(tx, "send_message", leaves))).await?)
    }
}
