//! Stories of whole calls, from bytes to bytes.

mod api;
mod desk;
mod forms;
mod frame;
mod house;
mod pages;
mod samples;
mod sign_in;
mod table;
mod world;
