//! The forms that people fill in, out of the texts of an errand.

use baton_core::case::kinds::{
    AlternativeKind, DeclineReason, Mode, NeededByReason, RequestChannel, ServiceClass,
};
use baton_core::case::request::Request;
use baton_core::case::request::command::{
    AlternativeForm, AuthorityForm, CounterForm, DeclineForm, DeliveryForm, Raise, ReadBackForm,
    Restated, Share, WeighingForm,
};
use baton_core::case::request::state::Money;
use baton_core::time::{Instant, Span};
use baton_desk::Trouble;

use super::dates::{deadline, written};
use super::file::File;
use super::prose::{Entry, parts};
use super::world::World;

/// Somebody above knows of it and wants it answered where it is.
pub(super) fn agreed() -> WeighingForm {
    let reason = "Our lead has read the letter and wants it answered here first.";
    WeighingForm { reason: Some(reason.to_owned()), ..WeighingForm::default() }
}

impl World<'_> {
    /// The request of a track as its sender writes it; also what is then true of the track.
    pub(super) fn raise_form(&self, file: &mut File, track: usize) -> Result<Raise, Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?.clone();
        let mode = errand.one("mode").and_then(Mode::parse);
        let notice = mode.is_none() && errand.name.starts_with("notice");
        let mode = if notice { Mode::Inform } else { mode.unwrap_or(Mode::Delegate) };
        let mut form = self.notice_form(file, &errand, mode)?;
        form.draft = file.track(track)?.draft;
        if notice {
            return Ok(form);
        }
        let (low, high) = errand.range("days").unwrap_or((2, 5));
        let days = file.luck.between(low, high);
        let needed_by = deadline(self.desk.calendars().standard(), self.now, days, &mut file.luck);
        file.facts.insert("needed", written(needed_by, "%A %-d %B"));
        let say =
            |key: &str, file: &mut File| self.book.say(&errand, key, &file.facts, &mut file.luck);
        if file.track(track)?.merges {
            form.need = Some(self.book.any("merge_need", &file.facts, &mut file.luck)?);
        }
        form.outcome_wanted = Some(say("wanted", file)?);
        form.why_department = Some(say("whydept", file)?);
        form.background = Some(say("background", file)?);
        form.needed_by = Some(needed_by);
        form.needed_by_reason = errand.one("reason").and_then(NeededByReason::parse);
        form.service_class = Some(class(&errand, file));
        form.channel = Some(RequestChannel::Desk);
        form.emergency = errand.has("emergency");
        if form.draft {
            form.weighing = agreed();
        }
        form.shared = self.shares(file, track, &errand)?;
        if errand.has("if") && file.luck.chance(70) {
            form.contingency = Some(say("if", file)?);
        }
        if errand.has("authority") {
            let pounds: i64 = file.facts.get("pounds").and_then(|p| p.parse().ok()).unwrap_or(60);
            let amount = Money { minor: pounds * 100, currency: "GBP".to_owned() };
            form.authority = Some(AuthorityForm { amount, decision: None });
        }
        file.track_mut(track)?.contingency.clone_from(&form.contingency);
        Ok(form)
    }

    fn notice_form(&self, file: &mut File, errand: &Entry, mode: Mode) -> Result<Raise, Trouble> {
        let to = errand.one("to").unwrap_or_default();
        let service = match errand.one("service") {
            Some(name) => Some(self.company.service(name)?),
            None => None,
        };
        let (facts, luck) = (&file.facts, &mut file.luck);
        Ok(Raise {
            service,
            need: Some(self.book.say(errand, "need", facts, luck)?),
            why: Some(self.book.say(errand, "why", facts, luck)?),
            ..Raise::blank(mode, self.company.department(to)?)
        })
    }

    /// What the errand shares; a request that serves another one shares nothing of its own.
    fn shares(&self, file: &File, track: usize, errand: &Entry) -> Result<Vec<Share>, Trouble> {
        if file.track(track)?.parent.is_some() {
            return Ok(Vec::new());
        }
        let client = self.client(file)?;
        let shares = errand.all("share").into_iter().filter_map(share);
        Ok(shares.filter(|share| client.has(&share.field)).collect())
    }

    pub(super) fn read_back_form(
        &self,
        file: &mut File,
        track: usize,
        request: &Request,
    ) -> Result<ReadBackForm, Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?.clone();
        let needed_by = request.ask.needed_by;
        let contingency = file.track(track)?.contingency.clone();
        let contingency = contingency.filter(|_| file.luck.chance(90));
        let amount = request.ask.authority.as_ref().map(|authority| authority.amount.clone());
        let (facts, luck) = (&file.facts, &mut file.luck);
        let outcome = self.book.say(&errand, "read", facts, luck)?;
        let will_do = self.book.say(&errand, "will", facts, luck)?;
        let sooner = deadline(self.desk.calendars().standard(), self.now, luck.between(1, 2), luck);
        let latest = needed_by.unwrap_or(sooner);
        let by = if luck.chance(40) { latest.min(sooner) } else { latest };
        let named = luck.chance(94);
        let customer = file.case()?.reference();
        Ok(ReadBackForm {
            outcome,
            will_do,
            by,
            restated: Restated {
                customer: Some(customer).filter(|_| named),
                needed_by,
                amount,
                contingency,
            },
            data_sufficient: true,
            acknowledge: request.acknowledged_at.is_none(),
        })
    }

    pub(super) fn counter_form(
        &self,
        file: &mut File,
        track: usize,
        request: &Request,
    ) -> Result<CounterForm, Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?;
        let line = self.book.raw(errand, "counter", &mut file.luck)?;
        let (reason, effect) = line.split_once('|').unwrap_or((line, line));
        let from = request.ask.needed_by.unwrap_or(self.now).max(self.now);
        let days = file.luck.between(1, 3);
        Ok(CounterForm {
            by: Some(deadline(self.desk.calendars().standard(), from, days, &mut file.luck)),
            scope: None,
            reason: reason.trim().to_owned(),
            effect_on_customer: effect.trim().to_owned(),
        })
    }

    pub(super) fn decline_form(
        &self,
        file: &mut File,
        track: usize,
    ) -> Result<DeclineForm, Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?;
        let line = self.book.raw(errand, "decline", &mut file.luck)?;
        let [reason, text, kind, value] = parts(line)[..] else {
            return Err(Trouble::Failed(format!("{line} is not a decline")));
        };
        file.track_mut(track)?.alternative = Some(value.to_owned());
        Ok(DeclineForm {
            reason: DeclineReason::parse(reason),
            text: text.to_owned(),
            alternative: Some(AlternativeForm {
                kind: AlternativeKind::parse(kind).unwrap_or(AlternativeKind::OwnerToRule),
                value: Some(value.to_owned()),
                department: None,
            }),
        })
    }

    /// Declined as the business of another department, which is named.
    pub(super) fn pass_on_form(&self, file: &mut File, key: &str) -> Result<DeclineForm, Trouble> {
        let line = self.book.any_raw(key, &mut file.luck)?;
        let [text, department] = parts(line)[..] else {
            return Err(Trouble::Failed(format!("{line} passes nothing on")));
        };
        Ok(DeclineForm {
            reason: Some(DeclineReason::WrongTeam),
            text: text.to_owned(),
            alternative: Some(AlternativeForm {
                kind: AlternativeKind::Team,
                value: None,
                department: Some(self.company.department(department)?),
            }),
        })
    }

    pub(super) fn delivery_form(
        &self,
        file: &mut File,
        track: usize,
    ) -> Result<DeliveryForm, Trouble> {
        let errand = self.book.errand(file.track(track)?.errand)?.clone();
        let (facts, luck) = (&file.facts, &mut file.luck);
        let turn = luck.below(12);
        let outcome = self.book.nth(&errand, "done", facts, turn)?;
        let told = self.book.nth(&errand, "told", facts, turn)?;
        let proven = errand.has("proof") && luck.chance(60);
        let evidence = proven.then(|| self.book.say(&errand, "proof", facts, luck)).transpose()?;
        file.track_mut(track)?.told = Some(told.clone());
        Ok(DeliveryForm {
            outcome,
            customer_may_be_told: told,
            evidence,
            residual_actions: Vec::new(),
            files: Vec::new(),
        })
    }

    /// Until when somebody waits before they ask again.
    pub(super) fn patience(&self, file: &mut File) -> Instant {
        // Who waits when the demo ends waits beyond it.
        let (low, high) = if file.plot.rest.is_some() { (6, 9) } else { (1, 4) };
        let days = file.luck.between(low, high);
        deadline(self.desk.calendars().standard(), self.now + Span::hours(1), days, &mut file.luck)
    }
}

fn class(errand: &Entry, file: &mut File) -> ServiceClass {
    if let Some(class) = errand.one("class").and_then(ServiceClass::parse) {
        return class;
    }
    match file.luck.between(1, 100) {
        1..=10 => ServiceClass::FixedDate,
        11..=18 => ServiceClass::Intangible,
        _ => ServiceClass::Standard,
    }
}

pub(super) fn share(line: &'static str) -> Option<Share> {
    let [field, purpose, why] = parts(line)[..] else { return None };
    let (purpose, why) = (Some(purpose.to_owned()), Some(why.to_owned()));
    Some(Share { field: field.to_owned(), purpose, why })
}
