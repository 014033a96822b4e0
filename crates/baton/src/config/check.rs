//! Whether a value looks like what it must be.

use std::net::SocketAddr;

use super::catalogue::{SETTINGS, Setting, Shape};
use super::{Chosen, Values};

/// One sentence for each value that cannot be right.
pub fn faults(values: &Values) -> Vec<String> {
    let mut faults: Vec<String> =
        SETTINGS.iter().filter_map(|setting| fault(setting, values.get(setting.key)?)).collect();
    faults.extend(together(values));
    faults
}

fn fault(setting: &Setting, chosen: &Chosen) -> Option<String> {
    let wanted = wanted(setting.shape, &chosen.value)?;
    Some(format!("{}: `{}` must be {wanted}.", chosen.origin, setting.key))
}

/// What the value should have been; `None` when it is that already.
fn wanted(shape: Shape, value: &str) -> Option<String> {
    let (right, wanted) = match shape {
        Shape::Text => (!value.contains(['\n', '\r', '\0']), "one line of text".to_owned()),
        Shape::Listen => (
            value.parse::<SocketAddr>().is_ok(),
            "an address and a port, for example 127.0.0.1:8080".to_owned(),
        ),
        Shape::PublicUrl => {
            (is_public_url(value), "an address such as https://desk.example.org".to_owned())
        }
        Shape::Issuer => (
            value.is_empty() || is_issuer(value),
            "empty, or an address such as https://accounts.example.org".to_owned(),
        ),
        Shape::Database => (
            value.is_empty()
                || value.starts_with("postgres://")
                || value.starts_with("postgresql://"),
            "empty, or postgres://NAME@HOST/DATABASE".to_owned(),
        ),
        Shape::Count => (value.parse::<u32>().is_ok_and(|n| n > 0), "a number from 1".to_owned()),
        Shape::Port => {
            (value.parse::<u16>().is_ok_and(|port| port > 0), "a port from 1 to 65535".to_owned())
        }
        Shape::Zone => (
            jiff::tz::TimeZone::get(value).is_ok(),
            "the name of a time zone, for example Europe/London".to_owned(),
        ),
        Shape::Mailbox => (
            value.is_empty() || is_mailbox(value),
            "a mail address such as desk@example.org".to_owned(),
        ),
        Shape::Host => (value.is_empty() || is_host(value), "the name of a host".to_owned()),
        Shape::OneOf(words) => (words.contains(&value), format!("one of {}", words.join(", "))),
    };
    (!right).then_some(wanted)
}

/// Settings that only make sense together.
fn together(values: &Values) -> Vec<String> {
    let is_set = |key: &str| values.get(key).is_some_and(|chosen| !chosen.value.is_empty());
    let mut faults = Vec::new();
    if is_set("smtp.host") && !is_set("smtp.from") {
        faults.push("`smtp.from` is needed as soon as `smtp.host` is set.".to_owned());
    }
    if is_set("smtp.user") != is_set("smtp.password_file") {
        faults.push("`smtp.user` and `smtp.password_file` are needed together.".to_owned());
    }
    if is_set("sso.issuer") && !is_set("sso.client_id") {
        faults.push("`sso.client_id` is needed as soon as `sso.issuer` is set.".to_owned());
    }
    faults
}

/// With TLS, but on this machine itself.
fn is_issuer(value: &str) -> bool {
    let local = ["http://localhost", "http://127.0.0.1"].iter().any(|own| {
        value.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    (local || value.starts_with("https://"))
        && value.len() > "https://".len()
        && !value.contains(['?', '#', '@'])
        && !value.contains(char::is_whitespace)
}

fn is_public_url(value: &str) -> bool {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|host| {
        !host.is_empty()
            && !host.contains(['/', '?', '#', '@'])
            && !host.contains(char::is_whitespace)
    })
}

fn is_mailbox(value: &str) -> bool {
    value.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty() && is_host(host) && !local.contains(char::is_whitespace)
    })
}

fn is_host(value: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter);
    !value.is_empty() && value.chars().all(allowed)
}
