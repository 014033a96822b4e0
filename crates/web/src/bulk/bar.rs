//! A list whose rows can be ticked, and below it what can be done with those that are.

use baton_core::case::kinds::Priority;
use baton_core::say;
use maud::{Markup, html};

use super::BULK;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::keys;
use crate::problem::Trouble;
use crate::ui;
use crate::ui::words::priorities;

/// What the rows are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Over {
    Cases,
    Requests,
}

/// People to whom somebody may give the cases of their departments: ids and names, by name.
pub fn colleagues(ctx: &Ctx) -> Result<Vec<(String, String)>, Trouble> {
    let directory = ctx.desk()?.directory();
    let ours = |id| ctx.who.departments.contains(id);
    let mut found: Vec<(String, String)> = directory
        .active_people()
        .filter(|one| one.is_human() && one.departments.iter().any(ours))
        .map(|one| (one.id.to_string(), directory.person_name(one.id).to_owned()))
        .collect();
    found.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(found)
}

/// The list in a form, with the bar of acts below it.
pub fn around(over: Over, list: &Markup, people: &[(String, String)], token: &str) -> Markup {
    let kept = Kept::default();
    let form = Form { shape: &BULK, kept: &kept, refusal: None, advice: &[] };
    html! {
        form.ticking method="post" action="/bulk" novalidate {
            (ui::form::token(token))
            (list)
            details.together {
                summary data-press=(keys::TOGETHER) { (say!("bulk-bar-do-something-with-the-ticked")) }
                p { button.button.small type="button" data-press=(keys::TICK_ALL) hidden { (say!("bulk-bar-tick-all-of-this-page")) } }
                (acts(over, &form, people))
            }
        }
    }
}

/// The acts, each with its fields and its own button.
pub fn acts(over: Over, form: &Form<'_>, people: &[(String, String)]) -> Markup {
    let act = |value: &str, text: &str| {
        html! { button.button type="submit" name="act" value=(value) { (text) } }
    };
    let people: Vec<(&str, &str)> =
        people.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let levels = [
        ("1", say!("bulk-bar-1-the-leads-of-both-departments")),
        ("2", say!("bulk-bar-2-also-the-owner-of-the")),
        ("3", say!("bulk-bar-3-also-the-duty-director")),
    ];
    let snooze = html! {
        fieldset.together-act {
            legend.unseen { (say!("bulk-bar-snooze-them-for-yourself")) }
            (form.text("when")) (act("snooze", say!("bulk-bar-snooze-them")))
        }
    };
    html! {
        @match over {
            Over::Cases => {
                fieldset.together-act {
                    legend.unseen { (say!("bulk-bar-give-them-to-a-colleague")) }
                    (form.select("person", &people)) (act("owner", say!("bulk-bar-give-them")))
                }
                fieldset.together-act {
                    legend.unseen { (say!("bulk-bar-change-their-priority")) }
                    (form.select("priority", &priorities()))
                    (form.lines("reason", 1)) (act("priority", say!("bulk-bar-change-the-priority")))
                }
            }
            Over::Requests => {
                fieldset.together-act {
                    legend.unseen { (say!("bulk-bar-escalate-them")) }
                    (form.select("level", &levels)) (form.lines("reason", 1))
                    (form.lines("decision_wanted", 1)) (act("escalate", say!("bulk-bar-escalate-them")))
                }
            }
        }
        (snooze)
    }
}

/// The priority as a sentence has it.
pub fn priority(name: &str) -> &'static str {
    Priority::parse(name).map_or(say!("bulk-bar-another-priority"), ui::words::priority)
}
