//! Stories of whole calls, from bytes to bytes.

mod api;
mod desk;
mod forms;
mod frame;
mod house;
mod pages;
mod requests;
mod samples;
mod sign_in;
mod table;
mod world;
