//! What goes into a statement: whole numbers, texts and nothing else.

use std::fmt::{self, Write as _};

use baton_core::ids::{
    AgreementId, CaseId, CustomerId, DepartmentId, JobId, MailId, MessageId, PersonId, PromiseId,
    RequestId, ServiceId, StreamId, WordId,
};
use baton_core::log::Actor;
use baton_core::time::Instant;
use baton_core::vault::Subject;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

/// Longest text kept without allocating: `department-` and an id.
const SHORT: usize = 40;

/// An id, written out in place.
#[derive(Clone, Copy)]
pub struct Short {
    bytes: [u8; SHORT],
    length: usize,
}

impl Short {
    pub fn of(value: impl fmt::Display) -> Self {
        let mut short = Self { bytes: [0; SHORT], length: 0 };
        // Every type that comes here is shorter than the room; `write_str` stops at its end.
        let _ = write!(short, "{value}");
        short
    }
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

impl fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// One bound value.
#[derive(Clone, Copy)]
pub enum Param<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Short(Short),
}

impl fmt::Debug for Param<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Int(n) => write!(f, "{n}"),
            // Texts may be personal data: they do not reach a log by way of an error.
            Self::Text(text) => write!(f, "text of {} bytes", text.len()),
            Self::Short(id) => f.write_str(id.as_str()),
        }
    }
}

macro_rules! params_from {
    ($($type:ty: $name:ident => $param:expr),+ $(,)?) => {$(
        impl From<$type> for Param<'_> {
            fn from($name: $type) -> Self { $param }
        }
    )+};
}

params_from! {
    i64: n => Self::Int(n),
    u32: n => Self::Int(i64::from(n)),
    u16: n => Self::Int(i64::from(n)),
    u8: n => Self::Int(i64::from(n)),
    bool: yes => Self::Int(i64::from(yes)),
    Instant: at => Self::Int(at.millis()),
    StreamId: id => Self::Short(Short::of(id)),
    Actor: actor => Self::Short(Short::of(actor)),
    Subject: subject => Self::Short(Short::of(subject)),
    CaseId: id => Self::Short(Short::of(id)),
    RequestId: id => Self::Short(Short::of(id)),
    MessageId: id => Self::Short(Short::of(id)),
    PromiseId: id => Self::Short(Short::of(id)),
    CustomerId: id => Self::Short(Short::of(id)),
    PersonId: id => Self::Short(Short::of(id)),
    AgreementId: id => Self::Short(Short::of(id)),
    DepartmentId: id => Self::Short(Short::of(id)),
    ServiceId: id => Self::Short(Short::of(id)),
    WordId: id => Self::Short(Short::of(id)),
    JobId: id => Self::Short(Short::of(id)),
    MailId: id => Self::Short(Short::of(id)),
}

/// A count; beyond what a column holds it stays at the highest.
impl From<u64> for Param<'_> {
    fn from(n: u64) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Param<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}
impl<'a> From<&'a String> for Param<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}
impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Param<'_> {
    pub(super) fn has_nul(&self) -> bool {
        matches!(self, Self::Text(text) if text.as_bytes().contains(&0))
    }
}

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Int(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Short(id) => ToSqlOutput::Borrowed(ValueRef::Text(id.as_str().as_bytes())),
        })
    }
}

impl ToSql for Param<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) if *ty == Type::INT4 => i32::try_from(*n)?.to_sql(ty, out),
            Self::Int(n) if *ty == Type::INT8 => n.to_sql(ty, out),
            Self::Int(_) => Err(format!("a whole number was bound as {ty}").into()),
            Self::Text(_) | Self::Short(_) if *ty == Type::INT8 => {
                Err(format!("a text was bound as {ty}").into())
            }
            Self::Text(text) => text.to_sql(ty, out),
            Self::Short(id) => id.as_str().to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::TEXT | Type::VARCHAR | Type::NAME)
    }

    to_sql_checked!();
}

/// The values of a statement, in the order of `$1`, `$2` …
#[macro_export]
#[doc(hidden)]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Param::from($value)),*][..] };
}
pub(crate) use params;
