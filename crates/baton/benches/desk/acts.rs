//! Acts through the whole stack: six on each case, by its two sides.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::Fault;
use crate::data::Data;
use crate::fill::Waiting;
use crate::http::{load, request};
use crate::process::Server;
use crate::texts::Luck;
use crate::timing::Load;

/// On each case in this order: a call is logged; the receiver acknowledges; the owner adds a note;
/// the receiver reads back; the owner confirms; the receiver notes progress.
pub const ACTS: usize = 6;

/// Cases are taken from here by all clients of all runs: no case is used twice.
pub struct Work {
    data: Data,
    tokens: HashMap<String, Vec<String>>,
    next: AtomicUsize,
}

impl Work {
    pub fn new(data: &Data) -> Arc<Self> {
        let tokens = data.people.iter().cloned().collect();
        Arc::new(Self { data: data.clone(), tokens, next: AtomicUsize::new(0) })
    }

    pub fn header(&self, person: &str, turn: usize) -> String {
        let tokens = self.tokens.get(person).map_or(&[][..], Vec::as_slice);
        let token = tokens.get(turn % tokens.len().max(1)).map_or("", String::as_str);
        format!("authorization: Bearer {token}")
    }

    /// Taken by turns from far apart, so that neighbours in time are no neighbours in the tables.
    fn take(&self) -> Option<(usize, &Waiting)> {
        let (turn, all) = (self.next.fetch_add(1, Ordering::Relaxed), &self.data.made.waiting);
        let place = (turn % all.len().max(1)).wrapping_mul(7_919) % all.len().max(1);
        (turn < all.len()).then(|| all.get(place).map(|case| (turn, case))).flatten()
    }

    /// One client's calls.
    pub fn script(self: &Arc<Self>) -> impl FnMut() -> Option<Vec<u8>> + Send + use<> {
        let work = Arc::clone(self);
        let mut left: Vec<Vec<u8>> = Vec::new();
        move || {
            if left.is_empty() {
                let (turn, case) = work.take()?;
                left = (0..ACTS).rev().map(|step| work.act(turn, case, step)).collect();
            }
            left.pop()
        }
    }

    /// The six calls on the next case.
    pub fn next_case(&self) -> Result<Vec<Vec<u8>>, Fault> {
        let (turn, case) = self.take().ok_or("no case is left")?;
        Ok((0..ACTS).map(|step| self.act(turn, case, step)).collect())
    }

    fn act(&self, turn: usize, case: &Waiting, step: usize) -> Vec<u8> {
        let mut luck = Luck::new(u64::try_from(turn * 8 + step).unwrap_or(0));
        let by = &self.data.made.needed_by;
        let (ours, noun, body) = match step {
            0 => (true, "messages", format!(r#"{{"kind":"call","body":"{}"}}"#, luck.sentence(40))),
            1 => (false, "acknowledgement", "{}".to_owned()),
            2 => (true, "notes", format!(r#"{{"text":"{}"}}"#, luck.sentence(20))),
            3 => {
                let (outcome, will_do) = (luck.sentence(14), luck.sentence(12));
                let restated = format!(r#"{{"customer":"{}","needed_by":"{by}"}}"#, case.reference);
                let body = format!(
                    r#"{{"outcome":"You want in other words: {outcome}","will_do":"I shall see to it that {will_do}","by":"{by}","restated":{restated},"data_sufficient":true}}"#
                );
                (false, "read-back", body)
            }
            4 => (true, "confirmation", "{}".to_owned()),
            _ => (false, "progress", format!(r#"{{"note":"{}"}}"#, luck.sentence(20))),
        };
        let person = if ours { &case.owner } else { &case.receiver };
        let who = self.header(person, turn);
        let path = if step == 0 {
            format!("/api/v1/cases/{}/{noun}", case.case)
        } else {
            format!("/api/v1/requests/{}/{noun}", case.request)
        };
        // What a form of a page sends as well, and a program should.
        let key = format!("bench-{}-{step}", case.request);
        request("POST", &path, &who, &key, &body)
    }
}

/// Acts for so long with so many clients.
pub fn run(
    server: &Server,
    work: &Arc<Work>,
    clients: usize,
    span: Duration,
) -> Result<Load, Fault> {
    let scripts = (0..clients).map(|_| work.script()).collect();
    server.measure(|| load(server.address, scripts, span))
}
