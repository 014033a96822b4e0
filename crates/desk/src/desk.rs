//! The desk: everything that a node needs to serve people, in one handle.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use baton_core::agreement::Agreement;
use baton_core::calendar::{Calendar, Calendars, kept};
use baton_core::case::Case;
use baton_core::customer::Customer;
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{CaseId, CustomerId, DepartmentId};
use baton_core::service_level::ServiceLevel;
use baton_core::time::Instant;
use baton_store::Store;
use baton_store::files::Files;
use baton_store::notices::Everybody;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::following::Following;
use crate::house::House;
use crate::mail::thread::Key;
use crate::memory::{History, Memory};
use crate::second_step::seal::Seal;
use crate::settings::Settings;
use crate::shelf::Shelf;
use crate::texts;
use crate::trouble::Trouble;

/// What a desk is made of.
pub struct Parts {
    pub store: Store,
    pub files: Files,
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    pub settings: Settings,
    /// Signs the message ids of letters, so that an answer finds its case; the keys that close the
    /// secrets of second steps are made from it.
    pub mail_secret: [u8; 32],
}

/// A handle on the desk; cloning is cheap.
#[derive(Clone)]
pub struct Desk(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub store: Store,
    pub files: Files,
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    pub settings: Settings,
    pub mail_key: Key,
    /// Closes the secrets of second steps.
    pub seal: Seal,
    pub calendars: RwLock<Arc<Calendars>>,
    pub calendar_book: Shelf<kept::Kept>,
    pub directory: RwLock<Arc<Directory>>,
    pub agreements: Shelf<Agreement>,
    pub service_levels: Shelf<ServiceLevel>,
    pub house: RwLock<Arc<House>>,
    pub wishes: RwLock<Arc<Everybody>>,
    pub cases: Memory<CaseId, Case>,
    pub histories: Memory<CaseId, History>,
    pub customers: Memory<CustomerId, Customer>,
    pub texts: Memory<CaseId, texts::File>,
    /// Tells what happens to cases to whoever listens on this node.
    pub following: Arc<Following>,
    /// Rung when a job was added that is due at once.
    pub jobs_waiting: Notify,
    /// Set when no further job is to be begun.
    pub jobs_over: AtomicBool,
}

impl Desk {
    /// Opens the desk on a store; reads the directory, the calendars, and what was agreed and promised.
    pub async fn open(parts: Parts) -> Result<Self, Trouble> {
        let capacity = parts.settings.cases_in_memory;
        let desk = Self(Arc::new(Inner {
            mail_key: Key::new(&parts.mail_secret),
            seal: Seal::new(&parts.mail_secret)?,
            calendars: RwLock::new(Arc::new(Calendars::default())),
            calendar_book: Shelf::default(),
            directory: RwLock::new(Arc::new(Directory::default())),
            agreements: Shelf::default(),
            service_levels: Shelf::default(),
            wishes: RwLock::new(Arc::new(Everybody::default())),
            house: RwLock::new(Arc::new(House::default())),
            cases: Memory::new(capacity),
            // Read by people only, who look at few cases at a time.
            histories: Memory::new(capacity / 4),
            customers: Memory::new(capacity),
            texts: Memory::new(capacity / 4),
            following: Following::new(),
            jobs_waiting: Notify::new(),
            jobs_over: AtomicBool::new(false),
            store: parts.store,
            files: parts.files,
            clock: parts.clock,
            entropy: parts.entropy,
            settings: parts.settings,
        }));
        desk.refresh_directory().await?;
        desk.refresh_agreements().await?;
        desk.refresh_calendars().await?;
        desk.refresh_service_levels().await?;
        desk.refresh_house().await?;
        desk.refresh_wishes().await?;
        Ok(desk)
    }

    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// The directory as this node knows it.
    pub fn directory(&self) -> Arc<Directory> {
        let directory = self.0.directory.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&directory)
    }

    /// The calendars as this node knows them.
    pub fn calendars(&self) -> Arc<Calendars> {
        let calendars = self.0.calendars.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&calendars)
    }

    /// The working hours of a department.
    pub fn calendar_of(&self, department: Option<DepartmentId>) -> Arc<Calendar> {
        let chosen = department.and_then(|id| self.directory().calendar_of(id));
        Arc::clone(self.calendars().of(chosen))
    }

    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// For reading rows and lists. Whoever reads asks [`baton_core::access`] what may be shown.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    pub fn files(&self) -> &Files {
        &self.0.files
    }

    /// Fresh randomness for one command.
    pub(crate) fn draw(&self) -> Result<Draw, Trouble> {
        Ok(Draw::new(self.0.entropy.seed()?, self.now()))
    }

    pub(crate) fn set_directory(&self, directory: Directory) {
        let mut known = self.0.directory.write().unwrap_or_else(PoisonError::into_inner);
        *known = Arc::new(directory);
    }
}
