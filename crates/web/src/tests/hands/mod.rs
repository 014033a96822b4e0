//! Settings, keys, the command bar, the syntax of search, saved views, and acts on many rows.

mod bulk;
mod keys;
mod searching;
mod settings;
mod views;
