//! What customers of the demo organisation are promised, from its first day on.

use baton_core::case::kinds::{Priority, WaitOn};
use baton_core::ids::ServiceLevelId;
use baton_core::policy::{Raising, Reopening};
use baton_core::service_level::{Command, Goal, Target, Terms};
use baton_desk::{Asked, Desk, Trouble};

use super::company::Company;

/// Minutes of working time for a first and a next response, an update, and a resolution.
const TIMES: [(Priority, [u32; 4]); 4] = [
    (Priority::Urgent, [60, 60, 240, 1_020]),
    (Priority::High, [120, 120, 510, 2_040]),
    (Priority::Normal, [510, 510, 1_530, 5_100]),
    (Priority::Low, [1_020, 1_020, 2_550, 10_200]),
];
const GOALS: [Goal; 4] =
    [Goal::FirstResponse, Goal::NextResponse, Goal::ProgressUpdate, Goal::Resolution];

/// Set by an administrator for the whole organisation.
pub(super) async fn set(desk: &Desk, company: &Company) -> Result<(), Trouble> {
    let administrator = super::cast::PEOPLE
        .iter()
        .find(|colleague| colleague.shown_as == Some("administrator"))
        .ok_or_else(|| Trouble::Failed("nobody administers the demo".to_owned()))?;
    let person = company.person(administrator.local)?;
    let who = desk
        .who(person)
        .ok_or_else(|| Trouble::Failed(format!("{} is not active", administrator.name)))?;
    let targets = TIMES.iter().flat_map(|(priority, minutes)| {
        GOALS.iter().zip(minutes).map(|(goal, minutes)| Target {
            priority: *priority,
            goal: *goal,
            business_seconds: minutes * 60,
        })
    });
    let terms = Terms {
        targets: targets.collect(),
        calendar: None,
        pauses: vec![WaitOn::Customer, WaitOn::ThirdParty],
        reopening: Reopening::default(),
        raising: Raising::default(),
        says_next: true,
    };
    let command = Command::Set { terms, effective_from: None };
    let id = ServiceLevelId::of(None);
    desk.act_on_service_level(&who, id, command, Asked::default()).await?;
    Ok(())
}
