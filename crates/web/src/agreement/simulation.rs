//! A draft, held against what was asked before.

use baton_core::agreement::{ClockKind, LeftOut, NewlyLate, Row, ServiceClass, Side, Tally};
use baton_core::refusal::Code;
use baton_desk::simulation::Simulated;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{MAYBE_TIME, maybe_time, time, view};

view! {
    SimulationView as SIMULATION "Simulation" {
        "from" from: String = Out::Time,
        "until" until: String = Out::Time,
        "sides" sides: Vec<SideView> = Out::List(&Out::Thing(&SIDE)),
        "rows" rows: Vec<RowView> = Out::List(&Out::Thing(&ROW)),
        /// Those that the caller may see, what would have been due first.
        "newly_late" newly_late: Vec<NewlyLateView> = Out::List(&Out::Thing(&NEWLY_LATE)),
        "newly_late_unseen" newly_late_unseen: usize = Out::Whole,
    }
    SideView as SIDE "TallyOfSide" {
        "side" side: &'static str = Out::Choice(Side::NAMES),
        "tally" tally: TallyView = Out::Thing(&TALLY),
    }
    RowView as ROW "TallyOfStep" {
        "clock" clock: &'static str = Out::Choice(ClockKind::NAMES),
        "class" class: &'static str = Out::Choice(ServiceClass::NAMES),
        "side" side: &'static str = Out::Choice(Side::NAMES),
        "tally" tally: TallyView = Out::Thing(&TALLY),
    }
    TallyView as TALLY "Tally" {
        /// Met and late, with what is late and still open.
        "n" n: u32 = Out::Whole,
        "met" met: u32 = Out::Whole,
        "late" late: u32 = Out::Whole,
        "open" open: u32 = Out::Whole,
        /// Of those that are late, how many whoever waited has excused.
        "excused" excused: u32 = Out::Whole,
        /// In whole per cent, rounded down; null where there are fewer than ten.
        "attainment" attainment: Option<u32> = Out::Maybe(&Out::Whole),
        /// The same without what was excused.
        "attainment_without_excused" attainment_without_excused: Option<u32> = Out::Maybe(&Out::Whole),
        /// Of working time.
        "median_seconds" median_seconds: Option<i64> = Out::Maybe(&Out::Whole),
        "p90_seconds" p90_seconds: Option<i64> = Out::Maybe(&Out::Whole),
        "left_out" left_out: Vec<LeftOutView> = Out::List(&Out::Thing(&LEFT_OUT)),
    }
    LeftOutView as LEFT_OUT "LeftOut" {
        "why" why: &'static str = Out::Choice(LeftOut::NAMES),
        "n" n: u32 = Out::Whole,
    }
    NewlyLateView as NEWLY_LATE "NewlyLate" {
        "request" request: String = Out::Id,
        "ref" reference: String = Out::Text,
        "clock" clock: &'static str = Out::Choice(ClockKind::NAMES),
        "due" due: String = Out::Time,
        "stopped" stopped: Option<String> = MAYBE_TIME,
    }
}

pub const ROUTES: &[Route] = &[Route::get(
    "/api/v1/agreements/{id}/simulation",
    "agreements.simulation.show",
    Access::SignedIn,
    show,
)
.summary("A draft, held against what was asked in the last 90 days")
.answers(&[Reply::ok("What would have been kept of it", &Out::Thing(&SIMULATION))])
.refusals(&[Code::NotYourSide, Code::IllegalMove])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let simulated = ctx.desk()?.simulate(&ctx.who, ctx.id("id")?).await?;
        Answer::json(&simulation(&simulated))
    })
}

fn simulation(simulated: &Simulated) -> SimulationView {
    let Simulated { simulation, seen } = simulated;
    let newly_late = &simulation.newly_late;
    let shown: Vec<_> =
        newly_late.iter().filter(|late| seen.contains(&late.request)).map(late).collect();
    SimulationView {
        from: time(simulation.window.from),
        until: time(simulation.window.until),
        sides: Side::ALL.iter().map(|of| side(*of, &simulation.side(*of))).collect(),
        rows: simulation.rows.iter().map(row).collect(),
        newly_late_unseen: newly_late.len() - shown.len(),
        newly_late: shown,
    }
}

pub fn side(side: Side, of: &Tally) -> SideView {
    SideView { side: side.name(), tally: tally(of) }
}

pub fn row(row: &Row) -> RowView {
    RowView {
        clock: row.kind.name(),
        class: row.class.name(),
        side: row.kind.side().name(),
        tally: tally(&row.tally),
    }
}

pub fn tally(tally: &Tally) -> TallyView {
    let left_out = |(why, n): (&LeftOut, &u32)| LeftOutView { why: why.name(), n: *n };
    TallyView {
        n: tally.n(),
        met: tally.met,
        late: tally.late,
        open: tally.open,
        excused: tally.excused,
        attainment: tally.attainment(),
        attainment_without_excused: tally.attainment_without_excused(),
        median_seconds: tally.median(),
        p90_seconds: tally.p90(),
        left_out: tally.left_out.iter().map(left_out).collect(),
    }
}

fn late(late: &NewlyLate) -> NewlyLateView {
    NewlyLateView {
        request: late.request.to_string(),
        reference: late.reference.clone(),
        clock: late.kind.name(),
        due: time(late.due),
        stopped: maybe_time(late.stopped),
    }
}
