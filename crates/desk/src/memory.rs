//! States that were folded already, so that a command need not fold them again.
//!
//! A state here is only a head start: whoever takes it compares its version with the stream's and
//! folds what came since. It is put in after its commit, so it is never ahead of the log.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use baton_core::case::event::CaseEvent;
use baton_core::log::Stamp;
use baton_core::log::Version;

/// Anything that was folded out of a stream.
pub trait Folded {
    fn version(&self) -> Version;
}

impl Folded for baton_core::case::Case {
    fn version(&self) -> Version {
        self.version
    }
}

impl Folded for baton_core::customer::Customer {
    fn version(&self) -> Version {
        self.version
    }
}

/// The history of a case: its events, each with when and by whom.
pub type History = Vec<(Stamp, CaseEvent)>;

impl Folded for History {
    fn version(&self) -> Version {
        self.last().map_or(0, |(stamp, _)| stamp.version)
    }
}

/// Keeps up to `capacity` states, the ones used last.
#[derive(Debug)]
pub struct Memory<K, T> {
    capacity: usize,
    kept: Mutex<Kept<K, T>>,
}

#[derive(Debug)]
struct Kept<K, T> {
    /// Used since the last change of generation.
    young: HashMap<K, Arc<T>>,
    /// Used in the generation before.
    old: HashMap<K, Arc<T>>,
}

impl<K: Eq + Hash + Copy, T: Folded> Memory<K, T> {
    pub fn new(capacity: usize) -> Self {
        let kept = Kept { young: HashMap::new(), old: HashMap::new() };
        Self { capacity, kept: Mutex::new(kept) }
    }

    pub fn get(&self, key: K) -> Option<Arc<T>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(state) = kept.young.get(&key) {
            return Some(Arc::clone(state));
        }
        let state = kept.old.remove(&key)?;
        kept.young.insert(key, Arc::clone(&state));
        Some(state)
    }

    /// Keeps nothing any more.
    pub fn clear(&self) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Kept { young: HashMap::new(), old: HashMap::new() };
    }

    /// Keeps a state unless a newer one is kept already.
    pub fn put(&self, key: K, state: Arc<T>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.young.get(&key).or_else(|| kept.old.get(&key));
        if known.is_some_and(|known| known.version() >= state.version()) {
            return;
        }
        kept.young.insert(key, state);
        if kept.young.len() * 2 > self.capacity {
            kept.old = std::mem::take(&mut kept.young);
        }
    }
}
