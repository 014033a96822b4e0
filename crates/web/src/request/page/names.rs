//! Names and times as a page gives them: in the reader's zone.

use baton_core::case::words::Names;
use baton_core::directory::Directory;
use baton_core::ids::{DepartmentId, PersonId};
use baton_core::time::Instant;
use jiff::tz::TimeZone;

use crate::ui::when;

pub struct Local<'a> {
    pub directory: &'a Directory,
    pub zone: &'a TimeZone,
    pub now: Instant,
}

impl Names for Local<'_> {
    fn person(&self, id: PersonId) -> String {
        self.directory.person_name(id).to_owned()
    }
    fn department(&self, id: DepartmentId) -> String {
        self.directory.department_name(id).to_owned()
    }
    fn time(&self, at: Instant) -> String {
        when::day(at, self.now, self.zone)
    }
}
