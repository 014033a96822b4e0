//! A due time may have passed: the rules look and flag.

use baton_core::access::Who;
use baton_core::case::command::Command;
use baton_core::case::request::command::Act;
use baton_core::ids::{CaseId, RequestId};

use crate::desk::Desk;
use crate::jobs::Outcome;
use crate::task::Asked;
use crate::trouble::Trouble;

impl Desk {
    pub(super) async fn look_again(
        &self,
        case: CaseId,
        request: Option<RequestId>,
    ) -> Result<Outcome, Trouble> {
        let command = match request {
            Some(request) => Command::Request(request, Box::new(Act::CheckDue)),
            None => Command::CheckPromises,
        };
        self.act(&Who::system(), case, command, Asked::default()).await?;
        Ok(Outcome::Done)
    }
}
