//! Status tags: word, shape and colour together, never colour alone, never a link.

use baton_core::say;
use maud::{Markup, PreEscaped, html};

use crate::page::Sample;

macro_rules! statuses {
    ($($name:ident $class:literal $word:literal $shape:literal),+ $(,)?) => {
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Status { $($name),+ }

        impl Status {
            pub const ALL: &'static [Status] = &[$(Status::$name),+];
            fn class(self) -> &'static str { match self { $(Self::$name => $class),+ } }
            pub fn word(self) -> &'static str { match self { $(Self::$name => say!($word)),+ } }
            /// What is drawn in a square of 16, stroked in the tag's own colour.
            fn shape(self) -> &'static str { match self { $(Self::$name => $shape),+ } }
        }
    };
}

statuses! {
    New "new" "ui-status-new" r#"<circle cx="8" cy="8" r="5"/>"#,
    Acknowledged "acknowledged" "ui-status-acknowledged" r#"<circle cx="8" cy="8" r="5"/><path class="full" d="M8 3a5 5 0 0 1 0 10z"/>"#,
    ReadBack "read-back" "ui-status-read-back-agreed" r#"<path d="m1.5 8.5 3 3 6-7M7.5 11l.5.5 6.5-7"/>"#,
    InWork "in-work" "ui-status-in-work" r#"<circle class="full" cx="8" cy="8" r="4.5"/>"#,
    Waiting "waiting" "ui-status-waiting" r#"<path d="M5.5 3.5v9M10.5 3.5v9"/>"#,
    DueSoon "due-soon" "ui-status-due-soon" r#"<path d="M8 2.5 14 13.5H2z"/>"#,
    Breached "breached" "ui-status-late" r#"<path class="full" d="M8 2.5 14 13.5H2z"/>"#,
    Escalated "escalated" "ui-status-escalated" r#"<path d="m3.5 8 4.5-4.5L12.5 8M3.5 13 8 8.5l4.5 4.5"/>"#,
    Disputed "disputed" "ui-status-disputed" r#"<path d="M2 5.5h10.5M10 3l2.5 2.5L10 8M14 10.5H3.5M6 8l-2.5 2.5L6 13"/>"#,
    Answered "answered" "ui-status-answered" r#"<path d="m3 8.5 3.5 3.5L13 4.5"/>"#,
    CustomerTold "customer-told" "ui-status-customer-told" r#"<path d="M2 2.5h12v8.5H7.5L4.5 14v-3H2zM5 6.5 7.200 8.700 11 4.800"/>"#,
    Closed "closed" "ui-status-closed" r#"<path d="M3.5 3.5h9v9h-9z"/>"#,
    Complaint "complaint" "ui-status-complaint" r#"<path d="M4 14V2.5h8.5L10 6l2.5 3.5H4"/>"#,
}

pub fn tag(status: Status) -> Markup {
    tag_saying(status, status.word())
}

/// The tag with words of its own: `Late by 2 h`, `Waiting on the customer`.
pub fn tag_saying(status: Status, words: &str) -> Markup {
    html! {
        span class={ "tag tag-" (status.class()) } {
            svg aria-hidden="true" viewBox="0 0 16 16" width="12" height="12" {
                (PreEscaped(status.shape()))
            }
            (words)
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let all = html! { p.tags { @for status in Status::ALL { (tag(*status)) " " } } };
    let late = tag_saying(Status::Breached, "Late by 2 h 10 min");
    vec![Sample::new("status tags", all), Sample::new("status tag with own words", late)]
}
