//! What the departments of the demo have agreed on: some of it signed and running, one due to be
//! looked at again, one that only one side has signed. Sales has agreed on nothing.

use baton_core::agreement::{
    Agreement, ClockKind, Command, CounterRule, PauseReason, ServiceClass, Target, TermsRecord,
};
use baton_core::ids::{AgreementId, DepartmentId};
use baton_core::time::Span;
use baton_desk::{Asked, Desk, Trouble};
use jiff::tz::Offset;

use super::company::Company;
use super::prose::{self, Entry};

/// Which of them; each is written at the moment that fits it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stand {
    /// By both, when the demo begins.
    Signed,
    /// By one side, when it ends.
    Draft,
}

/// Puts down those that stand so, at the moment of the clock.
pub(super) async fn put_down(desk: &Desk, company: &Company, stand: Stand) -> Result<(), Trouble> {
    let name = if stand == Stand::Signed { "signed" } else { "draft" };
    for entry in prose::entries(include_str!("texts/agreements.txt")) {
        if entry.one("stand") == Some(name) {
            let (from, to) = parties(company, &entry)?;
            let terms = terms(desk, &entry)?;
            let command = Command::Propose { from, to, service: None, terms };
            let id = act(desk, from, None, command).await?.id;
            sign(desk, from, id).await?;
            if stand == Stand::Signed {
                sign(desk, to, id).await?;
            }
        }
    }
    Ok(())
}

fn parties(company: &Company, entry: &Entry) -> Result<(DepartmentId, DepartmentId), Trouble> {
    let names = entry.name.split_once(" asks ").ok_or_else(|| unread(entry.name))?;
    Ok((company.department(names.0)?, company.department(names.1)?))
}

fn terms(desk: &Desk, entry: &Entry) -> Result<TermsRecord, Trouble> {
    let list = |key: &str| entry.all(key).into_iter().map(str::to_owned).collect();
    let days = entry.one("review").and_then(|days| days.parse().ok());
    let review = desk.now() + Span::times_24h(days.ok_or_else(|| unread(entry.name))?);
    let targets = entry.all("target").into_iter().map(target).collect::<Result<Vec<_>, _>>()?;
    let expedite = entry.one("expedite").map(|when| (ServiceClass::Expedite, when.to_owned()));
    Ok(TermsRecord {
        in_scope: list("in"),
        out_of_scope: list("out"),
        targets,
        facts: Vec::new(),
        from_duties: list("from_duty"),
        to_duties: list("to_duty"),
        from_needs: list("from_need"),
        to_needs: list("to_need"),
        pauses: vec![PauseReason::Customer, PauseReason::ThirdParty, PauseReason::Clarify],
        priorities: expedite.into_iter().collect(),
        calendar: None,
        counter: CounterRule::Moves,
        on_breach: entry.one("breach").map(str::to_owned),
        review_on: Offset::UTC.to_datetime(review.timestamp()).date(),
        effective_from: None,
    })
}

fn target(line: &'static str) -> Result<Target, Trouble> {
    let read = || {
        let [clock, class, minutes] = prose::parts(line)[..] else { return None };
        Some(Target {
            class: ServiceClass::parse(class)?,
            clock: ClockKind::parse(clock)?,
            minutes: minutes.parse().ok()?,
        })
    };
    read().ok_or_else(|| unread(line))
}

/// The lead of a department signs what they have just read.
async fn sign(desk: &Desk, department: DepartmentId, id: AgreementId) -> Result<(), Trouble> {
    let book = desk.agreements();
    let draft = book.get(id).and_then(Agreement::draft);
    let written = draft.map(|draft| draft.written).unwrap_or_default();
    act(desk, department, Some(id), Command::Sign { written }).await?;
    Ok(())
}

async fn act(
    desk: &Desk,
    department: DepartmentId,
    id: Option<AgreementId>,
    command: Command,
) -> Result<std::sync::Arc<Agreement>, Trouble> {
    let directory = desk.directory();
    let lead = directory.department(department).and_then(|department| department.lead);
    let who = lead.and_then(|lead| desk.who(lead));
    let who = who.ok_or_else(|| unread(directory.department_name(department)))?;
    let done = desk.act_on_agreement(&who, id, command, Asked::default()).await;
    Ok(done.map_err(|trouble| super::failed("agreement", &trouble))?.state)
}

fn unread(what: &str) -> Trouble {
    Trouble::Failed(format!("the demo's agreements cannot be read at {what}"))
}
