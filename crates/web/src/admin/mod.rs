//! Administration: how everything is, what the organisation has chosen, whether mail leaves.

pub mod first_run;
pub mod health;
pub mod house;
pub mod letter;
pub mod page;
pub mod steps;

use baton_core::say;
use maud::Markup;

use crate::ctx::Ctx;
use crate::route::Route;
use crate::ui::crumbs::crumbs;

pub static ROUTES: &[&[Route]] =
    &[health::ROUTES, house::ROUTES, letter::ROUTES, steps::ROUTES, first_run::ROUTES];

/// The way to a page of administration, for those who may go there.
pub fn way(ctx: &Ctx) -> Markup {
    if ctx.who.administrator {
        crumbs(&[(say!("admin-more"), "/more"), (say!("admin-administration"), "/admin")])
    } else {
        crumbs(&[(say!("admin-more"), "/more")])
    }
}
