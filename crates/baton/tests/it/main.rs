//! The whole of Baton, told as stories: by the API, by pages and by the command line, on SQLite
//! and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a story fails where it stands")]

mod agreements;
mod bad_input;
mod bodies;
mod browser;
mod canary;
mod clock_line;
mod command_line;
mod declared;
mod demonstration;
mod description;
mod duplicates;
mod joining;
mod kills;
mod live;
mod loop_by_api;
mod loop_by_command;
mod loop_by_page;
mod moves;
mod notices;
mod post;
mod program;
mod rebuilding;
mod refusals;
mod scenes;
mod verifying;
mod world;
mod writers;
