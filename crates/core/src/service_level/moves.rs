//! What may be done with a service level now, and by whom: `decide` asks here first.

use super::state::ServiceLevel;
use crate::access::Who;
use crate::ids::DepartmentId;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;

/// An act on a service level, as offered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LevelMove {
    Set,
    End,
}

impl LevelMove {
    pub const ALL: &'static [LevelMove] = &[LevelMove::Set, LevelMove::End];
    pub fn name(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::End => "end",
        }
    }
}

/// Whether somebody may say what is promised: for the organisation an administrator, for a
/// department its lead too.
pub fn may_set(department: Option<DepartmentId>, who: &Who) -> Result<(), Refusal> {
    let leads = department.is_some_and(|department| who.leads(department));
    if who.human && (who.administrator || leads) {
        return Ok(());
    }
    Err(Refusal::new(Code::NotAllowed, say!("service-level-moves-only-an-administrator")))
}

/// Whether the move is legal for this person now; `level` is `None` while nothing was ever set.
pub fn may(
    department: Option<DepartmentId>,
    level: Option<&ServiceLevel>,
    mv: LevelMove,
    who: &Who,
    now: Instant,
) -> Result<(), Refusal> {
    may_set(department, who)?;
    let last = level.and_then(|level| level.versions.last());
    let promises = level.is_some_and(|level| level.binding(now).is_some())
        || last.is_some_and(|last| last.terms.is_some());
    match mv {
        LevelMove::End if !promises => {
            let detail = say!("service-level-moves-nothing-is-promised-here");
            Err(Refusal::new(Code::IllegalMove, detail))
        }
        LevelMove::Set | LevelMove::End => Ok(()),
    }
}

/// The moves that are legal now for this person; exactly these are accepted.
pub fn moves(
    department: Option<DepartmentId>,
    level: Option<&ServiceLevel>,
    who: &Who,
    now: Instant,
) -> Vec<LevelMove> {
    let legal = |mv: &LevelMove| may(department, level, *mv, who, now).is_ok();
    LevelMove::ALL.iter().copied().filter(legal).collect()
}
