//! Whose time it was: the working time so far, and who had it.

use baton_core::case::account::{Account, Share, of_case};
use baton_core::directory::Directory;
use baton_core::say;
use maud::{Markup, html};

use crate::ctx::Ctx;
use crate::reach::File;
use crate::ui::when;
use crate::ui::words::capital;

/// Of a whole case, from its receipt on.
pub fn of(ctx: &Ctx, file: &File) -> Markup {
    spent(&of_case(&file.case, &file.calendars, ctx.now), &file.directory)
}

/// A line for each, the longest first; nothing before a minute of working time has passed.
pub fn spent(account: &Account, directory: &Directory) -> Markup {
    let mut shares: Vec<&Share> = account.shares.iter().filter(|one| one.seconds >= 60).collect();
    shares.sort_by_key(|one| std::cmp::Reverse(one.seconds));
    let words = |one: &Share| capital(&one.hand.words(directory.department_name(one.department)));
    html! {
        @if !shares.is_empty() {
            h2 { (say!("case-account-whose-time-it-was")) }
            ul.clocks {
                @for share in &shares {
                    li { (words(share)) ": " strong { (when::working(share.seconds / 60)) } }
                }
                @if shares.len() > 1 {
                    li { (say!("case-account-together")) ": " strong { (when::working(account.seconds / 60)) } }
                }
            }
            p.hint { (say!("case-account-in-working-time")) }
        }
    }
}
