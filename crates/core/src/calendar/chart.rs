//! Windows of working time, worked out once and kept: pieces of 32 times 24 hours, each with the
//! sum of what lies before every window, so that a question is a look-up and no walk.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Calendar;
use super::edge::{Edge, resolve};
use super::hours::{DAY, Opening};

const PIECE: i64 = 32 * DAY;
/// Pieces that are kept: those from 1970 to the beginning of 2100. Others are made when asked for.
const KEPT: usize = 1_484;

/// A span of working time, [open, close), and the working time of its piece before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Window {
    pub open: i64,
    pub close: i64,
    before: i64,
}

/// The windows of one piece, in order, apart from each other, and cut off at its ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub windows: Vec<Window>,
    pub total: i64,
}

/// What was worked out so far; empty until somebody asks.
#[derive(Clone, Debug, Default)]
pub(super) struct Chart {
    pieces: OnceLock<Box<[OnceLock<Piece>]>>,
}

impl Chart {
    fn kept(&self, place: i64) -> Option<&OnceLock<Piece>> {
        let pieces = self.pieces.get_or_init(|| (0..KEPT).map(|_| OnceLock::new()).collect());
        pieces.get(usize::try_from(place).ok()?)
    }
}

/// The piece in which a moment lies.
pub(super) fn place(at: i64) -> i64 {
    at.div_euclid(PIECE)
}

impl Calendar {
    pub(super) fn piece(&self, place: i64) -> Cow<'_, Piece> {
        match self.chart.kept(place) {
            Some(kept) => Cow::Borrowed(kept.get_or_init(|| self.compile(place))),
            None => Cow::Owned(self.compile(place)),
        }
    }

    fn compile(&self, place: i64) -> Piece {
        let start = place.saturating_mul(PIECE);
        let end = start.saturating_add(PIECE);
        // A zone is at most a day away from UTC, and a window at most a day and a change long.
        let days = start / DAY - 3..end / DAY + 3;
        if super::is_beyond(days.start) || super::is_beyond(days.end) {
            return Piece::default();
        }
        let mut spans: Vec<(i64, i64)> = Vec::new();
        for day in days {
            for hours in self.hours_of(day) {
                let (open, close) = self.window(*hours, day);
                let (open, close) = (open.max(start), close.min(end));
                if open < close {
                    spans.push((open, close));
                }
            }
        }
        Piece::of(spans)
    }

    pub(super) fn window(&self, hours: Opening, day: i64) -> (i64, i64) {
        let (open, close) = hours.on(day);
        (resolve(&self.zone, open, Edge::Opening), resolve(&self.zone, close, Edge::Closing))
    }
}

impl Piece {
    /// Spans that overlap or touch become one window, so that no moment counts twice.
    fn of(mut spans: Vec<(i64, i64)>) -> Self {
        spans.sort_unstable();
        let mut piece = Self::default();
        for (open, close) in spans {
            match piece.windows.last_mut().filter(|last| open <= last.close) {
                Some(last) => {
                    piece.total += (close - last.close).max(0);
                    last.close = last.close.max(close);
                }
                None => {
                    piece.windows.push(Window { open, close, before: piece.total });
                    piece.total += close - open;
                }
            }
        }
        piece
    }

    /// The first window that closes after a moment.
    pub fn closing_after(&self, at: i64) -> Option<&Window> {
        self.windows.get(self.windows.partition_point(|window| window.close <= at))
    }

    /// The working time of the piece before a moment.
    pub fn passed(&self, at: i64) -> i64 {
        let window = self.closing_after(at);
        window.map_or(self.total, |window| window.before + (at - window.open).max(0))
    }

    /// The earliest moment by which so much of the piece's working time has passed; `sum` is more
    /// than nothing and at most the total.
    pub fn earliest(&self, sum: i64) -> Option<i64> {
        let ended = |window: &Window| window.before + (window.close - window.open) < sum;
        let window = self.windows.get(self.windows.partition_point(ended))?;
        Some(window.open + (sum - window.before))
    }

    /// The latest moment by which so much of it has passed; `sum` is less than the total.
    pub fn latest(&self, sum: i64) -> Option<i64> {
        let begun = self.windows.partition_point(|window| window.before <= sum);
        let window = self.windows.get(begun.checked_sub(1)?)?;
        Some(window.open + (sum - window.before))
    }
}
