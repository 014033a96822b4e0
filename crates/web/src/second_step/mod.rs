//! One's own second step, the code beside the password; and those of others for administrators.

mod ending;
mod everybody;
mod picture;
mod recovery_codes;
mod set_up;
mod show;

use baton_core::say;
use maud::{Markup, html};

use crate::page::Page;
use crate::route::Route;
use crate::session::code::CODE;
use crate::session::confirmation::PASSWORD;
use crate::shape::Shape;
use crate::ui::crumbs::crumbs;

pub use set_up::samples as set_up_samples;

pub static ROUTES: &[&[Route]] =
    &[show::ROUTES, set_up::ROUTES, recovery_codes::ROUTES, ending::ROUTES, everybody::ROUTES];

const PATH: &str = "/account/second-step";

/// What both acts on a second step ask for.
static BOTH: Shape = Shape::new("PasswordAndCode", &[PASSWORD, CODE]);

fn above() -> Markup {
    crumbs(&[(say!("second-step-my-settings"), "/settings")])
}

/// Recovery codes, this one time.
fn once(codes: &[String]) -> Markup {
    html! {
        section.once {
            h2 { (say!("second-step-your-recovery-codes")) }
            p { (say!("second-step-keep-them-apart-from-your")) }
            ul.recovery-codes { @for code in codes { li { code { (code) } } } }
        }
    }
}

pub fn samples() -> Vec<Page> {
    [set_up_samples(), show::samples()].concat()
}
