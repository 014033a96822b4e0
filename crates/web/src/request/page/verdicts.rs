//! What can be said to a request without opening it: read back, ask, decline or dispute.

use std::collections::BTreeMap;

use baton_core::case::kinds::{Mode, Mover};
use baton_core::case::request::moves::{Move, moves};
use baton_core::ids::RequestId;
use baton_core::say;
use baton_store::rows::request::RequestRow;
use maud::{Markup, html};

use super::sheet::href;
use crate::ctx::Ctx;
use crate::keys;
use crate::problem::Trouble;
use crate::ui::address::encode;

/// The legal verdicts of each request: where its form is below the request, key and words.
pub type Verdicts = BTreeMap<RequestId, Vec<Verdict>>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Verdict {
    mv: Move,
    key: &'static str,
    text: &'static str,
}

/// Verdicts of those rows that wait for the asked department.
pub async fn verdicts(ctx: &Ctx, rows: &[RequestRow]) -> Result<Verdicts, Trouble> {
    let desk = ctx.desk()?;
    let mut found = Verdicts::new();
    for row in rows.iter().filter(|row| row.mover == Mover::To && row.ended_at.is_none()) {
        let case = desk.case(row.case).await?;
        let Some(request) = case.request(row.id) else { continue };
        let legal = moves(&case, request, &ctx.who);
        found.insert(row.id, of(&legal, request.ask.mode));
    }
    Ok(found)
}

/// At most one for each key. A read-back may take the request in along the way.
fn of(legal: &[Move], mode: Mode) -> Vec<Verdict> {
    let has = |mv| legal.contains(&mv);
    let verdict = |mv, key, text| Some(Verdict { mv, key, text });
    let first = if has(Move::ReadBack) || (has(Move::Acknowledge) && mode != Mode::Inform) {
        verdict(Move::ReadBack, keys::READ_BACK, say!("request-verdicts-read-back"))
    } else if has(Move::Acknowledge) {
        verdict(Move::Acknowledge, keys::READ_BACK, say!("request-verdicts-take-note"))
    } else {
        None
    };
    let ask = if has(Move::Ask) {
        verdict(Move::Ask, keys::ASK, say!("request-verdicts-ask"))
    } else {
        None
    };
    let no = if has(Move::Decline) {
        verdict(Move::Decline, keys::DECLINE, say!("request-verdicts-decline"))
    } else if has(Move::Dispute) {
        verdict(Move::Dispute, keys::DECLINE, say!("request-verdicts-dispute"))
    } else {
        None
    };
    [first, ask, no].into_iter().flatten().collect()
}

/// Links to the forms of a row. `then` is where whoever has answered goes on: the row after it.
pub fn links(row: &RequestRow, verdicts: &[Verdict], then: &str) -> Markup {
    let below =
        |mv: Move| format!("{}/{}/new?then={}", href(&row.reference()), mv.path(), encode(then));
    html! {
        @if !verdicts.is_empty() {
            p.row-acts {
                @for one in verdicts {
                    a href=(below(one.mv)) data-press=(one.key) {
                        (one.text) span.unseen { " " (row.reference()) }
                    }
                    " "
                }
                @if row.ended_at.is_none() {
                    a href={ (href(&row.reference())) "/snooze/new?then=" (encode(then)) } data-press=(keys::SNOOZE) {
                        (say!("request-verdicts-snooze")) span.unseen { " " (row.reference()) }
                    }
                }
            }
        }
    }
}

/// Of each row, its id and its links. Whoever answers goes on at the row after, in the list `here`.
pub async fn of_rows(
    ctx: &Ctx,
    rows: &[RequestRow],
    here: &str,
) -> Result<Vec<(String, Markup)>, Trouble> {
    let known = verdicts(ctx, rows).await?;
    let acts = |(n, row): (usize, &RequestRow)| {
        let verdicts = known.get(&row.id).map_or(&[][..], Vec::as_slice);
        let next = rows.get(n + 1).map(|next| format!("#{}", id(next))).unwrap_or_default();
        (id(row), links(row, verdicts, &format!("{here}{next}")))
    };
    Ok(rows.iter().enumerate().map(acts).collect())
}

/// The id of a row, for addresses that lead to it.
pub fn id(row: &RequestRow) -> String {
    format!("row-{}", row.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_legal_is_offered_and_each_key_once() {
        let texts = |legal: &[Move], mode| -> Vec<&str> {
            of(legal, mode).iter().map(|one| one.text).collect()
        };
        let sent = [Move::Acknowledge, Move::Ask, Move::Decline, Move::Dispute];
        assert_eq!(texts(&sent, Mode::Delegate), ["Read back", "Ask", "Decline"]);
        assert_eq!(texts(&[Move::Acknowledge], Mode::Inform), ["Take note"]);
        assert_eq!(texts(&[Move::Deliver, Move::Dispute], Mode::Delegate), ["Dispute"]);
    }
}
