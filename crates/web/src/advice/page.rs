//! Advice as a piece of a page: what is advised, by which rules, who would be asked; and the facts
//! that a person confirms.

use baton_core::access::Sight;
use baton_core::case::request::sight::case_sight;
use baton_core::catalogue::Word;
use baton_core::escalation::Tick;
use baton_core::time::Instant;
use baton_core::{say, word};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::api::WRITTEN;
use super::view::{AdviceView, FoundView, OutcomeView, SeatView};
use super::written::{Written, weigh};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::page::Sample;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui::field::id;
use crate::ui::status::{Status, tag_saying};
use crate::ui::when;

pub const ROUTES: &[Route] =
    &[Route::post("/cases/{id}/advice", "pages.cases.advice.create", Access::SignedIn, piece)
        .summary("What is advised on a request that is being written, as a piece of a page")
        .body(&WRITTEN)
        .answers(&[Reply::bare(200, "The piece")])];

/// Facts that somebody may know though no words name them.
const KNOWN: [(&str, Word); 10] = [
    ("safety=imminent", word!("advice-somebody-is-in-danger-now")),
    ("safety=possible", word!("advice-somebody-may-come-to-harm")),
    ("data_breach=suspected", word!("advice-personal-data-may-have-gone-to")),
    ("vulnerability=harm_risk", word!("advice-the-customer-is-vulnerable-and")),
    ("adjustment=true", word!("advice-the-customer-needs-things-done")),
    ("complaint=formal", word!("advice-the-customer-complains-formally")),
    ("own_team=true", word!("advice-the-complaint-is-about-somebody")),
    ("legal_threat=true", word!("advice-a-court-a-lawyer-or-a")),
    ("media=true", word!("advice-the-media-ask")),
    ("novel=true", word!("advice-there-is-no-known-way-to")),
];

/// Of whom and when a page is seen.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub now: Instant,
    pub zone: &'a TimeZone,
}

fn piece(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let file = reach::file(&ctx, case).await?;
        let to = ctx.input.text("to").and_then(|to| reach::department(&ctx, "to", to).ok());
        let written = Written::of(&ctx.input, file.case.department, to)?;
        let view = weigh(&ctx, &file, &written)?;
        let reader = Reader { now: ctx.now, zone: &ctx.zone() };
        Ok(Answer::part(html! {
            (weighed(&view, reader))
            (facts(&view, &ticked(&written)))
        }))
    })
}

fn ticked(written: &Written) -> Vec<String> {
    written.ticks.iter().map(Tick::text).collect()
}

/// The part of a form in which somebody sees the advice, confirms what is so, and says why they
/// choose otherwise.
pub fn fieldset(
    ctx: &Ctx,
    file: &File,
    written: &Written,
    form: &Form<'_>,
) -> Result<Markup, Trouble> {
    let view = weigh(ctx, file, written)?;
    let reader = Reader { now: ctx.now, zone: &ctx.zone() };
    let live = (case_sight(&file.case, &ctx.who) == Sight::All)
        .then(|| format!("/cases/{}/advice", file.case.reference()));
    let asks = view.reason_needed || form.kept.get("advice_reason").is_some_and(|r| !r.is_empty());
    Ok(html! {
        section.advised #advice aria-label=(say!("advice-what-is-advised")) {
            h2 { (say!("advice-ask-look-at-it-together-or")) }
            div data-advice=[live] aria-live="polite" {
                (weighed(&view, reader))
                (facts(&view, &ticked(written)))
            }
            (level(form))
            details.fold open[asks || form.refusal.is_some()] {
                summary { (say!("advice-choose-otherwise-than-advised")) }
                (form.lines("advice_reason", 2))
            }
        }
    })
}

fn level(form: &Form<'_>) -> Markup {
    let levels = [
        ("0", say!("advice-with-the-department-as-usual")),
        ("1", say!("advice-also-with-the-leads-of-both")),
        ("2", say!("advice-also-with-the-heads-or-the")),
        ("3", say!("advice-also-with-the-director-on-duty")),
    ];
    form.select("level", &levels)
}

/// What is advised, on a form on which somebody may say why they go another way.
pub fn weighed(view: &AdviceView, reader: Reader<'_>) -> Markup {
    html! {
        (said(view, reader))
        @if view.reason_needed {
            p.advised-reason { (say!("advice-to-go-another-way-than-this")) }
        }
    }
}

/// What is advised, with the words that it may go by, where nobody is asked anything.
pub fn told(view: &AdviceView, reader: Reader<'_>) -> Markup {
    html! {
        @if view.advised.level > 0 || view.if_so.is_none() { (outcome(&view.advised, reader)) }
        (words(view, false))
        (if_so(view, reader))
        (words(view, true))
    }
}

/// The words that were found, or those that somebody set aside, with the reason.
pub fn words(view: &AdviceView, aside: bool) -> Markup {
    let found: Vec<&FoundView> =
        view.found.iter().filter(|one| one.set_aside.is_some() == aside).collect();
    let head = match aside {
        true => say!("advice-these-words-were-set-aside"),
        false => say!("advice-these-words-were-found"),
    };
    html! {
        @if !found.is_empty() {
            p.hint { (head) }
            ul.advised-words {
                @for one in found {
                    li {
                        (why(one))
                        @if let Some(reason) = &one.set_aside { " " span.hint { (reason) } }
                    }
                }
            }
        }
    }
}

/// What is advised, in sentences.
fn said(view: &AdviceView, reader: Reader<'_>) -> Markup {
    html! {
        (outcome(&view.advised, reader))
        (if_so(view, reader))
    }
}

fn if_so(view: &AdviceView, reader: Reader<'_>) -> Markup {
    html! {
        @if let Some(so) = &view.if_so {
            div.advised-if {
                p { (tell!("advice-this-is-advised", strong = html! { strong { (say!("advice-if-what-the-customers-words")) } })) }
                (outcome(so, reader))
            }
        }
    }
}

fn outcome(outcome: &OutcomeView, reader: Reader<'_>) -> Markup {
    let rules = outcome.rules.iter().filter(|rule| rule.rule != "D01" || outcome.rules.len() == 1);
    html! {
        p.advised-mode {
            @if outcome.level == 0 {
                strong { (mode(outcome.mode)) }
            } @else {
                (tag_saying(Status::Escalated, &say!("advice-level", level = outcome.level))) " "
                strong { (say!("advice-escalate-to-level", level = outcome.level, who = outcome.level_means)) }
                @if matches!(outcome.mode, "swarm" | "emergency") { " " (mode(outcome.mode)) }
            }
        }
        ul.advised-rules {
            @for rule in rules {
                li { (rule.why) " " span.hint { (tell!("advice-rule", rule = rule.rule)) } }
            }
        }
        (people(&outcome.people, reader))
    }
}

fn mode(mode: &str) -> &'static str {
    match mode {
        "inform" => say!("advice-inform-them-nothing-is-asked"),
        "swarm" => say!("advice-look-at-it-together-in-one"),
        "emergency" => say!("advice-emergency-phone-first-then"),
        _ => say!("advice-ask-them-directly"),
    }
}

/// Who would be asked, and for whom they stand in.
pub fn people(seats: &[SeatView], reader: Reader<'_>) -> Markup {
    html! {
        @if !seats.is_empty() {
            ul.advised-people { @for seat in seats { li { (one(seat, reader)) } } }
        }
    }
}

fn one(seat: &SeatView, reader: Reader<'_>) -> Markup {
    let link = |id: &str, name: &str| html! { a href={ "/people/" (id) } { (name) } };
    let asked = seat.person.as_deref().zip(seat.person_name.as_deref());
    let until = seat.away_until.as_deref().and_then(|at| at.parse::<Instant>().ok());
    html! {
        @match asked {
            Some((id, name)) => { (tell!("advice-it-goes-to", link = link(id, name), post = post(seat))) }
            None if seat.named.is_some() => { (tell!("advice-nobody-is-there-for", post = post(seat))) }
            None => { (tell!("advice-nobody-is-named-as", post = post(seat))) }
        }
        @if seat.person != seat.named {
            @if let (Some(named), Some(until)) = (&seat.named_name, until) {
                (tell!("advice-because-is-away-until", named, day = when::day(until, reader.now, reader.zone)))
            }
        }
        "."
    }
}

fn post(seat: &SeatView) -> String {
    let of = seat.department_name.as_deref().unwrap_or(say!("advice-the-department"));
    match seat.post {
        "lead" => say!("advice-who-leads", of),
        "head" => say!("advice-head-of", of),
        "service_owner" => say!("advice-who-is-accountable-for-the").to_owned(),
        "director" => say!("advice-director-on-duty").to_owned(),
        "dpo" => say!("advice-for-data-protection").to_owned(),
        "independent_reviewer" => say!("advice-as-independent-reviewer").to_owned(),
        route => say!("advice-for", route),
    }
}

/// What words suggest, and what somebody may know besides; none is ticked but by a person.
pub fn facts(view: &AdviceView, ticked: &[String]) -> Markup {
    let is_ticked = |fact: &str| ticked.iter().any(|known| known == fact);
    let found =
        |fact: &str| view.found.iter().any(|found| found.fact == fact && found.set_aside.is_none());
    let mut known: Vec<(String, String)> = KNOWN
        .iter()
        .filter(|(fact, _)| !found(fact))
        .map(|(fact, text)| ((*fact).to_owned(), (*text).into()))
        .collect();
    let listed = |fact: &String| KNOWN.iter().any(|(known, _)| known == fact);
    let said = ticked.iter().filter(|fact| Tick::read(fact).is_some_and(|tick| tick.says_more()));
    known.extend(said.filter(|fact| !listed(fact)).map(|fact| (fact.clone(), worded(fact))));
    let open: Vec<&FoundView> = view.found.iter().filter(|one| one.set_aside.is_none()).collect();
    let shown = known.iter().any(|(fact, _)| is_ticked(fact));
    html! {
        @if !open.is_empty() {
            fieldset.field.advised-found {
                legend { (say!("advice-is-this-so")) }
                p.hint { (say!("advice-these-words-were-found-a-word")) }
                @for (n, found) in open.iter().enumerate() {
                    (tick(&format!("found-{n}"), &found.fact, &why(found), false))
                }
            }
        }
        (words(view, true))
        details.fold open[shown] {
            summary { (say!("advice-what-else-do-you-know")) }
            fieldset.field {
                legend.unseen { (say!("advice-what-else-is-so")) }
                @for (n, (fact, text)) in known.iter().enumerate() {
                    (tick(&format!("known-{n}"), fact, text, is_ticked(fact)))
                }
            }
        }
    }
}

/// A fact that is not offered by itself, as a sentence.
fn worded(fact: &str) -> String {
    match fact.split_once('=').unwrap_or((fact, "")) {
        ("complaint", "informal") => say!("advice-the-customer-complains").to_owned(),
        ("complaint", "regulated") => say!("advice-the-complaint-is-regulated").to_owned(),
        ("complaint", "adr") => say!("advice-an-ombudsman-is-named").to_owned(),
        ("data_breach", _) => say!("advice-personal-data-went-to-the-wrong").to_owned(),
        ("vulnerability", _) => say!("advice-the-customer-is-vulnerable").to_owned(),
        ("customer_risk", "high") => say!("advice-the-customer-risks-much").to_owned(),
        ("contacts", times) => say!("advice-contacts-about-the-same", times),
        (name, "true") => name.replace('_', " "),
        (name, value) => format!("{}: {}", name.replace('_', " "), value.replace('_', " ")),
    }
}

fn why(found: &FoundView) -> String {
    let whose = match found.by {
        "customer" => say!("advice-the-customer-writes"),
        "call" => say!("advice-said-on-the-telephone"),
        _ => say!("advice-you-write"),
    };
    format!("{whose} “{}”: {}", found.words, found.why)
}

fn tick(name: &str, fact: &str, text: &str, ticked: bool) -> Markup {
    let this = format!("{}-{name}", id("facts"));
    html! {
        div.choice {
            input id=(this) type="checkbox" name="facts" value=(fact) checked[ticked];
            label for=(this) { (text) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    use baton_core::escalation::{Facts, Pack, advise};

    let pack = Pack::standard();
    let facts = Facts { legal_threat: true, ..Facts::default() };
    let seat = SeatView {
        post: "compliance",
        department: None,
        department_name: None,
        named: Some("1".to_owned()),
        named_name: Some("Cora Lindt".to_owned()),
        person: Some("2".to_owned()),
        person_name: Some("Artur Nowak".to_owned()),
        away_until: Some("2026-11-30T09:00:00Z".to_owned()),
    };
    let names = baton_core::directory::Directory::default();
    let advised = super::view::outcome(&advise(&pack, &Facts::default()), &facts, &[], &names);
    let mut so = super::view::outcome(&advise(&pack, &facts), &facts, &[], &names);
    so.people.push(seat);
    let view = AdviceView {
        version: pack.version.clone(),
        confirmed: Vec::new(),
        advised,
        found: vec![FoundView {
            fact: "legal_threat=true".to_owned(),
            words: "court".to_owned(),
            why: "a court is named",
            by: "customer",
            set_aside: None,
        }],
        if_so: Some(so),
        reason_needed: true,
    };
    let reader = Reader { now: Instant::from_millis(1_795_000_000_000), zone: &TimeZone::UTC };
    vec![Sample::new(
        "advice",
        html! { (weighed(&view, reader)) (facts_of(&view)) (told(&view, reader)) },
    )]
}

fn facts_of(view: &AdviceView) -> Markup {
    facts(view, &["media=true".to_owned()])
}
