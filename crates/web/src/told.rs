//! One sentence for the next page that somebody sees: what came of what they did.

use maud::{Markup, html};

use crate::session::cookie;
use crate::ui::notice;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told {
    /// It was done.
    Done(String),
    /// Nothing went wrong, and nothing was done that anybody waits for.
    Know(String),
    /// It was not done: it has to be done again.
    NotDone(String),
}

impl Told {
    pub fn sentence(&self) -> &str {
        match self {
            Self::Done(sentence) | Self::Know(sentence) | Self::NotDone(sentence) => sentence,
        }
    }

    /// What a cookie carries.
    pub fn pack(&self) -> String {
        let mark = match self {
            Self::Done(_) => '+',
            Self::Know(_) => '=',
            Self::NotDone(_) => '-',
        };
        cookie::pack(&format!("{mark}{}", self.sentence()))
    }

    /// What a cookie carried; whatever else stands there is nothing.
    pub fn unpack(value: &str) -> Option<Self> {
        let text = cookie::unpack(value)?;
        let (mark, sentence) = text.split_at_checked(1)?;
        let sentence = sentence.to_owned();
        match mark {
            "+" => Some(Self::Done(sentence)),
            "=" => Some(Self::Know(sentence)),
            "-" => Some(Self::NotDone(sentence)),
            _ => None,
        }
    }

    pub fn markup(&self) -> Markup {
        html! {
            div #told data-keep {
                @match self {
                    Self::Done(sentence) => (notice::done(sentence)),
                    Self::Know(sentence) => div role="status" { (notice::know(sentence)) },
                    Self::NotDone(sentence) => div role="status" { (notice::warn(sentence)) },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_goes_to_the_next_page_with_what_it_means() {
        for told in [Told::Done, Told::Know, Told::NotDone].map(|of| of("Zoë’s case".to_owned()))
        {
            assert_eq!(Told::unpack(&told.pack()), Some(told));
        }
        assert_eq!(Told::unpack(&cookie::pack("what somebody wrote themselves")), None);
        assert_eq!(Told::unpack("no hex"), None);
    }

    #[test]
    fn what_was_not_done_never_looks_like_what_was() {
        let shown = |told: Told| told.markup().into_string();
        assert!(shown(Told::Done("Sent.".into())).contains("notice done"));
        let not = shown(Told::NotDone("Send it again.".into()));
        assert!(not.contains("notice warn") && !not.contains("notice done"), "{not}");
    }
}
