//! Choices that look like chance and are the same every time for the same seed.

use baton_core::draw::Draw;
use baton_core::time::Instant;

pub(super) struct Luck(Draw);

impl Luck {
    /// One source for each purpose, so that a choice in one case moves nothing in another.
    pub fn new(seed: u64, purpose: u64) -> Self {
        let mut bytes = [0_u8; 32];
        bytes[..8].copy_from_slice(&seed.to_be_bytes());
        bytes[8..16].copy_from_slice(&purpose.to_be_bytes());
        bytes[16..20].copy_from_slice(b"demo");
        Self(Draw::new(bytes, Instant::from_millis(0)))
    }

    /// From 0 up to but not including `below`.
    pub fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).unwrap_or(u64::MAX);
        usize::try_from(self.0.below(below)).unwrap_or(0)
    }

    /// Both ends included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high.saturating_sub(low)).unwrap_or(0).saturating_add(1);
        low + i64::try_from(self.0.below(width)).unwrap_or(0)
    }

    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// Mostly near the lower end, now and then far out: how long things take.
    pub fn skewed(&mut self, low: i64, high: i64) -> i64 {
        let a = self.between(low, high);
        let b = self.between(low, high);
        a.min(b)
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// The place of one of the weights, each as likely as it weighs.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> Option<usize> {
        let sum: u64 = weights.clone().map(u64::from).sum();
        let mut left = self.0.below(sum);
        for (place, weight) in weights.enumerate() {
            if left < u64::from(weight) {
                return Some(place);
            }
            left -= u64::from(weight);
        }
        None
    }
}
