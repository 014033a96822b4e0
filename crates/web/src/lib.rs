//! Shows pages and answers the API: turns forms into commands and refusals into sentences.
//!
//! A verb is a noun with its own small file: its rows of the table, its shapes and its handlers
//! stand together, and `table` lists it. Everything before and after the handler (who is calling,
//! may they come in, what did they send, how is it told) happens once, in `call`.
//!
//! A verb of the API stands in the folder of its noun, its page of the same name one folder down:
//! `case/closure.rs` is the act, `case/page/closure.rs` the form for it. Both make the same command
//! from the same declared shape, so a page can neither do nor refuse what the API does not.

pub mod admin;
mod admit;
mod advice;
mod agreement;
pub mod answer;
pub mod app;
pub mod assets;
mod body;
pub mod bulk;
pub mod calendar;
mod call;
pub mod case;
mod clock;
mod context;
pub mod ctx;
pub mod customer;
mod decision;
pub mod directory;
pub mod doors;
pub mod draft;
pub mod event;
mod frame;
pub mod gallery;
pub mod go;
mod headers;
pub mod health;
pub mod input;
pub mod install;
pub mod job;
pub mod keys;
mod kpi;
pub mod layout;
pub mod limits;
pub mod listing;
pub mod live;
pub mod macros;
pub mod mention;
pub mod notification;
pub mod openapi;
pub mod page;
pub mod passkey;
pub mod password;
pub mod post;
pub mod presence;
pub mod problem;
pub mod public;
pub mod reach;
pub mod request;
pub mod route;
pub mod router;
pub mod saved;
pub mod search;
pub mod second_step;
pub mod service_level;
pub mod serving;
mod session;
pub mod settings;
pub mod shape;
pub mod snooze;
pub mod table;
pub mod talk;
pub mod tell;
#[cfg(test)]
mod tests;
pub mod today;
pub mod token;
pub mod told;
pub mod ui;
pub mod undo;
mod upload;
pub mod view;
pub mod writing;
