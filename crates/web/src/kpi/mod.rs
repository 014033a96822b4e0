//! Figures of agreements: how each is counted, what was agreed about it, and what it comes to.

use baton_core::agreement::{
    Agreement, ClockKind, Direction, FEWEST, Measure, PERIOD, Performance, ServiceClass, Unit,
    Window, perform,
};
use baton_core::say;
use baton_store::rows::clock::{Pair, measured};

use crate::agreement::simulation::{TALLY, TallyView, tally};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{Items, view};

view! {
    KpiView as KPI "Kpi" {
        "id" id: &'static str = Out::Choice(Measure::NAMES),
        "version" version: u32 = Out::Whole,
        "name" name: &'static str = Out::Text,
        "formula" formula: &'static str = Out::Text,
        "population" population: String = Out::Text,
        "unit" unit: &'static str = Out::Choice(Unit::NAMES),
        "direction" direction: &'static str = Out::Choice(Direction::NAMES),
        /// Null: every clock.
        "clock" clock: Option<&'static str> = Out::Maybe(&Out::Choice(ClockKind::NAMES)),
        /// Kinds of events, as `GET /events` names them.
        "starts" starts: &'static [&'static str] = Out::List(&Out::Text),
        "stops" stops: &'static [&'static str] = Out::List(&Out::Text),
        /// One for each agreement that binds.
        "agreements" agreements: Vec<FigureView> = Out::List(&Out::Thing(&FIGURE)),
    }
    FigureView as FIGURE "KpiOfAgreement" {
        "agreement" agreement: String = Out::Id,
        "number" number: u32 = Out::Whole,
        "from" from: String = Out::Id,
        "to" to: String = Out::Id,
        "targets" targets: Vec<KpiTargetView> = Out::List(&Out::Thing(&KPI_TARGET)),
        /// The median of a time in working seconds, the share that was kept in whole per cent.
        "value" value: Option<i64> = Out::Maybe(&Out::Whole),
        "tally" tally: TallyView = Out::Thing(&TALLY),
    }
    KpiTargetView as KPI_TARGET "KpiTarget" {
        "class" class: &'static str = Out::Choice(ServiceClass::NAMES),
        "clock" clock: &'static str = Out::Choice(ClockKind::NAMES),
        /// Of working time; null for a delivery that is due when it is needed.
        "minutes" minutes: Option<i64> = Out::Maybe(&Out::Whole),
        /// Whether it was agreed, or is as usual.
        "agreed" agreed: bool = Out::Flag,
    }
}

pub static ROUTES: &[&[Route]] = &[&[
    Route::get("/api/v1/kpis", "kpis.list", Access::SignedIn, list)
        .summary("Every figure of agreements")
        .answers(&[Reply::ok("All of them", &Out::Items(&Out::Thing(&KPI)))]),
    Route::get("/api/v1/kpis/{id}", "kpis.show", Access::SignedIn, show)
        .summary("How a figure is counted, what was agreed about it, and what it comes to")
        .answers(&[Reply::ok("The figure", &Out::Thing(&KPI))]),
]];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let of = performances(&ctx).await?;
        let items = Measure::ALL.iter().map(|measure| shown(&ctx, *measure, &of)).collect();
        Answer::json(&Items::whole(items))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let measure = Measure::parse(ctx.param("id")).ok_or_else(Trouble::not_found)?;
        let of = performances(&ctx).await?;
        Answer::json(&shown(&ctx, measure, &of))
    })
}

/// What is kept of an agreement in the last [`PERIOD`], by the clocks that ran under it.
pub async fn performance(ctx: &Ctx, pair: Pair) -> Result<Performance, Trouble> {
    let (link, window) = (ctx.desk()?.store().link(), Window::up_to(ctx.now));
    Ok(perform(measured(&link, pair, window).await?, window))
}

pub fn pair(one: &Agreement) -> Pair {
    Pair { from: one.from, to: one.to, agreement: Some(one.id) }
}

async fn performances(ctx: &Ctx) -> Result<Vec<(Agreement, Performance)>, Trouble> {
    let book = ctx.desk()?.agreements();
    let mut all = Vec::new();
    for one in book.iter().filter(|one| one.terms_at(ctx.now).is_some()) {
        all.push((one.clone(), performance(ctx, pair(one)).await?));
    }
    Ok(all)
}

fn shown(ctx: &Ctx, measure: Measure, of: &[(Agreement, Performance)]) -> KpiView {
    let definition = measure.definition();
    let days = PERIOD.as_seconds() / 86_400;
    KpiView {
        id: measure.name(),
        version: definition.version,
        name: definition.name.text(),
        formula: definition.formula.text(),
        population: say!("kpi-population", days, fewest = FEWEST),
        unit: definition.unit.name(),
        direction: definition.direction.name(),
        clock: definition.clock.map(ClockKind::name),
        starts: definition.starts,
        stops: definition.stops,
        agreements: of.iter().filter_map(|(one, kept)| figure(ctx, measure, one, kept)).collect(),
    }
}

fn figure(ctx: &Ctx, measure: Measure, one: &Agreement, kept: &Performance) -> Option<FigureView> {
    let version = one.terms_at(ctx.now)?;
    let clock = measure.definition().clock;
    let targets = ClockKind::ALL.iter().filter(|kind| clock.is_none_or(|clock| clock == **kind));
    let targets = targets.flat_map(|kind| {
        ServiceClass::ALL.iter().map(|class| KpiTargetView {
            class: class.name(),
            clock: kind.name(),
            minutes: version.terms.target(*kind, *class).map(|time| time.as_seconds() / 60),
            agreed: version.terms.agreed(*kind, *class).is_some(),
        })
    });
    Some(FigureView {
        agreement: one.id.to_string(),
        number: version.number,
        from: one.from.to_string(),
        to: one.to.to_string(),
        targets: targets.collect(),
        value: measure.of(kept),
        tally: tally(&clock.map_or_else(|| kept.whole(), |clock| kept.step(clock))),
    })
}
