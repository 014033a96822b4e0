//! Randomness that is handed in. One draw serves one command.

use sha2::{Digest, Sha256};

use crate::ids::Id;
use crate::time::Instant;

/// Makes ids and salts from a seed, the same ones every time for the same seed and moment.
///
/// The desk seeds it from the operating system for every command; a demo or a test seeds it with a
/// number. The stream is SHA-256 in counter mode, so that nothing drawn tells what else was drawn.
#[derive(Clone, Debug)]
pub struct Draw {
    seed: [u8; 32],
    at: Instant,
    count: u64,
}

impl Draw {
    pub fn new(seed: [u8; 32], at: Instant) -> Self {
        Self { seed, at, count: 0 }
    }

    fn block(&mut self) -> [u8; 32] {
        self.count += 1;
        let mut hash = Sha256::new();
        hash.update(self.seed);
        hash.update(self.count.to_be_bytes());
        hash.finalize().into()
    }

    /// A new id: the draw's moment in the upper 48 bits, 80 random bits below.
    pub fn id<T: Id>(&mut self) -> T {
        let block = self.block();
        let mut random = [0_u8; 16];
        random[6..].copy_from_slice(&block[..10]);
        let millis = u128::try_from(self.at.millis().max(0)).unwrap_or(0) & 0xffff_ffff_ffff;
        T::from_bits((millis << 80) | u128::from_be_bytes(random))
    }

    /// 128 random bits to salt a commitment.
    pub fn salt(&mut self) -> [u8; 16] {
        let block = self.block();
        let mut salt = [0_u8; 16];
        salt.copy_from_slice(&block[..16]);
        salt
    }

    /// A number from 0 up to but not including `below`; 0 when `below` is 0.
    pub fn below(&mut self, below: u64) -> u64 {
        let block = self.block();
        let mut eight = [0_u8; 8];
        eight.copy_from_slice(&block[..8]);
        u64::from_be_bytes(eight).checked_rem(below).unwrap_or(0)
    }
}
