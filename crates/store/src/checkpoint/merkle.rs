//! A Merkle tree whose leaves are only ever added or replaced.

use ring::digest::{Context, SHA256, digest};

pub(crate) type Hash = [u8; 32];

fn bytes(finished: ring::digest::Digest) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(finished.as_ref());
    hash
}

/// A stream's leaf: its name, version and head.
pub(crate) fn leaf(stream: &str, version: i64, head: &str) -> Hash {
    let mut hash = Context::new(&SHA256);
    // Leaves and branches begin differently, so that one cannot pass for the other (RFC 6962).
    hash.update(&[0]);
    crate::journal::text_into(&mut hash, stream);
    hash.update(&version.to_be_bytes());
    crate::journal::text_into(&mut hash, head);
    bytes(hash.finish())
}

fn branch(left: &Hash, right: &Hash) -> Hash {
    let mut whole = [1; 65];
    whole[1..33].copy_from_slice(left);
    whole[33..].copy_from_slice(right);
    bytes(digest(&SHA256, &whole))
}

/// Leaves in the order in which their streams began. A branch without a right half is its left.
#[derive(Default)]
pub(crate) struct Tree {
    /// From the leaves up.
    levels: Vec<Vec<Hash>>,
    changed: Vec<usize>,
}

impl Tree {
    /// Sets a leaf; a place beyond the last one is filled up to.
    pub(crate) fn set(&mut self, place: usize, leaf: Hash) {
        if self.levels.is_empty() {
            self.levels.push(Vec::new());
        }
        if let Some(leaves) = self.levels.first_mut() {
            if leaves.len() <= place {
                leaves.resize(place + 1, [0; 32]);
            }
            if let Some(old) = leaves.get_mut(place) {
                *old = leaf;
            }
        }
        self.changed.push(place);
    }

    /// The root; only what changed since the last time is computed again.
    pub(crate) fn root(&mut self) -> Hash {
        let mut changed = std::mem::take(&mut self.changed);
        changed.sort_unstable();
        let mut level = 0;
        while let Some(below) = self.levels.get(level).filter(|below| below.len() > 1) {
            changed.iter_mut().for_each(|place| *place /= 2);
            changed.dedup();
            let parents: Vec<Hash> = changed.iter().map(|place| parent(below, *place)).collect();
            let length = below.len().div_ceil(2);
            level += 1;
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(above) = self.levels.get_mut(level) else { break };
            above.resize(length, [0; 32]);
            for (place, hash) in changed.iter().zip(parents) {
                if let Some(old) = above.get_mut(*place) {
                    *old = hash;
                }
            }
        }
        self.levels.get(level).and_then(|top| top.first()).copied().unwrap_or([0; 32])
    }
}

fn parent(below: &[Hash], place: usize) -> Hash {
    match (below.get(2 * place), below.get(2 * place + 1)) {
        (Some(left), Some(right)) => branch(left, right),
        (Some(left), None) => *left,
        _ => [0; 32],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_that_grew_step_by_step_has_the_root_of_one_made_at_once() {
        let mut grown = Tree::default();
        for n in 0..70_usize {
            grown.set(n, leaf("s", n as i64, "h"));
            grown.set(n / 3, leaf("t", n as i64, "h"));
            let mut whole = Tree::default();
            for (place, hash) in grown.levels[0].iter().enumerate() {
                whole.set(place, *hash);
            }
            assert_eq!(grown.root(), whole.root(), "{n}");
        }
    }

    #[test]
    fn every_leaf_counts() {
        let root = |n: usize, other: usize| {
            let mut tree = Tree::default();
            for place in 0..n {
                tree.set(place, leaf("s", i64::from(place == other), "h"));
            }
            tree.root()
        };
        for n in 1..20 {
            for other in 0..n {
                assert_ne!(root(n, other), root(n, n), "{n} {other}");
            }
        }
    }
}
