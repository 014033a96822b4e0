//! The whole of Baton, told as stories: by the API, by pages and by the command line, on SQLite
//! and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a story fails where it stands")]

mod advice;
mod agreement_figures;
mod agreements;
mod asking_under;
mod bad_input;
mod boards;
mod bodies;
mod browser;
mod calendars;
mod canary;
mod clock_line;
mod command_line;
mod deciding;
mod declared;
mod demonstration;
mod description;
mod disputes;
mod duplicates;
mod excuses;
mod files;
mod following_up;
mod joining;
mod kills;
mod live;
mod loop_by_api;
mod loop_by_command;
mod loop_by_page;
mod monitoring;
mod moves;
mod notices;
mod one_sided;
mod post;
mod program;
mod rebuilding;
mod refusals;
mod scenes;
mod service_levels;
mod signing;
mod standing_still;
mod verifying;
mod waivers;
mod world;
mod writers;
