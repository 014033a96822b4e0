//! Waiting for another process or thread: the one place where a test reads the clock or sleeps.

#![allow(
    clippy::disallowed_methods,
    reason = "the story waits for a program that has its own clock"
)]

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Asks again and again until there is an answer.
///
/// Fails with `what` after a minute: the machine may have other things to do.
pub fn until<T>(what: &str, ask: impl FnMut() -> Option<T>) -> T {
    until_at_most(what, Duration::from_secs(60), ask)
}

pub fn until_at_most<T>(what: &str, most: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + most;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < end, "waited {most:?} for: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

pub fn pause(span: Duration) {
    std::thread::sleep(span);
}

/// How long the work took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// Since 1970, by the machine's clock.
pub fn nanoseconds() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos()
}

/// Now, as the API writes it, so many seconds from now.
pub fn in_seconds(seconds: i64) -> String {
    let now = i64::try_from(nanoseconds() / 1_000_000).unwrap();
    baton_core::time::Instant::from_millis(now + seconds * 1_000).to_string()
}
