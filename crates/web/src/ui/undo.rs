//! The bar under which what was just sent can be taken back.

use baton_core::say;
use baton_core::time::{Instant, Span};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::form;
use crate::page::Sample;
use crate::tell;

/// A message that has not left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// Where taking it back is asked for.
    pub href: String,
    pub until: Instant,
    pub left: Span,
}

impl Bar {
    /// The moment is there without script; with it the seconds run, and are said once.
    pub fn markup(&self, zone: &TimeZone, token: &str) -> Markup {
        let clock = self.until.timestamp().to_zoned(zone.clone()).strftime("%H:%M:%S").to_string();
        let say = say!("ui-undo-your-message-has-not-left-yet", clock);
        html! {
            section #undo .notice.undo aria-label=(say!("ui-undo-sent-just-now")) data-keep data-undo=(self.left.as_millis())
                data-say=(say) data-left=(say!("ui-undo-s-left")) {
                p {
                    (tell!("ui-undo-your-message-has-not-left-yet-2", clock, span = html! { span.undo-left aria-hidden="true" {} }))
                }
                form.act method="post" action=(self.href) {
                    (form::token(token))
                    button.button.small type="submit" aria-keyshortcuts="Control+Z Meta+Z" {
                        (say!("ui-undo-take-it-back"))
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let until = Instant::from_millis(1_796_144_400_000);
    let bar = Bar { href: "/cases/1/messages/2/undo".to_owned(), until, left: Span::seconds(12) };
    vec![Sample::new("undo bar", bar.markup(&TimeZone::UTC, ""))]
}
