//! A browser without script: keeps cookies, reads forms out of pages, fills them in, sends them.

use std::collections::BTreeMap;

use baton_core::ids::PersonId;
use baton_testkit::http::{Call, Client, Reply, form};

use crate::world::World;

pub struct Browser<'w> {
    client: &'w Client,
    cookies: BTreeMap<String, String>,
}

/// A form of a page with what it would send as it stands.
#[derive(Clone, Default, Debug)]
pub struct Form {
    pub action: String,
    pub pairs: Vec<(String, String)>,
    /// Names that can be filled in, in order; each once.
    pub names: Vec<String>,
    /// Those of them into which anything can be typed.
    pub typed: Vec<String>,
}

impl Form {
    /// Fills in a field that the form must have.
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        assert!(self.names.iter().any(|known| known == name), "no {name} in {:?}", self.names);
        self.pairs.retain(|(known, _)| known != name);
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks a box, perhaps among others of the same name.
    #[track_caller]
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        assert!(self.names.iter().any(|known| known == name), "no {name} in {:?}", self.names);
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn value(&self, name: &str) -> &str {
        let found = self.pairs.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    pub fn encoded(&self) -> String {
        let pairs: Vec<(&str, &str)> =
            self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form(&pairs)
    }
}

impl<'w> Browser<'w> {
    pub fn new(client: &'w Client) -> Self {
        Self { client, cookies: BTreeMap::new() }
    }

    /// Signed in as one of the cast.
    pub fn of(world: &'w World, person: PersonId) -> Self {
        let password = format!("the password of {}", world.cast.name(person));
        world.wait(world.desk.set_password(person, &password)).unwrap();
        let mut browser = Self::new(&world.client);
        browser.sign_in(&world.cast.email(person), &password);
        browser
    }

    #[track_caller]
    pub fn sign_in(&mut self, email: &str, password: &str) {
        let page = self.get("/sign-in");
        let form = only_form(&page, "/sign-in").fill("email", email).fill("password", password);
        let reply = self.submit(&form);
        assert_eq!(reply.status, 303, "{}", reply.text());
        assert!(self.cookies.keys().any(|name| name.ends_with("baton")), "{:?}", self.cookies);
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.send(Call::get(path))
    }

    pub fn submit(&mut self, form: &Form) -> Reply {
        self.post(&form.action, form.encoded().into_bytes())
    }

    /// Sends and goes where the answer leads, which must be on.
    #[track_caller]
    pub fn submit_and_follow(&mut self, form: &Form) -> Reply {
        let reply = self.submit(form);
        let said = || format!("{} {:?}: {}", form.action, form.pairs, plain(&reply.text()));
        assert_eq!(reply.status, 303, "{}", said());
        let page = self.get(reply.header("location"));
        assert_eq!(page.status, 200, "{} {}", reply.header("location"), page.text());
        page
    }

    pub fn post(&mut self, path: &str, body: impl Into<Vec<u8>>) -> Reply {
        self.send(Call::post(path, "application/x-www-form-urlencoded", body))
    }

    /// The cookies as a call carries them.
    pub fn cookie_line(&self) -> String {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        cookies.collect::<Vec<_>>().join("; ")
    }

    pub fn send(&mut self, call: Call) -> Reply {
        let cookies = self.cookie_line();
        let call = if cookies.is_empty() { call } else { call.header("Cookie", &cookies) };
        let reply = self.client.send(&call);
        for (name, line) in &reply.headers {
            if name.eq_ignore_ascii_case("set-cookie") {
                let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
                if line.contains("Max-Age=0") {
                    self.cookies.remove(name);
                } else {
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
            }
        }
        reply
    }

    /// The token with which this browser's forms are sent.
    pub fn token(&mut self) -> String {
        let page = self.get("/account/sessions");
        forms(&page.text()).first().map(|form| form.value("form_token").to_owned()).unwrap()
    }
}

/// The form of a page that is sent to an address.
#[track_caller]
pub fn only_form(page: &Reply, action: &str) -> Form {
    let (text, all) = (page.text(), forms(&page.text()));
    let found = all.iter().find(|form| form.action.split('?').next() == Some(action));
    let actions: Vec<&String> = all.iter().map(|form| &form.action).collect();
    found.cloned().unwrap_or_else(|| panic!("no form to {action}: {actions:?}\n{}", plain(&text)))
}

/// Every form of a page that is sent by post.
pub fn forms(page: &str) -> Vec<Form> {
    page.split("<form ")
        .skip(1)
        .filter_map(|rest| one_form(rest.split("</form>").next()?))
        .collect()
}

fn one_form(text: &str) -> Option<Form> {
    let (head, inside) = text.split_once('>')?;
    if attribute(head, "method").as_deref() != Some("post") {
        return None;
    }
    let mut form = Form { action: attribute(head, "action")?, ..Form::default() };
    let mut select: Option<(String, Option<String>, Option<String>)> = None;
    for part in inside.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        let name = attribute(tag, "name").unwrap_or_default();
        match tag.split_whitespace().next().unwrap_or_default() {
            "input" => input(&mut form, tag, name),
            "textarea" => {
                form.typed.push(name.clone());
                // A browser leaves out the line break right after the tag.
                let text = unescape(after);
                put(&mut form, name, Some(text.strip_prefix('\n').unwrap_or(&text).to_owned()));
            }
            "select" => select = Some((name, None, None)),
            "option" => {
                if let Some((_, first, chosen)) = &mut select {
                    let value = attribute(tag, "value").unwrap_or_else(|| unescape(after));
                    first.get_or_insert(value.clone());
                    if has(tag, "selected") {
                        *chosen = Some(value);
                    }
                }
            }
            "/select" => {
                let (name, first, chosen) = select.take().unwrap_or_default();
                put(&mut form, name, chosen.or(first));
            }
            _ => {}
        }
    }
    Some(form)
}

fn input(form: &mut Form, tag: &str, name: String) {
    let kind = attribute(tag, "type").unwrap_or_else(|| "text".to_owned());
    let value = attribute(tag, "value");
    match kind.as_str() {
        "submit" | "button" | "image" | "file" => {}
        "radio" | "checkbox" => {
            let value = value.unwrap_or_else(|| "on".to_owned());
            put(form, name, has(tag, "checked").then_some(value));
        }
        kind => {
            if matches!(kind, "text" | "email" | "tel" | "date" | "time") {
                form.typed.push(name.clone());
            }
            put(form, name, Some(value.unwrap_or_default()));
        }
    }
}

fn put(form: &mut Form, name: String, value: Option<String>) {
    if name.is_empty() {
        return;
    }
    if let Some(value) = value {
        form.pairs.push((name.clone(), value));
    }
    if !form.names.contains(&name) {
        form.names.push(name);
    }
}

/// The value of an attribute of a tag; attributes are written in double quotes.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag
        .split_once(&format!(" {name}=\""))
        .or_else(|| tag.strip_prefix(&format!("{name}=\"")).map(|after| ("", after)))?;
    Some(unescape(after.split_once('"')?.0))
}

/// Whether an attribute without a value stands in the tag.
fn has(tag: &str, name: &str) -> bool {
    let mut outside = String::new();
    for (n, part) in tag.split('"').enumerate() {
        if n % 2 == 0 {
            outside.push_str(part);
        }
    }
    outside.split_whitespace().any(|word| word.trim_end_matches('/') == name)
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// The text of a page without its tags.
pub fn plain(page: &str) -> String {
    let page = page.split_once("<main").map_or(page, |(_, main)| main);
    let mut text = String::new();
    for part in page.split('<') {
        let words = part.split_once('>').map_or(part, |(_, words)| words);
        text.push_str(words.trim());
        text.push(' ');
    }
    unescape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
