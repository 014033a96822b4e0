//! Bank holidays of the United Kingdom, 2025 to 2028 (reference §2.5, public GOV.UK data).

use jiff::civil::Date;

/// The parts of the United Kingdom, by whose bank holidays people keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nation {
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

/// The last day whose bank holidays are below.
pub(super) const LAST_LOADED: Date = Date::constant(2028, 12, 31);

/// Year, then months with the days of the month.
type Year = (i16, &'static [(i8, i8)]);

const ENGLAND_AND_WALES: &[Year] = &[
    (2025, &[(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
    (2026, &[(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2027, &[(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (2028, &[(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
];

/// 15 June 2026 was added in the course of that year.
const SCOTLAND: &[Year] = &[
    (2025, &[(1, 1), (1, 2), (4, 18), (5, 5), (5, 26), (8, 4), (12, 1), (12, 25), (12, 26)]),
    (
        2026,
        &[(1, 1), (1, 2), (4, 3), (5, 4), (5, 25), (6, 15), (8, 3), (11, 30), (12, 25), (12, 28)],
    ),
    (2027, &[(1, 1), (1, 4), (3, 26), (5, 3), (5, 31), (8, 2), (11, 30), (12, 27), (12, 28)]),
    (2028, &[(1, 3), (1, 4), (4, 14), (5, 1), (5, 29), (8, 7), (11, 30), (12, 25), (12, 26)]),
];

/// What Northern Ireland keeps on top of England and Wales: St Patrick's Day and the twelfth of
/// July, or the days in their place.
const NORTHERN_IRELAND_ALSO: &[Year] = &[
    (2025, &[(3, 17), (7, 14)]),
    (2026, &[(3, 17), (7, 13)]),
    (2027, &[(3, 17), (7, 12)]),
    (2028, &[(3, 17), (7, 12)]),
];

/// The bank holidays of a nation, substitute days in place of those that fall on a weekend.
pub fn bank_holidays(nation: Nation) -> impl Iterator<Item = Date> {
    let (years, also): (&[Year], &[Year]) = match nation {
        Nation::EnglandAndWales => (ENGLAND_AND_WALES, &[]),
        Nation::Scotland => (SCOTLAND, &[]),
        Nation::NorthernIreland => (ENGLAND_AND_WALES, NORTHERN_IRELAND_ALSO),
    };
    years.iter().chain(also).flat_map(|&(year, days)| {
        days.iter().filter_map(move |&(month, day)| Date::new(year, month, day).ok())
    })
}
