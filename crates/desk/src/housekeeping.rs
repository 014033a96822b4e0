//! What a node does by itself: it learns of changes, signs checkpoints, and tidies up.

use std::time::Duration;

use baton_core::time::Span;
use baton_store::keys::SigningKey;
use baton_store::views::{self, View};
use baton_store::{
    access, beginnings, challenges, checkpoint, dismissals, drafts, files, notices, receipts,
    snoozes, uploads,
};
use tokio::task::JoinHandle;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// Somebody who was made inactive elsewhere is shut out here after this long.
const LEARN: Duration = Duration::from_millis(500);
const CHECKPOINT: Span = Span::hours(1);
/// How long an idempotency key is remembered.
const RECEIPTS: Span = Span::times_24h(2);
/// How far back erased files are looked at again: longer than any node is down unnoticed.
const LATELY: Span = Span::times_24h(30);
const NOTICES: Span = Span::times_24h(90);
/// A draft that nobody has touched for so long is no longer meant.
const DRAFTS: Span = Span::times_24h(30);
const DISMISSALS: Span = Span::times_24h(365);
/// A file that waits for its text longer than this is no longer meant.
const UPLOADS: Span = Span::times_24h(1);
/// The longest idle time of a session (check 48 of the security level).
const IDLE: Span = Span::hours(12);

impl Desk {
    /// Keeps house until the desk is dropped.
    pub fn start_housekeeping(&self, key: SigningKey) -> JoinHandle<()> {
        let desk = self.clone();
        tokio::spawn(async move {
            if let Err(error) = desk.take_in_leftovers().await {
                tracing::error!(%error, "mail that was kept could not be read");
            }
            let (mut last, mut erasures) = (None, 0);
            loop {
                let now = desk.now();
                if last.is_none_or(|last| now >= last + CHECKPOINT) {
                    last = Some(now);
                    if let Err(error) = desk.tidy(&key).await {
                        tracing::error!(%error, "housekeeping failed");
                    }
                }
                if let Err(error) = desk.refresh_directory().await {
                    tracing::error!(%error, "the directory could not be read");
                }
                if let Err(error) = desk.refresh_agreements().await {
                    tracing::error!(%error, "the agreements could not be read");
                }
                if let Err(error) = desk.refresh_calendars().await {
                    tracing::error!(%error, "the calendars could not be read");
                }
                if let Err(error) = desk.refresh_service_levels().await {
                    tracing::error!(%error, "the service levels could not be read");
                }
                if let Err(error) = desk.refresh_wishes().await {
                    tracing::error!(%error, "how people want to be told could not be read");
                }
                if let Err(error) = desk.refresh_house().await {
                    tracing::error!(%error, "the organisation's choices could not be read");
                }
                if let Err(error) = desk.let_go_of_erased(&mut erasures).await {
                    tracing::error!(%error, "erased words could not be let go of");
                }
                tokio::time::sleep(LEARN).await;
            }
        })
    }

    /// Signs a checkpoint and lets go of what has had its time.
    pub async fn tidy(&self, key: &SigningKey) -> Result<(), Trouble> {
        let now = self.now();
        checkpoint::make(&self.0.store, key, now).await?;
        self.delete_erased_files().await?;
        self.hand_over_views().await?;
        self.0
            .store
            .keep(move |tx| {
                Box::pin(async move {
                    receipts::sweep(tx, now - RECEIPTS).await?;
                    notices::sweep(tx, now - NOTICES).await?;
                    drafts::sweep(tx, now - DRAFTS).await?;
                    snoozes::sweep(tx, now).await?;
                    dismissals::sweep(tx, now - DISMISSALS).await?;
                    access::sweep_sessions(tx, now, now - IDLE).await?;
                    beginnings::sweep(tx, now).await?;
                    challenges::sweep(tx, now).await?;
                    uploads::sweep(tx, now - UPLOADS, now).await?;
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    /// What somebody shared and left behind is looked after by the lead of the department.
    pub(crate) async fn hand_over_views(&self) -> Result<(), Trouble> {
        let directory = self.directory();
        let heir = |view: &View| {
            let lead = directory.department(view.department?)?.lead?;
            directory.active_person(lead).map(|lead| lead.id)
        };
        for view in views::shared(&self.0.store.link()).await? {
            if directory.active_person(view.owner).is_some() {
                continue;
            }
            if let Some(to) = heir(&view) {
                let id = view.id;
                let work = self.0.store.keep(move |tx| {
                    let id = id.clone();
                    Box::pin(async move { views::hand_over(tx, &id, to).await })
                });
                work.await?;
            }
        }
        Ok(())
    }

    /// Deletes the bytes of files that were erased lately; again after a crash in between.
    pub(crate) async fn delete_erased_files(&self) -> Result<(), Trouble> {
        let since = self.now() - LATELY;
        for file in files::erased(&self.0.store.link(), since).await? {
            self.0.files.delete(&file).await?;
        }
        Ok(())
    }
}
