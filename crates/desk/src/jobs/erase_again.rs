//! A second look at what was erased: somebody may have written at the same moment.

use baton_core::ids::StreamId;
use baton_core::log::Version;
use baton_core::time::Instant;
use baton_core::vault::Subject;
use baton_store::{files, search, vault};

use crate::desk::Desk;
use crate::jobs::Outcome;
use crate::trouble::Trouble;

impl Desk {
    /// `stream` and `version` name the event that erased, `at` its moment.
    pub(super) async fn erase_again(
        &self,
        subject: Subject,
        stream: &str,
        version: Version,
        at: Instant,
    ) -> Result<Outcome, Trouble> {
        let Ok(stream) = stream.parse::<StreamId>() else {
            return Ok(Outcome::Never("the job names no stream".to_owned()));
        };
        self.0
            .store
            .keep(move |tx| {
                Box::pin(async move {
                    vault::erase(tx, subject, at, stream, version).await?;
                    files::erase(tx, subject, at).await?;
                    search::wipe(tx).await?;
                    Ok(())
                })
            })
            .await?;
        self.delete_erased_files().await?;
        if self.0.store.forget().await? {
            Ok(Outcome::Done)
        } else {
            Ok(Outcome::Later("a reader still needs the log that erased words stand in".to_owned()))
        }
    }
}
