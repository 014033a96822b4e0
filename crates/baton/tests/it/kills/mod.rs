//! Killed in the middle of its work, again and again: what was answered is there, and there once.

mod deeds;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use baton_testkit::Place;
use baton_testkit::http::Client;
use baton_testkit::wait::pause;

use crate::program::{Program, Served};
use deeds::{Deed, Ledger, check};

/// How often it is killed when nothing else is said.
const ROUNDS: u64 = 25;

/// One who writes as fast as answers come.
struct Writer {
    name: &'static str,
    token: String,
    /// Sent, and not answered when the server died: sent again before anything else.
    unanswered: Option<Deed>,
    count: u64,
}

impl Writer {
    fn new(name: &'static str, token: String) -> Self {
        Self { name, token, unanswered: None, count: 0 }
    }

    /// Writes until the server is gone or `over` says so.
    fn write(&mut self, server: &Client, ledger: &Mutex<Ledger>, over: &AtomicBool) {
        while !over.load(Ordering::Relaxed) || self.unanswered.is_some() {
            let deed = match self.unanswered.take() {
                Some(deed) => deed,
                None => {
                    self.count += 1;
                    let ledger = ledger.lock().unwrap();
                    Deed::new(self.name, self.count, &ledger)
                }
            };
            let Ok(reply) = server.try_send(&deed.call().token(&self.token)) else {
                self.unanswered = Some(deed);
                return;
            };
            match (reply.status, reply.code().as_str()) {
                (200 | 201, _) => ledger.lock().unwrap().acknowledged(deed, &reply.json()),
                // Three others were faster: nothing was done, and it is asked for again.
                (409, "stale_version") | (503, _) => self.unanswered = Some(deed),
                _ => panic!("{deed:?}: {} {}", reply.status, reply.text()),
            }
        }
    }
}

/// Milliseconds until the kill: different in each round, the same in each run.
fn moment(round: u64) -> Duration {
    let mixed = (round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    Duration::from_millis(15 + mixed % 180)
}

fn write_together(
    served: &Served,
    writers: &mut [Writer],
    ledger: &Mutex<Ledger>,
    until: impl FnOnce(),
) {
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in writers {
            let (server, over) = (&served.client, &over);
            scope.spawn(move || writer.write(server, ledger, over));
        }
        until();
        over.store(true, Ordering::Relaxed);
    });
}

fn killed(place: &Place, rounds: u64) {
    let program = Program::at(place);
    let ada = program.init();
    program.department("Logistics");
    let tom = program.person("Tom", "Logistics");
    let sam = program.person("Sam", "Customer service");
    let mut writers =
        [Writer::new("ada", ada.clone()), Writer::new("sam", sam), Writer::new("tom", tom)];
    let ledger = Mutex::new(Ledger::default());
    for round in 0..rounds {
        let mut served = program.serve();
        let killer = served.killer();
        write_together(&served, &mut writers, &ledger, || {
            pause(moment(round));
            killer.kill();
        });
        served.kill();
    }
    let served = program.serve();
    // What was never answered is asked for once more, with its key, and answered now.
    write_together(&served, &mut writers, &ledger, || {});
    let ledger = ledger.into_inner().unwrap();
    assert!(ledger.count() > rounds, "only {} acts in {rounds} rounds", ledger.count());
    check(&served, &ada, &ledger);
    served.stop();
    program.is_whole();
}

fn rounds() -> u64 {
    std::env::var("BATON_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS)
}

#[test]
fn what_was_answered_survives_kill_9_and_nothing_is_done_twice() {
    killed(&Place::sqlite(), rounds());
}

#[test]
fn what_was_answered_survives_kill_9_on_postgresql() {
    killed(&Place::postgres(), rounds().div_ceil(4));
}
