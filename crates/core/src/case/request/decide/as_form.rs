//! A draft as the form it was written on, so that sending checks what sending at once checks.

use crate::case::command::NewAttachment;
use crate::case::decide::Pen;
use crate::case::request::command::{Raise, Share, ToldForm, WeighingForm};
use crate::case::request::state::Ask;
use crate::vault::WordRef;

pub(super) fn as_form(pen: &Pen<'_, '_>, ask: &Ask) -> Raise {
    let text = |word: Option<WordRef>| word.map(|word| pen.setting.texts.show(word).to_owned());
    Raise {
        mode: ask.mode,
        to: ask.to,
        service: ask.service,
        need: text(Some(ask.need)),
        outcome_wanted: text(ask.outcome_wanted),
        why: text(ask.why),
        why_department: text(ask.why_department),
        background: text(ask.background),
        contingency: text(ask.contingency),
        needed_by: ask.needed_by,
        needed_by_reason: Some(ask.needed_by_reason),
        sooner_reason: text(ask.sooner_reason),
        service_class: Some(ask.service_class),
        channel: ask.channel,
        customer_told: ask.customer_told.as_ref().map(|told| ToldForm {
            what: pen.setting.texts.show(told.what).to_owned(),
            when: told.when,
            channel: text(told.channel),
            next_update_by: told.next_update_by,
        }),
        authority: None,
        emergency: ask.emergency,
        weighing: WeighingForm::default(),
        shared: ask
            .items
            .iter()
            .map(|item| Share {
                field: item.field.clone(),
                purpose: text(Some(item.purpose)),
                why: text(item.why),
            })
            .collect(),
        files: ask
            .files
            .iter()
            .map(|file| NewAttachment {
                file: file.file.clone(),
                name: pen.setting.texts.show(file.name).to_owned(),
                media_type: file.media_type.clone(),
                size: file.size,
            })
            .collect(),
        draft: false,
        parent: None,
    }
}
