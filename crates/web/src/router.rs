//! The router, made from the table: one closure for every route, one for what is no route.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{ConnectInfo, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use axum::routing::any;
use futures_util::FutureExt;
use tower::Layer;
use tower_http::compression::CompressionLayer;

use crate::app::{App, Settings};
use crate::call;
use crate::route::{Route, all};

/// The path parameters as axum hands them over.
pub type Params = Result<RawPathParams, RawPathParamsRejection>;

/// Everything that this room serves.
pub fn router(app: &Arc<App>) -> Router {
    let mut paths: BTreeMap<&'static str, Vec<&'static Route>> = BTreeMap::new();
    for route in all(app.table) {
        paths.entry(route.path).or_default().push(route);
    }
    let mut inner = Router::new();
    for (path, routes) in paths {
        let (app, routes): (_, Arc<[_]>) = (Arc::clone(app), routes.into());
        let serve = any(move |params: Params, request: Request| {
            call::serve(Arc::clone(&app), Arc::clone(&routes), Some(params), request)
        });
        inner = inner.route(path, serve);
    }
    let app = Arc::clone(app);
    let inner = inner.fallback(move |request: Request| {
        call::serve(Arc::clone(&app), Arc::default(), None, request)
    });
    let whole = tower::util::MapRequestLayer::new(join_reference).layer(inner);
    Router::new().fallback_service(whole).layer(CompressionLayer::new())
}

/// A request's reference has a slash, `C-1042/2`, and may stand in a path as it is: it becomes one
/// segment before the path is looked up.
fn join_reference(mut request: Request) -> Request {
    let joined = joined(request.uri().path()).and_then(|path| {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{path}{query}").parse::<Uri>().ok()
    });
    if let Some(uri) = joined {
        *request.uri_mut() = uri;
    }
    request
}

fn joined(path: &str) -> Option<String> {
    let (before, after) = path.split_once("/requests/")?;
    let (case, rest) = after.split_once('/')?;
    let (ordinal, rest) = rest.split_once('/').map_or((rest, None), |(n, rest)| (n, Some(rest)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !case.strip_prefix("C-").is_some_and(digits) || !digits(ordinal) {
        return None;
    }
    let tail = rest.map(|rest| format!("/{rest}")).unwrap_or_default();
    Some(format!("{before}/requests/{case}%2F{ordinal}{tail}"))
}

/// Runs what may panic, so that a fault in one call is a 500 of that call and nothing else.
pub async fn guarded<T>(work: impl Future<Output = T>) -> Result<T, String> {
    AssertUnwindSafe(work).catch_unwind().await.map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        format!("panic: {}", text.unwrap_or_default())
    })
}

/// Where the call came from. A forwarded address is believed from a known proxy only, and of the
/// list the last one that is not such a proxy itself.
pub fn address(settings: &Settings, parts: &Parts) -> IpAddr {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip()).to_canonical();
    if !settings.proxies.contains(&peer) {
        return peer;
    }
    let lines = parts.headers.get_all("x-forwarded-for").iter();
    let texts: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
    let all = texts.join(",");
    let addresses = all.rsplit(',').map(|text| text.trim().parse::<IpAddr>());
    addresses
        .map_while(Result::ok)
        .find(|address| !settings.proxies.contains(address))
        .unwrap_or(peer)
}

/// Where our pages stand, as the browser sees it, and whether by TLS.
pub fn origin(settings: &Settings, parts: &Parts) -> String {
    if !settings.public_url.is_empty() {
        return settings.public_url.trim_end_matches('/').to_owned();
    }
    let headers = &parts.headers;
    let host = first(headers, header::HOST.as_str()).unwrap_or_default();
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let proxied = peer.is_some_and(|info| settings.proxies.contains(&info.0.ip().to_canonical()));
    let tls = proxied && first(headers, "x-forwarded-proto") == Some("https");
    format!("{}://{host}", if tls { "https" } else { "http" })
}

fn first<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_may_be_named_by_its_reference_with_its_slash() {
        for (path, becomes) in [
            ("/api/v1/requests/C-1042/2", Some("/api/v1/requests/C-1042%2F2")),
            ("/api/v1/requests/C-1/2/read-back", Some("/api/v1/requests/C-1%2F2/read-back")),
            ("/requests/C-1042/read-back", None),
            ("/requests/to-us", None),
            ("/api/v1/requests/C-1042%2F2/delivery", None),
        ] {
            assert_eq!(joined(path).as_deref(), becomes, "{path}");
        }
    }

    fn call(from: &str, headers: &[(&'static str, &str)]) -> Parts {
        let mut request = Request::builder();
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        parts.extensions.insert(ConnectInfo(SocketAddr::new(from.parse().unwrap(), 1)));
        parts
    }

    fn behind_a_proxy() -> Settings {
        Settings { proxies: vec!["10.0.0.1".parse().unwrap()], ..Settings::default() }
    }

    #[test]
    fn a_forwarded_address_is_believed_from_a_known_proxy_only() {
        let forwarded = [("x-forwarded-for", "1.1.1.1, 203.0.113.7, 10.0.0.1")];
        let settings = behind_a_proxy();
        let from = |peer: &str| address(&settings, &call(peer, &forwarded)).to_string();
        assert_eq!(from("10.0.0.1"), "203.0.113.7");
        assert_eq!(from("::ffff:10.0.0.1"), "203.0.113.7");
        assert_eq!(from("198.51.100.9"), "198.51.100.9");
        assert_eq!(address(&settings, &call("10.0.0.1", &[])).to_string(), "10.0.0.1");
    }

    #[test]
    fn our_own_place_is_what_was_set_or_what_the_browser_asked_for() {
        let headers = [("host", "desk.test"), ("x-forwarded-proto", "https")];
        let settings = behind_a_proxy();
        assert_eq!(origin(&settings, &call("10.0.0.1", &headers)), "https://desk.test");
        assert_eq!(origin(&settings, &call("198.51.100.9", &headers)), "http://desk.test");
        let set = Settings { public_url: "https://desk.example.org/".to_owned(), ..settings };
        assert_eq!(origin(&set, &call("10.0.0.1", &headers)), "https://desk.example.org");
    }
}
