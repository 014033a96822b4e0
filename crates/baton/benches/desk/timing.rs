//! The clock of the bench, and what is made of what it measures.

use std::time::{Duration, Instant};

/// Everything here is measured, so this is the one place that reads the clock.
#[allow(clippy::disallowed_methods, reason = "a bench measures time")]
pub fn now() -> Instant {
    Instant::now()
}

pub fn since(start: Instant) -> Duration {
    now().duration_since(start)
}

/// How long each of many calls took, and all of them together.
#[derive(Clone, Debug, Default)]
pub struct Load {
    pub micros: Vec<u32>,
    pub wall: Duration,
    /// Processor time of the server for all of it, in milliseconds.
    pub cpu_ms: f64,
    /// Bytes of the last answer's body.
    pub bytes: usize,
}

impl Load {
    pub fn per_second(&self) -> f64 {
        rate(self.micros.len(), self.wall)
    }

    /// Milliseconds within which so many per cent were answered.
    pub fn within(&self, percent: usize) -> f64 {
        let mut sorted = self.micros.clone();
        sorted.sort_unstable();
        let place = (sorted.len().saturating_sub(1) * percent) / 100;
        sorted.get(place).map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
    }

    /// Processor time of the server for one call, in microseconds.
    pub fn cpu_micros(&self) -> f64 {
        self.cpu_ms * 1_000.0 / count(self.micros.len().max(1))
    }
}

pub fn rate(done: usize, took: Duration) -> f64 {
    count(done) / took.as_secs_f64().max(f64::EPSILON)
}

/// Counts here are far below 2^32.
pub fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// The run in the middle, by how many it did in a second.
pub fn middle(mut runs: Vec<Load>) -> Load {
    runs.sort_by(|a, b| a.per_second().total_cmp(&b.per_second()));
    let place = runs.len() / 2;
    if place < runs.len() { runs.swap_remove(place) } else { Load::default() }
}
