//! Mail: every one that came is accounted for, and what was taken back never leaves.

mod arriving;
mod coming_back;
mod leaving;
pub mod letters;
