//! What may be done with an agreement now, and by whom: `decide` asks here before anything else.

use super::kinds::Side;
use super::state::{Agreement, Standing};
use crate::access::Who;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;

macro_rules! moves {
    ($($(#[$doc:meta])* $move:ident = $name:literal $path:literal),+ $(,)?) => {
        /// An act on an agreement, as offered.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum AgreementMove { $($(#[$doc])* $move),+ }

        impl AgreementMove {
            pub const ALL: &'static [AgreementMove] = &[$(AgreementMove::$move),+];
            pub fn name(self) -> &'static str { match self { $(Self::$move => $name),+ } }
            /// Last part of the address below the agreement.
            pub fn path(self) -> &'static str { match self { $(Self::$move => $path),+ } }
        }
    };
}

moves! {
    Revise = "revise" "revision",
    Sign = "sign" "signature",
    /// Takes the draft back.
    Withdraw = "withdraw" "withdrawal",
    End = "end" "ending",
}

/// The moves that are legal now for this person; exactly these are accepted.
pub fn moves(agreement: &Agreement, who: &Who, now: Instant) -> Vec<AgreementMove> {
    let legal = |mv: &AgreementMove| may(agreement, *mv, who, now).is_ok();
    AgreementMove::ALL.iter().copied().filter(legal).collect()
}

/// The sides that this person speaks for: whoever leads a department or stands in for its lead.
pub(super) fn sides(agreement: &Agreement, who: &Who) -> Vec<Side> {
    let speaks = |side: &Side| who.human && who.leads(agreement.department(*side));
    Side::ALL.iter().copied().filter(speaks).collect()
}

/// Whether the move is legal for this person now; else why not.
pub fn may(
    agreement: &Agreement,
    mv: AgreementMove,
    who: &Who,
    now: Instant,
) -> Result<(), Refusal> {
    if sides(agreement, who).is_empty() {
        let detail = say!("agreement-moves-only-the-leads-of-the-two");
        return Err(Refusal::new(Code::NotYourSide, detail));
    }
    if agreement.is_over(now) {
        let detail = say!("agreement-moves-this-agreement-has-ended");
        return Err(Refusal::new(Code::Terminal, detail));
    }
    match mv {
        AgreementMove::Revise => no_notice_given(agreement),
        AgreementMove::Sign => signing_side(agreement, who).map(|_| ()),
        AgreementMove::Withdraw => open_draft(agreement).map(|_| ()),
        AgreementMove::End => {
            no_notice_given(agreement)?;
            match agreement.standing(now) {
                Standing::Active | Standing::Agreed { .. } => Ok(()),
                Standing::Proposed | Standing::Ended | Standing::Withdrawn => {
                    let detail = say!("agreement-moves-nothing-has-been-agreed-yet");
                    Err(Refusal::new(Code::IllegalMove, detail))
                }
            }
        }
    }
}

/// Whether this person may try the draft on what was asked before: whoever speaks for a side.
pub fn may_simulate(agreement: &Agreement, who: &Who) -> Result<(), Refusal> {
    if sides(agreement, who).is_empty() {
        let detail = say!("agreement-moves-a-draft-is-tried-by");
        return Err(Refusal::new(Code::NotYourSide, detail));
    }
    open_draft(agreement).map(|_| ())
}

fn no_notice_given(agreement: &Agreement) -> Result<(), Refusal> {
    match agreement.ending {
        None => Ok(()),
        Some(_) => {
            let detail = say!("agreement-moves-notice-has-been-given-so-that");
            Err(Refusal::new(Code::IllegalMove, detail))
        }
    }
}

fn open_draft(agreement: &Agreement) -> Result<&super::TermsVersion, Refusal> {
    agreement.draft().ok_or_else(|| {
        let detail = say!("agreement-moves-no-terms-wait-for-a-signature");
        Refusal::new(Code::IllegalMove, detail)
    })
}

/// The side for which this person signs the draft.
pub(super) fn signing_side(agreement: &Agreement, who: &Who) -> Result<Side, Refusal> {
    no_notice_given(agreement)?;
    let draft = open_draft(agreement)?;
    let sides = sides(agreement, who);
    let open = sides.iter().copied().find(|side| draft.signature(*side).is_none());
    let Some(side) = open else {
        let detail = say!("agreement-moves-your-side-has-signed-these");
        return Err(Refusal::new(Code::IllegalMove, detail));
    };
    let signed = Side::ALL.iter().filter_map(|other| draft.signature(*other));
    if who.person().is_some_and(|person| signed.into_iter().any(|other| other.person == person)) {
        let detail = say!("agreement-moves-you-have-signed-for-the-other");
        return Err(Refusal::new(Code::NotYourSide, detail));
    }
    Ok(side)
}
