//! The data that is measured: made once, copied for each run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use baton_core::ids::PersonId;
use baton_core::time::Span;
use baton_desk::clock::SystemClock;
use baton_desk::entropy::SystemEntropy;
use baton_desk::settings::Settings;
use baton_desk::{Desk, Parts};
use baton_store::files::Files;
use baton_store::keys::SigningKey;
use baton_store::{Durability, Options, Place, Store, access};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::company::{Company, failed};
use crate::fill::{Made, fill};

/// Tokens of each person: one program is held to 600 calls a minute, an organisation has many.
const TOKENS: usize = 16;
pub const DATABASE: &str = "baton.db";
/// What the cases have left to do is not done while something else is measured.
const PUT_OFF: &str = "update jobs set run_at = 4102444800000";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Data {
    pub cases: usize,
    pub made: Made,
    /// Person, and the tokens of their programs.
    pub people: Vec<(String, Vec<String>)>,
    #[serde(skip)]
    pub folder: PathBuf,
}

impl Data {
    /// The data of this many cases in the folder; made when it is not there yet.
    pub fn take(folder: &Path, cases: usize, database: Option<&str>) -> Result<Self, Fault> {
        let plan = folder.join("plan.json");
        let mut data = match std::fs::read(&plan) {
            Ok(text) if database.is_none() => serde_json::from_slice(&text)?,
            _ => {
                crate::report::say(&format!("making {cases} cases"));
                let _ = std::fs::remove_dir_all(folder);
                std::fs::create_dir_all(folder)?;
                let data = crate::runtime()?.block_on(make(folder, cases, database))?;
                std::fs::write(&plan, serde_json::to_vec(&data)?)?;
                data
            }
        };
        folder.clone_into(&mut data.folder);
        Ok(data)
    }

    /// A copy that a run may change.
    pub fn copy(&self, to: &Path) -> Result<PathBuf, Fault> {
        let _ = std::fs::remove_dir_all(to);
        std::fs::create_dir_all(to.join("attachments"))?;
        for name in [DATABASE, "baton.key"] {
            let from = self.folder.join(name);
            if from.exists() {
                std::fs::copy(from, to.join(name))?;
            }
        }
        Ok(to.to_owned())
    }
}

pub fn place(folder: &Path, database: Option<&str>) -> Place {
    match database {
        Some(url) => Place::Postgres(url.to_owned()),
        None => Place::Sqlite(folder.join(DATABASE)),
    }
}

/// A desk on the database, without anything that runs by itself.
pub async fn open(
    folder: &Path,
    database: Option<&str>,
    durability: Durability,
) -> Result<(Desk, Store), Fault> {
    let options = Options { durability, ..Options::default() };
    let store = Store::open(place(folder, database), options).await?;
    SigningKey::open(folder, || [7; 32])?;
    let parts = Parts {
        store: store.clone(),
        files: Files::open(folder.join("attachments"))?,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy::default()),
        settings: Settings::default(),
        mail_secret: [7; 32],
    };
    Ok((Desk::open(parts).await.map_err(failed)?, store))
}

async fn make(folder: &Path, cases: usize, database: Option<&str>) -> Result<Data, Fault> {
    let (desk, store) = open(folder, database, Durability::Bulk).await?;
    let company = Company::found(&desk, (cases / 5).max(1)).await?;
    let mut people = Vec::new();
    for person in company.departments.iter().flat_map(|department| department.people.clone()) {
        let mut tokens = Vec::with_capacity(TOKENS);
        for _ in 0..TOKENS {
            tokens.push(desk.make_token(person, "bench").await.map_err(failed)?);
        }
        people.push((person.to_string(), tokens));
    }
    let made = fill(&desk, company, cases).await?;
    drop(desk);
    store.close().await?;
    match database {
        Some(url) => crate::raw_postgres::connect(url).await?.batch_execute(PUT_OFF).await?,
        None => crate::raw_sqlite::connect(&folder.join(DATABASE))?.execute_batch(PUT_OFF)?,
    }
    Ok(Data { cases, made, people, folder: PathBuf::new() })
}

/// Signs people in on a copy; gives each one's cookie, in the order of the list.
pub fn sign_in(folder: &Path, people: &[String]) -> Result<Vec<String>, Fault> {
    crate::runtime()?.block_on(async {
        let (desk, store) = open(folder, None, Durability::Bulk).await?;
        let mut cookies = Vec::new();
        for (n, person) in people.iter().enumerate() {
            let person: PersonId = person.parse().map_err(|_| "no person")?;
            let (key, now) = (format!("{n:064x}"), desk.now());
            cookies.push(format!("cookie: __Host-baton={key}"));
            let open = store.keep(move |tx| {
                let key = key.clone();
                Box::pin(async move {
                    let end = now + Span::times_24h(2);
                    access::open_session(tx, &key, person, "bench", now, end).await
                })
            });
            open.await?;
        }
        drop(desk);
        store.close().await?;
        Ok(cookies)
    })
}
