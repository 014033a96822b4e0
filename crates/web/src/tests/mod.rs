//! Stories of whole calls, from bytes to bytes.

mod api;
mod desk;
mod forms;
mod frame;
mod hands;
pub mod house;
pub mod pages;
mod requests;
mod samples;
mod sign_in;
mod table;
pub mod world;
