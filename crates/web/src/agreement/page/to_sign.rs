//! Agreements whose words wait for the reader's own signature.

use baton_core::agreement::{Agreement, AgreementMove, moves};
use baton_core::say;

use super::title;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::ui::row::Row;
use crate::ui::status::Status;

/// Whether this person signs next.
pub(super) fn waits_for(ctx: &Ctx, agreement: &Agreement) -> bool {
    moves(agreement, &ctx.who, ctx.now).contains(&AgreementMove::Sign)
}

/// An agreement in a list of what waits for the reader.
pub struct ToSign {
    href: String,
    version: String,
    title: String,
    proposed: String,
}

impl ToSign {
    pub fn row(&self) -> Row<'_> {
        Row {
            href: &self.href,
            reference: &self.version,
            subject: &self.title,
            who: &self.proposed,
            status: Status::Waiting,
            says: Some(say!("agreement-to-sign-waits-for-your-signature")),
            when: None,
            next: None,
            acts: None,
        }
    }
}

/// All that wait for the signature of this person.
pub fn to_sign(ctx: &Ctx) -> Result<Vec<ToSign>, Trouble> {
    if ctx.who.leads.is_empty() {
        return Ok(Vec::new());
    }
    let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
    let line = |one: &Agreement| {
        let draft = one.draft().filter(|_| waits_for(ctx, one))?;
        Some(ToSign {
            href: format!("/agreements/{}", one.id),
            version: say!("agreement-show-version", number = draft.number),
            title: title(&directory, one),
            proposed: say!(
                "agreement-to-sign-put-down-by",
                who = directory.person_name(draft.proposed_by)
            ),
        })
    };
    Ok(book.iter().filter_map(line).collect())
}
