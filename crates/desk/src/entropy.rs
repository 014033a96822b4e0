//! The only place that asks for randomness.

use std::sync::atomic::{AtomicU64, Ordering};

use baton_core::draw::Draw;
use ring::rand::{SecureRandom, SystemRandom};

use crate::trouble::Trouble;

/// Seeds for draws, and secrets.
pub trait Entropy: Send + Sync {
    /// 32 bytes that nobody can guess, different each time.
    ///
    /// # Errors
    /// The operating system has no randomness to give.
    fn seed(&self) -> Result<[u8; 32], Trouble>;
}

/// The operating system's randomness.
#[derive(Debug)]
pub struct SystemEntropy(SystemRandom);

impl Default for SystemEntropy {
    #[allow(clippy::disallowed_methods, reason = "the one place that asks for randomness (law L8)")]
    fn default() -> Self {
        Self(SystemRandom::new())
    }
}

impl Entropy for SystemEntropy {
    fn seed(&self) -> Result<[u8; 32], Trouble> {
        let mut bytes = [0_u8; 32];
        self.0.fill(&mut bytes).map_err(|_| Trouble::NoRandomness)?;
        Ok(bytes)
    }
}

/// The same seeds every time, for a demo that can be made again. Never for real secrets.
#[derive(Debug)]
pub struct NumberedEntropy {
    number: u64,
    count: AtomicU64,
}

impl NumberedEntropy {
    pub fn new(number: u64) -> Self {
        Self { number, count: AtomicU64::new(0) }
    }
}

impl Entropy for NumberedEntropy {
    fn seed(&self) -> Result<[u8; 32], Trouble> {
        let count = self.count.fetch_add(1, Ordering::SeqCst);
        let mut seed = [0_u8; 32];
        seed[..8].copy_from_slice(&self.number.to_be_bytes());
        seed[8..16].copy_from_slice(&count.to_be_bytes());
        let epoch = baton_core::time::Instant::from_millis(0);
        let mut draw = Draw::new(seed, epoch);
        let (first, second) = (draw.salt(), draw.salt());
        seed[..16].copy_from_slice(&first);
        seed[16..].copy_from_slice(&second);
        Ok(seed)
    }
}
