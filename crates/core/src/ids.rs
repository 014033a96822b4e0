//! A type for every id, so that two of them cannot be swapped.
//!
//! An id is 128 bits: 48 bits of milliseconds, then 80 random bits, so that ids made later sort
//! later. It is written as 26 lower-case letters and digits (Crockford's base 32). An id names a
//! thing and never grants anything: what grants is a token.

use std::fmt;
use std::str::FromStr;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;
/// The place of each letter in the alphabet; 32 for those that are not in it.
const PLACES: [u8; 256] = places();

const fn places() -> [u8; 256] {
    let (mut places, mut place) = ([32; 256], 0_u8);
    while place < 32 {
        places[ALPHABET[place as usize] as usize] = place;
        place += 1;
    }
    places
}

/// Text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id: 26 letters and digits are expected")]
pub struct NotAnId;

fn write_id(n: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = [b'0'; LENGTH];
    for (i, place) in text.iter_mut().enumerate() {
        let shift = 5 * (LENGTH - 1 - i);
        let digit = usize::try_from((n >> shift) & 31).unwrap_or(0);
        *place = ALPHABET[digit];
    }
    f.write_str(std::str::from_utf8(&text).unwrap_or_default())
}

fn read_id(text: &str) -> Result<u128, NotAnId> {
    if text.len() != LENGTH {
        return Err(NotAnId);
    }
    let mut n: u128 = 0;
    for (i, byte) in text.bytes().enumerate() {
        let digit = PLACES[usize::from(byte)];
        if digit > 31 || (i == 0 && digit > 7) {
            return Err(NotAnId);
        }
        n = (n << 5) | u128::from(digit);
    }
    Ok(n)
}

/// What every id can do; implemented by the `id!` macro only.
pub trait Id: Copy + Eq + fmt::Display + FromStr<Err = NotAnId> {
    fn from_bits(bits: u128) -> Self;
    fn bits(self) -> u128;
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl Id for $name {
            fn from_bits(bits: u128) -> Self { Self(bits) }
            fn bits(self) -> u128 { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write_id(self.0, f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write_id(self.0, f) }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { read_id(text).map(Self) }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

id! {
    CaseId, RequestId, MessageId, PromiseId, CustomerId, PersonId, DepartmentId, ServiceId,
    AgreementId, CalendarId,
    /// Of the organisation, or of the department with the same bits.
    ServiceLevelId,
    /// A row of the vault.
    WordId,
    /// A job in the job table.
    JobId,
    /// A mail in the ledger of everything that arrived.
    MailId,
}

/// The streams of the log: one per thing whose history is kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum StreamId {
    Case(CaseId),
    Customer(CustomerId),
    Department(DepartmentId),
    Service(ServiceId),
    Person(PersonId),
    Agreement(AgreementId),
    Calendar(CalendarId),
    ServiceLevel(ServiceLevelId),
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(id) => write!(f, "case-{id}"),
            Self::Customer(id) => write!(f, "customer-{id}"),
            Self::Department(id) => write!(f, "department-{id}"),
            Self::Service(id) => write!(f, "service-{id}"),
            Self::Person(id) => write!(f, "person-{id}"),
            Self::Agreement(id) => write!(f, "agreement-{id}"),
            Self::Calendar(id) => write!(f, "calendar-{id}"),
            Self::ServiceLevel(id) => write!(f, "service_level-{id}"),
        }
    }
}

impl FromStr for StreamId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, id) = text.split_once('-').ok_or(NotAnId)?;
        match kind {
            "case" => id.parse().map(Self::Case),
            "customer" => id.parse().map(Self::Customer),
            "department" => id.parse().map(Self::Department),
            "service" => id.parse().map(Self::Service),
            "person" => id.parse().map(Self::Person),
            "agreement" => id.parse().map(Self::Agreement),
            "calendar" => id.parse().map(Self::Calendar),
            "service_level" => id.parse().map(Self::ServiceLevel),
            _ => Err(NotAnId),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself() {
        for bits in [0, 1, u128::MAX, 0x0192_3456_789a_bcde_f012_3456_789a_bcde] {
            let id = CaseId::from_bits(bits);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn text_that_is_no_id_is_refused() {
        for text in ["", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000u", "é"] {
            assert_eq!(text.parse::<CaseId>(), Err(NotAnId), "{text}");
        }
    }

    #[test]
    fn ids_sort_as_their_text_does() {
        let (a, b) = (CaseId::from_bits(5), CaseId::from_bits(1 << 100));
        assert!(a < b && a.to_string() < b.to_string());
    }
}
