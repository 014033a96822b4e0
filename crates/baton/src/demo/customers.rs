//! The customers: invented people at reserved addresses and numbers.

use baton_core::access::Who;
use baton_core::customer::{Command, FieldRecord};
use baton_core::ids::CustomerId;
use baton_desk::{Asked, Desk, Trouble};

use super::luck::Luck;
use super::prose::{self, Entry};

/// Domains that belong to nobody (RFC 2606).
const DOMAINS: [&str; 3] = ["example.org", "example.com", "example.net"];

/// A customer who may not be on record yet.
pub(super) struct Client {
    pub id: Option<CustomerId>,
    pub name: String,
    pub first: String,
    pub email: Option<String>,
    fields: Vec<FieldRecord>,
}

impl Client {
    pub fn has(&self, tag: &str) -> bool {
        self.fields.iter().any(|field| field.tag == tag)
    }
}

/// So many customers, each with a name, a telephone, an address and an account.
pub(super) fn invent(count: usize, seed: u64) -> Result<Vec<Client>, Trouble> {
    let entries = prose::entries(include_str!("texts/people.txt"));
    let people = entries.first().ok_or_else(|| Trouble::Failed("no names".to_owned()))?;
    let mut luck = Luck::new(seed, 1 << 40);
    (0..count).map(|number| client(people, number, &mut luck)).collect()
}

fn client(people: &Entry, number: usize, luck: &mut Luck) -> Result<Client, Trouble> {
    let first = word(people, if luck.chance(52) { "women" } else { "men" }, luck)?;
    let last = word(people, "last", luck)?;
    let name = format!("{first} {last}");
    let domain = luck.pick(&DOMAINS).copied().unwrap_or("example.org");
    let email = format!("{}.{}{}@{domain}", first.to_lowercase(), last.to_lowercase(), number + 11);
    let email = luck.chance(96).then_some(email);
    let mut fields = vec![FieldRecord::new("name", &name)];
    fields.extend(email.iter().map(|email| FieldRecord::new("email", email)));
    if email.is_some() && luck.chance(8) {
        let work = format!("{}@work{}.example.com", first.to_lowercase(), number % 40);
        fields.push(FieldRecord::new("email", work));
    }
    fields.push(FieldRecord::new("phone", phone(luck)));
    if luck.chance(20) {
        fields.push(FieldRecord::new("phone", phone(luck)));
    }
    fields.push(FieldRecord::new("address", address(people, luck)?));
    fields.push(FieldRecord::new("account", format!("WH{:06}", 204_100 + number * 7)));
    if luck.chance(15) {
        let (year, month, day) =
            (luck.between(1938, 2004), luck.between(1, 12), luck.between(1, 28));
        fields.push(FieldRecord::new("date_of_birth", format!("{year:04}-{month:02}-{day:02}")));
    }
    if luck.chance(9) {
        fields.push(FieldRecord::new("notes", line(people, "notes", luck)?));
    }
    if luck.chance(12)
        && let [tag, value] = prose::parts(line(people, "extra", luck)?)[..]
    {
        fields.push(FieldRecord::new(tag, value));
    }
    Ok(Client { id: None, name, first: first.to_owned(), email, fields })
}

/// From the ranges that are kept free for drama.
fn phone(luck: &mut Luck) -> String {
    let last = luck.between(0, 999);
    if luck.chance(70) { format!("07700 900{last:03}") } else { format!("020 7946 0{last:03}") }
}

fn address(people: &Entry, luck: &mut Luck) -> Result<String, Trouble> {
    let (house, street) = (luck.between(1, 148), word(people, "street", luck)?);
    let kind = word(people, "kind", luck)?;
    let towns: Vec<_> = people.one("town").unwrap_or_default().split(';').collect();
    let town = luck.pick(&towns).copied().unwrap_or_default();
    let (town, area) = town.split_once('|').unwrap_or((town, "ZZ1"));
    let unit = luck.between(1, 9);
    let letters = ["XA", "XB", "XC", "XD"];
    let tail = luck.pick(&letters).copied().unwrap_or("XA");
    Ok(format!("{house} {street} {kind}\n{town}\n{area} {unit}{tail}"))
}

fn word(people: &Entry, key: &str, luck: &mut Luck) -> Result<&'static str, Trouble> {
    let words: Vec<_> = people.one(key).unwrap_or_default().split_whitespace().collect();
    luck.pick(&words).copied().ok_or_else(|| Trouble::Failed(format!("no {key} for customers")))
}

fn line(people: &Entry, key: &str, luck: &mut Luck) -> Result<&'static str, Trouble> {
    let lines = people.all(key);
    luck.pick(&lines).copied().ok_or_else(|| Trouble::Failed(format!("no {key} for customers")))
}

/// Puts a customer on record.
pub(super) async fn record(
    desk: &Desk,
    who: &Who,
    client: &mut Client,
) -> Result<CustomerId, Trouble> {
    let command = Command::Create { fields: client.fields.clone() };
    let done = desk.act_on_customer(who, None, command, Asked::default()).await;
    let done =
        done.map_err(|trouble| super::failed(&format!("customer {}", client.name), &trouble))?;
    client.id = Some(done.state.id);
    Ok(done.state.id)
}
