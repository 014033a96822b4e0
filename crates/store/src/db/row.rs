//! What comes out of a statement.

use std::str::FromStr;

use baton_core::agreement::{ClockKind, LeftOut, PauseReason, Side};
use baton_core::case::kinds::{
    AnyClock, Channel, Mode, Mover, Priority, ServiceClass, StageName, Standing,
};
use baton_core::case::request::deciders::Wanted;
use baton_core::ids::{
    CaseId, CustomerId, DepartmentId, JobId, MailId, MessageId, PersonId, PromiseId, RequestId,
    ServiceId, StreamId, WordId,
};
use baton_core::log::Actor;
use baton_core::time::Instant;
use rusqlite::types::ValueRef;
use tokio_postgres::types::{FromSql, Type};

use super::error::{Error, Result};

/// One row while it is being read; borrowed from the driver, so that texts need not be copied.
pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

/// One value of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
}

impl Row<'_> {
    pub fn cell(&self, column: usize) -> Result<Cell<'_>> {
        match self {
            Self::Sqlite(row) => match row.get_ref(column)? {
                ValueRef::Null => Ok(Cell::Null),
                ValueRef::Integer(n) => Ok(Cell::Int(n)),
                ValueRef::Text(bytes) => str::from_utf8(bytes)
                    .map(Cell::Text)
                    .map_err(|_| Error::Damaged(format!("column {column} is not UTF-8"))),
                ValueRef::Real(_) | ValueRef::Blob(_) => {
                    Err(Error::Damaged(format!("column {column} is neither number nor text")))
                }
            },
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    pub fn get<T: Field>(&self, column: usize) -> Result<T> {
        T::read(self.cell(column)?).map_err(|what| {
            Error::Damaged(format!("column {column} should be {what} and is something else"))
        })
    }

    /// The text itself, not copied.
    pub fn text(&self, column: usize) -> Result<&str> {
        match self.cell(column)? {
            Cell::Text(text) => Ok(text),
            Cell::Null | Cell::Int(_) => {
                Err(Error::Damaged(format!("column {column} should be a text")))
            }
        }
    }
}

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(
        ty: &Type,
        raw: &'a [u8],
    ) -> std::result::Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        match *ty {
            Type::INT8 => i64::from_sql(ty, raw).map(Cell::Int),
            Type::INT4 => i32::from_sql(ty, raw).map(|n| Cell::Int(n.into())),
            _ => <&str>::from_sql(ty, raw).map(Cell::Text),
        }
    }

    fn from_sql_null(
        _: &Type,
    ) -> std::result::Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Cell::Null)
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::TEXT | Type::VARCHAR | Type::NAME)
    }
}

/// A type that a column can be read as. The error says what was expected.
pub trait Field: Sized {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str>;
}

impl Field for i64 {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
        if let Cell::Int(n) = cell { Ok(n) } else { Err("a whole number") }
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl Field for $type {
            fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
                Self::try_from(i64::read(cell)?).map_err(|_| "a number within its bounds")
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize);

impl Field for bool {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
        match cell {
            Cell::Int(0) => Ok(false),
            Cell::Int(1) => Ok(true),
            _ => Err("0 or 1"),
        }
    }
}

impl Field for Instant {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
        i64::read(cell).map(Self::from_millis)
    }
}

impl Field for String {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
        if let Cell::Text(text) = cell { Ok(text.to_owned()) } else { Err("a text") }
    }
}

impl<T: Field> Field for Option<T> {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
        if cell == Cell::Null { Ok(None) } else { T::read(cell).map(Some) }
    }
}

macro_rules! written {
    ($($type:ty: $what:literal),+ $(,)?) => {$(
        impl Field for $type {
            fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
                let Cell::Text(text) = cell else { return Err($what) };
                <$type>::from_str(text).map_err(|_| $what)
            }
        }
    )+};
}
written! {
    StreamId: "a stream", Actor: "an actor",
    CaseId: "an id", RequestId: "an id", MessageId: "an id", PromiseId: "an id",
    CustomerId: "an id", PersonId: "an id", DepartmentId: "an id", ServiceId: "an id",
    WordId: "an id", JobId: "an id", MailId: "an id",
}

macro_rules! named {
    ($($type:ty: $what:literal),+ $(,)?) => {$(
        impl Field for $type {
            fn read(cell: Cell<'_>) -> std::result::Result<Self, &'static str> {
                if let Cell::Text(text) = cell { Self::parse(text).ok_or($what) } else { Err($what) }
            }
        }
    )+};
}
named! {
    Channel: "a channel", Mode: "a mode", Mover: "a side", Priority: "a priority",
    ServiceClass: "a class of service", StageName: "a state of a request",
    Standing: "a state of a case", ClockKind: "a clock", AnyClock: "a clock", PauseReason: "a reason to wait",
    LeftOut: "a reason to leave out", Side: "a side of an agreement", Wanted: "a decision",
}
