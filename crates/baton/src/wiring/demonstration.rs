//! A demonstration: made once from a seed, then served like any other organisation.

use std::path::Path;
use std::sync::Arc;

use baton_core::ids::PersonId;
use baton_core::time::Instant;
use baton_core::vault::hex;
use baton_desk::clock::{Clock, HandClock, SystemClock};
use baton_desk::entropy::NumberedEntropy;
use baton_desk::settings::Outbox;
use baton_store::Durability;
use serde::{Deserialize, Serialize};
use tracing::instrument::WithSubscriber;
use tracing::subscriber::NoSubscriber;

use crate::config::Settings;
use baton_web::app::Settings as WebSettings;

use crate::demo::{self, Plan};
use crate::exit::{Exit, Kind};
use crate::output::Output;
use crate::wiring::house::{self, DATABASE, Hands, House};
use crate::wiring::{Demo, DemoPerson, DemoReady, logging, serving};

/// Says that the folder holds a demonstration, and who is who in it.
const MARK: &str = "demo.json";
/// Says that one was begun.
const BEGUN: &str = "demo.unfinished";
const CASES: usize = 1_200;
const DAY: i64 = 86_400_000;

#[derive(Serialize, Deserialize)]
struct Mark {
    seed: u64,
    people: Vec<MarkedPerson>,
}

#[derive(Serialize, Deserialize)]
struct MarkedPerson {
    role: String,
    name: String,
    email: String,
    department: String,
    person: PersonId,
}

/// Makes the demonstration when it is not there yet and serves it until interrupted. `ready` is
/// called once, when it answers.
pub fn demo(
    demo: &Demo,
    output: &Output,
    ready: impl FnOnce(&DemoReady) -> Result<(), Exit>,
) -> Result<(), Exit> {
    let settings = Settings { language: demo.language, ..Settings::of_demo(&demo.data) };
    logging::start(&settings.log)?;
    house::run(async {
        let listener = serving::listen(demo.listen).await?;
        let address = serving::local(&listener)?;
        let url = format!("http://localhost:{}", address.port());
        let settings = Settings { public_url: url.clone(), ..settings };
        let mark = match read_mark(&demo.data)? {
            Some(mark) => mark,
            None => make(demo, &settings, output).await?,
        };
        let outbox = Some(Outbox::Folder(demo.data.join("outbox")));
        let house = house::open(&settings, Hands { outbox, ..Hands::default() }).await?;
        let people = let_in(&house, mark).await?;
        let data = demo.data.display().to_string();
        let stop = serving::stopping();
        ready(&DemoReady { url, data, people })?;
        let web = WebSettings { gallery: true, ..serving::web_settings(&settings) };
        serving::until_stopped(house, listener, web, stop).await
    })
}

fn read_mark(data: &Path) -> Result<Option<Mark>, Exit> {
    let path = data.join(MARK);
    if let Ok(text) = std::fs::read_to_string(&path) {
        let mark = serde_json::from_str(&text);
        return mark.map(Some).map_err(|error| {
            Exit::failed(format!("{} is damaged: {error}. Delete the folder.", path.display()))
        });
    }
    let begun = data.join(BEGUN).exists();
    if data.join(DATABASE).exists() && !begun {
        return Err(Exit::new(
            Kind::Conflict,
            format!("{} holds an organisation that is no demonstration.", data.display()),
        ));
    }
    if begun {
        // It was interrupted while it was made; nobody has worked in it.
        for name in [DATABASE, "baton.db-wal", "baton.db-shm"] {
            let _ = std::fs::remove_file(data.join(name));
        }
    }
    Ok(None)
}

async fn make(demo: &Demo, settings: &Settings, output: &Output) -> Result<Mark, Exit> {
    let failed = |error: std::io::Error| Exit::failed(format!("{}: {error}", demo.data.display()));
    std::fs::create_dir_all(&demo.data).map_err(failed)?;
    std::fs::write(demo.data.join(BEGUN), "").map_err(failed)?;
    output.say("Making an organisation with people and cases. This takes some seconds.");
    // It ends with the day that ended last, so that one seed gives one log all day long.
    let today = SystemClock.now().millis() / DAY * DAY;
    let until = Instant::from_millis(today);
    let clock = Arc::new(HandClock::new(until));
    let hands = Hands {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        entropy: Arc::new(NumberedEntropy::new(demo.seed)),
        durability: Durability::Bulk,
        outbox: None,
    };
    let house = house::open(settings, hands).await?;
    let plan = Plan { seed: demo.seed, until, cases: CASES, empty: demo.empty };
    // Whatever fails is said at the end; that a letter of the story waits for a mail server is not.
    let made = demo::make(&house.desk, &clock, plan, |text| output.say(text));
    let made = made.with_subscriber(NoSubscriber::default()).await;
    let made = made.map_err(house::told)?;
    let people = made.people.into_iter().map(|person| MarkedPerson {
        role: person.role.to_string(),
        name: person.name.to_string(),
        email: person.email.to_string(),
        department: person.department.to_string(),
        person: person.person,
    });
    let mark = Mark { seed: demo.seed, people: people.collect() };
    house.store.close().await.map_err(house::stored)?;
    let text =
        serde_json::to_string_pretty(&mark).map_err(|error| Exit::failed(error.to_string()))?;
    std::fs::write(demo.data.join(MARK), text).map_err(failed)?;
    std::fs::remove_file(demo.data.join(BEGUN)).map_err(failed)?;
    Ok(mark)
}

/// Gives each way in a fresh token and password; earlier ones end.
async fn let_in(house: &House, mark: Mark) -> Result<Vec<DemoPerson>, Exit> {
    let seed = house.entropy.seed().map_err(house::told)?;
    let mut people = Vec::new();
    for (index, known) in mark.people.into_iter().enumerate() {
        let desk = &house.desk;
        desk.end_access(known.person).await.map_err(house::told)?;
        let token = desk.make_token(known.person, "demo").await.map_err(house::told)?;
        let part = seed.chunks_exact(6).nth(index).unwrap_or(&seed);
        let password = format!("demo-{}", hex(part));
        desk.set_password(known.person, &password).await.map_err(house::told)?;
        let MarkedPerson { role, name, email, department, .. } = known;
        people.push(DemoPerson { role, name, email, department, token, password });
    }
    Ok(people)
}
